"""The picture of the network: each structure keeps its seat from one date to the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from django.utils.translation import gettext as _

from phares.rooms.cooperation import levels
from phares.rooms.impact.queries.network import Seen, TieLine

WIDTH, NARROWEST, SIDE, HEAD = 960, 220, 262, 48
LONGEST_NAME = 28
CROWD = 30
"""From so many seats on, names are written along the rays."""

DASHES = {
    levels.KNOW_EACH_OTHER: "1 6",
    levels.HELP: "6 5",
    levels.SHARE_MEANS: "",
    levels.WORK_TOGETHER: "14 4",
    levels.PRODUCE_TOGETHER: "14 4 2 4",
    levels.COMMON_ENTITY: "4 3",
}
"""How each sort is drawn: by its dashes, never by its width or its colour, since none is above another."""


@dataclass(frozen=True)
class Seat:
    """Where a structure sits, and its name beside it."""

    x: float
    y: float
    name: str
    whole_name: str
    slug: str
    label_x: float
    label_y: float
    anchor: str
    turn: float
    is_chosen: bool
    is_away: bool


@dataclass(frozen=True)
class Line:
    """A tie drawn between two seats."""

    path: str
    dash: str
    words: str
    is_away: bool


@dataclass(frozen=True)
class Sort:
    """A sort of tie that is drawn, for the key under the picture."""

    words: str
    dash: str
    y: float


@dataclass(frozen=True)
class Picture:
    """Everything that the drawing needs."""

    width: int
    height: int
    seats: Sequence[Seat]
    lines: Sequence[Line]
    sorts: Sequence[Sort]


def picture(seen: Seen, *, chosen: str = "", level: int | None = None) -> Picture:
    """Return the drawing of a day; with one chosen, or one sort, the others step back."""
    count = max(len(seen.seats), 1)
    radius = max(NARROWEST, count * 11)
    width = max(WIDTH, 2 * (radius + SIDE))
    centre = (width / 2, HEAD + radius)
    places = {one: _place(number, count, radius, centre) for number, one in enumerate(seen.seats)}
    ties = [tie for tie in seen.seen.ties if level in {None, tie.level}]
    near = {one for tie in ties for one in (tie.a, tie.b) if chosen in {tie.a, tie.b}} | {chosen}
    foot = HEAD + 2 * radius + HEAD
    sorts = sorted({tie.level for tie in ties}, key=levels.words_of)
    return Picture(
        width=round(width),
        height=round(foot + 26 * len(sorts)),
        seats=[
            _seat(seen, one, number, count, places[one], chosen, bool(chosen) and one not in near)
            for number, one in enumerate(seen.seats)
            if one in seen.drawn
        ],
        lines=[
            Line(
                _curve(places[tie.a], places[tie.b], centre),
                DASHES[tie.level],
                levels.words_of(tie.level),
                bool(chosen) and chosen not in {tie.a, tie.b},
            )
            for tie in ties
        ],
        sorts=[Sort(levels.words_of(one), DASHES[one], foot + 26 * place) for place, one in enumerate(sorts)],
    )


def _angle(number: int, count: int) -> float:
    """Return the angle of a seat, from the top, clockwise; half a step aside, so that no name sits on the axis."""
    return 2 * pi * (number + 0.5) / count


def _place(number: int, count: int, radius: float, centre: tuple[float, float]) -> tuple[float, float]:
    angle = _angle(number, count)
    return round(centre[0] + radius * sin(angle), 1), round(centre[1] - radius * cos(angle), 1)


def _seat(
    seen: Seen, one: str, number: int, count: int, place: tuple[float, float], chosen: str, is_away: bool
) -> Seat:
    structure, (x, y) = seen.structures[one], place
    angle = _angle(number, count)
    is_right = angle < pi
    name = structure.name if len(structure.name) <= LONGEST_NAME else f"{structure.name[: LONGEST_NAME - 1]}…"
    turn = round((angle * 180 / pi - 90) if is_right else (angle * 180 / pi + 90), 1) if count > CROWD else 0.0
    return Seat(
        x=x,
        y=y,
        name=name,
        whole_name=structure.name,
        slug=structure.slug,
        label_x=round(x + 14 * sin(angle), 1),
        label_y=round(y - 14 * cos(angle) + 5, 1),
        anchor="start" if is_right else "end",
        turn=turn,
        is_chosen=one == chosen,
        is_away=is_away,
    )


def _curve(a: tuple[float, float], b: tuple[float, float], centre: tuple[float, float]) -> str:
    """Return a curve that bends towards the middle, so that lines between neighbours stay inside."""
    bend = [round(0.6 * centre[axis] + 0.2 * (a[axis] + b[axis]), 1) for axis in (0, 1)]
    return f"M{a[0]} {a[1]}Q{bend[0]} {bend[1]} {b[0]} {b[1]}"


def described(seen: Seen, lines: Sequence[TieLine]) -> str:
    """Return the picture in words: each tie drawn, as the table says it."""
    told = " ; ".join(_("%(a)s et %(b)s, %(words)s") % {"a": one.a, "b": one.b, "words": one.words} for one in lines)
    alone = [_("%(name)s, sans lien ce jour-là") % {"name": one} for one in seen.alone]
    return " ; ".join(filter(None, [told, *alone])) or _("Aucun lien n’est montré ce jour-là.")
