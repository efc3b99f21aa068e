"""How the engine reads a need or an offer."""

from fractions import Fraction

from phares.engine import matching as engine
from phares.rooms.cooperation.models import Item
from phares.rooms.cooperation.weekly_times import slots


def engine_item(item: Item) -> engine.Item:
    """Return a need or an offer as the engine reads it; of an offer that several share, what is left.

    The fields of activity of its structure are left out: tried on the demonstration, they put forward pairs that share
    nothing but « insertion » or « éducation populaire », and found none that words and ideas do not find.
    """
    structure, left = item.structure, item.quantity_left
    return engine.Item(
        id=str(item.pk),
        by=item.holder_key,
        title=item.title,
        text=f"{item.text} {item.quote}".strip(),
        kind=item.kind,
        lat=structure.latitude if structure else None,
        lon=structure.longitude if structure else None,
        from_on=item.from_on,
        until_on=item.until_on,
        weekly=slots(item.weekly),
        quantity=Fraction(left) if left is not None else None,
        unit=item.unit or None,
        exchange=item.exchange or None,
    )
