"""Acts on responses: saying that something answers a problem, its results, who coordinates."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.days import as_day
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.cooperation import actions as cooperations
from phares.rooms.cooperation.models import Cooperation, Item
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Structure
from phares.rooms.directory.models.held import Holder
from phares.rooms.funding import actions as funding
from phares.rooms.funding.models import Call
from phares.rooms.funding.models.call import CallKind
from phares.rooms.territory import events, permissions
from phares.rooms.territory.models import Problem, Response, ResponseResult
from phares.rooms.territory.models.response import Extent, Stage


class AnsweredAlready(Refusal):
    """This cooperation, or this call, is among the responses."""

    sentence = _("C’est déjà dit : cela répond à ce problème.")


class OneAnswers(Refusal):
    """A cooperation, a structure or somebody outside: one of them."""

    sentence = _("Choisissez qui répond : une coopération, une structure, un appel, ou quelqu’un d’autre.")
    status = 422


@transaction.atomic
def answer_problem(
    *,
    problem: Problem,
    title: str,
    cooperation: Cooperation | None = None,
    structure: Structure | None = None,
    call: Call | None = None,
    outside: str = "",
    extent: str = Extent.PART,
    stage: str = Stage.RUNNING,
    since_on: date | None = None,
    cost_cents: int | None = None,
    hours: int | None = None,
    by: Actor,
    at: datetime,
) -> Response:
    """Say that something answers a problem, in part or in whole; a structure's own people speak for it alone."""
    require(permissions.can_answer_problem(by, problem))
    if problem.merged_into_id:
        raise Refusal(str(_("Ce problème a été réuni à un autre : répondez là-bas.")))
    if structure is not None and not permissions.can_listen(by, problem.pole_id):
        require(by.structure_id == structure.pk)
    if sum(map(bool, (cooperation, structure, call, outside.strip()))) != 1:
        raise OneAnswers
    named = str(cooperation or structure or call or outside)
    try:
        with transaction.atomic():
            response = Response.objects.create(
                problem=problem, cooperation=cooperation, structure=structure, call=call, outside=outside.strip(),
                title=(title.strip() or named)[:160], extent=extent, stage=stage, since_on=since_on,
                cost_cents=cost_cents, hours=hours, written_by=by.person, written_at=at,
            )  # fmt: skip
    except IntegrityError as error:
        raise AnsweredAlready(field="call" if call else "cooperation") from error
    publish(events.ProblemAnswered(problem.pole_id, problem.pk, response.pk), by=by, at=at)
    return response


@transaction.atomic
def note_result(*, response: Response, on: date, words: str, by: Actor, at: datetime) -> ResponseResult:
    """Note what a response gave, on a day that has come."""
    require(permissions.can_note_result(by, response))
    if on > as_day(at):
        raise Refusal(str(_("Cette date n’est pas encore venue.")), field="on")
    if not words.strip():
        raise Refusal(str(_("Dites ce que cela a donné.")), field="words")
    result = ResponseResult.objects.create(response=response, on=on, words=words.strip(), noted_by=by.person)
    publish(events.ResponseResultNoted(response.problem.pole_id, response.problem_id, response.pk), by=by, at=at)
    return result


@transaction.atomic
def name_coordinator(*, problem: Problem, structure: Structure | None, by: Actor, at: datetime) -> Problem:
    """Say which structure coordinates the responses to a problem; none says that nobody does."""
    require(permissions.can_write_problem(by, problem.pole))
    problem = Problem.objects.select_for_update().get(pk=problem.pk)
    problem.coordinator = structure
    problem.save(update_fields=["coordinator"])
    publish(events.ProblemCoordinated(problem.pole_id, problem.pk), by=by, at=at)
    return problem


@transaction.atomic
def make_need_of_problem(*, problem: Problem, holder: Holder, by: Actor, at: datetime) -> Item:
    """Make a need of a problem, held by whoever will look for help; what comes of it stays written on the problem."""
    item = cooperations.say_item(
        pole=problem.pole, holder=holder, side="need", kind="other", title=problem.title,
        text=problem.text or problem.causes, by=by, at=at,
    )  # fmt: skip
    problem.needs.add(item)
    publish(events.ProblemNeeded(problem.pole_id, problem.pk), by=by, at=at)
    return item


@transaction.atomic
def make_call_of_problem(*, problem: Problem, by: Actor, at: datetime) -> Call:
    """Make of a problem a call for a coalition, which the pole itself makes: a possible response, to be completed."""
    require(permissions.can_make_call(by, problem.pole))
    if problem.merged_into_id:
        raise Refusal(str(_("Ce problème a été réuni à un autre : répondez là-bas.")))
    before = problem.responses.select_for_update().filter(call__issuer=problem.pole.name).first()
    if before is not None and before.call is not None:
        return before.call
    call = funding.note_call(
        pole=problem.pole, title=problem.title, issuer=problem.pole.name, kind=CallKind.INTEREST,
        summary="\n\n".join(filter(None, [problem.text, problem.causes])), source=str(_("Un problème du territoire")),
        territory=str(problem.district or problem.pole.commune)[:120], by=by, at=at,
    )  # fmt: skip
    answer_problem(problem=problem, title="", call=call, stage=Stage.POSSIBLE, by=by, at=at)
    return call
