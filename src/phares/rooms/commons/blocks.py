"""Blocks: lines that each say one thing and offer one action, as the pages of what waits show them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self


@dataclass(frozen=True)
class Line:
    """One thing: what it is, a few pieces about it, where it leads, and the one action it asks for."""

    title: Any
    url: str = ""
    pieces: Sequence[Any] = ()
    day: date | None = None
    chip: Any = ""
    tone: str = "plain"
    action: Any = ""
    action_url: str = ""


@dataclass(frozen=True)
class Block:
    """Lines of one sort; `total` counts those not shown too; one that goes on keeps its button under its lines."""

    key: str
    title: Any
    lines: Sequence[Line] = ()
    why: Any = ""
    total: int = 0
    all_url: str = ""
    empty: Any = ""
    empty_action: Any = ""
    empty_url: str = ""
    goes_on: bool = False
    is_aside: bool = False

    @property
    def count(self) -> int:
        """Return how many lines there are, shown or not."""
        return max(self.total, len(self.lines))

    @property
    def others(self) -> int:
        """Return how many lines are not shown."""
        return max(self.total - len(self.lines), 0)

    @property
    def ahead(self) -> Sequence[Line]:
        """Return the lines that no small screen folds: the first, and all down to the last that is late."""
        late = [place for place, line in enumerate(self.lines) if line.tone == "late"]
        return self.lines[: max([0, *late]) + 1]

    @property
    def folded(self) -> Sequence[Line]:
        """Return the lines after those."""
        return self.lines[len(self.ahead) :]

    def cut(self, most: int, *, all_url: str = "") -> Self:
        """Return the block with its first lines, the others counted; `all_url` leads to them."""
        if len(self.lines) <= most:
            return self
        return replace(self, lines=self.lines[:most], total=len(self.lines), all_url=self.all_url or all_url)
