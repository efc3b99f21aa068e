"""Answering a match: interested, later, or not for us."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.day_field import DayField
from phares.rooms.cooperation.models.item import Side
from phares.rooms.cooperation.models.match import Choice, Why

LATER_BY = timedelta(days=30)
LATEST = timedelta(days=730)
MOST_ID = 2**63 - 1


class AnswerForm(forms.Form):
    """What every answer carries: which of the three, for which side, and the answer that the page showed."""

    choice = forms.ChoiceField(choices=Choice.choices, widget=forms.HiddenInput)
    side = forms.ChoiceField(choices=Side.choices, widget=forms.HiddenInput, required=False)
    seen = forms.IntegerField(min_value=1, max_value=MOST_ID, required=False, widget=forms.HiddenInput)


class InterestedForm(AnswerForm):
    """Interested: nothing more to say."""


class LaterForm(AnswerForm):
    """Later: from which day on it may come back."""

    back_on = DayField(label=_("À partir de quel jour"))

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.day = day
        self.fields["back_on"].initial = day + LATER_BY

    def clean_back_on(self) -> date:
        """Refuse a day gone by, and one so far off that nobody would remember."""
        back_on: date = self.cleaned_data["back_on"]
        if not self.day < back_on <= self.day + LATEST:
            raise forms.ValidationError(_("Choisissez un jour à venir, d’ici deux ans."))
        return back_on


class NotForUsForm(AnswerForm):
    """Not for us: why, and whether the other side may read it."""

    why = forms.ChoiceField(
        label=_("Pourquoi"),
        choices=[("", _("sans le dire")), *Why.choices],
        required=False,
        help_text=_("Nous en tenons compte dans ce que nous vous proposons ensuite. Personne d’autre ne le lit."),
    )
    reason = forms.CharField(
        label=_("Un mot de plus"),
        max_length=240,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Pour vous en souvenir. Ni la coordination ni l’autre côté ne la lisent."),
    )
    reason_is_shared = forms.BooleanField(label=_("La faire lire à l’autre côté"), required=False)


FORMS: dict[str, type[AnswerForm]] = {
    Choice.INTERESTED: InterestedForm,
    Choice.LATER: LaterForm,
    Choice.NOT_FOR_US: NotForUsForm,
}


def answer_form(sent: Any, *, choice: str, day: date, **initial: Any) -> AnswerForm:
    """Return the form of one of the three answers; anything else asks for no more than an answer."""
    form_class = FORMS.get(choice, InterestedForm)
    extra: dict[str, Any] = {"day": day} if form_class is LaterForm else {}
    return form_class(sent, initial={"choice": choice, **initial}, **extra)
