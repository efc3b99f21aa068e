"""Acts on matches: putting a need before somebody who could help, answering."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import NotAllowed, Refusal, require
from phares.rooms.cooperation import events, permissions
from phares.rooms.cooperation.models import Answer, Item, Match
from phares.rooms.cooperation.models.match import Choice
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models.held import Holder, held_by

Found = Sequence[dict[str, Any]]


class NoLongerOpen(Refusal):
    """The need or the offer was withdrawn, met, or is over."""

    sentence = _("Ce besoin ou cette offre n’est plus ouvert.")


class OwnNeed(Refusal):
    """A need is not answered by those who said it."""

    sentence = _("C’est votre propre besoin : c’est aux autres d’y répondre.")


class AnsweredMeanwhile(Refusal):
    """Somebody else of the same side answered while the page was open."""

    sentence = _("Quelqu’un de chez vous a répondu entre-temps. Voici sa réponse ; vous pouvez encore la changer.")


@transaction.atomic
def propose_match(
    *, need: Item, helper: Holder, offer: Item | None = None, reasons: Found = (), missing: Found = (), by: Actor, at: datetime
) -> Match:
    """Put a need before somebody who could help, for both to answer; a match already there is returned as it is."""
    allowed = permissions.can_propose_match(by, need.pole) or by.acts_for(helper) or by.acts_for(need.holder)
    require(allowed)
    if helper == need.holder:
        raise OwnNeed
    for item in filter(None, (need, offer)):
        locked = Item.objects.select_for_update().get(pk=item.pk)
        if not locked.is_open(at.date()):
            raise NoLongerOpen
    key = {"offer": offer} if offer is not None else {"offer": None, **held_by(helper)}
    match, is_new = Match.objects.get_or_create(
        need=need,
        **key,
        defaults={
            "pole": need.pole,
            "reasons": list(reasons),
            "missing": list(missing),
            "proposed_at": at,
            **held_by(helper),
        },
    )
    if is_new:
        publish(events.MatchProposed(need.pole_id, match.pk), by=by, at=at)
    return match


@transaction.atomic
def answer_match(
    *,
    match: Match,
    side: str,
    choice: str,
    reason: str = "",
    reason_is_shared: bool = False,
    back_on: date | None = None,
    seen: int | None = None,
    by: Actor,
    at: datetime,
) -> Answer:
    """Answer for one side of a match: interested, not for us (with a private reason), or later (back on a day).

    `seen` is the id of the answer that the page showed, None where it showed none: a second answer of the same side
    that has not seen the first is refused, so that nobody overwrites a colleague without knowing.
    """
    if side not in permissions.sides_of(by, match):
        raise NotAllowed
    match = Match.objects.select_for_update().get(pk=match.pk)
    current = match.answers.filter(side=side).first()
    if (current.pk if current else None) != seen:
        raise AnsweredMeanwhile
    if choice == Choice.INTERESTED and not match.need.is_open(at.date()):
        raise NoLongerOpen
    if current is not None:
        current.delete()
    answer = Answer.objects.create(
        match=match,
        side=side,
        choice=choice,
        reason=reason,
        reason_is_shared=reason_is_shared and bool(reason),
        back_on=back_on if choice == Choice.LATER else None,
        answered_by_id=by.person_id,
        answered_at=at,
    )
    publish(events.MatchAnswered(match.pole_id, match.pk, answer.pk), by=by, at=at)
    return answer
