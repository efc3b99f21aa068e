"""Many choices out of one draw: hypothesis draws a few bytes once, where it would draw twenty values one by one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import strategies as st

One = TypeVar("One")


class Choices:
    """Choices read one after the other off a drawn number; what shrinks ends with the first of each."""

    def __init__(self, drawn: bytes) -> None:
        self._number = int.from_bytes(drawn)

    def among(self, these: Sequence[One]) -> One:
        """One of these."""
        self._number, at = divmod(self._number, len(these))
        return these[at]

    def mixed(self, these: Sequence[One]) -> list[One]:
        """These in another order."""
        left = list(these)
        return [left.pop(self.among(range(len(left)))) for _ in these]


def choices_of(size: int) -> st.SearchStrategy[Choices]:
    """Choices off so many bytes: enough for the product of all that is chosen from."""
    return st.binary(min_size=size, max_size=size).map(Choices)
