"""Forms of problems, observations, responses and figures."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.day_field import DayField
from phares.rooms.commons.several import SeveralField
from phares.rooms.cooperation.permissions import visible_cooperations
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.directory.permissions import visible_structures
from phares.rooms.funding.permissions import visible_calls
from phares.rooms.territory.models import Figure, Problem, Voice
from phares.rooms.territory.models.problem import Kind
from phares.rooms.territory.models.response import Extent, Stage
from phares.rooms.territory.models.voice import Concerned
from phares.rooms.territory.permissions import can_listen
from phares.rooms.territory.queries.voices import districts_of

MOST_EUROS = 100_000_000


class VoiceChoice(SeveralField):
    """Voices to choose, each by its words."""

    def label_from_instance(self, obj: Voice) -> str:
        """Return what was said."""
        return obj.words[:200]


class ProblemForm(forms.Form):
    """A problem, and the voices that speak of it."""

    title = forms.CharField(label=_("Le problème, en une phrase"), max_length=140)
    kinds = forms.MultipleChoiceField(
        label=_("Il est"), choices=Kind.choices, widget=forms.CheckboxSelectMultiple, help_text=_("Un ou plusieurs.")
    )
    concerned = forms.ChoiceField(label=_("Qui est concerné d’abord"), choices=Concerned.choices)
    text = forms.CharField(
        label=_("Ce que nous comprenons"), max_length=2000, required=False, widget=forms.Textarea({"rows": 4})
    )
    causes = forms.CharField(
        label=_("Les causes, telles qu’on les dit"), max_length=1200, required=False, widget=forms.Textarea({"rows": 3})
    )
    district = forms.ModelChoiceField(label=_("Où"), queryset=None, required=False, empty_label=_("partout"))
    voices = VoiceChoice(
        label=_("Les paroles à y mettre"), queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, pole: Pole, voices: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["district"].queryset = districts_of(pole)  # type: ignore[attr-defined]
        self.fields["voices"].queryset = voices  # type: ignore[attr-defined]
        if not voices.exists():
            del self.fields["voices"]


class SplitForm(forms.Form):
    """Voices that become a problem of their own."""

    title = forms.CharField(label=_("Le nouveau problème, en une phrase"), max_length=140)
    voices = VoiceChoice(label=_("Les paroles à mettre à part"), queryset=None, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, voices: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["voices"].queryset = voices  # type: ignore[attr-defined]


class MergeForm(forms.Form):
    """Another problem, which is the same."""

    into = forms.ModelChoiceField(label=_("Le réunir à"), queryset=None)

    def __init__(self, *args: Any, problem: Problem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Problem.objects.filter(pole=problem.pole).standing().exclude(pk=problem.pk)
        self.fields["into"].queryset = others  # type: ignore[attr-defined]


class ObservationForm(forms.Form):
    """What one sees of a problem."""

    text = forms.CharField(label=_("Ce que vous voyez"), max_length=800, widget=forms.Textarea({"rows": 4}))
    source = forms.CharField(
        label=_("D’où cela vient"), max_length=200, required=False, help_text=_("Une étude, un comptage, qui le dit.")
    )
    says_otherwise = forms.BooleanField(label=_("Cela contredit ce qui est déjà dit"), required=False)
    observed_on = DayField(label=_("Vu le"))


class FigureChoice(SeveralField):
    """Figures to choose, each with its area and its year."""

    def label_from_instance(self, obj: Figure) -> str:
        """Return what it says, where and when."""
        return f"{obj.subject}, {obj.value} {obj.unit} ({obj.area_name}, {obj.on})"


class ProblemFiguresForm(forms.Form):
    """Figures to show beside the words."""

    figures = FigureChoice(
        label=_("Les chiffres qui en parlent"), queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, pole: Pole, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["figures"].queryset = Figure.objects.filter(pole=pole)  # type: ignore[attr-defined]


class ResponseForm(forms.Form):
    """What answers a problem."""

    cooperation = forms.ModelChoiceField(label=_("Une coopération"), queryset=None, required=False, empty_label="—")
    structure = forms.ModelChoiceField(
        label=_("Ou l’action d’une structure"), queryset=None, required=False, empty_label="—"
    )
    call = forms.ModelChoiceField(label=_("Ou un appel"), queryset=None, required=False, empty_label="—")
    outside = forms.CharField(label=_("Ou quelqu’un d’autre"), max_length=120, required=False)
    title = forms.CharField(label=_("Ce qui est fait, en une phrase"), max_length=160, required=False)
    extent = forms.ChoiceField(label=_("Elle y répond"), choices=Extent.choices)
    stage = forms.ChoiceField(label=_("Où elle en est"), choices=Stage.choices, initial=Stage.RUNNING)
    since_on = DayField(label=_("Depuis le"), required=False)
    euros = forms.IntegerField(
        label=_("Ce qu’il faudrait par an, en euros"), required=False, min_value=0, max_value=MOST_EUROS
    )
    hours = forms.IntegerField(label=_("Et en heures"), required=False, min_value=0, max_value=1_000_000)

    def __init__(self, *args: Any, actor: Actor, pole: Pole, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        structures = visible_structures(actor, pole)
        if not can_listen(actor, pole):
            structures = structures.filter(pk=actor.structure_id)
        self.fields["cooperation"].queryset = visible_cooperations(actor, pole)  # type: ignore[attr-defined]
        self.fields["structure"].queryset = structures  # type: ignore[attr-defined]
        self.fields["call"].queryset = visible_calls(actor, pole)  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        """Return what the act takes."""
        entry = dict(self.cleaned_data)
        euros = entry.pop("euros")
        return {**entry, "cost_cents": None if euros is None else euros * 100}


class ResultForm(forms.Form):
    """What a response gave."""

    on = DayField(label=_("Le"))
    words = forms.CharField(label=_("Ce que cela a donné"), max_length=300)


class CoordinatorForm(forms.Form):
    """Who coordinates the responses."""

    structure = forms.ModelChoiceField(
        label=_("Qui coordonne"), queryset=None, required=False, empty_label=_("personne ne coordonne")
    )

    def __init__(self, *args: Any, actor: Actor, pole: Pole, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["structure"].queryset = visible_structures(actor, pole)  # type: ignore[attr-defined]


class NeedForm(forms.Form):
    """For whom a need is said."""

    holder = forms.ChoiceField(label=_("Qui porte ce besoin"))

    def __init__(self, *args: Any, choices: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["holder"].choices = choices  # type: ignore[attr-defined]


class MeansForm(forms.Form):
    """What there is to do it with."""

    euros = forms.IntegerField(label=_("Euros par an"), min_value=0, max_value=MOST_EUROS, initial=5000)
    heures = forms.IntegerField(label=_("Heures par an"), min_value=0, max_value=1_000_000, initial=120)


class FiguresForm(forms.Form):
    """A table of figures."""

    table = forms.FileField(
        label=_("Le tableau"),
        help_text=_("CSV, XLSX ou ODS : sujet, valeur, unité, maille, territoire, date, source, méthode, phrase."),
    )


class AddressesForm(forms.Form):
    """A table of addresses."""

    table = forms.FileField(
        label=_("Le tableau"),
        help_text=_(
            "CSV, XLSX ou ODS : adresse (ou numéro et voie), longitude, latitude ; quartier si vous l’avez. "
            "Les listes que publient les communes se lisent telles quelles."
        ),
    )
    source = forms.CharField(label=_("D’où elles viennent"), max_length=200)
