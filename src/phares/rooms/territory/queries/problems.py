"""Reads on problems: the list, one of them with what stands beside it, groups to suggest."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet

from phares.engine import matching
from phares.engine.pool import pool as group
from phares.rooms.cooperation import permissions as cooperation
from phares.rooms.cooperation.models import Cooperation, Item
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.directory.permissions import visible_structures
from phares.rooms.funding.permissions import visible_calls
from phares.rooms.territory.models import Problem, ProblemVoice, Response, Voice
from phares.rooms.territory.models.response import Extent, Stage
from phares.rooms.territory.models.rules import rules_of
from phares.rooms.territory.models.voice import State
from phares.rooms.territory.permissions import can_listen, visible_voices

DONE = (Stage.RUNNING, Stage.OVER)
MOST_READ, MOST_GROUPS = 250, 10


def visible_responses(actor: Actor, pole: Pole) -> QuerySet[Response]:
    """Return the responses that the reader may know of: those of cooperations, structures and calls in sight."""
    seen = cooperation.visible_cooperations(actor, pole)
    shown = Q(cooperation=None) | Q(cooperation__in=seen.values("pk"))
    named = Q(structure=None) | Q(structure__in=visible_structures(actor, pole).values("pk"))
    called = Q(call=None) | Q(call__in=visible_calls(actor, pole).values("pk"))
    found = Response.objects.filter(shown, named, called, problem__pole=pole).prefetch_related("results")
    return found.select_related("cooperation__pole", "structure__pole", "call__pole", "problem__pole")


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
        """Say whether two or more answer, or have answered, and nobody coordinates."""
        return self.answering > 1 and self.problem.coordinator_id is None

    @property
    def answering(self) -> int:
        """Return how many answer, or have answered; what is only possible does not."""
        return sum(one.stage in DONE for one in self.responses)


def seen(actor: Actor, problems: Any, pole: Pole) -> list[ProblemSeen]:
    """Return problems as this reader sees them; a count under the smallest is told to those who listen alone."""
    least = 0 if can_listen(actor, pole) else rules_of(pole).smallest_count
    return [ProblemSeen(one, one.count if one.count >= least else None, one.shown_responses) for one in problems]


def became(actor: Actor, pole: Pole, voices: Iterable[Voice]) -> dict[int, list[ProblemSeen]]:
    """Return, for each voice, the problems that it is part of with what answers them, as far as the reader may know."""
    put = ProblemVoice.objects.filter(voice__in=[one.pk for one in voices]).values_list("voice_id", "problem_id")
    told = seen(actor, problems_of(actor, pole).filter(pk__in={problem for _voice, problem in put}), pole)
    by_problem = {one.problem.pk: one for one in told}
    found: dict[int, list[ProblemSeen]] = {}
    for voice, problem in put:
        if problem in by_problem:
            found.setdefault(voice, []).append(by_problem[problem])
    return found


def unanswered(pole: Pole) -> QuerySet[Problem]:
    """Return the problems that nothing under way or done answers."""
    return Problem.objects.filter(pole=pole).standing().exclude(responses__stage__in=DONE)


def uncoordinated(pole: Pole) -> QuerySet[Problem]:
    """Return the problems that two or more answer and that nobody coordinates."""
    alone = Problem.objects.filter(pole=pole, coordinator=None).standing()
    return alone.annotate(answering=Count("responses", filter=Q(responses__stage__in=DONE))).filter(answering__gt=1)


def needs_of(actor: Actor, problem: Problem) -> list[tuple[Item, list[Cooperation]]]:
    """Return the needs made of a problem, each with the cooperations that came from it and do not answer it yet."""
    items = list(cooperation.visible_items(actor, problem.pole).filter(problems=problem).select_related("pole"))
    born: dict[int, list[Cooperation]] = {}
    found = cooperation.visible_cooperations(actor, problem.pole).filter(match__need__in=[one.pk for one in items])
    answering = problem.responses.exclude(cooperation=None).values("cooperation")
    for one in found.exclude(pk__in=answering).select_related("pole", "match"):
        born.setdefault(one.match.need_id if one.match else 0, []).append(one)
    return [(item, born.get(item.pk, [])) for item in items]


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
    items = [matching.Item(id=key, by=key, title=one.words[:300]) for key, one in voices.items()]
    return [[voices[key] for key in one.needs] for one in group(items)[:MOST_GROUPS]]
