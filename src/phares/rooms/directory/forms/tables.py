"""Forms on tables: bringing one, saying what its columns are, and reading each of its lines."""

from collections.abc import Callable, Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from phares.rooms.commons.day_field import DayField
from phares.rooms.commons.models import TableImport
from phares.rooms.commons.search import search_words
from phares.rooms.commons.tables.cells import rows_kept
from phares.rooms.commons.tables.sheet import Row, Value
from phares.rooms.commons.tables.values import CellRefused, day_of, number_of, text_of
from phares.rooms.directory import capacity_words, identifiers
from phares.rooms.directory.models import ActivityField, Membership, Person, Structure
from phares.rooms.directory.models.membership import MembershipKind
from phares.rooms.directory.models.structure import LegalForm
from phares.rooms.directory.roles import role_choices
from phares.rooms.directory.table_columns import SUBJECTS, subject_choices
from phares.rooms.directory.table_rows import CellError, Entry, TableRow
from phares.rooms.directory.table_words import choice_of, codes_of, yes_or_no

LONGEST = {"presentation": 4000, "full_name": 120, "tags": 400}
MOST_PEOPLE = 1_000_000
SUMS = frozenset(search_words("total totaux sous somme moyenne"))


class TableForm(forms.Form):
    """A table is brought: what its lines are about, and the file."""

    subject = forms.ChoiceField(label=_("Que contient ce tableau ?"), choices=subject_choices, widget=forms.RadioSelect)
    table = forms.FileField(
        label=_("Le fichier"),
        help_text=_(
            "CSV, XLSX ou ODS, tel que vous le tenez : titres au-dessus, lignes vides et cellules fusionnées sont lus."
        ),
    )


