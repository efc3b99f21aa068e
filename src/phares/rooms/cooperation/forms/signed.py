"""Answers given from a mail: one page, one question."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.day_field import DayField
from phares.rooms.cooperation.forms.matches import LATER_BY, LATEST
from phares.rooms.cooperation.forms.saying import LARGEST_QUANTITY, SpacedDecimal
from phares.rooms.cooperation.models import PooledPart
from phares.rooms.cooperation.models.match import LONGEST_REASON, Choice, Why


class AnswerByLinkForm(forms.Form):
    """The three answers, and what each may say more."""

    choice = forms.ChoiceField(label=_("Votre réponse"), choices=Choice.choices, widget=forms.RadioSelect)
    back_on = DayField(label=_("Si c’est plus tard : à partir de quel jour"), required=False)
    why = forms.ChoiceField(
        label=_("Si ce n’est pas pour vous : pourquoi"),
        choices=[("", _("sans le dire")), *Why.choices],
        required=False,
        help_text=_("Nous en tenons compte dans ce que nous vous proposons ensuite. Personne d’autre ne le lit."),
    )
    reason = forms.CharField(label=_("Un mot de plus"), max_length=LONGEST_REASON, required=False)
    reason_is_shared = forms.BooleanField(label=_("Le faire lire à l’autre côté"), required=False)

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.day = day
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


class ChainByLinkForm(forms.Form):
    """Yes or no: a chain holds with everybody, or not at all."""

    choice = forms.ChoiceField(
        label=_("Votre réponse"),
        choices=[(Choice.INTERESTED, _("nous en sommes")), (Choice.NOT_FOR_US, _("pas pour nous"))],
        widget=forms.RadioSelect,
    )


class PooledByLinkForm(forms.Form):
    """In, later, or not; and for how much."""

    choice = forms.ChoiceField(label=_("Votre réponse"), choices=Choice.choices, widget=forms.RadioSelect)
    quantity = SpacedDecimal(
        label=_("Combien il vous en faudrait"),
        min_value=Decimal("0.01"),
        max_value=LARGEST_QUANTITY,
        max_digits=10,
        decimal_places=2,
        required=False,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )

    def __init__(self, *args: Any, part: PooledPart, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["quantity"].initial = part.quantity
