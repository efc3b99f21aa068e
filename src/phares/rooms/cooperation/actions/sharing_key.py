"""Acts on sharing keys: proposing one, saying yes or no; it holds when all who use the means said yes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import NotAllowed, Refusal, require
from phares.rooms.cooperation import events, permissions
from phares.rooms.cooperation.models import KeyAnswer, KeyPart, KeyWeight, Means, MeansUse, Party, SharingKey
from phares.rooms.directory.actors import Actor

MOST_PARTS = 13
"""An equal part and a dozen measures: more is a mistake of typing, not a key that people agree on."""
MOST_WEIGHT = 10**9


class KeyUnsound(Refusal):
    """The parts do not make the whole, or a measure measures nobody."""

    sentence = _("Les parts de la clé doivent faire cent pour cent.")
    status = 400


class KeyWaiting(Refusal):
    """Another key waits for answers."""

    sentence = _("Une clé attend déjà les réponses : répondez-y d’abord.")


class KeyInClosedPeriod(Refusal):
    """A closed account keeps its key."""

    sentence = _("Un compte est déjà clos pour cette période : la nouvelle clé vaut après lui.")


class KeyAnswered(Refusal):
    """Somebody of the same party answered, or the key holds or fell meanwhile."""

    sentence = _("Il a déjà été répondu à cette clé. Voici où elle en est.")


@dataclass(frozen=True)
class PartDraft:
    """A part of a key: its share of the amount, its measure where it has one, and how much each party counts."""

    share: Fraction
    measure: str = ""
    weights: Mapping[int, Decimal] = field(default_factory=dict)


@transaction.atomic
def propose_key(*, means: Means, from_on: date, parts: Sequence[PartDraft], by: Actor, at: datetime) -> SharingKey:
    """Propose by what parts a means is paid from a day on; its proposer has said yes, the others are asked."""
    cooperation = means.cooperation
    require(permissions.can_propose_key(by, cooperation))
    means = Means.objects.select_for_update().get(pk=means.pk)
    uses = {use.party_id: use for use in means.uses.select_related("party")}
    own = [party for party in permissions.own_parties(by, cooperation, "sign") if party.pk in uses]
    require(bool(own))
    _require_sound_key(parts, uses)
    if means.keys.waiting().exists():
        raise KeyWaiting
    if means.accounts.filter(closed_at__isnull=False, until_on__gte=from_on).exists():
        raise KeyInClosedPeriod(field="from_on")
    key = SharingKey.objects.create(
        means=means, from_on=from_on, proposed_by=own[0], written_by_id=by.person_id, proposed_at=at
    )
    for position, draft in enumerate(parts):
        _write_part(key, position, draft, uses)
    publish(events.KeyProposed(cooperation.pole_id, cooperation.pk, key.pk), by=by, at=at)
    _answer(key, own[0], True, by, at)
    return key


def _require_sound_key(parts: Sequence[PartDraft], uses: Mapping[int, MeansUse]) -> None:
    """Refuse parts that do not make the whole, two equal ones, and a measure by which nobody or less than 0 counts."""
    if not 1 <= len(parts) <= MOST_PARTS or any(part.share <= 0 for part in parts):
        raise KeyUnsound
    if sum((part.share for part in parts), Fraction(0)) != 1 or sum(not part.measure for part in parts) > 1:
        raise KeyUnsound
    for part in parts:
        amounts = [part.weights.get(party, Decimal(0)) for party in uses]
        if part.measure and (min(amounts) < 0 or not any(amounts) or max(amounts) >= MOST_WEIGHT):
            raise KeyUnsound(str(_("Dites combien chacun compte : zéro ou plus, et pas zéro pour tous.")))


def _write_part(key: SharingKey, position: int, draft: PartDraft, uses: Mapping[int, MeansUse]) -> None:
    part = KeyPart.objects.create(
        key=key,
        position=position,
        numerator=draft.share.numerator,
        denominator=draft.share.denominator,
        measure=draft.measure,
    )
    if draft.measure:
        for party, use in uses.items():
            KeyWeight.objects.create(part=part, use=use, amount=draft.weights.get(party, Decimal(0)))


@transaction.atomic
def answer_key(*, key: SharingKey, accepted: bool, by: Actor, at: datetime) -> SharingKey:
    """Say yes or no to a proposed key; it holds when all who use the means said yes, and falls at the first no."""
    key = SharingKey.objects.select_for_update(of=("self",)).select_related("means__cooperation").get(pk=key.pk)
    own = permissions.own_parties(by, key.means.cooperation, "sign")
    require(bool(own))
    waiting = permissions.parties_to_answer(by, key)
    if not waiting:
        users = set(key.means.uses.values_list("party_id", flat=True))
        if not any(party.pk in users for party in own):
            raise NotAllowed
        raise KeyAnswered
    for party in waiting:
        _answer(key, party, accepted, by, at)
    return key


def _answer(key: SharingKey, party: Party, accepted: bool, by: Actor, at: datetime) -> None:
    """Keep an answer, and what follows for the key."""
    cooperation = key.means.cooperation
    KeyAnswer.objects.create(key=key, party=party, accepted=accepted, answered_by_id=by.person_id, answered_at=at)
    publish(events.KeyAnswered(cooperation.pole_id, cooperation.pk, key.pk), by=by, at=at)
    if not accepted:
        key.refused_at = at
        key.save(update_fields=["refused_at"])
        return
    said_yes = set(key.answers.filter(accepted=True).values_list("party_id", flat=True))
    if said_yes >= set(key.means.uses.values_list("party_id", flat=True)):
        key.means.keys.holding().filter(from_on=key.from_on).update(held_at=None, refused_at=at)
        key.held_at = at
        key.save(update_fields=["held_at"])
        publish(events.KeyHeld(cooperation.pole_id, cooperation.pk, key.pk), by=by, at=at)
