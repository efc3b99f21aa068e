"""Forms on the actors around the pole."""

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.rooms.directory.models.structure import OutsideKind


class OutsidePlaceForm(forms.Form):
    """What an actor is to the pole, what it works on, and how this is known."""

    outside_kind = forms.ChoiceField(
        label=_("Ce qu’il est pour le pôle"), choices=OutsideKind.choices, widget=forms.RadioSelect
    )
    axes = forms.CharField(
        label=_("Ses axes de travail"),
        max_length=240,
        required=False,
        help_text=_("En quelques mots : emploi des jeunes, alimentation, mobilités."),
    )
    source = forms.CharField(label=_("D’où vous le savez"), max_length=200, required=False)
    source_url = forms.URLField(label=_("Adresse de la source"), max_length=400, required=False, assume_scheme="https")


class OutsideActorForm(OutsidePlaceForm):
    """An actor around the pole enters the directory."""

    name = forms.CharField(label=_("Nom"), max_length=120)
    commune = forms.CharField(label=_("Commune"), max_length=80, required=False)
    mission = forms.CharField(label=_("Ce qu’il fait, en une phrase"), max_length=240, required=False)

    field_order = ["name", "outside_kind", "commune", "mission", "axes", "source", "source_url"]
