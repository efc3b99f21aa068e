"""Needs and offers for the tests: short to write, and any that hypothesis can think of."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from engine.choices import Choices, choices_of
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
FIRST_DAY = date(2026, 1, 1)
days = st.dates(FIRST_DAY, date(2026, 3, 1))
slots = st.builds(
    lambda day, start, length: Slot(day, start, start + length),
    st.integers(0, 6),
    st.integers(0, 1200),
    st.integers(1, 200),
)


MILLIONTHS = 1_000_000
AMOUNTS = tuple(Fraction(whole, under) for under in (1, 2, 3, 4) for whole in range(9 * under + 1))
TAGS = ("bois", "Vélo", "fête", " ")


@st.composite
def items(draw: st.DrawFn, ident: str) -> Item:
    """Any valid item with a given id, but for free text read off one draw: drawing is what took the time."""
    choices = draw(choices_of(40))
    period = sorted(FIRST_DAY + timedelta(choices.among(range(60))) for _ in range(2))
    is_placed = choices.among((False, True))
    return Item(
        id=ident,
        by=choices.among("ABCDEF"),
        title=_title(draw, choices),
        text=_title(draw, choices),
        kind=choices.among((None, *KINDS)),
        tags=tuple(choices.among(TAGS) for _ in range(choices.among((0, 1, 2)))),
        lat=choices.among(range(180 * MILLIONTHS + 1)) / MILLIONTHS - 90 if is_placed else None,
        lon=choices.among(range(360 * MILLIONTHS + 1)) / MILLIONTHS - 180 if is_placed else None,
        from_on=choices.among((None, period[0])),
        until_on=choices.among((None, period[1])),
        weekly=tuple(_slot(choices) for _ in range(choices.among((0, 0, 1, 2)))),
        quantity=choices.among((None, Fraction(3), choices.among(AMOUNTS))),
        unit=choices.among((None, "places", "kg")),
        exchange=choices.among((None, *EXCHANGES)),
    )


def _title(draw: st.DrawFn, choices: Choices) -> str:
    """A few words of the place, or any text at all."""
    if choices.among((False, False, True)):
        return draw(st.text(max_size=20))
    return " ".join(choices.among(WORDS) for _ in range(choices.among(range(9))))


def _slot(choices: Choices) -> Slot:
    start = choices.among(range(1201))
    return Slot(choices.among(range(7)), start, start + 1 + choices.among(range(200)))


def lists_of_items(letter: str, most: int) -> st.SearchStrategy[list[Item]]:
    """Lists of any items with different ids."""
    each = [items(f"{letter}{at}") for at in range(most)]
    return st.integers(0, most).flatmap(lambda size: st.tuples(*each[:size]).map(list))