class ColumnsForm(forms.Form):
    """What the columns of a table are: in which sheet, under which line of names, and each of them."""

    def __init__(self, *args: Any, table: TableImport, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = rows_kept(table, table.sheet)
        names = [(place, sheet["name"] or _("le fichier")) for place, sheet in enumerate(table.sheets)]
        self.fields["sheet"] = forms.TypedChoiceField(
            label=_("Feuille"), choices=names, coerce=int, initial=table.sheet
        )
        self.fields["header"] = forms.IntegerField(
            label=_("Ligne des titres"), min_value=1, max_value=max(len(rows), 1), initial=table.header + 1
        )
        self.fields["usual_day"] = DayField(
            label=_("Depuis quel jour, pour les lignes qui ne le disent pas"),
            help_text=_("À laisser vide si chaque ligne a sa date, ou si le tableau ne dit pas comment on participe."),
            required=False,
            initial=table.usual_day,
        )
        choices = [("", _("ne pas importer")), *((one.code, one.label) for one in SUBJECTS[table.subject].columns)]
        for place, title in enumerate(rows[table.header] if rows else []):
            self.fields[f"column-{place}"] = forms.ChoiceField(
                label=str(title)
                if title is not None
                else _("colonne %(letter)s, sans titre") % {"letter": letter(place)},
                choices=choices,
                required=False,
                initial=table.columns.get(str(place), ""),
                help_text=_sample(rows, table.header, place),
            )

    def clean(self) -> dict[str, Any]:
        """Each of ours is taken once."""
        cleaned: dict[str, Any] = super().clean() or {}
        chosen: dict[str, str] = {}
        said = {name: code for name, code in cleaned.items() if name.startswith("column-") and code}
        for name, code in said.items():
            if code in chosen.values():
                self.add_error(name, _("Cette colonne est déjà prise par une autre."))
            chosen[name.removeprefix("column-")] = code
        cleaned["columns"] = chosen
        return cleaned


def _sample(rows: list[Row], header: int, place: int) -> str:
    """Return the first values of a column, so that one knows which it is."""
    found = [str(row[place]) for row in rows[header + 1 :] if place < len(row) and row[place] is not None]
    return " · ".join(value[:30] for value in found[:3])


def letter(place: int) -> str:
    """Return the name that spreadsheets give to a column: A, B, … AA."""
    before = letter(place // 26 - 1) if place > 25 else ""
    return before + chr(ord("A") + place % 26)


class RowReader:
    """Reads the lines of one table; what the database must say once for all of them is asked when it is made."""

    def __init__(self, table: TableImport) -> None:
        self.table = table
        self.rows = rows_kept(table, table.sheet)
        self.columns = {int(place): code for place, code in table.columns.items()}
        titles = self.rows[table.header] if self.rows else []
        self.headers = {code: _title(titles, place) for place, code in self.columns.items()}
        self.fields = {field.code: [field.name_fr, field.name_en, field.code] for field in ActivityField.objects.all()}
        self.read: dict[str, Callable[[Value], Any]] = {
            "from_on": day_of,
            "until_on": day_of,
            "surface_m2": number_of,
            "counted_on": day_of,
            "people": _people,
            "skills": lambda value: capacity_words.read_cell(text_of(value)),
            "means": lambda value: capacity_words.read_cell(text_of(value)),
            "legal_form": lambda value: choice_of("legal_form", text_of(value), LegalForm.choices),
            "kind": lambda value: choice_of("kind", text_of(value), MembershipKind.choices),
            "role": lambda value: choice_of("role", text_of(value), role_choices()),
            "is_sse": lambda value: yes_or_no(text_of(value)),
            "fields": lambda value: codes_of(text_of(value), self.fields),
            "tags": lambda value: [one.strip() for one in text_of(value).replace(";", ",").split(",") if one.strip()],
            "website": lambda value: _address(text_of(value)),
            "email": lambda value: _mail(text_of(value)),
            "contact_email": lambda value: _mail(text_of(value)),
            **{name: lambda value, name=name: _number(self._sorts(name), value) for name in identifiers.CHECKS},  # type: ignore[misc]
        }

    def __len__(self) -> int:
        return max(len(self.rows) - self.table.header - 1, 0)

    def __iter__(self) -> Iterator[TableRow]:
        """Yield each line under the header that has something in one of the columns kept."""
        for place in range(self.table.header + 1, len(self.rows)):
            row = self.rows[place]
            if any(column < len(row) and row[column] is not None for column in self.columns):
                yield self._line(place + 1, row)

    def _line(self, number: int, row: Row) -> TableRow:
        """Read one line, cell by cell."""
        entry: Entry = {}
        errors: list[CellError] = []
        for place, code in self.columns.items():
            value = row[place] if place < len(row) else None
            try:
                said = self._cell(code, value)
            except CellRefused as refused:
                shown = str(value) if isinstance(value, str | int | float) else ""
                errors.append(CellError(self.headers[code], shown[:80], str(refused.reason)))
            else:
                entry |= {self._column(code, said): said} if said not in (None, "", []) else {}
        if self.table.usual_day and "kind" in entry:
            entry["usual_day"] = self.table.usual_day
        label = _label(entry)
        if _is_sum(entry):
            reason = str(_("Cette ligne fait une somme : elle reste de côté."))
            return TableRow(number, label[:160], entry, (CellError(self.headers["name"], label[:80], reason),), {})
        errors += self._lacking(entry, errors)
        return TableRow(number, label[:160], entry, tuple(errors), self.headers)

    def _column(self, code: str, said: Any) -> str:
        """Return which of ours a cell fills: a SIREN that stands under « SIRET » is still a SIREN."""
        return identifiers.sort_of(said, self._sorts(code)) if code in identifiers.CHECKS else code

    def _sorts(self, code: str) -> list[str]:
        """Return the sorts of number that a column may hold: its own, and those that have no column."""
        return [code, *(name for name in identifiers.CHECKS if name not in self.headers)]

    def _cell(self, code: str, value: Value) -> Any:
        """Return what a cell says; raise CellRefused where it says nothing that its column may hold."""
        said = self.read.get(code, text_of)(value)
        longest = LONGEST.get(code) or _longest(code)
        if isinstance(said, str) and longest and len(said) > longest:
            raise CellRefused(
                ngettext("Ce texte passe %(count)d signe.", "Ce texte passe %(count)d signes.", longest)
                % {"count": longest}
            )
        return said

    def _lacking(self, entry: Entry, errors: list[CellError]) -> Iterator[CellError]:
        """Say what a line must have and has not."""
        subject = SUBJECTS[self.table.subject]
        wanted = [code for code in subject.asks if code in self.headers]
        if not any(code in entry for code in subject.asks) and not errors:
            column = self.headers[wanted[0]] if wanted else str(subject.columns[0].label)
            yield CellError(column, "", str(_("Cette cellule est vide, et la ligne ne peut pas s’en passer.")))


def _is_sum(entry: Entry) -> bool:
    """Say whether a line adds up those above it: its name is « Total » or the like, and nothing else."""
    words = search_words(entry.get("name", ""))
    return bool(words) and SUMS.issuperset(words)


def _label(entry: Entry) -> str:
    """Return how a line is called: the structure's name, or the whole name of the person."""
    person = " ".join(entry[part] for part in ("given_name", "family_name") if part in entry)
    return str(entry.get("name") or entry.get("full_name") or person or entry.get("email") or "")


def _title(titles: Row, place: int) -> str:
    """Return the name of a column as the table gives it."""
    title = titles[place] if place < len(titles) else None
    return str(title) if title is not None else letter(place)


def _longest(code: str) -> int:
    """Return how long a text may be: as long as its place in the database."""
    for model in (Structure, Person, Membership):
        if code in {one.name for one in model._meta.get_fields()}:  # noqa: SLF001 (Django's own public reading of a model)
            return int(getattr(model._meta.get_field(code), "max_length", None) or 0)  # noqa: SLF001
    return 0


def _people(value: Value) -> int | None:
    """Return a number of people."""
    said = number_of(value)
    if said is not None and (said != int(said) or not 0 <= said <= MOST_PEOPLE):
        wrong = _("« %(text)s » n’est pas un nombre de personnes : comptez-les entières, même à temps partiel.")
        raise CellRefused(wrong % {"text": text_of(value)[:60]})
    return None if said is None else int(said)


def _mail(written: str) -> str:
    """Return a mail; « a@b.example ; c@d.example » is two, and one is asked for."""
    try:
        if written:
            EmailValidator()(written)
    except ValidationError as error:
        raise CellRefused(_("« %(text)s » n’est pas une adresse électronique.") % {"text": written[:60]}) from error
    return written.lower()


def _address(written: str) -> str:
    """Return the address of a site, with https:// where people leave it out."""
    whole = written if not written or "://" in written else f"https://{written}"
    try:
        if whole:
            URLValidator(schemes=["http", "https"])(whole)
    except ValidationError as error:
        raise CellRefused(_("« %(text)s » n’est pas l’adresse d’un site.") % {"text": written[:60]}) from error
    return whole


def _number(sorts: list[str], value: Value) -> str:
    """Return a number of one of these sorts; a spreadsheet takes the first zeros of a SIRET away, they are put back."""
    length = {"siren": 9, "siret": 14}.get(sorts[0], 0)
    written = str(value) if isinstance(value, int) else text_of(value)
    padded = written.zfill(length) if isinstance(value, int) else written
    try:
        name = identifiers.sort_of(padded, sorts[:1]) or identifiers.sort_of(written, sorts) or sorts[0]
        return identifiers.read(name, padded if name == sorts[0] else written)
    except identifiers.NotThisNumber as error:
        raise CellRefused(error.sentence) from error
