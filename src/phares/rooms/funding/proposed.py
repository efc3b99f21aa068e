"""What the last search for teams found, with its structures and rows by name; what is no longer seen is left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

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
    weight: str
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
        one["merit"]["weight"],
        one["merit"]["members"],
        one["optimal"],
        one["bound"],
        ", ".join(new),
    )


def _loss(merit: dict[str, Any], without: dict[str, Any] | None) -> str:
    """Say what would be lost without a member: nothing can be filed, weight, or one more structure to find."""
    if without is None:
        return _("sans elle, aucune équipe ne tient")
    lost = float(_number(merit["weight"])) - float(_number(without["weight"]))
    if lost > 0:
        return _("sans elle, la meilleure équipe perd %(lost)g points de note") % {"lost": lost}
    more = without["members"] - merit["members"]
    if more > 0:
        return _("sans elle, il faut %(more)d membre de plus") % {"more": more}
    return _("sans elle, une autre équipe fait aussi bien")


def _number(exact: str) -> float:
    over, _slash, under = exact.partition("/")
    return int(over) / int(under or 1)


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


def _missing(one: dict[str, Any], row: Requirement | None) -> str:
    """Return in words how much is missing."""
    if _number(one["amount"]) > 0:
        unit = f" {row.unit}" if row is not None and row.unit else ""
        return _("il manque %(amount)g%(unit)s") % {"amount": _number(one["amount"]), "unit": unit}
    if one["members"]:
        return _("il manque %(count)d membre qui en ait") % {"count": one["members"]}
    if one["structures"]:
        return _("il manque %(count)d structure") % {"count": one["structures"]}
    return _("il manque %(count)d structure d’une autre sorte") % {"count": one["others"]}


def conflict(application: Application, search: Composition, found: Sequence[Candidate]) -> list[str]:
    """Return, in words, the smallest set of demands that cannot hold together."""
    rows = {row.pk: row for row in application.call.requirements.all()}
    rules = list(application.call.rules.all())
    known = {one.structure.pk: one.structure for one in found}
    return [words for one in search.told.get("conflict", []) if (words := _demand(one, rows, rules, known))]


def _demand(
    one: dict[str, Any], rows: dict[int, Requirement], rules: list[CallRule], known: dict[int, Structure]
) -> str:
    if "row" in one and one["row"] in rows:
        return str(rows[one["row"]].skill)
    if "rule" in one and one["rule"] < len(rules):
        rule = rules[one["rule"]]
        return f"{rule.get_form_display()} {rule.get_trait_display()} ({rule.number})"
    name = str(known.get(one.get("structure", 0), ""))
    words = {
        "least": _("au moins %(number)s membres"),
        "most": _("au plus %(number)s membres"),
        "required": _("%(name)s a accepté : elle reste"),
        "excluded": _("%(name)s a refusé"),
    }.get(one["name"], "")
    return words % {"number": one.get("number", ""), "name": name} if words else ""
