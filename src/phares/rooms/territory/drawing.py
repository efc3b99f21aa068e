"""The map, drawn on the server from the outlines that the pole brought: no tile, no script, no outside address.

Longitudes are narrowed by the cosine of the middle latitude (equirectangular projection): right enough for a town.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import cos, radians
from typing import Any

WIDTH, HEIGHT, MARGIN = 320, 240, 8


@dataclass(frozen=True)
class Shape:
    """One district on the picture: its name, its path, where its name stands."""

    name: str
    path: str
    x: float
    y: float


@dataclass(frozen=True)
class Drawing:
    """The whole picture, and how to go from a place of the earth to a place on it and back; `is_drawn`: by hand."""

    shapes: list[Shape]
    west: float
    north: float
    scale: float
    narrowing: float
    left: float
    top: float
    is_drawn: bool = False

    def place(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return where a point of the earth stands on the picture."""
        x = self.left + (longitude - self.west) * self.narrowing * self.scale
        y = self.top + (self.north - latitude) * self.scale
        return round(x, 1), round(y, 1)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return the longitude and latitude of a place on the picture."""
        longitude = self.west + (x - self.left) / (self.narrowing * self.scale)
        return round(longitude, 6), round(self.north - (y - self.top) / self.scale, 6)


def drawing_of(districts: Iterable[Any]) -> Drawing | None:
    """Draw the districts that have an outline; nothing where none has one."""
    outlined = [one for one in districts if one.rings]
    points = [point for one in outlined for ring in one.rings for point in ring]
    if not points:
        return None
    west, east = min(p[0] for p in points), max(p[0] for p in points)
    south, north = min(p[1] for p in points), max(p[1] for p in points)
    narrowing = max(cos(radians((south + north) / 2)), 0.01)
    wide, high = max((east - west) * narrowing, 1e-6), max(north - south, 1e-6)
    scale = min((WIDTH - 2 * MARGIN) / wide, (HEIGHT - 2 * MARGIN) / high)
    left, top = (WIDTH - wide * scale) / 2, (HEIGHT - high * scale) / 2
    empty = Drawing([], west, north, scale, narrowing, left, top)
    shapes = [_shape(one, empty) for one in outlined]
    return replace(empty, shapes=shapes, is_drawn=any(getattr(one, "is_drawn", False) for one in outlined))


def dots_of(lines: Iterable[Any], drawing: Drawing | None) -> list[tuple[Any, float, float]]:
    """Return where each problem stands on the map: in rows of four under the name of its district."""
    places = {shape.name: shape for shape in drawing.shapes} if drawing else {}
    counts: dict[str, int] = {}
    dots = []
    for line in lines:
        name = line.problem.district.name if line.problem.district_id else ""
        if name in places:
            number = counts[name] = counts.get(name, -1) + 1
            dots.append((line, places[name].x - 18 + 12 * (number % 4), places[name].y + 10 + 11 * (number // 4)))
    return dots


def _shape(district: Any, drawing: Drawing) -> Shape:
    """Return the outline of a district as a path, its name in the middle of its points."""
    rings = [[drawing.place(*point[:2]) for point in ring] for ring in district.rings]
    path = " ".join(_closed(ring) for ring in rings)
    x, y = _middle(rings[0])
    return Shape(district.name, path, round(x, 1), round(y, 1))


def _middle(ring: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return the centroid of an outline (shoelace formula), or the mean of its points where it encloses nothing."""
    pairs = list(zip(ring, [*ring[1:], ring[0]], strict=True))
    crossed = [one[0] * other[1] - other[0] * one[1] for one, other in pairs]
    double = sum(crossed)
    if abs(double) < 1:
        return sum(x for x, _y in ring) / len(ring), sum(y for _x, y in ring) / len(ring)
    x = sum((one[0] + other[0]) * cross for (one, other), cross in zip(pairs, crossed, strict=True))
    y = sum((one[1] + other[1]) * cross for (one, other), cross in zip(pairs, crossed, strict=True))
    return x / (3 * double), y / (3 * double)


def _closed(ring: Sequence[tuple[float, float]]) -> str:
    return "M" + " L".join(f"{x} {y}" for x, y in ring) + " Z"
