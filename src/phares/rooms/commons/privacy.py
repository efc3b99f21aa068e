"""Personal records: what is kept on people and why, read back to them, and forgotten.

Each room declares its processings beside its nouns, in `privacy.py`; the register (GDPR, article 30), the page of what
is held on a person (article 15), the export (article 20) and erasure (article 17) are made from them and from the
database's own keys, so that none can forget what another knows.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models
from django.utils.functional import Promise

Text = str | Promise
SECRET = frozenset({"password", "search_text", "data", "session_key", "pdf", "words_sha256", "pdf_sha256"})


@dataclass(frozen=True)
class Processing:
    """One thing done with what is known of people: what for, by which right, of whom, what, read by whom, how long.

    `nouns` are the models that hold it, as "app.Model"; `period` is the code of the retention period that removes it;
    `names` are the columns where somebody is told by a name alone, as "app.Model.column".
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
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Held:
    """Rows that name a person: of which noun, by which link, and the rows themselves."""

    noun: str
    link: str
    rows: list[dict[str, Any]] = field(default_factory=list)


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


def name_columns() -> frozenset[str]:
    """Return the columns where somebody is told by a name alone."""
    return frozenset(name for one in _declared for name in one.names)


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
