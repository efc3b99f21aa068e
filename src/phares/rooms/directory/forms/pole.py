"""Forms on the pole itself: what it says of itself, a dated event with its source."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.day_field import DayField
from phares.rooms.commons.days import day_words
from phares.rooms.directory.models import Pole, Structure
from phares.rooms.directory.models.milestone import MilestoneKind


class PoleForm(forms.Form):
    """What the pole is, what it is not, who decides, where to find it."""

    headline = forms.CharField(
        label=_("Ce que le pôle n’est pas, ou ce qui le dit en une phrase"),
        max_length=160,
        required=False,
        help_text=_("Elle ouvre la première page."),
    )
    presentation = forms.CharField(
        label=_("Ce que vous êtes"), max_length=4000, required=False, widget=forms.Textarea({"rows": 6})
    )
    governance = forms.CharField(
        label=_("Qui décide, et comment"), max_length=4000, required=False, widget=forms.Textarea({"rows": 4})
    )
    address = forms.CharField(
        label=_("Adresse du lieu"),
        max_length=200,
        required=False,
        help_text=_("Les habitantes et les habitants y passent dire ce qui manque."),
    )
    contact_phone = forms.CharField(label=_("Téléphone du pôle"), max_length=30, required=False)
    contact_email = forms.EmailField(
        label=_("Adresse électronique du pôle"),
        required=False,
        help_text=_("Une adresse commune, plutôt que celle d’une personne."),
    )


class MilestoneForm(forms.Form):
    """A dated event, as a source tells it."""

    title = forms.CharField(label=_("Ce qui s’est passé, en une phrase"), max_length=200)
    kind = forms.ChoiceField(label=_("Ce que c’est"), choices=MilestoneKind.choices, widget=forms.RadioSelect)
    on = DayField(label=_("Date"), help_text=_("Le premier jour possible, si la source n’est pas plus précise."))
    when = forms.CharField(
        label=_("La date telle que la source la dit"),
        max_length=60,
        required=False,
        help_text=_("Par exemple : début 2014. Laissez vide si le jour est connu."),
    )
    detail = forms.CharField(
        label=_("Quelques mots de plus"), max_length=2000, required=False, widget=forms.Textarea({"rows": 3})
    )
    source = forms.CharField(label=_("D’où vous le savez"), max_length=200, required=False)
    source_url = forms.URLField(label=_("Adresse de la source"), max_length=400, required=False, assume_scheme="https")
    structure = forms.ModelChoiceField(
        label=_("De quelle structure"),
        queryset=Structure.objects.none(),
        to_field_name="slug",
        required=False,
        empty_label=_("du pôle lui-même"),
    )
    until_on = DayField(
        label=_("Dernier jour, pour un label qui s’arrête"),
        required=False,
        help_text=_("Laissez vide s’il vaut encore, ou si ce n’est pas un label."),
    )

    def __init__(self, *args: Any, pole: Pole, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        structures = Structure.objects.filter(pole=pole, name_is_established=True)
        self.fields["structure"].queryset = structures  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A day that is known is said in full where no other words are given."""
        cleaned: dict[str, Any] = super().clean() or {}
        if "on" in cleaned and not cleaned.get("when"):
            cleaned["when"] = day_words(cleaned["on"])
        return cleaned
