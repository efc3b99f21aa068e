"""The ties of a day as a table that a spreadsheet opens: the lines of the page, and nothing that it does not show."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from phares.rooms.cooperation.register_export import Table, as_csv
from phares.rooms.impact.queries.network import TieLine


def ties_csv(lines: Sequence[TieLine]) -> bytes:
    """Return the ties as CSV."""
    heads = [
        _("Structure"),
        _("Avec"),
        _("Ce qu’on fait ensemble"),
        _("Depuis le"),
        _("Dernier fait le"),
        _("Coopérations"),
    ]
    rows: Table = [[*heads]]
    for one in lines:
        through = ", ".join(each.title for each in one.through)
        rows.append([one.a.name, one.b.name, one.words, one.since, one.last, through])
    return as_csv(rows)[0]
