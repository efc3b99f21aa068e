"""The form of the rule by which ties fade."""

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.day_field import DayField


class FadeForm(forms.Form):
    """For how many days, from which day on."""

    days = forms.IntegerField(
        label=_("Nombre de jours après le dernier fait"),
        min_value=30,
        max_value=1830,
        help_text=_("365 jours pour un an ; entre 30 et 1830."),
    )
    from_on = DayField(label=_("À partir du"))
