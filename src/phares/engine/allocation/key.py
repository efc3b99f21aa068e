"""Allocation keys (clés de répartition): how one amount is divided, as adopted by those who pay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Equal:
    """The same part for every party (parts égales)."""


@dataclass(frozen=True, slots=True)
class By:
    """In proportion to one weight of the parties: surface, desks, hours, measured use."""

    name: str


@dataclass(frozen=True, slots=True)
class Mix:
    """A share of the amount by each of several keys (clé mixte); the shares make 1."""

    parts: tuple[tuple[Fraction, Key], ...]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A lump sum for some parties, then what is left by another key (forfait et variable)."""

    cents: Mapping[str, int]
    then: Key


Key = Equal | By | Mix | Fixed
