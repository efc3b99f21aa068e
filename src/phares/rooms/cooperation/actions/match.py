"""Acts on matches: putting a need before somebody who could help, answering, offering help."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.days import as_day
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import NotAllowed, Refusal, require
from phares.rooms.cooperation import events, permissions
from phares.rooms.cooperation.models import Answer, Item, Match
from phares.rooms.cooperation.models.item import LONGEST_NAME, Side
from phares.rooms.cooperation.models.match import LONGEST_REASON, Choice, Why
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models.held import Holder, held_by

Found = Sequence[dict[str, Any]]
LATER_UNLESS_SAID = timedelta(days=30)


class NoLongerOpen(Refusal):
    """The need or the offer was withdrawn, met, or is over."""

    sentence = _("Ce besoin ou cette offre n’est plus ouvert.")


class OwnNeed(Refusal):
    """A need is not answered by those who said it."""

    sentence = _("C’est votre propre besoin : c’est aux autres d’y répondre.")


class NotAPair(Refusal):
    """What is put together is not a need and an offer of this pole, or the offer is somebody else's."""

    sentence = _("Un rapprochement se fait entre un besoin et une offre du même pôle.")
    status = 400


class SetAside(Refusal):
    """One side said that this is not for them: it is not proposed again."""

    sentence = _("Ce rapprochement a déjà été écarté : il n’est pas proposé une deuxième fois.")


class AnsweredMeanwhile(Refusal):
    """Somebody else of the same side answered while the page was open."""

    sentence = _("Quelqu’un de chez vous a répondu entre-temps. Voici sa réponse ; vous pouvez encore la changer.")


class NoSuchAnswer(Refusal):
    """None of the three answers, or a day that has gone by."""

    sentence = _("Choisissez une réponse.")
    status = 400


@transaction.atomic
def propose_match(
    *,
    need: Item,
    helper: Holder,
    offer: Item | None = None,
    reasons: Found = (),
    missing: Found = (),
    by: Actor,
    at: datetime,
) -> Match:
    """Put a need before somebody who could help, for both to answer; a match already there is returned as it is."""
    _require_may_propose(need, helper, by)
    match = _pair(need=need, helper=helper, offer=offer, reasons=reasons, missing=missing, at=at)
    if match.proposed_at is None:
        if match.answers.filter(choice=Choice.NOT_FOR_US).exists():
            raise SetAside
        _put_before_both(match, by, at)
    return match


@transaction.atomic
def answer_match(
    *,
    match: Match,
    side: str,
    choice: str,
    reason: str = "",
    reason_is_shared: bool = False,
    why: str = "",
    said_by: str = "",
    back_on: date | None = None,
    seen: int | None = None,
    by: Actor,
    at: datetime,
) -> Answer:
    """Answer for one side of a match: interested, not for us (with a private reason), or later (back on a day).

    `why` is the sort of reason, which the next proposals take into account; `said_by` names who answered by phone or
    face to face, where somebody else notes it for a structure.
    `seen` is the id of the answer that the page showed, None where it showed none: a second answer of the same side
    that has not seen the first is refused, so that nobody overwrites a colleague without knowing.
    """
    _require_may_answer(match, side, said_by, by)
    _require_answer(choice, reason, back_on, at)
    _require_known_why(choice, why)
    if choice == Choice.INTERESTED:
        _require_open(match.need, match.offer, at)  # items are locked before their match, here as everywhere
    match = Match.objects.select_for_update().get(pk=match.pk)
    current = match.answers.filter(side=side).first()
    if (current.pk if current else None) != seen:
        raise AnsweredMeanwhile
    if current is not None:
        current.delete()
    later = back_on or as_day(at) + LATER_UNLESS_SAID
    answer = Answer.objects.create(
        match=match,
        side=side,
        choice=choice,
        why=why,
        reason=reason,
        reason_is_shared=reason_is_shared and bool(reason),
        back_on=later if choice == Choice.LATER else None,
        answered_by_id=by.person_id,
        answered_at=at,
        said_by=said_by.strip()[:LONGEST_NAME],
        noted_for_another=not by.acts_for(permissions.side_holder(match, side)),
    )
    publish(events.MatchAnswered(match.pole_id, match.pk, answer.pk), by=by, at=at)
    return answer


