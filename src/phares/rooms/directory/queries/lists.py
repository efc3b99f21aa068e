"""Reads of the reference lists: sectors with their fields, goals, domains of trades, each with how many use it."""

from dataclasses import dataclass

from phares.rooms.directory import permissions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import ActivityField, Goal, Pole, Sector, SkillDomain
from phares.rooms.directory.queries.structures import field_counts, goal_counts


@dataclass(frozen=True)
class Listed:
    """A row of a public list, and how many of the structures that the reader sees use it."""

    row: ActivityField | Goal | SkillDomain
    count: int = 0


@dataclass(frozen=True)
class Lists:
    """The public lists from which structures choose; a field without sector stands under None."""

    sectors: list[tuple[Sector | None, list[Listed]]]
    goals: list[Listed]
    domains: list[Listed]


def lists_of(actor: Actor, pole: Pole) -> Lists:
    """Return every list, whole: what nobody has chosen is there too."""
    seen = permissions.visible_structures(actor, pole)
    showing = {name: permissions.structures_showing(seen, name, actor, pole) for name in ("fields", "goals")}
    used = {field.pk: count for field, count in field_counts(showing["fields"])}
    served = {goal.pk: count for goal, count in goal_counts(showing["goals"])}
    sectors: dict[Sector | None, list[Listed]] = {one: [] for one in (*Sector.objects.all(), None)}
    for field in ActivityField.objects.select_related("sector"):
        sectors[field.sector].append(Listed(field, used.get(field.pk, 0)))
    return Lists(
        sectors=[(sector, fields) for sector, fields in sectors.items() if sector or fields],
        goals=[Listed(one, served.get(one.pk, 0)) for one in Goal.objects.all()],
        domains=[Listed(one) for one in SkillDomain.objects.all()],
    )
