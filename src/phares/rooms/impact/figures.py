"""Figures: what each counts, by which formula, from which records; so that anybody can count again.

Each is one function from the ground of a day to what is counted. None is about one structure: they describe the pole.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from django.utils.functional import Promise

from phares.rooms.cooperation.models import Cooperation
from phares.rooms.directory.models import Structure
from phares.rooms.funding.models import Application

Text = str | Promise


@dataclass(frozen=True)
class Record:
    """One record behind a figure: what it is, its day, and by what one may know whether a reader may see it."""

    label: str
    on: date | None = None
    detail: str = ""
    cooperation: Cooperation | None = None
    structure: Structure | None = None
    application: Application | None = None
    url: str = ""
    is_open: bool = False


@dataclass(frozen=True)
class Counted:
    """What a figure comes to: its exact value, the numbers that it is made of, and its records."""

    value: Fraction | None
    inputs: Sequence[tuple[Text, Fraction, str]] = ()
    records: Sequence[Record] = ()
    sources: int | None = None
    """From how many cooperations it comes, where fewer than three would point at somebody."""


@dataclass(frozen=True)
class FigureKind:
    """A figure of the pole: its name, unit, formula, and the function that counts it."""

    code: str
    title: Text
    unit: str
    formula: Text
    count: Callable[[Any], Counted]
    what: Text = ""
    source: Text = ""
    is_head: bool = True
    """Whether it stands on the page of figures, or only among the indicators."""


@dataclass(frozen=True)
class Shown:
    """A figure as one reader sees it: the records that they may open, and how many others there are."""

    kind: FigureKind
    value: Fraction | None
    before: Fraction | None
    inputs: Sequence[tuple[Text, Fraction, str]]
    records: Sequence[Record] = field(default=())
    others: int = 0
    is_kept: bool = False
    """Too few cooperations: the value would point at somebody."""