@transaction.atomic
def answer_proposal(
    *,
    need: Item,
    offer: Item,
    side: str,
    choice: str,
    reasons: Found = (),
    missing: Found = (),
    by: Actor,
    at: datetime,
    **said: Any,
) -> Answer:
    """Answer what the page of possible helpers proposes, in one go.

    Interested puts the two before each other; « not for us » and « later » stay with the side that says so, and the
    other side, who knows nothing of it, hears nothing.
    """
    holder = need.holder if side == Side.NEED else offer.holder
    require(permissions.can_answer_as(by, holder, need.pole))
    match = _pair(need=need, helper=offer.holder, offer=offer, reasons=reasons, missing=missing, at=at)
    if match.proposed_at is None and match.answers.exclude(side=side).filter(choice=Choice.NOT_FOR_US).exists():
        raise SetAside
    if match.proposed_at is None and choice == Choice.INTERESTED:
        _put_before_both(match, by, at)
    return answer_match(match=match, side=side, choice=choice, by=by, at=at, **said)


@transaction.atomic
def offer_help(*, need: Item, word: str = "", by: Actor, at: datetime) -> Answer:
    """Say that one's own structure or group can help with a need, without an offer said before; `word` is for them."""
    require(permissions.can_offer_help(by, need))
    if by.holder is None:
        raise NotAllowed
    match = propose_match(need=need, helper=by.holder, by=by, at=at)
    current = match.answers.filter(side=Side.OFFER).first()
    if current is not None and current.choice == Choice.INTERESTED:
        return current  # said already: a second click changes nothing
    return answer_match(
        match=match,
        side=Side.OFFER,
        choice=Choice.INTERESTED,
        reason=word,
        reason_is_shared=True,
        seen=current.pk if current else None,
        by=by,
        at=at,
    )


def _require_may_answer(match: Match, side: str, said_by: str, by: Actor) -> None:
    """Let those answer who answer for this side, and those who note what somebody of it said by phone."""
    if side in permissions.sides_of(by, match):
        return
    require(side in Side.values and bool(said_by.strip()) and permissions.can_note_answer(by, match, side))


def _require_known_why(choice: str, why: str) -> None:
    """Refuse a sort of reason that no form offers; only « not for us » has one."""
    if why and (choice != Choice.NOT_FOR_US or why not in Why.values):
        raise NoSuchAnswer(field="why")


def _require_may_propose(need: Item, helper: Holder, by: Actor) -> None:
    """Let those propose who animate the pole or note for others, and those who answer for one of the two sides."""
    sides = (permissions.can_answer_as(by, holder, need.pole) for holder in (helper, need.holder))
    require(permissions.can_propose_match(by, need.pole) or any(sides))


def _pair(*, need: Item, helper: Holder, offer: Item | None, reasons: Found, missing: Found, at: datetime) -> Match:
    """Return the match of these two, new where there was none; both must still wait for somebody."""
    _require_pair(need, helper, offer)
    _require_open(need, offer, at)
    key = {"offer": offer} if offer is not None else {"offer": None, **held_by(helper)}
    found = {"pole": need.pole, "reasons": list(reasons), "missing": list(missing), **held_by(helper)}
    match, _is_new = Match.objects.get_or_create(need=need, **key, defaults=found)
    return Match.objects.select_for_update().get(pk=match.pk)


def _put_before_both(match: Match, by: Actor, at: datetime) -> None:
    """Make the match known to both sides."""
    match.proposed_at = at
    match.save(update_fields=["proposed_at"])
    publish(events.MatchProposed(match.pole_id, match.pk), by=by, at=at)


def _require_pair(need: Item, helper: Holder, offer: Item | None) -> None:
    """Refuse two needs, somebody else's offer, another pole's, and one's own need."""
    if helper == need.holder:
        raise OwnNeed
    sound = need.is_need and permissions.is_of_pole(helper, need.pole)
    if offer is not None:
        sound = sound and not offer.is_need and offer.holder == helper and offer.pole_id == need.pole_id
    if not sound:
        raise NotAPair


def _require_open(need: Item, offer: Item | None, at: datetime) -> None:
    """Refuse, under lock, what was withdrawn, met or is over."""
    for item in filter(None, (need, offer)):
        if not Item.objects.select_for_update().get(pk=item.pk).is_open(as_day(at)):
            raise NoLongerOpen


def _require_answer(choice: str, reason: str, back_on: date | None, at: datetime) -> None:
    """Refuse an answer that no form offers, a reason too long to keep, and a day to come back that has gone by."""
    if choice not in Choice.values or len(reason) > LONGEST_REASON:
        raise NoSuchAnswer(field="reason" if choice in Choice.values else "choice")
    if choice == Choice.LATER and back_on is not None and back_on <= as_day(at):
        raise NoSuchAnswer(str(_("Choisissez un jour à venir.")), field="back_on")
