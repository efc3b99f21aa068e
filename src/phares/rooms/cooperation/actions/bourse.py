"""Acts of a bourse: bringing a need or an offer to it, signing on the spot."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.days import as_day
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.cooperation import events, permissions
from phares.rooms.cooperation.actions.agreement import begin_cooperation, sign_in_presence
from phares.rooms.cooperation.actions.match import answer_match, propose_match
from phares.rooms.cooperation.agreement_words import AgreementDraft
from phares.rooms.cooperation.models import BourseSigning, Cooperation, Item, ItemBrought, Match
from phares.rooms.cooperation.models.item import Side
from phares.rooms.cooperation.models.match import Choice
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Gathering, Mandate
from phares.rooms.directory.models.held import Holder, holder_key

Found = Sequence[dict[str, Any]]


class NotForBourse(Refusal):
    """Not a bourse, another pole's, or no longer open."""

    sentence = _("On n’apporte à une bourse que des besoins et des offres encore ouverts du même pôle.")
    status = 400


class NobodyToSign(Refusal):
    """One side has nobody here who may sign for it."""

    sentence = _("Choisissez, pour chaque côté, une personne présente qui peut signer pour lui.")
    status = 400


@transaction.atomic
def bring_item(*, gathering: Gathering, item: Item, by: Actor, at: datetime) -> ItemBrought:
    """Bring a need or an offer to a bourse; brought twice, it is there once."""
    require(permissions.can_bring_item(by, item))
    item = Item.objects.select_for_update().get(pk=item.pk)
    if not gathering.is_bourse or gathering.pole_id != item.pole_id or not item.is_open(as_day(at)):
        raise NotForBourse
    brought, is_new = ItemBrought.objects.get_or_create(
        gathering=gathering, item=item, defaults={"brought_by_id": by.person_id, "brought_at": at}
    )
    if is_new:
        publish(events.ItemBroughtToBourse(gathering.pole_id, gathering.pk, item.pk), by=by, at=at)
    return brought


@transaction.atomic
def sign_on_the_spot(
    *,
    gathering: Gathering,
    need: Item,
    offer: Item,
    draft: AgreementDraft,
    signers: Mapping[str, Mandate | None],
    reasons: Found = (),
    missing: Found = (),
    by: Actor,
    at: datetime,
) -> Cooperation:
    """Sign, at a bourse, what a need and an offer became: both said yes, the text is written, each side signs.

    `signers` holds, by the holder's key, the mandate of the person present who signs; none for a resident or a group
    for whom whoever notes signs in their presence. Either all of it is done, or nothing.
    """
    require(permissions.can_run_bourse(by, gathering))
    for item in (need, offer):
        if not gathering.items_brought.filter(item=item).exists():
            raise NotForBourse
    match = propose_match(need=need, offer=offer, helper=offer.holder, reasons=reasons, missing=missing, by=by, at=at)
    for side, holder in ((Side.NEED, need.holder), (Side.OFFER, offer.holder)):
        _say_yes(match, side, _name_of(holder, signers), by, at)
    cooperation = begin_cooperation(pole=gathering.pole, draft=draft, match=match, by=by, at=at)
    seen = cooperation.agreements.get().words_sha256
    for party in cooperation.parties.all():
        sign_in_presence(party=party, seen=seen, signer=signers.get(holder_key(party.holder)), by=by, at=at)
    BourseSigning.objects.create(gathering=gathering, cooperation=cooperation, signed_at=at)
    publish(events.SignedAtBourse(gathering.pole_id, gathering.pk, cooperation.pk), by=by, at=at)
    cooperation.refresh_from_db()
    return cooperation


def _name_of(holder: Holder, signers: Mapping[str, Mandate | None]) -> str:
    """Return who says yes for a side: the one who signs, else the holder itself."""
    signer = signers.get(holder_key(holder))
    return str(signer.person) if signer is not None else str(holder)


def _say_yes(match: Match, side: str, said_by: str, by: Actor, at: datetime) -> None:
    """Note that one side is interested, unless it said so before."""
    current = match.answers.filter(side=side).first()
    if current is None or current.choice != Choice.INTERESTED:
        seen = current.pk if current else None
        answer_match(match=match, side=side, choice=Choice.INTERESTED, said_by=said_by, seen=seen, by=by, at=at)
