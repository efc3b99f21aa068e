"""The form of one section of a sheet: one question, whatever it holds."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phares.rooms.commons.day_field import DayField
from phares.rooms.publishing.sheet_fields import SORTS, Column, SheetField

MOST_ROWS, BLANK_ROWS = 30, 2
MOST_WORDS, LONGEST_WORD = 12, 60
MOST_EUROS = 10**9


class SectionForm(forms.Form):
    """One field of a sheet that is a line, a text, a day, a mail, an address or a list of words."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, section: SheetField, value: Any, seen: str, sent: Any = None) -> None:
        shown = ", ".join(value) if isinstance(value, list) else value
        super().__init__(sent, initial={"value": shown, "seen": seen})
        self.section = section
        self.fields["value"] = self._box(section)

    @staticmethod
    def _box(section: SheetField) -> forms.Field:
        """Return the box that fits."""
        said: dict[str, Any] = {"label": section.question, "help_text": section.hint, "required": False}
        if section.kind == "date":
            return DayField(**said)
        if section.kind == "email":
            return forms.EmailField(**said)
        if section.kind == "url":
            return forms.URLField(**said, assume_scheme="https", max_length=section.longest)
        if section.kind == "text":
            rows = 5 if section.longest <= 1000 else 12
            return forms.CharField(**said, max_length=section.longest, widget=forms.Textarea({"rows": rows}))
        return forms.CharField(**said, max_length=section.longest if section.kind == "line" else 800)

    def clean_value(self) -> Any:
        """Return what the sheet keeps: words of a list apart, a day as it is written in numbers."""
        value = self.cleaned_data["value"]
        if isinstance(value, date):
            return value.isoformat()
        if self.section.kind != "words":
            return (value or "").strip()
        words = [one for one in (part.strip().lstrip("#").strip() for part in (value or "").split(",")) if one]
        if len(words) > MOST_WORDS or any(len(word) > LONGEST_WORD for word in words):
            raise ValidationError(_("Douze mots au plus, de soixante signes au plus."))
        return list(dict.fromkeys(words))


class Row:
    """One row of a section: its boxes with what was typed, and what is wrong in them."""

    def __init__(self, columns: Sequence[Column], typed: Mapping[str, str]) -> None:
        self.typed = {key: value.replace("\0", "") for key, value in typed.items()}
        self.errors: dict[str, str] = {}
        self.kept: dict[str, str] = {}
        for column in columns:
            try:
                self.kept[column.code] = _read(column, self.typed.get(column.code, "").strip())
            except ValidationError as error:
                self.errors[column.code] = str(error.messages[0])

    @property
    def is_blank(self) -> bool:
        """Say whether nothing was typed."""
        return not any(value.strip() for key, value in self.typed.items() if key != "sort")


def _read(column: Column, typed: str) -> str:
    """Return what a box holds as the sheet keeps it; raise where it cannot be that."""
    if len(typed) > column.longest:
        raise ValidationError(_("C’est trop long."))
    if not typed:
        return "other" if column.kind == "sort" else ""
    return _READERS.get(column.kind, str)(typed)


def _read_day(typed: str) -> str:
    day = DayField(required=False).clean(typed)
    return day.isoformat() if day else ""


def _read_url(typed: str) -> str:
    if not typed.startswith("/"):  # a page of this site
        URLValidator(schemes=["http", "https"])(typed)
    return typed


def _read_year(typed: str) -> str:
    if not (typed.isascii() and typed.isdecimal() and 1900 <= int(typed) <= 2199):
        raise ValidationError(_("Écrivez l’année en quatre chiffres."))
    return typed


def _read_money(typed: str) -> str:
    """Return an amount in cents; « 1 200,50 € » is 120050."""
    plain = "".join(typed.split()).replace("€", "").replace(",", ".")
    try:
        amount = Decimal(plain)
    except InvalidOperation as error:
        raise ValidationError(_("Écrivez un montant, par exemple 1 200 ou 850,50.")) from error
    if not amount.is_finite() or not 0 <= amount < MOST_EUROS:
        raise ValidationError(_("Ce montant n’est pas possible."))
    return str(int((amount * 100).to_integral_value()))


