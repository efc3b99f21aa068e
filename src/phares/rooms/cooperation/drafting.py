"""Drafting: what makes a text sound, and how parties and promises are brought in line with it."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.refusals import Refusal
from phares.rooms.cooperation.agreement_words import AgreementDraft, PromiseDraft
from phares.rooms.cooperation.models import Commitment, Cooperation, Party
from phares.rooms.cooperation.models.commitment import Outcome
from phares.rooms.directory.models import Person, Pole
from phares.rooms.directory.models.held import held_by, holder_key

MOST_PARTIES = 8
MOST_PROMISES = 12


class Unsound(Refusal):
    """The text lacks something or contradicts itself."""

    status = 400


class PartyHasSigned(Refusal):
    """A party that has signed once cannot be left out of a later text."""

    sentence = _("Une partie qui a déjà signé ne peut pas être retirée : terminez cette coopération et faites-en une autre.")


class PromiseSettled(Refusal):
    """A promise that was kept, done or given up stays in the text as it is."""

    sentence = _("Une promesse déjà faite, tenue ou abandonnée reste dans le texte telle qu’elle était.")


def require_sound(draft: AgreementDraft) -> None:
    """Refuse a text with fewer than two parties, a party twice, no promise, or days in the wrong order."""
    keys = [holder_key(party.holder) for party in draft.parties]
    if not 2 <= len(keys) <= MOST_PARTIES:
        raise Unsound(str(_("Il faut au moins deux parties, et huit au plus.")), field="parties")
    if len(set(keys)) != len(keys):
        raise Unsound(str(_("La même partie est inscrite deux fois.")), field="parties")
    if not 1 <= len(draft.promises) <= MOST_PROMISES:
        raise Unsound(str(_("Écrivez au moins une promesse, et douze au plus.")), field="promises")
    if draft.until_on is not None and draft.until_on < draft.from_on:
        raise Unsound(str(_("La date de fin vient avant la date de début.")), field="until_on")
    for promise in draft.promises:
        _require_sound_promise(promise, len(keys))


def _require_sound_promise(promise: PromiseDraft, parties: int) -> None:
    """Refuse a promise made by nobody of the text, to nobody of it, or to oneself."""
    if promise.by not in range(parties) or (promise.to is not None and promise.to not in range(parties)):
        raise Unsound(str(_("Une promesse est faite par une partie, à une partie.")), field="promises")
    if promise.to == promise.by:
        raise Unsound(str(_("Une promesse se fait à quelqu’un d’autre que soi.")), field="promises")


def require_same_pole(draft: AgreementDraft, pole: Pole) -> None:
    """Refuse a party that this pole does not know."""
    for party in draft.parties:
        holder = party.holder
        known = holder.mandates.filter(pole=pole).exists() if isinstance(holder, Person) else holder.pole_id == pole.pk
        if not known:
            raise Unsound(str(_("Cette partie n’est pas connue de ce pôle.")), field="parties")


def fields_of(draft: AgreementDraft) -> dict[str, Any]:
    """Return what the cooperation itself shows of its text."""
    return {name: getattr(draft, name) for name in ("title", "purpose", "form", "from_on", "until_on", "openness")}


def apply_parties(cooperation: Cooperation, draft: AgreementDraft) -> list[Party]:
    """Return the parties in the draft's order; those who never signed and are no longer named leave."""
    former = {holder_key(party.holder): party for party in cooperation.parties.all()}
    parties = [
        former.pop(holder_key(one.holder), None) or Party(cooperation=cooperation, **held_by(one.holder))
        for one in draft.parties
    ]
    for position, (party, one) in enumerate(zip(parties, draft.parties, strict=True)):
        party.position, party.role = position, one.role
        party.save()
    for party in former.values():
        if party.signatures.exists():
            raise PartyHasSigned(field="parties")
        party.promises.all().delete()
        party.promises_received.all().delete()
        party.delete()
    return parties


def apply_promises(cooperation: Cooperation, draft: AgreementDraft, parties: list[Party], at: datetime) -> None:
    """Bring the promises in line with the draft; one that a started cooperation leaves out is given up, not erased."""
    former = {commitment.pk: commitment for commitment in cooperation.commitments.all()}
    for position, promise in enumerate(draft.promises):
        to = parties[promise.to] if promise.to is not None else None
        said = {"promised_by": parties[promise.by], "promised_to": to, "what": promise.what, "due_on": promise.due_on}
        _apply_promise(former.pop(promise.commitment_id or 0, None), cooperation, said, position)
    for commitment in former.values():
        _leave_out(commitment, cooperation, at)


def _apply_promise(commitment: Commitment | None, cooperation: Cooperation, said: dict[str, Any], position: int) -> None:
    """Make a promise, or change the one that it goes on from."""
    if commitment is None:
        Commitment.objects.create(cooperation=cooperation, position=position, **said)
        return
    if commitment.outcome != Outcome.OPEN and any(getattr(commitment, name) != value for name, value in said.items()):
        raise PromiseSettled(field="promises")
    for name, value in said.items():
        setattr(commitment, name, value)
    commitment.position = position
    commitment.save()


def _leave_out(commitment: Commitment, cooperation: Cooperation, at: datetime) -> None:
    """Take a promise out of the text: erased before anything began, given up afterwards; a settled one stays."""
    if commitment.outcome == Outcome.DROPPED:
        return
    if commitment.outcome != Outcome.OPEN:
        raise PromiseSettled(field="promises")
    if cooperation.started_at is None:
        commitment.delete()
        return
    commitment.outcome, commitment.dropped_on = Outcome.DROPPED, at.date()
    commitment.word = str(_("retirée du texte de l’accord"))
    commitment.save(update_fields=["outcome", "dropped_on", "word"])
