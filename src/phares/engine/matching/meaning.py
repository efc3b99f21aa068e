"""A port for what words cannot say: a local sentence embedder, off unless one is handed over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Meaning(Protocol):
    """Says how near in meaning texts are; the same texts must always give the same answer."""

    def nearness(self, need: str, offers: Sequence[str]) -> Sequence[float]:
        """How near each offer's text is to the need's: 0 (nothing in common) to 1 (the same)."""
