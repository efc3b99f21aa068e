"""Forms of workshops: planning, cards, problems on the wall, people, dots, decisions, closing."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.day_field import DayField
from phares.rooms.commons.several import SeveralField
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.permissions import visible_structures
from phares.rooms.territory.forms.problems import VoiceChoice
from phares.rooms.territory.models import Observation, Problem, Workshop
from phares.rooms.territory.models.problem import Kind
from phares.rooms.territory.models.voice import LONGEST, Sense, Theme
from phares.rooms.territory.models.workshop import Presence
from phares.rooms.territory.queries import workshop as queries


class WorkshopForm(forms.Form):
    """When and where, or the announced gathering that it is; how many dots each."""

    gathering = forms.ModelChoiceField(
        label=_("Un atelier déjà annoncé"),
        queryset=None,
        required=False,
        empty_label=_("un nouvel atelier"),
        help_text=_("Il garde son jour et son lieu : le reste de cette page ne sert que pour un nouveau."),
    )
    title = forms.CharField(label=_("Titre"), max_length=140, required=False)
    on = DayField(label=_("Le jour"), required=False)
    hour = forms.TimeField(
        label=_("L’heure"), initial=time(18), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    place = forms.CharField(label=_("Le lieu"), max_length=120, required=False)
    dots_each = forms.IntegerField(
        label=_("Points par personne"), min_value=1, max_value=10, initial=3, help_text=_("Trois d’habitude.")
    )

    def __init__(self, *args: Any, gatherings: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gathering"].queryset = gatherings  # type: ignore[attr-defined]
        if not gatherings.exists():
            del self.fields["gathering"]

    def clean(self) -> dict[str, Any]:
        """Ask for a title and a day where the workshop is new."""
        entry = super().clean() or {}
        if not entry.get("gathering"):
            for name, words in (("title", _("Donnez un titre à l’atelier.")), ("on", _("Dites le jour."))):
                if not entry.get(name) and name not in self.errors:
                    self.add_error(name, words)
        return entry

    def said(self) -> dict[str, Any]:
        """Return what the act takes."""
        entry = self.cleaned_data
        if entry.get("gathering"):
            return {"gathering": entry["gathering"], "dots_each": entry["dots_each"]}
        starts_at = timezone.make_aware(datetime.combine(entry["on"], entry["hour"]))
        return {**{name: entry[name] for name in ("title", "place", "dots_each")}, "starts_at": starts_at}


class ObservationChoice(SeveralField):
    """Observations to choose, each by its words and by who sees it."""

    def label_from_instance(self, obj: Observation) -> str:
        """Return what is seen."""
        return f"{obj.text[:160]} ({obj.structure or obj.source})"


class CardsForm(forms.Form):
    """The cards to bring."""

    voices = VoiceChoice(
        label=_("Des paroles que tout le monde peut lire"),
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Celles qui ne sont encore dans aucun problème viennent d’abord."),
    )
    observations = ObservationChoice(
        label=_("Ce que voient les structures, ce que disent les sources"),
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, workshop: Workshop, day: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        most = queries.MOST_CHOICES
        voices = queries.voices_to_choose(workshop.pole, day)
        observations = queries.observations_to_choose(workshop.pole)
        chosen = {"voices": voices, "observations": observations}
        for name, found in chosen.items():
            first = list(found.values_list("pk", flat=True)[:most])
            self.fields[name].queryset = found.filter(pk__in=first)  # type: ignore[attr-defined]
            if not first:
                del self.fields[name]


class KnownProblemsForm(forms.Form):
    """Problems that are known, to put on the wall."""

    problems = SeveralField(
        label=_("Les problèmes à mettre au mur"), queryset=None, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, workshop: Workshop, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["problems"].queryset = queries.problems_to_put(workshop)  # type: ignore[attr-defined]


class NewProblemForm(forms.Form):
    """A problem found while sorting."""

    title = forms.CharField(label=_("Un nouveau problème, en une phrase"), max_length=140)
    kinds = forms.MultipleChoiceField(
        label=_("Il est"), choices=Kind.choices, widget=forms.CheckboxSelectMultiple, initial=[Kind.SOCIAL.value]
    )
    split_from = forms.ModelChoiceField(
        label=_("Mis à part d’un problème connu"), queryset=None, required=False, empty_label=_("non, il est nouveau")
    )

    def __init__(self, *args: Any, workshop: Workshop, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = Problem.objects.filter(pole=workshop.pole_id).standing()
        self.fields["split_from"].queryset = known  # type: ignore[attr-defined]
        if not known.exists():
            del self.fields["split_from"]


class MergeOnWallForm(forms.Form):
    """Two problems of the wall that are one."""

    wall = forms.ModelChoiceField(label=_("Ce problème"), queryset=None)
    into = forms.ModelChoiceField(
        label=_("Est le même que celui-ci, dont le titre reste"),
        queryset=None,
        help_text=_("Les cartes des deux seront ensemble. On peut les séparer de nouveau."),
    )

    def __init__(self, *args: Any, workshop: Workshop, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("wall", "into"):
            self.fields[name].queryset = workshop.wall.filter(merged_into=None)  # type: ignore[attr-defined]


class CardForm(forms.Form):
    """A card written in the room."""

    text = forms.CharField(
        label=_("Les mots, tels qu’ils sont dits"), max_length=LONGEST, widget=forms.Textarea({"rows": 3})
    )
    sense = forms.ChoiceField(label=_("C’est plutôt"), choices=Sense.choices, initial=Sense.MISSING)
    theme = forms.ChoiceField(label=_("Sur quoi"), choices=Theme.choices, initial=Theme.OTHER)
    is_public = forms.BooleanField(
        label=_("Qui l’a dit est d’accord pour que tout le monde lise ces mots, sans son nom"), required=False
    )
    mark = forms.CharField(max_length=64, widget=forms.HiddenInput)


class PeopleForm(forms.Form):
    """How many of each kind are there."""

    def __init__(self, *args: Any, workshop: Workshop, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        now = {one.kind: one.count for one in workshop.presences.all()}
        for kind, label in Presence.choices:
            self.fields[kind] = forms.IntegerField(
                label=label, min_value=0, max_value=999, initial=now.get(kind, 0), required=False
            )

    def counts(self) -> dict[str, int]:
        """Return what the act takes."""
        return {kind: count or 0 for kind, count in self.cleaned_data.items()}


class WallDotsForm(forms.Form):
    """The dots counted from the wall, under each problem."""

    most = 20_000

    def __init__(self, *args: Any, problems: Sequence[queries.Under], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in problems:
            self.fields[f"points-{one.wall.pk}"] = self.box(one)

    def box(self, one: queries.Under) -> forms.Field:
        """Return the box of one problem."""
        return forms.IntegerField(
            label=one.wall.title, min_value=0, max_value=self.most, initial=one.from_wall, required=False
        )

    def counts(self) -> dict[int, int]:
        """Return what the act takes."""
        return {int(name.removeprefix("points-")): int(count or 0) for name, count in self.cleaned_data.items()
                if name.startswith("points-")}  # fmt: skip


class PhoneDotsForm(WallDotsForm):
    """The dots of one person, chosen in a list under each problem."""

    hand = forms.CharField(max_length=43, min_length=20, widget=forms.HiddenInput)

    def __init__(self, *args: Any, each: int, placed: dict[int, int], **kwargs: Any) -> None:
        self.each, self.placed = each, placed
        super().__init__(*args, **kwargs)

    def box(self, one: queries.Under) -> forms.Field:
        """Return the list of one problem."""
        numbers = [(str(number), str(number)) for number in range(self.each + 1)]
        return forms.ChoiceField(label=one.wall.title, choices=numbers, initial=str(self.placed.get(one.wall.pk, 0)))


class VoteCodeForm(forms.Form):
    """The code on the wall."""

    code = forms.CharField(
        label=_("Le code affiché au mur"),
        max_length=12,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )


class DecisionForm(forms.Form):
    """What is decided, and who takes it on."""

    words = forms.CharField(label=_("Ce qui est décidé"), max_length=300)
    wall = forms.ModelChoiceField(label=_("Pour quel problème"), queryset=None, required=False, empty_label="—")
    structure = forms.ModelChoiceField(
        label=_("Quelle structure s’en charge"), queryset=None, required=False, empty_label="—"
    )
    who = forms.CharField(
        label=_("Ou qui d’autre"),
        max_length=120,
        required=False,
        help_text=_("Un groupe, une institution ; pas le nom d’une personne."),
    )
    due_on = DayField(label=_("Pour le"), required=False)

    def __init__(self, *args: Any, actor: Actor, workshop: Workshop, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wall"].queryset = workshop.wall.filter(merged_into=None)  # type: ignore[attr-defined]
        self.fields["structure"].queryset = visible_structures(actor, workshop.pole)  # type: ignore[attr-defined]


class CloseForm(forms.Form):
    """When and about what one meets again."""

    next_on = DayField(label=_("Le prochain rendez-vous"), required=False)
    next_words = forms.CharField(label=_("Où, et pour quoi"), max_length=300, required=False)


class SendMinutesForm(forms.Form):
    """When and how the minutes were given."""

    sent_on = DayField(label=_("Donné le"))
    words = forms.CharField(
        label=_("Comment"),
        max_length=200,
        help_text=_("Affiché dans le hall, donné en main propre, envoyé par courrier…"),
    )
