"""Reads on places: where a typed address stands, in which district a point lies."""

import re
from collections.abc import Sequence
from typing import Any

from rapidfuzz import fuzz

from phares.rooms.commons.search import plain_letters
from phares.rooms.directory.models import Pole
from phares.rooms.territory.models import Address, District

ALIKE = 88
"""Of 100: an address with the same number and so many letters in common is meant (normalised indel similarity)."""
_SIGNS = re.compile(r"[^a-z0-9]+")
_NUMBER = re.compile(r"\b\d{1,4}\b.*")
_SHORT = dict(
    pair.split("=")
    for pair in (
        "av=avenue ave=avenue bd=boulevard bld=boulevard pl=place r=rue imp=impasse all=allee ch=chemin sq=square "
        "st=saint ste=sainte rte=route"
    ).split()
)


def plain_address(written: str) -> str:
    """Return an address as it is looked for: small letters, no accents, no commas, usual short words in full."""
    words = _SIGNS.sub(" ", plain_letters(written)).split()
    return " ".join(_SHORT.get(word, word) for word in words)[:140]


def address_written(pole: Pole, written: str) -> Address | None:
    """Return the address that somebody meant: the same words, or the same number and nearly the same street."""
    plain = plain_address(written)
    known = Address.objects.filter(pole=pole).select_related("district")
    if not plain:
        return None
    numbered = _NUMBER.search(plain)
    said = numbered.group() if numbered else plain
    exact = known.filter(plain__in=[plain, said]).first()
    if exact or not numbered:
        return exact
    near = dict(known.filter(plain__startswith=said.split()[0] + " ").values_list("pk", "plain"))
    best = max(near, key=lambda pk: _likeness(said, near[pk]), default=None)
    return known.filter(pk=best).first() if best is not None and _likeness(said, near[best]) >= ALIKE else None


def _likeness(said: str, known: str) -> float:
    """Return how much what was said begins as an address does, word for word; what follows it is left aside."""
    return float(fuzz.ratio(" ".join(said.split()[: len(known.split())]), known))


def district_at(districts: Sequence[District], longitude: float, latitude: float) -> District | None:
    """Return the smallest district whose outline holds a point."""
    holding = [one for one in districts if any(_holds(ring, longitude, latitude) for ring in one.rings)]
    return min(holding, key=lambda one: sum(_surface(ring) for ring in one.rings), default=None)


def _holds(ring: list[Any], x: float, y: float) -> bool:
    """Say whether a line from the point to the east crosses the outline an odd number of times (even-odd rule)."""
    inside = False
    for (x1, y1, *_), (x2, y2, *_) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def _surface(ring: list[Any]) -> float:
    """Return the surface of an outline, in square degrees (shoelace formula)."""
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return float(abs(sum(one[0] * other[1] - other[0] * one[1] for one, other in pairs)) / 2)
