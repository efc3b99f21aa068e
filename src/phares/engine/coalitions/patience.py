"""How long the exact search may still take: what its solves report is taken off, no clock is read here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass
class Patience:
    """Seconds left; once a solve was cut short, the answer says so."""

    seconds: float
    stopped: bool = False

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to search with."""
        return self.seconds <= 0

    def took(self, seconds: float) -> None:
        """Take off what a solve lasted."""
        self.seconds -= seconds

    @contextmanager
    def part(self, share: float) -> Iterator[Patience]:
        """A share of what is left; what it does not use comes back."""
        lent = Patience(self.seconds * share)
        before = lent.seconds
        yield lent
        self.seconds -= before - lent.seconds
        self.stopped |= lent.stopped