def _read_sort(typed: str) -> str:
    if typed not in SORTS:
        raise ValidationError(_("Ce choix n’existe pas."))
    return typed


_READERS = {"date": _read_day, "url": _read_url, "year": _read_year, "money": _read_money, "sort": _read_sort}


def shown_money(cents: str) -> str:
    """Return an amount as one types it."""
    return f"{int(cents) // 100},{int(cents) % 100:02d}".removesuffix(",00") if cents else ""


class RowsEntry:
    """A section made of rows, as it is typed: those that are there, and a few more to fill in."""

    def __init__(self, section: SheetField, value: Sequence[Mapping[str, str]], sent: Mapping[str, str] | None) -> None:
        self.section, self.is_sent = section, sent is not None
        typed = self._sent(sent) if sent is not None else [self._typed(row) for row in value]
        self.rows = [Row(section.columns, row) for row in typed]
        blank = 0 if len(self.rows) >= MOST_ROWS else BLANK_ROWS
        self.shown = [row for row in self.rows if not row.is_blank] + [
            Row(section.columns, {}) for _row in range(blank)
        ]

    def _typed(self, row: Mapping[str, str]) -> dict[str, str]:
        money = {column.code for column in self.section.columns if column.kind == "money"}
        return {key: shown_money(value) if key in money else value for key, value in row.items()}

    def _sent(self, sent: Mapping[str, str]) -> list[dict[str, str]]:
        codes = [column.code for column in self.section.columns]
        return [{code: sent.get(f"{code}-{at}", "") for code in codes} for at in range(MOST_ROWS)]

    @property
    def errors(self) -> list[tuple[str, str, str]]:
        """Return for each wrong box its id, its label and what is wrong."""
        return [
            (f"id_{column.code}-{at}", str(column.label), row.errors[column.code])
            for at, row in enumerate(self.shown)
            for column in self.section.columns
            if column.code in row.errors and not row.is_blank
        ]

    def value(self) -> list[dict[str, str]]:
        """Return the rows that hold something."""
        return [row.kept for row in self.rows if not row.is_blank]

    @property
    def boxes(self) -> list[tuple[int, list[dict[str, Any]]]]:
        """Return what the page draws: for each row its number and its boxes."""
        return [
            (at + 1, [self._box(column, row, at) for column in self.section.columns])
            for at, row in enumerate(self.shown)
        ]

    def _box(self, column: Column, row: Row, at: int) -> dict[str, Any]:
        return {
            "name": f"{column.code}-{at}",
            "label": column.label,
            "kind": column.kind,
            "longest": column.longest,
            "value": row.typed.get(column.code, ""),
            "error": row.errors.get(column.code, "") if not row.is_blank else "",
            "choices": list(SORTS.items()) if column.kind == "sort" else [],
            "is_long": column.longest >= 240 and column.kind == "line",
        }


class FilingForm(forms.Form):
    """Where a sheet stands, who publishes it, which structure it is about."""

    rubric = forms.ChoiceField(label=gettext_lazy("Rubrique"), required=False)
    publisher = forms.CharField(
        label=gettext_lazy("Qui la publie"),
        max_length=160,
        help_text=gettext_lazy("Le pôle, ou un centre de ressources qui publie pour plusieurs pôles."),
    )
    structure = forms.ChoiceField(label=gettext_lazy("Structure dont elle parle"), required=False)

    def __init__(
        self, rubrics: Sequence[tuple[str, str]], structures: Sequence[tuple[str, str]], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rubric"].choices = [("", _("Aucune")), *rubrics]  # type: ignore[attr-defined]
        self.fields["structure"].choices = [("", _("Aucune, ou plusieurs")), *structures]  # type: ignore[attr-defined]
