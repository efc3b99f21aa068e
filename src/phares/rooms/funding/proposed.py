"""What the last search for teams found, with its structures and rows by name; what is no longer seen is left out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from phares.rooms.commons.templatetags.ui import amount
from phares.rooms.cooperation.sharing_words import number
from phares.rooms.directory.models import Structure
from phares.rooms.funding.models import Application, CallRule, Composition, Requirement
from phares.rooms.funding.queries.team import Candidate


@dataclass(frozen=True)
class Seat:
    """A member of a proposed team: what only it brings, whom it works with, what the best team without it would be."""

    structure: Structure
    alone: list[Requirement]
    brings: list[Requirement]
    works_with: Structure | None
    loss: str


@dataclass(frozen=True)
class Team:
    """A proposed team: its members, what it leaves uncovered, whether it is proven to be the best, else the bound."""

    seats: list[Seat]
    uncovered: list[Requirement]
    weight: int
    size: int
    is_proven: bool
    bound: dict[str, Any] | None
    differs: str


def teams(application: Application, search: Composition, found: Sequence[Candidate]) -> list[Team]:
    """Return the teams of a search, best first, as long as all their members are still seen."""
    known = {one.structure.pk: one.structure for one in found}
    rows = {row.pk: row for row in application.call.requirements.all()}
    told = [one for one in search.told.get("teams", []) if set(one["members"]) <= set(known)]
    return [_team(one, told[0], known, rows) for one in told]


def _team(one: dict[str, Any], best: dict[str, Any], known: dict[int, Structure], rows: dict[int, Requirement]) -> Team:
    ties = {tie["member"]: tie["with"] for tie in one["ties"]}
    seats = [
        Seat(
            known[seat["structure"]],
            [rows[pk] for pk in seat["alone"] if pk in rows],
            [rows[pk] for pk in seat["brings"] if pk in rows],
            known.get(ties.get(seat["structure"], 0)),
            _loss(one["merit"], seat["without"]),
        )
        for seat in one["each"]
    ]
    new = sorted(str(known[pk]) for pk in set(one["members"]) - set(best["members"]))
    return Team(
        seats,
        [rows[pk] for pk in one["uncovered"] if pk in rows],
        int(Fraction(one["merit"]["weight"])),
        one["merit"]["members"],
        one["optimal"],
        one["bound"],
        ", ".join(new),
    )


def _loss(merit: dict[str, Any], without: dict[str, Any] | None) -> str:
    """Say what would be lost without a member: nothing can be filed, weight, or one more structure to find."""
    if without is None:
        return _("sans elle, aucune équipe ne tient")
    lost = Fraction(merit["weight"]) - Fraction(without["weight"])
    if lost > 0:
        words = ngettext(
            "sans elle, la meilleure équipe perd %(lost)s point de note",
            "sans elle, la meilleure équipe perd %(lost)s points de note",
            ceil(lost),
        )
        return words % {"lost": number(lost)}
    more = without["members"] - merit["members"]
    if more > 0:
        words = ngettext(
            "sans elle, il faut %(more)d membre de plus", "sans elle, il faut %(more)d membres de plus", more
        )
        return words % {"more": more}
    return _("sans elle, une autre équipe fait aussi bien")


@dataclass(frozen=True)
class Lock:
    """What closes the call by itself: the row or the rule, what is missing, the outside actors who have some."""

    row: Requirement | None
    rule: CallRule | None
    missing: str
    by: list[Structure]


def locks(application: Application, search: Composition, found: Sequence[Candidate]) -> list[Lock]:
    """Return what closes the call, and which outside actor would open it."""
    known = {one.structure.pk: one.structure for one in found}
    rows = {row.pk: row for row in application.call.requirements.all()}
    rules = list(application.call.rules.all())
    return [
        Lock(
            rows.get(one.get("row", 0)),
            rules[one["rule"]] if one.get("rule", len(rules)) < len(rules) else None,
            _missing(one, rows.get(one.get("row", 0))),
            [known[pk] for pk in one["by"] if pk in known],
        )
        for one in search.told.get("locks", [])
    ]


def openers(locks: Sequence[Lock]) -> list[Structure]:
    """Return the outside actors who would open something: who opens most first, then by name; six are enough to ask."""
    opens = Counter(one.pk for lock in locks for one in lock.by)
    found = {one.pk: one for lock in locks for one in lock.by}
    return sorted(found.values(), key=lambda one: (-opens[one.pk], one.search_text))[:6]


def _missing(one: dict[str, Any], row: Requirement | None) -> str:
    """Return in words how much is missing."""
    if Fraction(one["amount"]) > 0:
        lacking = Fraction(one["amount"])
        sized = amount(Decimal(lacking.numerator) / lacking.denominator, row.unit if row is not None else "")
        return _("il manque %(amount)s") % {"amount": sized}
    if one["members"]:
        words = ngettext(
            "il manque %(count)d membre qui en ait", "il manque %(count)d membres qui en aient", one["members"]
        )
        return words % {"count": one["members"]}
    if one["structures"]:
        words = ngettext("il manque %(count)d structure", "il manque %(count)d structures", one["structures"])
        return words % {"count": one["structures"]}
    words = ngettext(
        "il manque %(count)d structure d’une autre sorte", "il manque %(count)d structures d’une autre sorte",
        one["others"],
    )  # fmt: skip
    return words % {"count": one["others"]}


def conflict(application: Application, search: Composition, found: Sequence[Candidate]) -> list[str]:
    """Return, in words, the smallest set of demands that cannot hold together."""
    rows = {row.pk: row for row in application.call.requirements.all()}
    rules = list(application.call.rules.all())
    known = {one.structure.pk: one.structure for one in found}
    return [words for one in search.told.get("conflict", []) if (words := _demand(one, rows, rules, known))]


def _asked(row: Requirement) -> str:
    """Return what a row asks: the skill, how much of it, from how many members, for which lot."""
    pieces = [amount(row.amount, row.unit)]
    if row.members > 1:
        pieces.append(_("portés par %(n)d membres au moins") % {"n": row.members})
    if row.lot:
        pieces.append(row.lot)
    return f"{row.skill} ({', '.join(pieces)})"


def _demand(
    one: dict[str, Any], rows: dict[int, Requirement], rules: list[CallRule], known: dict[int, Structure]
) -> str:
    if "row" in one and one["row"] in rows:
        return _asked(rows[one["row"]])
    if "rule" in one and one["rule"] < len(rules):
        rule = rules[one["rule"]]
        return f"{rule.words} ({rule.article})"
    name = str(known.get(one.get("structure", 0), ""))
    words = {
        "least": _("au moins %(number)s membres"),
        "most": _("au plus %(number)s membres"),
        "required": _("%(name)s a accepté : elle reste"),
        "excluded": _("%(name)s a refusé"),
    }.get(one["name"], "")
    return words % {"number": one.get("number", ""), "name": name} if words else ""
