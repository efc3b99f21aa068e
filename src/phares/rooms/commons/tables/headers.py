"""Which line of a sheet names its columns, and which of our columns each name means, however it is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

from phares.rooms.commons.search import search_words
from phares.rooms.commons.tables.sheet import Row, Value

ENOUGH = 84  # of 100: « Adresse mail » is « adresse e-mail », « Nom » is not « Nombre »
FIRST_ROWS = 40
FEWEST_WORDS = 2
SMALL_WORDS = frozenset("de du des d le la les l un une the of a".split())


@dataclass(frozen=True)
class Column:
    """One of our columns: its code, what it is called on screen, and the other names that people give it."""

    code: str
    label: Any
    names: tuple[str, ...] = ()


def header_of(rows: Sequence[Row], columns: Sequence[Column]) -> int:
    """Return the place of the line that names columns: the one that names most of ours, else the first full one."""
    scores = [_names(row, columns) for row in rows[:FIRST_ROWS]]
    best = max(scores, default=0)
    if best:
        return scores.index(best)
    filled = [sum(isinstance(value, str) for value in row) for row in rows[:FIRST_ROWS]]
    return next((place for place, count in enumerate(filled) if count >= FEWEST_WORDS), 0)


def _names(row: Row, columns: Sequence[Column]) -> int:
    """Say how many of our columns a line names."""
    return len(matched(row, columns))


def matched(header: Row, columns: Sequence[Column]) -> dict[int, str]:
    """Return, for each place of the header that means one of our columns, its code; each column once, by its best."""
    scored = [
        (score, -place, column.code)
        for place, value in enumerate(header)
        if isinstance(value, str)
        for column in columns
        if (score := likeness(value, column)) >= ENOUGH
    ]
    found: dict[int, str] = {}
    for _score, place, code in sorted(scored, reverse=True):
        if -place not in found and code not in found.values():
            found[-place] = code
    return dict(sorted(found.items()))


def likeness(written: Value, column: Column) -> float:
    """Return how much a written name is one of a column's names, of 100; words in another order are the same name."""
    said = _telling(str(written))
    names = [_telling(name) for name in (column.code.replace("_", " "), str(column.label), *column.names)]
    return max(fuzz.token_sort_ratio(said, name) for name in names) if said else 0.0


def _telling(name: str) -> str:
    """Return the words of a name that tell something."""
    return " ".join(word for word in search_words(name) if word not in SMALL_WORDS)
