"""The explicit cost model: four prices that people write, a quantity for each, whole cents and exact fractions.

    alone(i)  = once_alone + unit_alone * quantity(i)                what structure i pays by itself
    together  = once_together + unit_together * sum of quantities    what the group pays
    share(i)  = together * quantity(i) / sum of quantities           by largest remainder, ties to the smallest id
    saves(i)  = alone(i) - share(i)                                  below zero where i would pay more
    threshold = (once_together - n * once_alone) / (unit_alone - unit_together)    the total from which all of it pays
    fewest    = the fewest structures taking the mean quantity for which it pays

`once` is whatever is paid whatever the quantity: a delivery, a minimum order, the hours of whoever organises, the
machine itself. Break-even as in cost-volume-profit analysis; largest remainder as in Hamilton's method.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

MOST_STRUCTURES = 1_000


@dataclass(frozen=True, slots=True)
class Prices:
    """What one unit costs and what is paid once, alone and together, in whole cents."""

    unit_alone: int
    unit_together: int
    once_alone: int = 0
    once_together: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A structure and how much it would take."""

    id: str
    quantity: Fraction


@dataclass(frozen=True, slots=True)
class Saving:
    """What one structure pays alone, its share together, and what it saves, in whole cents."""

    id: str
    alone: int
    share: int
    saves: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everybody's part; what the group saves; from which total on, and with how many, it pays (none where never)."""

    savings: tuple[Saving, ...]
    alone: int
    together: int
    threshold: Fraction | None
    fewest: int | None

    @property
    def saves(self) -> int:
        """What the group saves, below zero where it pays more."""
        return self.alone - self.together

    @property
    def pays(self) -> bool:
        """Whether doing it together costs less than each alone."""
        return self.saves > 0


def reckon(parts: Iterable[Part], prices: Prices) -> Outcome:
    """Return what each would pay alone and together; the shares always sum to what the group pays."""
    known = sorted(parts, key=lambda part: part.id)
    total = sum((part.quantity for part in known), Fraction(0))
    together = _rounded(prices.once_together + prices.unit_together * total)
    shares = _shared(together, known, total)
    alone = {part.id: _rounded(prices.once_alone + prices.unit_alone * part.quantity) for part in known}
    savings = tuple(
        Saving(part.id, alone[part.id], shares[part.id], alone[part.id] - shares[part.id]) for part in known
    )
    mean = total / len(known) if known else Fraction(0)
    return Outcome(savings, sum(alone.values()), together, _threshold(len(known), prices), _fewest(mean, prices))


def _rounded(cents: Fraction) -> int:
    """Whole cents, halves up."""
    return (2 * cents.numerator + cents.denominator) // (2 * cents.denominator)


def _shared(cents: int, parts: Sequence[Part], total: Fraction) -> Mapping[str, int]:
    """An amount by quantity, in whole cents that sum to it: by largest remainder, ties to the smallest id."""
    if not total:
        return {part.id: 0 for part in parts}
    exact = {part.id: cents * part.quantity / total for part in parts}
    floors = {name: share.numerator // share.denominator for name, share in exact.items()}
    left = cents - sum(floors.values())
    first = sorted(exact, key=lambda name: (floors[name] - exact[name], name))[:left]
    return {name: floor + (name in first) for name, floor in floors.items()}


def _threshold(structures: int, prices: Prices) -> Fraction | None:
    """The total quantity from which these many structures pay no more together; none where they always pay more."""
    once = Fraction(prices.once_together - structures * prices.once_alone)
    unit = prices.unit_alone - prices.unit_together
    if once <= 0:
        return Fraction(0) if unit >= 0 else None
    return once / unit if unit > 0 else None


def _fewest(mean: Fraction, prices: Prices) -> int | None:
    """The fewest structures taking `mean` each for which it pays no more; none where it never does."""
    gained = prices.once_alone + (prices.unit_alone - prices.unit_together) * mean
    if gained <= 0:
        return None
    least = Fraction(prices.once_together) / gained
    fewest = max(2, -(-least.numerator // least.denominator))
    return fewest if fewest <= MOST_STRUCTURES else None
