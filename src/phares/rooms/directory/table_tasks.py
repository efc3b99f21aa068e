"""Work of the directory done outside the page: trying and writing tables of many lines."""

from django.utils import timezone, translation
from django_tasks import task

from phares.rooms.commons.models import TableImport
from phares.rooms.commons.models.table_import import ImportState
from phares.rooms.commons.refusals import Refusal
from phares.rooms.directory import actions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.forms.tables import RowReader
from phares.rooms.directory.models import Mandate, Pole


def _actor(mandate_id: int) -> Actor:
    """Return who asked, with the mandate used."""
    mandate = Mandate.objects.select_related("person", "pole").get(pk=mandate_id)
    return Actor(mandate.person, mandate)


@task()
def try_lines_of(table_id: int, mandate_id: int, language: str) -> None:
    """Try the lines of a long table."""
    table = TableImport.objects.filter(pk=table_id, state=ImportState.CHECKING).first()
    if table is None:
        return
    by = _actor(mandate_id)
    pole = Pole.objects.get(pk=table.pole_id)
    with translation.override(language):
        actions.try_lines(table=table, pole=pole, rows=RowReader(table), by=by, at=timezone.now())


@task()
def write_lines_of(table_id: int, mandate_id: int, language: str, only_good: bool) -> None:
    """Write the lines of a long table; where it is refused, the table is to be looked at again, with the reason."""
    table = TableImport.objects.filter(pk=table_id, state=ImportState.WRITING).first()
    if table is None:
        return
    by = _actor(mandate_id)
    pole = Pole.objects.get(pk=table.pole_id)
    with translation.override(language):
        try:
            rows = RowReader(table)
            actions.write_table(table=table, pole=pole, rows=rows, only_good=only_good, by=by, at=timezone.now())
        except Refusal as refusal:
            TableImport.objects.filter(pk=table.pk).update(
                state=ImportState.CHECKED, trouble=str(refusal.sentence)[:300]
            )
