"""The coordinator's own spreadsheet: postcodes brought by a table of a few lines."""

from phares.demo.telling import Telling
from phares.rooms.directory import actions
from phares.rooms.directory.forms import RowReader

LINES = """Annuaire du Fanal ; mis à jour en réunion ;

Structure ; Code postal ; Ville
L’Établi ; 93 450 ; Port-Aval
Roue Libre ; 93450 ; Port-Aval
La Tablée ; 93450 ; Port-Aval
"""


def postcodes(telling: Telling) -> None:
    """Léna imports the postcodes that she keeps in a file of her own."""
    by, pole, at = telling.cast.actor("lena"), telling.cast.pole, telling.at(41)
    table = actions.bring_table(
        pole=pole, subject="structures", name="annuaire du Fanal.csv", content=LINES.encode("cp1252"), by=by, at=at
    )
    actions.try_lines(table=table, pole=pole, rows=RowReader(table), by=by, at=telling.at(41))
    actions.write_table(table=table, pole=pole, rows=RowReader(table), only_good=False, by=by, at=telling.at(41))
