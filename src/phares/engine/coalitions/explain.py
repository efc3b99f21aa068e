"""Why a team: what it covers, what each member brings, what would be lost without it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from phares.engine.coalitions.pool import Merit, Pool, Team
from phares.engine.coalitions.search import Best


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, as a code and what it stands on (JSON values)."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """A member's place: the requirements it has some of, those covered with it and not without it.

    `without` is the merit of the best team without this structure; none where there is no such team.
    """

    id: str
    brings: tuple[str, ...]
    alone: tuple[str, ...]
    without: Merit | None


@dataclass(frozen=True, slots=True)
class Coalition:
    """One team with its merit; `bound` is a merit that no team passes, none when it is this one's own."""

    members: tuple[str, ...]
    lead: str | None
    covered: tuple[str, ...]
    uncovered: tuple[str, ...]
    merit: Merit
    optimal: bool
    bound: Merit | None
    each: tuple[Place, ...]
    reasons: tuple[Reason, ...]


def explained(pool: Pool, best: Best, without: Mapping[int, Merit | None], unproven: Sequence[int]) -> Coalition:
    """A team found, told; `without` are the merits of the best teams without each member, some of them `unproven`."""
    covered = {one.id for one in pool.covered(best.team)}
    return Coalition(
        pool.ids(best.team),
        lead(pool, best.team),
        tuple(one.id for one in pool.requirements if one.id in covered),
        tuple(one.id for one in pool.requirements if one.id not in covered),
        best.merit,
        best.proven,
        best.bound,
        tuple(_place(pool, best.team, place, without[place]) for place in best.team),
        tuple(_reasons(pool, best, [place for place in best.team if place in unproven])),
    )


def lead(pool: Pool, team: Team) -> str | None:
    """The first by id of those who may lead, where the call asks for a lead."""
    any_of = pool.rules.lead or frozenset()
    return next((pool.inside[place].id for place in team if not pool.inside[place].types.isdisjoint(any_of)), None)


def _place(pool: Pool, team: Team, place: int, without: Merit | None) -> Place:
    others = tuple(one for one in team if one != place)
    member = pool.inside[place]
    brings = [one.id for one in pool.requirements if member.skills.get(one.skill, 0) > 0]
    alone = [one.id for one in pool.covered(team) if not pool.covers(others, one)]
    return Place(member.id, tuple(brings), tuple(alone), without)


def _reasons(pool: Pool, best: Best, unproven: Sequence[int]) -> list[Reason]:
    covers = [
        Reason("covers", {"requirement": one.id, "by": pool.ids(pool.amounts(one).keys() & set(best.team))})
        for one in pool.covered(best.team)
    ]
    ties = [
        Reason("works_with", {"member": pool.inside[place].id, "with": pool.inside[other].id, "level": level})
        for place in best.team
        for other, level in [_closest(pool, place, best.team)]
        if level
    ]
    told = [Reason("without_not_proven", {"members": pool.ids(unproven)})] if unproven else []
    return [*covers, *ties, *told]


def _closest(pool: Pool, place: int, team: Team) -> tuple[int, int]:
    """The member with whom another has its strongest tie, the first by id of equals, and its level."""
    ties = [(other, level) for other, level in pool.levels[place].items() if other in team]
    return min(ties, key=lambda one: (-one[1], one[0]), default=(place, 0))
