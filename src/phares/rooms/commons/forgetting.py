"""Forgetting somebody: their name, mail and phone leave every text of the house, however these were written there."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import DatabaseError, models, transaction
from django.utils.text import slugify

from phares.rooms.commons.known_names import Known, hints
from phares.rooms.commons.privacy import name_columns
from phares.rooms.commons.search import plain_letters, search_words
from phares.rooms.commons.triggers import NAMES_REMOVED

Model = type[models.Model]


def forget(known: Known) -> list[models.Model]:
    """Write `instead` wherever a text of the house tells the person; return the rows that were changed.

    A row that is nothing without the person's address goes. What the database keeps from any change (a closed account,
    the journal) holds no name, and stays; of a frozen measure or report the figures stay, and names leave its texts.
    """
    return [row for model, columns in _texts() for row in _told(model, columns, known) if _rewrite(row, columns, known)]


def _texts() -> Iterator[tuple[Model, list[Any]]]:
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


def _told(model: Model, columns: list[Any], known: Known) -> list[Any]:
    """Return the rows that may tell the person: a few too many, since databases know no accents."""
    found = _own(model, known)
    for column in columns:
        for together in hints(known):
            every = models.Q()
            for hint in together:
                every &= models.Q(**{f"{column.name}__icontains": hint})
            found |= every
    return list(model._base_manager.filter(found))


def _own(model: Model, known: Known) -> models.Q:
    """Return which rows are about the person, whatever they say."""
    own = models.Q(pk__in=[])
    for column in model._meta.concrete_fields:
        if isinstance(column, models.ForeignKey) and column.name in {"resident", "person"}:
            own |= models.Q(**{column.attname: known.person_id})
    if {"subject", "subject_id"} <= {column.attname for column in model._meta.concrete_fields}:
        own |= models.Q(subject="person", subject_id=known.person_id)  # a line of an imported table
    return own


def _is_own(row: Any, known: Known) -> bool:
    """Say whether a row is about the person."""
    about = {getattr(row, name, None) for name in ("resident_id", "person_id")}
    imported = (getattr(row, "subject", None), getattr(row, "subject_id", None)) == ("person", known.person_id)
    return known.person_id in about or imported


def _rewrite(row: Any, columns: list[Any], known: Known) -> bool:
    """Take the person out of one row; say whether anything changed."""
    if any(_is_nothing_without(column, getattr(row, column.name), known) for column in columns):
        return bool(row.delete())
    patterns = [known.whole, *([known.parts] if _is_own(row, known) else [])]
    alone = name_columns()
    changed = {}
    for column in columns:
        if column.name != "search_text":
            boxed = [known.distinct] if f"{row._meta.label}.{column.name}" in alone else []
            after = _boxed(row, column, [*patterns, *boxed], known)
            if after != getattr(row, column.name):
                changed[column.name] = after
    if any(column.name == "search_text" for column in columns):
        changed |= _search_text(row, columns, changed, known)
    for name, value in changed.items():
        setattr(row, name, value)
    return bool(changed) and _keep(row, list(changed))


def _is_nothing_without(column: Any, value: Any, known: Known) -> bool:
    """Say whether a column is the address of the whole row, and the person's."""
    is_address = isinstance(column, models.EmailField) and not column.blank
    return is_address and bool(known.email) and value.lower() == known.email.lower()


def _boxed(row: Any, column: Any, patterns: list[re.Pattern[str]], known: Known) -> Any:
    """Return what a column holds without the person, as that column may hold it."""
    before = getattr(row, column.name)
    after = _without(before, patterns, known)
    if after == before or not isinstance(after, str):
        return after
    if column.blank and (known.mail.fullmatch(before.strip()) or known.call.fullmatch(before.strip())):
        return ""
    if isinstance(column, models.SlugField):
        return f"{slugify(known.instead)}-{row.pk}"
    return after[: column.max_length]


def _without(value: Any, patterns: list[re.Pattern[str]], known: Known) -> Any:
    """Return a text, or data made of texts, that no longer tells the person."""
    match value:
        case str():
            return _said_without(value, patterns, known.instead)
        case bool() | None:
            return value
        case int() | float():  # a phone that a spreadsheet took for a number
            return known.instead if known.call.fullmatch(f"{value:.0f}") else value
        case list():
            inner = [_without(one, patterns, known) for one in value]
            return _row_without(inner, inner, known, lambda one: _box_without(one, known))
        case dict():
            told = {key: _without(one, patterns, known) for key, one in value.items()}
            told = {**told, "name": known.instead} if told.get("key") == known.key else told
            return _row_without(told, list(told.values()), known, lambda one: _dict_without(one, known))
    return value


def _said_without(text: str, patterns: list[re.Pattern[str]], instead: str) -> str:
    """Return a text in which `instead` stands for what the patterns find."""
    plain = said = unicodedata.normalize("NFD", text)
    for pattern in patterns:
        said = pattern.sub(instead, said)
    return unicodedata.normalize("NFC", said) if said != plain else text


def _row_without(value: Any, boxes: list[Any], known: Known, emptied: Callable[[Any], Any]) -> Any:
    """Return a row of a table in which one box holds the first name and another the family name, without either."""
    texts = [text for box in boxes for text in (box if isinstance(box, list) else [box]) if isinstance(text, str)]
    plain = {plain_letters(text).strip() for text in texts}
    both = {plain_letters(known.given_name), plain_letters(known.family_name)}
    return emptied(value) if known.is_two_names and both <= plain else value


def _box_without(boxes: list[Any], known: Known) -> list[Any]:
    """Return boxes, those that hold one of the names alone being changed."""
    names = {plain_letters(known.given_name), plain_letters(known.family_name)}
    return [
        known.instead if isinstance(box, str) and plain_letters(box).strip() in names else box for box in boxes
    ]  # fmt: skip


def _dict_without(told: dict[str, Any], known: Known) -> dict[str, Any]:
    return {
        key: _box_without(one, known) if isinstance(one, list) else _box_without([one], known)[0]
        for key, one in told.items()
    }


def _search_text(row: Any, columns: list[Any], changed: dict[str, Any], known: Known) -> dict[str, Any]:
    """Return the search text without the words that told the person, but those that the row still says."""
    words = row.search_text.split()
    name = {*search_words(known.given_name), *search_words(known.family_name)}
    told = name | {*search_words(known.email), *search_words(known.phone)} if changed else name
    if not changed and not (known.is_two_names and name <= set(words)):
        return {}
    still = {column.name: changed.get(column.name, getattr(row, column.name)) for column in columns}
    said = set(search_words(" ".join(str(value) for name, value in still.items() if name != "search_text")))
    left = " ".join(word for word in words if word not in told or word in said)
    return {"search_text": left} if left != row.search_text else {}


def _keep(row: Any, columns: list[str]) -> bool:
    """Save the columns, unless the database keeps the row from any change; a sheet made from them is made again.

    What is frozen counts how often a name left it: the database allows no other change there.
    """
    if hasattr(row, "pdf"):
        row.pdf, row.pdf_sha256 = None, ""
        columns = [*columns, "pdf", "pdf_sha256"]
    if hasattr(row, NAMES_REMOVED):
        row.names_removed += 1
        columns = [*columns, NAMES_REMOVED]
    try:
        with transaction.atomic():
            row.save(update_fields=columns)
    except DatabaseError:
        return False
    return True
