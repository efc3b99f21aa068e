"""The structure channel: kind, tags, place, period, weekly times, quantity and known ties; and the hard rules."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from phares.engine.lexicon.words import fold, singular, tokens
from phares.engine.matching import formula
from phares.engine.matching.item import Item, Slot, Tie
from phares.engine.matching.outcome import Reason, Shortfall, micro

WEEK = 7

EARTH_KM = 6371.0088
"""Mean radius of the Earth (IUGG)."""


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The great-circle distance by the haversine formula."""
    north, other_north = math.radians(lat), math.radians(other_lat)
    half = math.sin((other_north - north) / 2) ** 2
    half += math.cos(north) * math.cos(other_north) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, half)))


def common_slots(left: Iterable[Slot], right: Iterable[Slot]) -> tuple[Slot, ...]:
    """The weekly times that both hold, merged and in order."""
    others = merged(right)
    return tuple(
        Slot(slot.day, max(slot.start, other.start), min(slot.end, other.end))
        for slot in merged(left)
        for other in others
        if slot.day == other.day and max(slot.start, other.start) < min(slot.end, other.end)
    )


def merged(slots: Iterable[Slot]) -> tuple[Slot, ...]:
    """The same weekly times without overlaps, in order."""
    kept: list[Slot] = []
    for slot in sorted(slots):
        if kept and kept[-1].day == slot.day and slot.start <= kept[-1].end:
            kept[-1] = Slot(slot.day, kept[-1].start, max(kept[-1].end, slot.end))
        else:
            kept.append(slot)
    return tuple(kept)


def share_a_time(need: Item, offer: Item) -> bool:
    """Whether their periods and their weekly times leave one moment in common; what is not said is any time."""
    start = max(need.from_on or date.min, offer.from_on or date.min)
    end = min(need.until_on or date.max, offer.until_on or date.max)
    if start > end:
        return False
    if not need.weekly and not offer.weekly:
        return True
    slots = common_slots(need.weekly, offer.weekly) if need.weekly and offer.weekly else need.weekly or offer.weekly
    days = {(start.weekday() + later) % WEEK for later in range(min(WEEK, (end - start).days + 1))}
    return any(slot.day in days for slot in slots)


def may_meet(need: Item, offer: Item) -> bool:
    """The hard rules that two items alone decide: another structure, and a time in common."""
    return need.by != offer.by and share_a_time(need, offer)


def strongest_ties(ties: Iterable[Tie]) -> dict[frozenset[str], int]:
    """The highest level known between two structures."""
    levels: dict[frozenset[str], int] = {}
    for tie in ties:
        pair = frozenset((tie.a, tie.b))
        levels[pair] = max(tie.level, levels.get(pair, 0))
    return levels


def kind_reasons(need: Item, offer: Item) -> Iterator[Reason]:
    """What kind and tags bring: evidence that both speak of the same sort of thing."""
    if need.kind is not None and need.kind == offer.kind and need.kind != "other":
        yield Reason("same_kind", micro(formula.KIND), {"kind": need.kind})
    wanted = {fold(tag).strip(): tag for tag in need.tags}
    common = sorted(wanted.keys() & {fold(tag).strip() for tag in offer.tags})
    if common:
        points = formula.TAGS * len(common) / len(wanted)
        yield Reason("same_tags", micro(points), {"tags": [wanted[tag] for tag in common]})


def most_beside(need: Item) -> int:
    """The most that kind and tags can bring to a need."""
    return micro(formula.KIND) * (need.kind is not None) + micro(formula.TAGS) * bool(need.tags)


def most_of_structure(need: Item) -> int:
    """The most that all of the structure channel can bring to a need, by what the need says."""
    parts = (
        (formula.NEAR, need.lat is not None and need.lon is not None),
        (formula.DATES, need.from_on is not None and need.until_on is not None),
        (formula.TIMES, bool(need.weekly)),
        (formula.QUANTITY, need.quantity is not None),
        (formula.TIES, True),
    )
    return most_beside(need) + sum(micro(points) for points, is_said in parts if is_said)


