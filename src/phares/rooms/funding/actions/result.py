"""Acts on what became of an answer: won, lost, withdrawn; a call that is won opens a grant and a cooperation."""

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from phares.rooms.commons.days import NO_BREAK, as_day
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.cooperation import actions as cooperation
from phares.rooms.cooperation.agreement_words import LONGEST, AgreementDraft, PartyDraft, PromiseDraft
from phares.rooms.cooperation.drafting import MOST_PARTIES
from phares.rooms.cooperation.models import Cooperation
from phares.rooms.cooperation.models.cooperation import Form, Openness
from phares.rooms.cooperation.sharing_words import euros, number
from phares.rooms.directory.actors import Actor
from phares.rooms.funding import events, permissions
from phares.rooms.funding.actions.application import AlreadyLeft
from phares.rooms.funding.actions.grant import WrongOrder, open_grant, plan_payment, promise_indicator
from phares.rooms.funding.budget import Budget, budget_of
from phares.rooms.funding.models import Application, Grant, Member, ProposedIndicator
from phares.rooms.funding.models.application import Stage
from phares.rooms.funding.models.call import Result
from phares.rooms.funding.queries import team


@dataclass(frozen=True)
class Won:
    """What the funder or the buyer grants: how much, from when to when, under which number, how much of it first."""

    amount_cents: int
    from_on: date
    until_on: date
    convention_number: str = ""
    first_cents: int | None = None
    first_on: date | None = None


@transaction.atomic
def record_result(
    *,
    application: Application,
    result: str,
    on: date,
    reason: str = "",
    won: Won | None = None,
    by: Actor,
    at: datetime,
) -> Application:
    """Record what became of an answer, once; one that is won opens its grant and its cooperation in the same act."""
    require(permissions.can_keep_funding(by, application.pole_id))
    application = (
        Application.objects.select_for_update(of=("self",)).select_related("call__pole", "pole").get(pk=application.pk)
    )
    if application.stage == Stage.CLOSED:
        raise AlreadyLeft(_("Ce qu’il en est advenu est déjà noté."))
    if application.stage == Stage.COMPOSING and result != Result.WITHDRAWN:
        raise Refusal(_("Ce dossier n’est pas encore parti : il ne peut qu’être retiré."), field="result")
    if on > as_day(at):
        raise WrongOrder(_("Ce jour n’est pas encore venu."), field="on")
    if (result == Result.WON) != (won is not None):
        raise Refusal(_("Dites combien est accordé, à partir de quand et jusqu’à quand."), field="amount")
    application.stage, application.result, application.result_on = Stage.CLOSED, result, on
    application.result_reason = reason.strip()
    if won is not None:
        application.cooperation = _cooperation(application, won, by, at)
        application.grant = _grant(application, won, by, at)
    application.save()
    publish(events.ResultRecorded(application.pole_id, application.pk), by=by, at=at)
    return application


def _grant(application: Application, won: Won, by: Actor, at: datetime) -> Grant | None:
    """Open the grant of a call that is won; a tender pays a price, not a grant."""
    if application.call.is_tender:
        return None
    grant = open_grant(
        pole=application.pole,
        funder=application.call.issuer[:120],
        title=application.title,
        amount_cents=won.amount_cents,
        from_on=won.from_on,
        until_on=won.until_on,
        convention_number=won.convention_number,
        cooperation=application.cooperation,
        by=by,
        at=at,
    )
    first = won.amount_cents if won.first_cents is None else won.first_cents
    label = _("En une fois") if first == won.amount_cents else _("Premier versement")
    said: dict[str, Any] = {"grant": grant, "by": by, "at": at}
    plan_payment(label=label, amount_cents=first, due_on=won.first_on, **said)
    if first < won.amount_cents:
        plan_payment(label=_("Solde"), amount_cents=won.amount_cents - first, due_on=grant.report_due_on, **said)
    for one in application.indicators.all():
        promise_indicator(label=one.label, unit=one.unit, target=one.target, **said)
    return grant


def _cooperation(application: Application, won: Won, by: Actor, at: datetime) -> Cooperation | None:
    """Write the agreement of the same parties, for them to sign: what each brings, its budget, what all promised."""
    members = [one for one in team.members_of(application) if one.accepted]
    if not 2 <= len(members) <= MOST_PARTIES:
        return None
    found = team.candidates(by, application.call, as_day(at))
    rows = team.coverage(application.call, found, [one.structure_id for one in members])
    table = budget_of(application.call, members)
    lead = next((place for place, one in enumerate(members) if one.structure_id == application.lead_id), 0)
    promised = list(application.indicators.all())
    draft = AgreementDraft(
        title=application.title[: LONGEST["title"]],
        purpose=_("Réaliser ensemble ce qui a été gagné : %(call)s.") % {"call": application.call.title},
        form=Form.JOINT_BID,
        from_on=won.from_on,
        until_on=won.until_on,
        openness=Openness.POLE,
        parties=tuple(PartyDraft(one.structure, _role(application, one)) for one in members),
        promises=(
            *(
                PromiseDraft(place, None, _promise(one, rows, table, place), won.until_on)
                for place, one in enumerate(members)
            ),
            *(PromiseDraft(lead, None, _aim(one), won.until_on) for one in promised),
        ),
    )
    return cooperation.begin_cooperation(pole=application.pole, draft=draft, by=by, at=at)


def _role(application: Application, member: Member) -> str:
    """Return what a partner is in the group: its share, and whether it represents the others."""
    share = f"{(member.share_bp or 0) / 100:.2f}".rstrip("0").rstrip(".").replace(".", ",")
    words = {"share": share}
    if application.lead_id == member.structure_id:
        return _("mandataire du groupement, %(share)s %% du projet") % words
    return _("%(share)s %% du projet") % words


def _promise(member: Member, rows: list[Any], table: Budget, place: int) -> str:
    """Return what a partner promises: what it brought to the rows of the call, and its row of the budget."""
    brought = [
        row.requirement.skill for row in rows if any(one.structure.pk == member.structure_id for one in row.brought)
    ]
    words = _("Apporter : %(what)s") % {"what": ", ".join(brought)} if brought else _("Faire sa part du projet")
    spent = sum(line.cents[place] for line in table.charges)
    given = sum(line.cents[place] for line in table.in_kind if line.account == "86")
    money = [_("%(sum)s de charges") % {"sum": euros(spent)}] if spent else []
    money += [_("%(sum)s en nature") % {"sum": euros(given)}] if given else []
    budget = f" ({', '.join(money)})" if money else ""
    return words[: LONGEST["what"] - len(budget)] + budget


def _aim(one: ProposedIndicator) -> str:
    """Return what all of them said that they would reach, which their lead answers for."""
    sized = f"{number(Fraction(one.target))}{NO_BREAK}{one.unit}"
    return (_("Atteindre ensemble : %(target)s, %(label)s") % {"target": sized, "label": one.label})[: LONGEST["what"]]
