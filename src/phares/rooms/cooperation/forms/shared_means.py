"""Forms of shared means: what and who, a key in as many parts as it takes, an amount over a period."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.day_field import DayField
from phares.rooms.cooperation.actions.sharing_key import MOST_PARTS, PartDraft
from phares.rooms.cooperation.models import MeansUse, Party

_SHARE = re.compile(r"(\d{1,6})\s*/\s*(\d{1,6})|(\d{1,3}(?:[.,]\d{1,6})?)\s*%?")
_EUROS = re.compile(r"\d{1,12}(?:[.,]\d{1,2})?")
_HOURS = re.compile(r"(\d{1,5})h([0-5]\d)?|(\d{1,5}(?:[.,]\d{1,2})?)")
_SPACES = re.compile(r"[\s\u00a0\u202f]+")
FEWEST_MEASURES, MOST_MEASURES = 2, MOST_PARTS - 1


class ShareField(forms.CharField):
    """A share of the whole, as a percentage (« 60 », « 33,5 % ») or a fraction (« 2/3 »)."""

    def to_python(self, value: Any) -> Any:
        """Return the exact fraction, None where nothing is written."""
        text = super().to_python(value).strip()
        if not text:
            return None
        read = _SHARE.fullmatch(text)
        if read is None or (read[2] is not None and int(read[2]) == 0):
            raise ValidationError(_("Écrivez un pourcentage, comme 60, ou une fraction, comme 2/3."))
        share = Fraction(int(read[1]), int(read[2])) if read[1] else Fraction(read[3].replace(",", ".")) / 100
        if not 0 <= share <= 1:
            raise ValidationError(_("Une part va de 0 à 100."))
        return share


class EurosField(forms.CharField):
    """An amount in euros, kept in whole cents; « 1 250,50 » as people write it."""

    def to_python(self, value: Any) -> Any:
        """Return cents, None where nothing is written."""
        text = _SPACES.sub("", super().to_python(value)).removesuffix("€")
        if not text:
            return None
        if not _EUROS.fullmatch(text):
            raise ValidationError(_("Écrivez un montant en euros, comme 1250 ou 1250,50."))
        return int(Decimal(text.replace(",", ".")) * 100)


class HoursField(forms.CharField):
    """Hours as people write them (« 3 », « 2,5 », « 2 h 30 »), kept in whole minutes."""

    def to_python(self, value: Any) -> Any:
        """Return minutes, None where nothing is written."""
        text = _SPACES.sub("", super().to_python(value)).lower()
        if not text:
            return None
        read = _HOURS.fullmatch(text)
        if read is None:
            raise ValidationError(_("Écrivez des heures, comme 3, 2,5 ou 2 h 30."))
        if read[1]:
            return int(read[1]) * 60 + int(read[2] or 0)
        return round(Decimal(read[3].replace(",", ".")) * 60)


class MeansForm(forms.Form):
    """What is shared, by whom, from when on."""

    title = forms.CharField(
        label=_("Qu’est-ce que vous partagez ?"),
        max_length=120,
        help_text=_("Le photocopieur, la ligne Internet, la salle du fond…"),
    )
    detail = forms.CharField(
        label=_("Un détail utile"), max_length=300, required=False, widget=forms.Textarea({"rows": 2})
    )
    users = forms.MultipleChoiceField(label=_("Qui s’en sert ?"), widget=forms.CheckboxSelectMultiple)
    from_on = DayField(label=_("Depuis quel jour ?"))

    def __init__(self, parties: Sequence[Party], **sent: Any) -> None:
        super().__init__(**sent)
        self.parties = {str(party.pk): party for party in parties}
        self.fields["users"].choices = [(key, str(party)) for key, party in self.parties.items()]  # type: ignore[attr-defined]

    def clean_users(self) -> list[Party]:
        """Return the parties chosen."""
        return [self.parties[key] for key in self.cleaned_data["users"]]


class KeyForm(forms.Form):
    """A key: an equal part, and parts by as many measures as it takes; what is left empty counts for nothing.

    The button that asks for room for one more measure keeps all that is typed and checks nothing yet.
    """

    from_on = DayField(label=_("À partir du"), help_text=_("Les comptes déjà clos ne changent pas."))
    equal = ShareField(label=_("Part répartie à égalité, en %"), required=False)

    def __init__(self, uses: Sequence[MeansUse], *, data: Any = None, initial: Mapping[str, Any] | None = None) -> None:
        asks_for_more = data is not None and "more" in data
        kept = {**(initial or {}), **(data.dict() if asks_for_more else {})}
        super().__init__(data=None if asks_for_more else data, initial=kept)
        self.uses, self.count = uses, _room_for(data, asks_for_more)
        for number in range(1, self.count + 1):
            self.fields[f"share_{number}"] = ShareField(label=_("Part répartie selon une mesure, en %"), required=False)
            self.fields[f"measure_{number}"] = forms.CharField(
                label=_("Quelle mesure ?"),
                max_length=40,
                required=False,
                help_text=_("m², heures, postes de travail, copies…"),
            )
            for use in uses:
                self.fields[f"weight_{number}_{use.pk}"] = forms.DecimalField(
                    label=str(use.party), required=False, min_value=0, max_digits=12, decimal_places=3, localize=True
                )

    @property
    def groups(self) -> list[dict[str, Any]]:
        """Return the fields of each measure together, as the page shows them."""
        return [
            {
                "number": number,
                "share": self[f"share_{number}"],
                "measure": self[f"measure_{number}"],
                "weights": [self[f"weight_{number}_{use.pk}"] for use in self.uses],
            }
            for number in range(1, self.count + 1)
        ]

    @property
    def may_add(self) -> bool:
        """Say whether there is room for one more measure."""
        return self.count < MOST_MEASURES

    def clean(self) -> dict[str, Any]:
        """Gather the parts; a measure without share, or a share without measure, is to be mended."""
        cleaned = super().clean() or {}
        parts = [PartDraft(cleaned["equal"])] if cleaned.get("equal") else []
        for number in range(1, self.count + 1):
            share, measure = cleaned.get(f"share_{number}"), cleaned.get(f"measure_{number}", "").strip()
            if share and not measure:
                self.add_error(f"measure_{number}", _("Dites quelle mesure."))
            elif measure and not share:
                self.add_error(f"share_{number}", _("Dites quelle part, en %."))
            elif share:
                parts.append(PartDraft(share, measure, self._weights(cleaned, number)))
        if not self.errors and sum((part.share for part in parts), Fraction(0)) != 1:
            raise ValidationError(_("Les parts de la clé doivent faire cent pour cent."))
        return {"from_on": cleaned.get("from_on"), "parts": parts}

    def _weights(self, cleaned: Mapping[str, Any], number: int) -> dict[int, Decimal]:
        return {use.party_id: cleaned.get(f"weight_{number}_{use.pk}") or Decimal(0) for use in self.uses}


def _room_for(data: Any, asks_for_more: bool) -> int:
    """Return how many measures the page has room for, as it said itself; a number it never wrote counts for none."""
    said = str(data.get("measures", "")) if data is not None else ""
    count = int(said) if said.isascii() and said.isdigit() and len(said) <= 2 else FEWEST_MEASURES
    return min(max(count + asks_for_more, FEWEST_MEASURES), MOST_MEASURES)


class AccountForm(forms.Form):
    """What it cost from one day to another; `sure` is asked for an amount far from the one before."""

    from_on = DayField(label=_("Du"))
    until_on = DayField(label=_("Au"))
    amount = EurosField(label=_("Ce que cela a coûté, en euros"))
    sure = forms.BooleanField(
        label=_("C’est bien ce montant, même s’il est très différent du précédent"), required=False
    )


class EndUseForm(forms.Form):
    """The last day of a use."""

    until_on = DayField(label=_("Dernier jour où cette partie s’en sert"))


def year_of(today: date) -> dict[str, date]:
    """Return the days of the year, as the form of an account begins."""
    return {"from_on": date(today.year, 1, 1), "until_on": date(today.year, 12, 31)}
