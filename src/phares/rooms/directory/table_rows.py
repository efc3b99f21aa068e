"""A line of a table once read: what it says, entry by entry, and what could not be read in it."""

from dataclasses import dataclass, field
from typing import Any

Entry = dict[str, Any]


@dataclass(frozen=True)
class CellError:
    """A cell that cannot be taken: its column, as the table names it, what is written there, and why."""

    column: str
    value: str
    reason: str

    def told(self) -> dict[str, str]:
        """Return it as it is kept."""
        return {"column": self.column, "value": self.value, "reason": self.reason}


@dataclass(frozen=True)
class TableRow:
    """One line: its number in the file, what it says (empty cells say nothing), and what is wrong in it.

    `headers` gives, for each entry, the name that the table gives to its column: a refusal names it.
    """

    number: int
    label: str
    entry: Entry
    errors: tuple[CellError, ...] = ()
    headers: dict[str, str] = field(default_factory=dict)
