"""The districts of a territory, brought in a GeoJSON file or drawn by hand."""

import json
import math
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.territory import events, permissions
from phares.rooms.territory.models import District
from phares.rooms.territory.models.district import DistrictKind

LARGEST, MOST_DISTRICTS, MOST_POINTS = 4_000_000, 200, 20_000
NAMES = ("nom", "name", "nom_iris", "nom_qp", "nom_com", "libelle", "label", "quartier")


class NotOutlines(Refusal):
    """The file holds no outline."""

    sentence = _("Ce fichier n’est pas un contour : apportez un fichier GeoJSON de polygones, chacun avec son nom.")
    status = 422


class TooManyPoints(Refusal):
    """It would be too heavy for a phone."""

    sentence = _("Ces contours sont trop lourds : 200 quartiers et 20 000 points au plus. Simplifiez-les.")
    status = 422


@transaction.atomic
def bring_districts(
    *,
    pole: Pole,
    content: bytes,
    source: str,
    kind: str = DistrictKind.DISTRICT,
    is_drawn: bool = False,
    by: Actor,
    at: datetime,
) -> int:
    """Keep the outlines of a GeoJSON file (RFC 7946) under their names; a name known is drawn again, none is removed.

    Return how many there are in the file.
    """
    require(permissions.can_set_listening_rules(by, pole))
    if not source.strip():
        raise Refusal(str(_("Dites d’où viennent ces contours.")), field="source")
    outlines = read_outlines(content)
    for name, rings in outlines.items():
        District.objects.update_or_create(
            pole=pole,
            name=name,
            defaults={"rings": rings, "kind": kind, "is_drawn": is_drawn, "source": source.strip()},
        )
    publish(events.DistrictsBrought(pole.pk), by=by, at=at)
    return len(outlines)


def read_outlines(content: bytes) -> dict[str, list[Any]]:
    """Return the outer lines of each named polygon; refuse what is no outline, or no place of the earth."""
    if len(content) > LARGEST:
        raise TooManyPoints(field="outlines")
    try:
        features = json.loads(content)["features"]
        outlines = {_name(one): [_ring(line) for line in _lines(one["geometry"])] for one in features}
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise NotOutlines(field="outlines") from error
    if not outlines:
        raise NotOutlines(field="outlines")
    if len(outlines) > MOST_DISTRICTS or sum(len(ring) for rings in outlines.values() for ring in rings) > MOST_POINTS:
        raise TooManyPoints(field="outlines")
    return outlines


def _name(feature: dict[str, Any]) -> str:
    """Return the name of a feature, under whichever usual title."""
    said = {str(key).lower(): value for key, value in feature["properties"].items()}
    name = next(str(said[key]).strip() for key in NAMES if said.get(key)) if set(NAMES) & set(said) else ""
    if not name:
        raise ValueError("no name")
    return name[:80]


def _lines(geometry: dict[str, Any]) -> list[Any]:
    """Return the outer line of each polygon; holes are left out."""
    if geometry["type"] == "Polygon":
        return [geometry["coordinates"][0]]
    if geometry["type"] == "MultiPolygon":
        return [polygon[0] for polygon in geometry["coordinates"]]
    raise ValueError("neither a polygon nor several")


def _ring(line: list[Any]) -> list[list[float]]:
    """Return a line of at least three places as longitude and latitude."""
    ring = [[round(float(point[0]), 6), round(float(point[1]), 6)] for point in line]
    on_earth = all(math.isfinite(x) and math.isfinite(y) and abs(x) <= 180 and abs(y) <= 90 for x, y in ring)
    if len(ring) < 3 or not on_earth:
        raise ValueError("no outline")
    return ring
