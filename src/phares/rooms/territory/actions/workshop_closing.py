"""Closing a workshop: cards join their problems through the acts of grouping, and the minutes are frozen."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.days import as_day
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory.actors import Actor
from phares.rooms.territory import events, permissions
from phares.rooms.territory.actions.problem import merge_problem, split_problem, write_problem
from phares.rooms.territory.actions.workshop import CardsLeft, held
from phares.rooms.territory.models import Observation, Problem, Voice, Workshop, WorkshopDots, WorkshopProblem
from phares.rooms.territory.models.problem import Kind
from phares.rooms.territory.models.voice import State
from phares.rooms.territory.models.workshop import Phase
from phares.rooms.territory.queries.workshop import Under, WallSeen, wall_of


@transaction.atomic
def close_workshop(
    *, workshop: Workshop, next_on: date | None = None, next_words: str = "", by: Actor, at: datetime
) -> Workshop:
    """Close a workshop: voices join the problems under which they were put, new problems are written, nothing moves.

    The marks of the phones go; the dots of each problem stay. What was closed is kept by the database itself.
    """
    require(permissions.can_run_workshop(by, workshop.pole_id))
    workshop = held(workshop, Phase.SORT, Phase.VOTE)
    day = as_day(at)
    if workshop.cards.filter(under=None, is_aside=False).exists():
        raise CardsLeft
    if next_on is not None and next_on < as_day(workshop.gathering.starts_at):
        raise Refusal(str(_("La prochaine date est avant l’atelier.")), field="next_on")
    seen = wall_of(workshop, day)
    for under in seen.problems:
        _group(under, by, at)
    minutes = _minutes(workshop, seen)
    WorkshopDots.objects.filter(wall__workshop=workshop).delete()
    workshop.next_on, workshop.next_words = next_on, next_words.strip()
    workshop.minutes, workshop.phase, workshop.closed_at = minutes, Phase.CLOSED, at
    workshop.save()
    publish(events.WorkshopClosed(workshop.pole_id, workshop.pk), by=by, at=at)
    return workshop


def _group(under: Under, by: Actor, at: datetime) -> None:
    """Put the voices under a problem with it, written first where it is new; what structures see is seen there too.

    Known problems that were put together on the wall are merged into it, and their lineage stays.
    """
    wall, cards = under.wall, [one.card for one in under.cards]
    taken = (State.ERASED, State.ASIDE)
    voices = [one.voice for one in cards if one.voice and one.voice.state not in taken]
    if wall.problem is None:
        wall.kinds = [kind for kind in Kind.values if any(kind in one.kinds for one in (wall, *under.merged))]
        problem = _written(wall, voices, by, at)
        wall.problem = problem
        wall.save(update_fields=["problem", "kinds"])
    else:
        problem = wall.problem.merged_into or wall.problem
        _rewritten(problem, voices, by, at)
    for observation in (one.observation for one in cards if one.observation):
        if observation.problem_id != problem.pk:
            _seen_there_too(observation, problem)
    for known in (one.problem.merged_into or one.problem for one in under.merged if one.problem):
        if known.pk != problem.pk:
            merge_problem(problem=known, into=problem, by=by, at=at)


def _written(wall: WorkshopProblem, voices: list[Voice], by: Actor, at: datetime) -> Problem:
    """Write a new problem; where it comes from a known one, the voices of that one leave it, or its lineage is said."""
    parent = wall.split_from and (wall.split_from.merged_into or wall.split_from)
    leaving = [one for one in voices if parent and parent.groupings.filter(voice=one).exists()]
    if parent and leaving and len(leaving) < parent.groupings.count():
        part = split_problem(problem=parent, title=wall.title, voices=leaving, by=by, at=at)
        return _rewritten(part, voices, by, at, kinds=wall.kinds)
    problem = write_problem(pole=wall.workshop.pole, title=wall.title, kinds=wall.kinds, voices=voices, by=by, at=at)
    if parent:
        problem.split_from = parent
        problem.save(update_fields=["split_from"])
    return problem


def _rewritten(
    problem: Problem, voices: list[Voice], by: Actor, at: datetime, kinds: Iterable[str] | None = None
) -> Problem:
    """Put voices with a problem, whose own words stay."""
    if not voices and kinds is None:
        return problem
    names = ("title", "text", "causes", "concerned", "district")
    own = [kind.value for kind in Kind if getattr(problem, f"is_{kind.value}")]
    return write_problem(
        pole=problem.pole, problem=problem, voices=voices, kinds=list(kinds or own),
        **{name: getattr(problem, name) for name in names}, by=by, at=at,
    )  # fmt: skip


def _seen_there_too(observation: Observation, problem: Problem) -> None:
    """Let what a structure or a source sees stand with a second problem, in the same words and of the same day."""
    same = {"text": observation.text, "structure": observation.structure, "source": observation.source}
    if not problem.observations.filter(**same).exists():
        Observation.objects.create(
            problem=problem, says_otherwise=observation.says_otherwise, observed_on=observation.observed_on,
            noted_by=observation.noted_by, noted_at=observation.noted_at, **same,
        )  # fmt: skip


def _minutes(workshop: Workshop, seen: WallSeen) -> dict[str, Any]:
    """Return what is frozen: titles, dots, cards by number, people by kind, decisions; of nobody any name."""
    return {
        "title": workshop.gathering.title,
        "place": workshop.gathering.place,
        "starts_at": workshop.gathering.starts_at.isoformat(),
        "dots_each": workshop.dots_each,
        "dots": seen.placed,
        "people": {one.kind: one.count for one in workshop.presences.all()},
        "problems": [
            {
                "problem": one.wall.problem_id,
                "title": one.wall.title,
                "is_new": one.wall.problem_id is not None and bool(one.wall.kinds),
                "split_from": one.wall.split_from.title if one.wall.split_from else "",
                "merged": [each.title for each in one.merged],
                "dots": one.dots,
                "cards": [card.card.pk for card in one.cards],
            }
            for one in seen.by_dots
        ],
        "aside": [one.card.pk for one in seen.aside],
        "decisions": [
            {
                "words": one.words,
                "who": str(one.structure or one.who),
                "structure": one.structure_id,
                "about": one.wall.column.title if one.wall else "",
                "due_on": one.due_on.isoformat() if one.due_on else "",
            }
            for one in workshop.decisions.select_related("structure", "wall__merged_into")
        ],
    }
