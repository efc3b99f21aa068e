"""Figures of the territory, brought in a table with the source of each."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.commons.search import plain_letters
from phares.rooms.commons.tables.headers import Column, header_of, matched
from phares.rooms.commons.tables.reading import read_table
from phares.rooms.commons.tables.sheet import Row
from phares.rooms.commons.tables.values import CellRefused, text_of
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.territory import events, permissions
from phares.rooms.territory.actions.table import BadLine, Brought
from phares.rooms.territory.models import Figure
from phares.rooms.territory.models.figure import Area

COLUMNS = (
    Column("subject", gettext_lazy("sujet"), ("indicateur", "quoi", "libellé")),
    Column("value", gettext_lazy("valeur"), ("chiffre", "nombre")),
    Column("unit", gettext_lazy("unité"), ()),
    Column("area", gettext_lazy("maille"), ("échelle", "niveau géographique")),
    Column("area_name", gettext_lazy("territoire"), ("nom du territoire", "zone")),
    Column("area_code", gettext_lazy("code"), ("code insee", "code géographique")),
    Column("on", gettext_lazy("date"), ("année", "millésime")),
    Column("source", gettext_lazy("source"), ()),
    Column("method", gettext_lazy("méthode"), ("comment on le sait",)),
    Column("sentence", gettext_lazy("phrase"), ("phrase d’origine", "citation")),
    Column("is_ambiguous", gettext_lazy("périmètre ambigu"), ("ambigu",)),
)
ASKED = ("subject", "value", "area", "area_name", "on", "source")
LONGEST = {"subject": 140, "value": 40, "unit": 40, "area_name": 80, "area_code": 20, "on": 20, "source": 240,
           "method": 300, "sentence": 600}  # fmt: skip


class NoFigure(Refusal):
    """A column that every figure needs is missing."""

    sentence = gettext_lazy(
        "Il manque une colonne : sujet, valeur, maille, territoire, date et source sont nécessaires."
    )
    status = 422


@transaction.atomic
def bring_figures(*, pole: Pole, content: bytes, by: Actor, at: datetime) -> Brought:
    """Keep the figures of a table, each with its source; one brought again is written again, bad lines are named."""
    require(permissions.can_set_listening_rules(by, pole))
    sheet = read_table(content).sheets[0]
    header = header_of(sheet.rows, COLUMNS)
    places = {code: place for place, code in matched(sheet.rows[header], COLUMNS).items()}
    if not set(ASKED) <= set(places):
        raise NoFigure(field="table")
    bad: list[BadLine] = []
    new = before = 0
    for number, row in enumerate(sheet.rows[header + 1 :], start=header + 2):
        if all(cell is None for cell in row):
            continue
        try:
            said = _figure(row, places)
        except CellRefused as refused:
            bad.append(BadLine(number, str(refused.reason)))
            continue
        key = {name: said.pop(name) for name in ("subject", "area", "area_name", "on", "source")}
        _figure_kept, is_new = Figure.objects.update_or_create(pole=pole, **key, defaults=said)
        new, before = new + is_new, before + (not is_new)
    publish(events.FiguresBrought(pole.pk), by=by, at=at)
    return Brought(new, before, bad)


def _figure(row: Row, places: dict[str, int]) -> dict[str, Any]:
    """Return what a line says, or refuse it in words."""
    said: dict[str, Any] = {
        code: text_of(row[place] if place < len(row) else None).strip() for code, place in places.items()
    }
    for name in ASKED:
        if not said[name]:
            column = next(str(one.label) for one in COLUMNS if one.code == name)
            raise CellRefused(_("il manque : %(column)s") % {"column": column})
    for name, most in LONGEST.items():
        if len(said.get(name, "")) > most:
            raise CellRefused(_("texte trop long : « %(words)s »") % {"words": said[name][:40]})
    written = plain_letters(said["area"])
    areas = [code for code in Area.values if written == code or code in written.split()]
    if not areas:
        raise CellRefused(_("maille inconnue : « %(words)s »") % {"words": said["area"][:40]})
    said["area"] = areas[0]
    said["is_ambiguous"] = plain_letters(said.get("is_ambiguous", "")) in {"oui", "o", "x", "yes", "1"}
    return said
