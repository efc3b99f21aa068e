"""Two figures of merit as one whole number, where it fits, and a bound on that number as a bound on both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from phares.engine.coalitions.program import Linear

_FITS = 1 << 34


@dataclass(frozen=True, slots=True)
class Pair:
    """A figure to make great before another is made small; `most` is what the second cannot pass.

    Each is said in limbs (one, but for enormous numbers), the highest first.
    """

    great: Sequence[Linear]
    small: Sequence[Linear]
    greatest: int
    most: int

    @property
    def is_one(self) -> bool:
        """Whether both fit in one number."""
        return len(self.great) == len(self.small) == 1 and (self.greatest + 1) * (self.most + 1) < _FITS

    @property
    def objectives(self) -> list[Linear]:
        """What to make great, one after the other: strictly in that order, each fixed before the next."""
        if self.is_one:
            return [self.great[0] * (self.most + 1) - self.small[0]]
        return [*self.great, *(-limb for limb in self.small)]

    def bounds(self, stage: int, bound: int | None) -> tuple[int | None, int]:
        """What the first figure cannot pass, and what the second cannot go under, by the bound of a stage."""
        if self.is_one and bound is not None:
            great = -(-bound // (self.most + 1))
            return min(great, self.greatest), great * (self.most + 1) - bound if great <= self.greatest else 0
        if len(self.great) == 1 and stage == 0 and bound is not None:
            return min(bound, self.greatest), 0
        return None, 0
