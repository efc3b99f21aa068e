"""Needs and offers for the tests: short to write, and any that hypothesis can think of."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from phares.engine.matching import Item, Slot
from phares.engine.matching.item import EXCHANGES, KINDS


def item(ident: str, title: str, by: str | None = None, **said: Any) -> Item:
    """An item of a structure of its own, unless told otherwise."""
    return Item(id=ident, by=by or f"structure of {ident}", title=title, **said)


WORDS = (
    "vélo cargo camion camionnette salle réunion stockage local atelier menuiserie couture tissu légumes invendus "
    "cuisine traiteur barnum sono comptable paie site internet garde d’enfants jeunes bénévoles français prêt école "
    "aujourd’hui œuvre à où plus de place on déborde conjoint épuisé pas de bus zzyzx 2027 m² – ! ’"
).split()

titles = st.one_of(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join), st.text(max_size=20))
days = st.dates(date(2026, 1, 1), date(2026, 3, 1))
slots = st.builds(
    lambda day, start, length: Slot(day, start, start + length),
    st.integers(0, 6),
    st.integers(0, 1200),
    st.integers(1, 200),
)


@st.composite
def items(draw: st.DrawFn, ident: str) -> Item:
    """Any valid item with a given id."""
    period = sorted((draw(days), draw(days)))
    place = draw(st.one_of(st.none(), st.tuples(st.floats(-90, 90), st.floats(-180, 180))))
    return Item(
        id=ident,
        by=draw(st.sampled_from("ABCDEF")),
        title=draw(titles),
        text=draw(titles),
        kind=draw(st.sampled_from((None, *KINDS))),
        tags=tuple(draw(st.lists(st.sampled_from(("bois", "Vélo", "fête", " ")), max_size=2))),
        lat=place[0] if place else None,
        lon=place[1] if place else None,
        from_on=draw(st.sampled_from((None, period[0]))),
        until_on=draw(st.sampled_from((None, period[1]))),
        weekly=tuple(draw(st.lists(slots, max_size=2))),
        quantity=draw(st.one_of(st.none(), st.fractions(0, 9, max_denominator=4), st.just(Fraction(3)))),
        unit=draw(st.sampled_from((None, "places", "kg"))),
        exchange=draw(st.sampled_from((None, *EXCHANGES))),
    )


def lists_of_items(letter: str, most: int) -> st.SearchStrategy[list[Item]]:
    """Lists of any items with different ids."""
    sizes = st.integers(0, most)
    return sizes.flatmap(lambda size: st.tuples(*(items(f"{letter}{at}") for at in range(size))).map(list))
