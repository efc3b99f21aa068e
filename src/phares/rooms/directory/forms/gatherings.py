"""Planning a gathering."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.day_field import DayField
from phares.rooms.directory.models.gathering import GatheringKind


class GatheringForm(forms.Form):
    """What, when and where."""

    kind = forms.ChoiceField(label=_("De quoi s’agit-il"), choices=GatheringKind.choices, widget=forms.RadioSelect)
    title = forms.CharField(label=_("Titre"), max_length=140)
    on = DayField(label=_("Le jour"))
    hour = forms.TimeField(
        label=_("L’heure"), initial=time(18), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    place = forms.CharField(label=_("Le lieu"), max_length=120, required=False)

    def said(self) -> dict[str, Any]:
        """Return what the act takes."""
        entry = self.cleaned_data
        starts_at = timezone.make_aware(datetime.combine(entry["on"], entry["hour"]))
        return {"kind": entry["kind"], "title": entry["title"], "starts_at": starts_at, "place": entry["place"]}
