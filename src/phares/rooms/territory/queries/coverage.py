"""Coverage: which problem is answered by what and by whom, and what is left white on either side."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from phares.engine.portfolio import Cell, Portfolio, portfolio
from phares.engine.portfolio import Response as Possible
from phares.rooms.cooperation.models import Cooperation, Party
from phares.rooms.cooperation.permissions import visible_cooperations
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole, Structure
from phares.rooms.directory.permissions import visible_structures
from phares.rooms.territory.models import Problem, Response
from phares.rooms.territory.models.response import Stage
from phares.rooms.territory.queries.problems import DONE, ProblemSeen, problems_of, seen, visible_responses

MOST = 300


@dataclass(frozen=True)
class Row:
    """A problem with, for each structure, how far it answers; nothing where it does not."""

    seen: ProblemSeen
    cells: list[tuple[Structure, str]]


@dataclass(frozen=True)
class Coverage:
    """Problems by structures, and what is white on either side."""

    structures: list[Structure]
    rows: list[Row]
    unasked: list[Cooperation]

    @property
    def counts(self) -> dict[str, int]:
        """Return how many problems are answered in whole, in part and not at all."""
        return {how: sum(row.seen.answered == how for row in self.rows) for how in ("whole", "part", "open")}

    @property
    def white(self) -> list[ProblemSeen]:
        """Return the problems that nothing answers."""
        return [row.seen for row in self.rows if row.seen.answered == "open"]


def coverage_of(actor: Actor, pole: Pole, kind: str = "") -> Coverage:
    """Return what answers what, as far as the reader may know."""
    problems = seen(actor, problems_of(actor, pole, kind)[:MOST], pole)
    named = set(visible_structures(actor, pole).values_list("pk", flat=True))
    answering = {one.problem.pk: _structures(one.responses, named) for one in problems}
    shown = {pk for cells in answering.values() for pk in cells}
    structures = list(Structure.objects.filter(pk__in=shown).select_related("pole"))
    rows = [
        Row(one, [(structure, answering[one.problem.pk].get(structure.pk, "")) for structure in structures])
        for one in problems
    ]
    return Coverage(structures, rows, _unasked(actor, pole))


def _structures(responses: list[Response], named: set[int]) -> dict[int, str]:
    """Return how far each structure answers one problem, alone or in a cooperation: the furthest of its responses."""
    found: dict[int, str] = {}
    together = [one.cooperation_id for one in responses if one.cooperation_id]
    parties: dict[int, list[int]] = {}
    for pk, structure in Party.objects.filter(cooperation__in=together).values_list("cooperation_id", "structure_id"):
        parties.setdefault(pk, []).append(structure)
    for one in responses:
        if one.stage not in DONE:
            continue
        whom = [one.structure_id] if one.structure_id else parties.get(one.cooperation_id or 0, [])
        for structure in whom:
            if structure in named and found.get(structure) != "whole":
                found[structure] = one.extent
    return found


def _unasked(actor: Actor, pole: Pole) -> list[Cooperation]:
    """Return the cooperations under way that answer no problem that anybody told."""
    answering = Response.objects.filter(problem__pole=pole).exclude(cooperation=None).values("cooperation")
    running = visible_cooperations(actor, pole).filter(started_at__isnull=False, ended_on=None)
    return list(running.exclude(pk__in=answering).select_related("pole")[:MOST])


@dataclass(frozen=True)
class FirstThings:
    """What to do first with so little: the answer of the engine, and whom its numbers mean."""

    answer: Portfolio
    problems: dict[str, Problem]
    responses: dict[str, list[Response]]


def first_things(actor: Actor, pole: Pole, *, euro_cents: int, hours: int) -> FirstThings:
    """Choose, among the possible responses, those that answer most within the means (`docs/engine/portfolio.md`).

    A problem weighs one, and one more for each voice. A response to several problems is one, and takes its means once.
    """
    problems = {str(one.pk): one for one in problems_of(actor, pole)[:MOST]}
    possible: dict[str, list[Response]] = {}
    reached: dict[str, Fraction] = {}
    for one in visible_responses(actor, pole).filter(problem__merged_into=None).order_by("pk"):
        key = str(one.problem_id)
        if one.stage == Stage.POSSIBLE:
            possible.setdefault(_who(one), []).append(one)
        else:
            reached[key] = max(reached.get(key, Fraction(0)), one.share)
    cells = [
        Cell(key, Fraction(1 + one.count), reached.get(key, Fraction(0)))  # type: ignore[attr-defined]
        for key, one in problems.items()
    ]
    asked = [_possible(same) for same in possible.values()]
    answer = portfolio(cells, asked, {"euro_cents": euro_cents, "hours": hours}, seconds=2)
    return FirstThings(answer, dict(problems), {str(same[0].pk): same for same in possible.values()})


def _who(one: Response) -> str:
    """Return what makes two responses one: who answers, under the same title."""
    return f"{one.cooperation_id}|{one.structure_id}|{one.call_id}|{one.outside}|{one.title}"


def _possible(same: list[Response]) -> Possible:
    takes = {
        "euro_cents": max(one.cost_cents or 0 for one in same),
        "hours": max(one.hours or 0 for one in same),
    }
    return Possible(str(same[0].pk), takes, {str(one.problem_id): one.share for one in same})


def told(things: FirstThings) -> dict[str, Any]:
    """Return the answer in the words of the page: what to do, what is left out and why, what stays open."""
    answer, problems, responses = things.answer, things.problems, things.responses

    def named(key: str) -> str:
        return str(responses[key][0])

    def reasons(one: Any) -> list[dict[str, Any]]:
        lines = []
        for reason in one.reasons:
            facts = dict(reason.facts)
            by = [
                named(key)
                for key in ([facts["by"]] if isinstance(facts.get("by"), str) else facts.get("answered_by", ()))
            ]
            over = facts.get("over", 0)
            lines.append(
                {
                    "code": reason.code,
                    "problem": problems.get(str(facts.get("cell"))),
                    "is_whole": facts.get("share") == 1,
                    "by": ", ".join(by),
                    "means": facts.get("means"),
                    "over": over / 100 if facts.get("means") == "euro_cents" else over,
                }
            )
        return lines

    return {
        "chosen": [{"response": responses[one.id][0], "reasons": reasons(one)} for one in answer.chosen],
        "left_out": [{"response": responses[one.id][0], "reasons": reasons(one)} for one in answer.left_out],
        "gaps": [problems[one.cell] for one in answer.gaps if one.cell in problems],
        "spent_euros": answer.spent.get("euro_cents", 0) / 100,
        "spent_hours": answer.spent.get("hours", 0),
        "proven": answer.proven,
    }
