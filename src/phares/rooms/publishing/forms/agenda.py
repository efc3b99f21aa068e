"""Forms of the agenda: coming to a gathering, opening its list."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from phares.rooms.publishing.actions.registration import MOST_PEOPLE, MOST_PLACES
from phares.rooms.publishing.models import RegistrationList


class RegistrationForm(forms.Form):
    """Who comes, and how to reach them if something changes."""

    name = forms.CharField(label=_("Votre nom"), max_length=120)
    email = forms.EmailField(
        label=_("Votre adresse électronique"),
        required=False,
        help_text=_("Pour la confirmation, et si la date change."),
    )
    phone = forms.CharField(
        label=_("Ou votre téléphone"), max_length=30, required=False, help_text=_("L’un des deux suffit.")
    )
    people = forms.IntegerField(
        label=_("Combien serez-vous, vous compris ?"), min_value=1, max_value=MOST_PEOPLE, initial=1
    )


class RegistrationListForm(forms.Form):
    """How many may come, until when it lasts."""

    places = forms.IntegerField(
        label=_("Nombre de places"),
        min_value=1,
        max_value=MOST_PLACES,
        required=False,
        help_text=_("Laissez vide si tout le monde peut venir. Au-delà, on attend qu’une place se libère."),
    )
    until = forms.TimeField(
        label=_("Jusqu’à quelle heure"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    words = forms.CharField(
        label=_("Ce qu’il faut savoir"), max_length=600, required=False, widget=forms.Textarea({"rows": 4})
    )

    def said(self, starts_at: datetime) -> dict[str, Any]:
        """Return what the act takes."""
        entry = self.cleaned_data
        day = timezone.localtime(starts_at).date()
        until = entry["until"]
        ends_at = timezone.make_aware(datetime.combine(day, until)) if until else None
        return {"places": entry["places"], "ends_at": ends_at, "words": entry["words"]}

    @staticmethod
    def of(opened: RegistrationList | None) -> dict[str, Any]:
        """Return what the form shows at first."""
        if opened is None:
            return {}
        until = timezone.localtime(opened.ends_at).time() if opened.ends_at else None
        return {"places": opened.places, "until": until, "words": opened.words}
