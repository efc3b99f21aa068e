"""What one wants to receive, and on which day the letter leaves."""

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.rooms.cooperation.models.letter import Weekday


class MailWishForm(forms.Form):
    """The letter, and answers at once."""

    weekly = forms.BooleanField(
        label=_("La lettre de la semaine : ce qui m’attend, en un seul message"), required=False
    )
    at_once = forms.BooleanField(
        label=_("Aussitôt : quand quelqu’un peut aider, ou répond à ce que nous avons dit"), required=False
    )


class LetterDayForm(forms.Form):
    """The day of the week."""

    weekday = forms.TypedChoiceField(label=_("La lettre du pôle part le"), choices=Weekday.choices, coerce=int)
