"""Prolonging, counting what is left, noting an answer by phone, proposing a time."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.day_field import DayField
from phares.rooms.cooperation.forms.matches import LATER_BY, LATEST
from phares.rooms.cooperation.forms.saying import LARGEST_QUANTITY, SpacedDecimal
from phares.rooms.cooperation.models.match import Choice, Why

QUARTERS = [(30, _("une demi-heure")), (60, _("une heure")), (90, _("une heure et demie")), (120, _("deux heures"))]


class ExtendForm(forms.Form):
    """Nothing to fill in: the button says it."""


class LeftForm(forms.Form):
    """How much is left."""

    left = SpacedDecimal(
        label=_("Ce qu’il en reste"),
        min_value=Decimal(0),
        max_value=LARGEST_QUANTITY,
        max_digits=10,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        help_text=_("Zéro ferme l’offre. Si quelque chose est revenu, écrivez le nouveau total."),
    )


class PhoneAnswerForm(forms.Form):
    """Who said what for which side, as whoever noted heard it."""

    side = forms.ChoiceField(label=_("Qui répond"), widget=forms.RadioSelect)
    said_by = forms.CharField(
        label=_("Qui l’a dit"), max_length=80, help_text=_("Son nom, tel que sa structure le connaît : elle le lira.")
    )
    choice = forms.ChoiceField(label=_("La réponse"), choices=Choice.choices, widget=forms.RadioSelect)
    back_on = DayField(label=_("Si c’est plus tard : à partir de quel jour"), required=False)
    why = forms.ChoiceField(
        label=_("Si ce n’est pas pour eux : pourquoi"), choices=[("", _("non dit")), *Why.choices], required=False
    )

    def __init__(self, *args: Any, sides: list[tuple[str, str]], day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.day = day
        self.fields["side"].choices = sides  # type: ignore[attr-defined]
        self.fields["back_on"].initial = day + LATER_BY

    def clean(self) -> dict[str, Any]:
        """Keep of the day and of the reason what the answer calls for."""
        entry = super().clean() or {}
        if entry.get("choice") != Choice.LATER:
            entry["back_on"] = None
        elif entry.get("back_on") and not self.day < entry["back_on"] <= self.day + LATEST:
            self.add_error("back_on", _("Choisissez un jour à venir, d’ici deux ans."))
        if entry.get("choice") != Choice.NOT_FOR_US:
            entry["why"] = ""
        return entry


class TimeForm(forms.Form):
    """A day, an hour, how long, where."""

    on = DayField(label=_("Le jour"))
    hour = forms.TimeField(
        label=_("L’heure"), initial=time(10), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    minutes = forms.TypedChoiceField(label=_("Combien de temps"), choices=QUARTERS, coerce=int, initial=60)
    place = forms.CharField(label=_("Où"), max_length=120, required=False)

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = day + timedelta(days=7)

    def said(self) -> dict[str, Any]:
        """Return what the act takes."""
        entry = self.cleaned_data
        starts_at = timezone.make_aware(datetime.combine(entry["on"], entry["hour"]))
        return {"starts_at": starts_at, "minutes": entry["minutes"], "place": entry["place"]}
