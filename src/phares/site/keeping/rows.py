"""Rows as lines of JSON, the same from SQLite and from PostgreSQL, and back again."""

import base64
import json
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models.fields.files import FieldFile
from django.utils.duration import duration_iso_string

Model = type[models.Model]
BATCH = 500
# Who is logged in goes with the installation, never into a file; the cache has no model.
LEFT_OUT = frozenset({"django_session"})


def kept_models(apps: Any) -> list[Model]:
    """Return every model whose rows are kept, those of many-to-many tables too, by the name of its table."""
    every = apps.get_models(include_auto_created=True)
    kept = [model for model in every if model._meta.managed and not model._meta.proxy]
    return sorted(
        (model for model in kept if model._meta.db_table not in LEFT_OUT), key=lambda model: model._meta.db_table
    )


def columns(model: Model) -> list[Any]:
    """Return the fields that the table of a model has."""
    return [field for field in model._meta.local_concrete_fields if field.column]


def plain(value: Any) -> Any:
    """Return a value as JSON can hold it."""
    match value:
        case datetime() | date() | time():
            return value.isoformat()
        case timedelta():
            return duration_iso_string(value)
        case FieldFile():
            return value.name
        case Decimal() | UUID():
            return str(value)
        case bytes() | memoryview():
            return base64.b64encode(value).decode()
        case _:
            return value


def line_of(fields: list[Any], values: Any) -> str:
    """Return one row as a line of JSON, keys sorted, so that equal rows are equal lines."""
    row = {field.attname: plain(value) for field, value in zip(fields, values, strict=True)}
    return json.dumps(row, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def lines_in(model: Model, using: str) -> Iterator[str]:
    """Yield every row of a model by its key."""
    fields = columns(model)
    rows = model._base_manager.using(using).order_by("pk").values_list(*(field.attname for field in fields))
    for values in rows.iterator(chunk_size=BATCH):
        yield line_of(fields, values)


def row_from(model: Model, line: str) -> models.Model:
    """Return the row that a line tells; one that does not fit the table raises KeyError, ValueError or TypeError."""
    told = json.loads(line)
    return model(**{field.attname: field.to_python(told[field.attname]) for field in columns(model)})
