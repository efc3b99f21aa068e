"""Reads on problems: the list, one of them with what stands beside it, groups to suggest."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet

from phares.engine.matching import Item
from phares.engine.pool import pool as group
from phares.rooms.cooperation import permissions as cooperation
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.directory.permissions import visible_structures
from phares.rooms.territory.models import Problem, Response, Voice
from phares.rooms.territory.models.response import Extent, Stage
from phares.rooms.territory.models.rules import rules_of
from phares.rooms.territory.models.voice import State
from phares.rooms.territory.permissions import can_listen, visible_voices

DONE = (Stage.RUNNING, Stage.OVER)
MOST_READ, MOST_GROUPS = 250, 10


def visible_responses(actor: Actor, pole: Pole) -> QuerySet[Response]:
    """Return the responses that the reader may know of: those of cooperations and structures that they may see."""
    seen = cooperation.visible_cooperations(actor, pole)
    shown = Q(cooperation=None) | Q(cooperation__in=seen.values("pk"))
    named = Q(structure=None) | Q(structure__in=visible_structures(actor, pole).values("pk"))
    found = Response.objects.filter(shown, named, problem__pole=pole)
    return found.select_related("cooperation__pole", "structure__pole", "problem__pole").prefetch_related("results")


def problems_of(actor: Actor, pole: Pole, kind: str = "") -> QuerySet[Problem]:
    """Return the problems that stand, with how many voices each and the responses that this reader may know of."""
    live = Q(voices__state=State.KEPT)
    found = Problem.objects.filter(pole=pole).standing().of_kind(kind).select_related("pole", "district", "coordinator")
    responses = Prefetch("responses", queryset=visible_responses(actor, pole), to_attr="shown_responses")
    counted = found.annotate(count=Count("voices", filter=live, distinct=True))
    return counted.order_by("title", "pk").prefetch_related(responses)


def problem_numbered(actor: Actor, pole: Pole, pk: int) -> Problem | None:
    """Return one problem; one that was merged too, so that its page leads on."""
    responses = Prefetch("responses", queryset=visible_responses(actor, pole), to_attr="shown_responses")
    found = Problem.objects.filter(pole=pole, pk=pk).prefetch_related(responses)
    return found.select_related(
        "pole", "district", "coordinator__pole", "merged_into__pole", "split_from__pole"
    ).first()


@dataclass(frozen=True)
class ProblemSeen:
    """A problem as a list shows it: how far it is answered, how many spoke of it where that may be told."""

    problem: Any
    count: int | None
    responses: list[Response]

    @property
    def answered(self) -> str:
        """Say how far it is answered by what is under way or done: whole, part, or not at all."""
        extents = {one.extent for one in self.responses if one.stage in DONE}
        return "whole" if Extent.WHOLE in extents else "part" if extents else "open"

    @property
    def needs_coordinator(self) -> bool:
        """Say whether two or more answer and nobody coordinates."""
        return len(self.responses) > 1 and self.problem.coordinator_id is None


def seen(actor: Actor, problems: Any, pole: Pole) -> list[ProblemSeen]:
    """Return problems as this reader sees them; a count under the smallest is told to those who listen alone."""
    least = 0 if can_listen(actor, pole) else rules_of(pole).smallest_count
    return [ProblemSeen(one, one.count if one.count >= least else None, one.shown_responses) for one in problems]


def voices_of(actor: Actor, problem: Problem, day: date) -> QuerySet[Voice]:
    """Return the voices of a problem that this reader may read."""
    return visible_voices(actor, problem.pole, day).filter(problems=problem).select_related("district", "pole")


def voices_alone(pole: Pole, day: date) -> QuerySet[Voice]:
    """Return the voices that were kept and that nobody has put with a problem."""
    kept = Voice.objects.filter(pole=pole, problems=None).kept().agreed_on(day)
    return kept.select_related("district", "pole").order_by("-received_at", "-pk")


def groups_to_suggest(pole: Pole, day: date) -> list[list[Voice]]:
    """Return voices that seem to speak of one thing, by what words, letters and ideas say; people decide.

    The rule is the engine's own grouping of like needs (`docs/engine/pool.md`), each voice read as a need.
    """
    voices = {str(one.pk): one for one in voices_alone(pole, day)[:MOST_READ]}
    items = [Item(id=key, by=key, title=one.words[:300]) for key, one in voices.items()]
    return [[voices[key] for key in one.needs] for one in group(items)[:MOST_GROUPS]]
