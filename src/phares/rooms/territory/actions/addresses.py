"""Addresses of the territory, brought in a table, such as the one that a commune publishes of its own."""

import math
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
from phares.rooms.territory.models import Address
from phares.rooms.territory.queries.places import district_at, plain_address
from phares.rooms.territory.queries.voices import districts_of

COLUMNS = (
    Column("label", gettext_lazy("adresse"), ("libellé", "adresse complète")),
    Column("number", gettext_lazy("numéro"), ("numero",)),
    Column("repeat", gettext_lazy("indice de répétition"), ("rep", "suffixe")),
    Column("street", gettext_lazy("voie"), ("nom_voie", "nom voie", "nom de la voie", "voie_nom", "rue")),
    Column("longitude", gettext_lazy("longitude"), ("lon", "lng", "long")),
    Column("latitude", gettext_lazy("latitude"), ("lat",)),
    Column("district", gettext_lazy("quartier"), ("secteur", "zone")),
)


class NoAddress(Refusal):
    """A column that every address needs is missing."""

    sentence = gettext_lazy("Il faut une colonne « adresse » (ou « numéro » et « voie »), la longitude et la latitude.")
    status = 422


@transaction.atomic
def bring_addresses(*, pole: Pole, content: bytes, source: str, by: Actor, at: datetime) -> Brought:
    """Keep the addresses of a table with their place; one brought again is placed again, bad lines are named.

    The table that communes publish (numero, rep, nom_voie, lon, lat) is read as it is. Without a district, the one
    whose outline holds the point is taken.
    """
    require(permissions.can_set_listening_rules(by, pole))
    if not source.strip():
        raise Refusal(str(_("Dites d’où viennent ces adresses.")), field="source")
    sheet = read_table(content).sheets[0]
    header = header_of(sheet.rows, COLUMNS)
    places = {code: place for place, code in matched(sheet.rows[header], COLUMNS).items()}
    if not {"longitude", "latitude"} <= set(places) or not {"label", "street"} & set(places):
        raise NoAddress(field="table")
    reader = _Lines(pole, places, source.strip()[:200])
    read: dict[str, Address] = {}
    bad: list[BadLine] = []
    for number, row in enumerate(sheet.rows[header + 1 :], start=header + 2):
        if all(cell is None for cell in row):
            continue
        try:
            address = reader.address(row)
            read[address.plain] = address
        except CellRefused as refused:
            bad.append(BadLine(number, str(refused.reason)))
    before = Address.objects.filter(pole=pole, plain__in=list(read)).count() if read else 0
    Address.objects.bulk_create(
        read.values(),
        batch_size=200,
        update_conflicts=True,
        unique_fields=["pole", "plain"],
        update_fields=["label", "latitude", "longitude", "district", "source"],
    )
    publish(events.AddressesBrought(pole.pk), by=by, at=at)
    return Brought(len(read) - before, before, bad)


class _Lines:
    """Reads one address after the other."""

    def __init__(self, pole: Pole, places: dict[str, int], source: str) -> None:
        self.pole, self.places, self.source = pole, places, source
        self.districts = list(districts_of(pole))
        self.named = {plain_letters(one.name): one for one in self.districts}

    def address(self, row: Row) -> Address:
        """Return the address of a line, or refuse it in words."""
        said = {code: text_of(row[place]).strip() if place < len(row) else "" for code, place in self.places.items()}
        number = " ".join(filter(None, [said.get("number", "").removesuffix(".0"), said.get("repeat", "")]))
        label = (said.get("label") or " ".join(filter(None, [number, said.get("street", "")])))[:140]
        plain = plain_address(label)
        if not plain:
            raise CellRefused(_("il manque : %(column)s") % {"column": _("adresse")})
        longitude, latitude = self._degrees(said, "longitude", 180), self._degrees(said, "latitude", 90)
        written = plain_letters(said.get("district", ""))
        if written and written not in self.named:
            raise CellRefused(_("quartier inconnu : « %(words)s »") % {"words": said["district"][:40]})
        district = self.named.get(written) or district_at(self.districts, longitude, latitude)
        return Address(
            pole=self.pole, label=label, plain=plain, longitude=longitude, latitude=latitude, district=district,
            source=self.source,
        )  # fmt: skip

    @staticmethod
    def _degrees(said: dict[str, Any], name: str, most: int) -> float:
        try:
            value = float(said[name].replace(",", "."))
        except ValueError:
            value = math.nan
        if not abs(value) <= most:
            raise CellRefused(_("ce ne sont pas des degrés : « %(words)s »") % {"words": said[name][:40]})
        return value
