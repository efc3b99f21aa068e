"""Tags of imports: what a line changes, in words."""

from typing import Any, NamedTuple

from django import template
from django.utils.translation import gettext as _

from phares.rooms.commons.models import ImportedRow, TableImport
from phares.rooms.directory.table_columns import SUBJECTS

register = template.Library()
LONGEST = 90


class Change(NamedTuple):
    """An entry, what it was and what it becomes."""

    label: Any
    before: str
    after: str


@register.simple_tag
def changes_of(line: ImportedRow, table: TableImport) -> list[Change]:
    """Return what a line changes, entry by entry; empty where the values were forgotten."""
    subject = SUBJECTS[table.subject]
    told = [
        Change(column.label, _words(values[0]), _words(values[1]))
        for code, values in line.changes.items()
        if values and (column := subject.column(code))
    ]
    if "size" in line.also:
        _pk, before, after = line.also["size"]
        told.append(Change(_("nombre de personnes"), _words(before), _words(after)))
    if "membership" in line.also:
        told.append(Change(_("participation"), "", _("écrite")))
    if "ended" in line.also:
        told.append(Change(_("participation"), "", _("fin écrite")))
    if "mandate" in line.also:
        told.append(Change(_("mandat"), "", _("donné")))
    return told


@register.filter
def of_line(nearby: dict[int, str], line: ImportedRow) -> str:
    """Return the known name that a new line may mean."""
    return nearby.get(line.pk, "")


def _words(value: Any) -> str:
    """Return a kept value as it is read."""
    match value:
        case None | "" | []:
            return ""
        case bool():
            return _("oui") if value else _("non")
        case list():
            return ", ".join(map(str, value))
        case _:
            text = str(value)
            return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