def other_reasons(need: Item, offer: Item, level: int) -> Iterator[Reason]:
    """What place, dates, times, quantity and a known tie bring."""
    yield from _near(need, offer)
    yield from _dates(need, offer)
    yield from _times(need, offer)
    short = _short(need, offer)
    if short is not None and short == 0:
        yield Reason("quantity_fits", micro(formula.QUANTITY), _amounts(need, offer))
    if level > 0:
        yield Reason("kept_together", micro(formula.TIES * level / Tie.HIGHEST), {"level": level})


def shortfalls(need: Item, offer: Item) -> Iterator[Shortfall]:
    """What the offer leaves unanswered: days, weekly times, quantity, terms of exchange."""
    days = _days(need, offer)
    if days is not None and days[0] < days[1]:
        yield Shortfall("days", {"have": days[0], "want": days[1], "short": days[1] - days[0]})
    if need.exchange is not None and offer.exchange is not None and need.exchange != offer.exchange:
        yield Shortfall("exchange", {"have": offer.exchange, "want": need.exchange})
    short = _short(need, offer)
    if short:
        yield Shortfall("quantity", {**_amounts(need, offer), "short": amount(short)})
    if need.weekly and offer.weekly:
        have, want = _minutes(common_slots(need.weekly, offer.weekly)), _minutes(merged(need.weekly))
        if have < want:
            yield Shortfall("times", {"have_minutes": have, "want_minutes": want, "short_minutes": want - have})


def amount(quantity: Fraction) -> int | str:
    """An exact amount as the contract writes it: a whole number, or "n/d"."""
    return quantity.numerator if quantity.denominator == 1 else f"{quantity.numerator}/{quantity.denominator}"


def _near(need: Item, offer: Item) -> Iterator[Reason]:
    if need.lat is None or need.lon is None or offer.lat is None or offer.lon is None:
        return
    km = distance_km(need.lat, need.lon, offer.lat, offer.lon)
    points = micro(formula.NEAR / (1.0 + km / formula.NEAR_KM))
    yield Reason("near", points, {"km": round(km, 1)})


def _dates(need: Item, offer: Item) -> Iterator[Reason]:
    days = _days(need, offer)
    if days is None or (offer.from_on is None and offer.until_on is None):
        return
    yield Reason("dates_fit", micro(formula.DATES * days[0] / days[1]), {"days": days[0], "of": days[1]})


def _days(need: Item, offer: Item) -> tuple[int, int] | None:
    """The days of the need that the offer's period holds, and all the days of the need, when it says both ends."""
    if need.from_on is None or need.until_on is None:
        return None
    start = max(need.from_on, offer.from_on or need.from_on)
    end = min(need.until_on, offer.until_on or need.until_on)
    return (end - start).days + 1, (need.until_on - need.from_on).days + 1


def _times(need: Item, offer: Item) -> Iterator[Reason]:
    common = common_slots(need.weekly, offer.weekly)
    if common:
        points = formula.TIMES * _minutes(common) / _minutes(merged(need.weekly))
        yield Reason("common_times", micro(points), {"times": [str(slot) for slot in common]})


def _minutes(slots: Iterable[Slot]) -> int:
    return sum(slot.end - slot.start for slot in slots)


def _short(need: Item, offer: Item) -> Fraction | None:
    """How much of the wanted quantity is missing; nothing when the two cannot be compared.

    A unit that one of them leaves out is the other's.
    """
    if need.quantity is None or offer.quantity is None:
        return None
    wanted, given = (tuple(map(singular, tokens(item.unit or ""))) for item in (need, offer))
    if wanted and given and wanted != given:
        return None
    return max(need.quantity - offer.quantity, Fraction(0))


def _amounts(need: Item, offer: Item) -> dict[str, object]:
    have, want = offer.quantity or Fraction(0), need.quantity or Fraction(0)
    return {"have": amount(have), "want": amount(want), "unit": need.unit or offer.unit or ""}
