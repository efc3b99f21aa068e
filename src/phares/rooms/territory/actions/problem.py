"""Acts on problems: writing one from voices, splitting, merging, observing."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.days import as_day
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.territory import events, permissions
from phares.rooms.territory.models import District, Figure, Observation, Problem, ProblemVoice, Voice
from phares.rooms.territory.models.problem import Kind
from phares.rooms.territory.models.voice import Concerned


class NoKind(Refusal):
    """A problem is social, economic or ecological, or several of them."""

    sentence = _("Dites s’il est social, économique ou écologique ; il peut être les trois.")
    status = 422


class NotToMerge(Refusal):
    """A problem is merged into another that stands, of the same pole."""

    sentence = _("Choisissez un autre problème, qui n’a pas lui-même été réuni à un autre.")


class NothingToSplit(Refusal):
    """Some voices leave, others stay."""

    sentence = _("Choisissez des paroles à mettre à part, et laissez-en au moins une.")


@transaction.atomic
def write_problem(
    *,
    pole: Pole,
    title: str,
    kinds: Iterable[str],
    text: str = "",
    causes: str = "",
    concerned: str = Concerned.EVERYONE,
    district: District | None = None,
    voices: Iterable[Voice] = (),
    problem: Problem | None = None,
    by: Actor,
    at: datetime,
) -> Problem:
    """Write a problem, or write it again, and put voices with it: people decide what belongs together."""
    require(permissions.can_write_problem(by, pole))
    chosen = {f"is_{kind.value}": kind.value in set(kinds) for kind in Kind}
    if not any(chosen.values()):
        raise NoKind(field="kinds")
    if not title.strip():
        raise Refusal(str(_("Dites le problème en une phrase.")), field="title")
    said = {"title": title.strip(), "text": text.strip(), "causes": causes.strip(), "concerned": concerned}
    if problem is None:
        problem = Problem(pole=pole, written_by=by.person, written_at=at)
    else:
        problem = Problem.objects.select_for_update().get(pk=problem.pk)
    for name, value in {**said, **chosen, "district": district}.items():
        setattr(problem, name, value)
    problem.save()
    _put(problem, voices)
    publish(events.ProblemWritten(pole.pk, problem.pk), by=by, at=at)
    return problem


def _put(problem: Problem, voices: Iterable[Voice]) -> None:
    """Put voices of the same pole with a problem, each once."""
    rows = [ProblemVoice(problem=problem, voice=voice) for voice in voices if voice.pole_id == problem.pole_id]
    ProblemVoice.objects.bulk_create(rows, ignore_conflicts=True)


@transaction.atomic
def split_problem(*, problem: Problem, title: str, voices: Iterable[Voice], by: Actor, at: datetime) -> Problem:
    """Make a problem of its own of some voices; where it comes from stays written."""
    require(permissions.can_write_problem(by, problem.pole))
    problem = Problem.objects.select_for_update().get(pk=problem.pk)
    leaving = problem.groupings.filter(voice__in=[voice.pk for voice in voices])
    if not title.strip() or not 0 < leaving.count() < problem.groupings.count():
        raise NothingToSplit
    kinds = {f"is_{kind.value}": getattr(problem, f"is_{kind.value}") for kind in Kind}
    part = Problem.objects.create(
        pole=problem.pole, title=title.strip(), concerned=problem.concerned, district=problem.district,
        split_from=problem, written_by=by.person, written_at=at, **kinds,
    )  # fmt: skip
    leaving.update(problem=part)
    publish(events.ProblemSplit(problem.pole_id, part.pk), by=by, at=at)
    return part


@transaction.atomic
def merge_problem(*, problem: Problem, into: Problem, by: Actor, at: datetime) -> Problem:
    """Merge a problem into another: all that stands with it goes there, and its page leads there."""
    require(permissions.can_write_problem(by, problem.pole))
    both = {one.pk: one for one in Problem.objects.select_for_update().filter(pk__in=[problem.pk, into.pk])}
    problem, into = both[problem.pk], both[into.pk]
    if problem.pk == into.pk or problem.pole_id != into.pole_id or problem.merged_into_id or into.merged_into_id:
        raise NotToMerge(field="into")
    _put(into, [one.voice for one in problem.groupings.select_related("voice")])
    problem.observations.update(problem=into)
    there = list(into.responses.exclude(cooperation=None).values_list("cooperation", flat=True))
    called = list(into.responses.exclude(call=None).values_list("call", flat=True))
    problem.responses.exclude(cooperation__in=there).exclude(call__in=called).update(problem=into)
    into.figures.add(*problem.figures.all())
    into.needs.add(*problem.needs.all())
    Problem.objects.filter(merged_into=problem).update(merged_into=into)
    problem.merged_into = into
    problem.save(update_fields=["merged_into"])
    publish(events.ProblemMerged(problem.pole_id, problem.pk), by=by, at=at)
    return into


@transaction.atomic
def observe_problem(
    *,
    problem: Problem,
    text: str,
    observed_on: date,
    source: str = "",
    says_otherwise: bool = False,
    by: Actor,
    at: datetime,
) -> Observation:
    """Say what one sees of a problem, for one's structure or after a source; those that disagree stand side by side."""
    require(permissions.can_observe(by, problem.pole_id))
    structure = by.mandate.structure if by.mandate else None
    if not text.strip():
        raise Refusal(str(_("Dites ce que vous voyez.")), field="text")
    if structure is None and not source.strip():
        raise Refusal(str(_("Dites qui le dit, ou d’où cela vient.")), field="source")
    if observed_on > as_day(at):
        raise Refusal(str(_("Cette date n’est pas encore venue.")), field="observed_on")
    observation = Observation.objects.create(
        problem=problem, structure=structure, text=text.strip(), source=source.strip(), observed_on=observed_on,
        says_otherwise=says_otherwise, noted_by=by.person, noted_at=at,
    )  # fmt: skip
    publish(events.ProblemObserved(problem.pole_id, problem.pk), by=by, at=at)
    return observation


@transaction.atomic
def choose_figures(*, problem: Problem, figures: Iterable[Figure], by: Actor, at: datetime) -> Problem:
    """Put figures beside what was said of a problem; they stand beside the words and count in nothing."""
    require(permissions.can_write_problem(by, problem.pole))
    problem.figures.set([one for one in figures if one.pole_id == problem.pole_id])
    publish(events.ProblemFiguresChosen(problem.pole_id, problem.pk), by=by, at=at)
    return problem
