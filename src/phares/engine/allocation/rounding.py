"""Whole cents that add up: the method of the largest remainder."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction


def largest_remainder(exact: Mapping[str, Fraction]) -> dict[str, int]:
    """Exact shares, whose sum is whole, as whole numbers of the same sum.

    Each is rounded down; what is left goes by ones to the greatest remainders, ties to the smallest id.
    """
    whole = {one: share.numerator // share.denominator for one, share in exact.items()}
    left = sum(exact.values(), Fraction(0)) - sum(whole.values())
    by_remainder = sorted(exact, key=lambda one: (whole[one] - exact[one], one))
    return whole | {one: whole[one] + 1 for one in by_remainder[: int(left)]}
