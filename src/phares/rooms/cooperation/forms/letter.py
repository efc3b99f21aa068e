"""What one wants to receive, and on which day the letter leaves."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.rooms.cooperation.models.letter import Weekday, When


def _when(label: Any, choices: Any = When.choices) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect)


class MailWishForm(forms.Form):
    """Subject by subject, when one hears of it."""

    proposals = _when(_("Ce qu’on nous propose : quelqu’un qui pourrait aider, un échange à plusieurs"))
    answers = _when(_("Ce qu’on nous répond"))
    messages = _when(_("Les messages entre parties d’une coopération"))
    own_items = _when(_("Nos besoins et nos offres : ce qui prend fin, ce qui est noté pour nous"))


class LetterDayForm(forms.Form):
    """The day of the week."""

    weekday = forms.TypedChoiceField(label=_("La lettre du pôle part le"), choices=Weekday.choices, coerce=int)
