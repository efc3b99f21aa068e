"""Forms on what is known and read: a resident on paper, a consent, a reading link."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.day_field import DayField
from phares.rooms.directory.models import Pole, ResidentsGroup
from phares.rooms.directory.models.consent import ConsentManner, Purpose
from phares.rooms.directory.roles import scopes_offered


class ResidentForm(forms.Form):
    """Somebody without mail, for whom one notes."""

    given_name = forms.CharField(label=_("Prénom"), max_length=80)
    family_name = forms.CharField(label=_("Nom"), max_length=80, required=False)
    phone = forms.CharField(label=_("Téléphone"), max_length=30, required=False)
    group = forms.ModelChoiceField(
        label=_("Porte-parole du groupe"),
        queryset=ResidentsGroup.objects.none(),
        required=False,
        empty_label=_("aucun : pour soi-même"),
    )

    def __init__(self, *args: Any, pole: Pole, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].queryset = ResidentsGroup.objects.filter(pole=pole)  # type: ignore[attr-defined]


class ConsentForm(forms.Form):
    """What a person agrees to, until when."""

    purpose = forms.ChoiceField(label=_("D’accord pour"), choices=Purpose.choices, widget=forms.RadioSelect)
    until_on = DayField(label=_("Jusqu’au"), help_text=_("Trois ans au plus ; ensuite, on redemande."))


class NotedConsentForm(ConsentForm):
    """The same, noted for somebody else: how they said so."""

    manner = forms.ChoiceField(
        label=_("Dit comment"),
        choices=[(one.value, one.label) for one in (ConsentManner.PAPER, ConsentManner.ALOUD)],
        widget=forms.RadioSelect,
    )


class ReadingLinkForm(forms.Form):
    """Who may read, what, until when."""

    reader = forms.CharField(
        label=_("Pour qui"), max_length=120, help_text=_("Par exemple : le service économie de la région.")
    )
    scope = forms.ChoiceField(label=_("Ce que le lien montre"), choices=scopes_offered, widget=forms.RadioSelect)
    until_on = DayField(label=_("Dernier jour"), help_text=_("Un an au plus. Le lien peut être retiré avant."))


class ErasureForm(forms.Form):
    """One tick before what cannot be undone."""

    understood = forms.BooleanField(label=_("J’ai lu ce qui part et ce qui reste ; cela ne se défait pas"))
