"""Why a need and an offer were put together: asked of the engine, as the page does it."""

from fractions import Fraction
from typing import Any

from phares.engine import matching
from phares.engine.contract.matching import Weekly
from phares.rooms.cooperation.models import Item


def between(need: Item, offer: Item) -> dict[str, list[dict[str, Any]]]:
    """Return the reasons for a pair and what is missing, as they are kept with the match."""
    found = matching.match([_asked(need)], [_asked(offer)])
    if not found:
        return {"reasons": [], "missing": []}
    best = found[0]
    return {
        "reasons": [{**one.facts, "code": one.code, "points": one.points} for one in best.reasons],
        "missing": [{**one.facts, "code": one.code} for one in best.missing],
    }


def _asked(item: Item) -> matching.Item:
    """Return an item as the engine reads it."""
    return matching.Item(
        id=str(item.pk),
        by=item.holder_key,
        title=item.title,
        text=item.text,
        kind=item.kind,
        from_on=item.from_on,
        until_on=item.until_on,
        weekly=tuple(Weekly().read(slot, "weekly") for slot in item.weekly),
        quantity=Fraction(item.quantity) if item.quantity else None,
        unit=item.unit or None,
        exchange=item.exchange or None,
    )
