"""Personal records: what is kept on people and why, read back to them, and forgotten.

Each room declares its processings beside its nouns, in `privacy.py`; the register (GDPR, article 30), the page of what
is held on a person (article 15), the export (article 20) and erasure (article 17) are made from them and from the
database's own keys, so that none can forget what another knows.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import IntegrityError, models, transaction
from django.utils.functional import Promise

from phares.rooms.commons.search import search_text

Text = str | Promise
SECRET = frozenset({"password", "search_text", "data", "session_key", "pdf", "words_sha256", "pdf_sha256"})


@dataclass(frozen=True)
class Processing:
    """One thing done with what is known of people: what for, by which right, of whom, what, read by whom, how long.

    `nouns` are the models that hold it, as "app.Model"; `period` is the code of the retention period that removes it.
    """

    code: str
    purpose: Text
    basis: Text
    people: Text
    kept: Text
    readers: Text
    until: Text
    nouns: tuple[str, ...]
    period: str = ""


@dataclass(frozen=True)
class Held:
    """Rows that name a person: of which noun, by which link, and the rows themselves."""

    noun: str
    link: str
    rows: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True)
class Known:
    """How a person may be named in texts that others wrote, and what stands there once they are erased.

    `alone` is a first name, which could be anybody's: it is looked for only in what is the person's own.
    """

    person_id: int
    names: tuple[str, ...]
    alone: str
    instead: str

    @property
    def key(self) -> str:
        """Return the text under which data name a resident who holds something."""
        return f"resident-{self.person_id}"


_declared: list[Processing] = []


def declare(*processings: Processing) -> None:
    """Set, once at start-up, every processing of the site in the order in which the register prints them."""
    _declared[:] = processings


def declared() -> list[Processing]:
    """Return every processing of the site."""
    return list(_declared)


def processing_of(noun: str) -> Processing | None:
    """Return the processing to which a noun belongs."""
    return next((one for one in _declared if noun in one.nouns), None)


def links() -> Iterator[tuple[type[models.Model], models.ForeignKey[Any, Any]]]:
    """Yield every key of the database that names a person, with its noun: ours, and those of the sign-in library."""
    person = get_user_model()
    for model in apps.get_models():
        for key in model._meta.concrete_fields:
            if isinstance(key, models.ForeignKey) and key.related_model is person:
                yield model, key


def held_on(person_id: int) -> list[Held]:
    """Return every row that names the person: whole where it is about them, bare where they only acted."""
    found = []
    for model, key in links():
        is_about = key.name in {"person", "user", "resident"}
        rows = [_plain(row, whole=is_about) for row in model._default_manager.filter(**{key.name: person_id})]
        if rows:
            found.append(Held(model._meta.label, key.name, rows))
    return found


def _plain(row: Any, *, whole: bool) -> dict[str, Any]:
    """Return a row as plain data: never a secret, and of other people their number alone."""
    return {
        column.attname: _written(getattr(row, column.attname))
        for column in row._meta.concrete_fields
        if column.name not in SECRET and (whole or column.primary_key or isinstance(column, models.DateField))
    }


def _written(value: Any) -> Any:
    """Return a value as JSON can write it."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value if isinstance(value, str | int | float | bool | list | dict | None) else str(value)


def forget(known: Known) -> int:
    """Write `instead` wherever a text of the house names the person; return how many rows were changed.

    What the database keeps from any change (a closed account, the journal) holds no name, and stays.
    """
    return sum(_forgotten(model, columns, known) for model, columns in _texts())


def _texts() -> Iterator[tuple[type[models.Model], list[Any]]]:
    """Yield our nouns with the columns in which somebody may have written a name."""
    for model in apps.get_models():
        if not model.__module__.startswith("phares.") or model is get_user_model():
            continue
        columns = [
            column
            for column in model._meta.concrete_fields
            if isinstance(column, models.CharField | models.TextField | models.JSONField) and not column.choices
        ]
        if columns:
            yield model, columns


def _forgotten(model: type[models.Model], columns: list[Any], known: Known) -> int:
    """Change the rows of one noun that name the person, or that are the person's own."""
    named = models.Q(pk__in=[])
    for column in columns:
        for words in _looked_for(column, known):
            named |= models.Q(**{f"{column.name}__icontains": words})
    if any(field.name == "resident" for field in model._meta.concrete_fields):
        named |= models.Q(resident=known.person_id)
    return sum(_rewritten(row, columns, known) for row in model._default_manager.filter(named))


def _looked_for(column: Any, known: Known) -> list[str]:
    """Return what to look for in a column: names as they are written there, and the key of a holder in data."""
    if column.name == "search_text":
        return [search_text(name) for name in known.names]
    if isinstance(column, models.JSONField):
        escaped = [json.dumps(name)[1:-1] for name in known.names]  # as SQLite keeps letters with accents
        return [*known.names, *escaped, known.key]
    return list(known.names)


def _rewritten(row: Any, columns: list[Any], known: Known) -> bool:
    """Write `instead` in the texts of one row; say whether anything changed."""
    names = (*known.names, known.alone) if getattr(row, "resident_id", None) == known.person_id else known.names
    before = {column.name: getattr(row, column.name) for column in columns}
    after = {name: _without(value, names if name != "search_text" else map(search_text, names), known)
             for name, value in before.items()}  # fmt: skip
    changed = [name for name in after if after[name] != before[name]]
    for name in changed:
        setattr(row, name, after[name])
    return bool(changed) and _keep(row, changed)


def _without(value: Any, names: Iterable[str], known: Known) -> Any:
    """Return a text, or data made of texts, in which the person is no longer named."""
    names = [name for name in names if name]
    if isinstance(value, dict):
        inner = {key: _without(one, names, known) for key, one in value.items()}
        return {**inner, "name": known.instead} if inner.get("key") == known.key else inner
    if isinstance(value, list):
        return [_without(one, names, known) for one in value]
    if not isinstance(value, str):
        return value
    for name in names:
        value = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", known.instead, value, flags=re.IGNORECASE)
    return value


def _keep(row: Any, columns: list[str]) -> bool:
    """Save the columns, unless the database keeps the row from any change; a sheet made from them is made again."""
    if hasattr(row, "pdf"):
        row.pdf, row.pdf_sha256 = None, ""
        columns = [*columns, "pdf", "pdf_sha256"]
    try:
        with transaction.atomic():
            row.save(update_fields=columns)
    except IntegrityError:
        return False
    return True
