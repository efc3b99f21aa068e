"""Drafting: what makes a text sound, and how parties and promises are brought in line with it."""

from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.days import as_day
from phares.rooms.commons.refusals import Refusal
from phares.rooms.commons.search import search_text
from phares.rooms.cooperation.agreement_words import LONGEST, AgreementDraft, PartyDraft, PromiseDraft
from phares.rooms.cooperation.models import Commitment, Cooperation, Party
from phares.rooms.cooperation.models.commitment import Outcome
from phares.rooms.cooperation.models.cooperation import Form, Openness
from phares.rooms.cooperation.models.joining import JoiningState
from phares.rooms.directory.models import Person, Pole, ResidentsGroup
from phares.rooms.directory.models.held import held_by, holder_key

MOST_PARTIES, MOST_PROMISES = 30, 60
"""As many parties as a call takes members, each with its part, and the figures that all promise together."""
PAGE_PARTIES, PAGE_PROMISES = 8, 12
"""So many always stand on one page, however long their words; a larger group's agreement may go on to the next ones."""


class Unsound(Refusal):
    """The text lacks something or contradicts itself."""

    status = 400


class PartyHasSigned(Refusal):
    """A party that has signed once cannot be left out of a later text."""

    sentence = _(
        "Une partie qui a déjà signé ne peut pas être retirée : terminez cette coopération et faites-en une autre."
    )


class SidesMissing(Refusal):
    """An agreement that comes from a match is made by its two sides."""

    sentence = _("Celles et ceux que ce rapprochement réunit prennent part à l’accord : gardez-les parmi les parties.")
    status = 400


class PromiseSettled(Refusal):
    """A promise that was kept, done or given up stays in the text as it is."""

    sentence = _("Une promesse déjà faite, tenue ou abandonnée reste dans le texte telle qu’elle était.")


def require_sound(draft: AgreementDraft) -> None:
    """Refuse a text with fewer than two parties, a party twice, no promise, days in the wrong order, words too long."""
    _require_words(draft)
    keys = [holder_key(party.holder) for party in draft.parties]
    if not 2 <= len(keys) <= MOST_PARTIES:
        raise Unsound(str(_("Il faut au moins deux parties, et trente au plus.")), field="parties")
    if len(set(keys)) != len(keys):
        raise Unsound(str(_("La même partie est inscrite deux fois.")), field="parties")
    if not 1 <= len(draft.promises) <= MOST_PROMISES:
        raise Unsound(str(_("Écrivez au moins une promesse, et soixante au plus.")), field="promises")
    if draft.until_on is not None and draft.until_on < draft.from_on:
        raise Unsound(str(_("La date de fin vient avant la date de début.")), field="until_on")
    for promise in draft.promises:
        _require_sound_promise(promise, len(keys))


def _require_words(draft: AgreementDraft) -> None:
    """Refuse a part of the text that is empty, too long for the page, or that no form offers."""
    if not draft.title.strip():
        raise Unsound(str(_("Donnez un titre à ce que vous faites ensemble.")), field="title")
    if draft.form not in Form.values or draft.openness not in Openness.values:
        raise Unsound(str(_("Choisissez ce que vous faites ensemble et qui peut le voir.")), field="form")
    if any(not promise.what.strip() for promise in draft.promises):
        raise Unsound(str(_("Écrivez ce qui est promis.")), field="promises")
    texts = [("title", draft.title), ("purpose", draft.purpose)]
    texts += [("role", party.role) for party in draft.parties] + [("what", promise.what) for promise in draft.promises]
    for name, text in texts:
        if len(text) > LONGEST[name]:
            raise Unsound(str(_("Ce texte est trop long pour tenir sur une page.")), field=name)


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


def fields_of(text: AgreementDraft | Cooperation) -> dict[str, Any]:
    """Return the part of a text that the cooperation itself keeps and shows."""
    return {name: getattr(text, name) for name in ("title", "purpose", "form", "from_on", "until_on", "openness")}


def searched_in(draft: AgreementDraft) -> str:
    """Return the words by which the register finds it; names that some readers may not know are not among them."""
    groups = [party.holder.name for party in draft.parties if isinstance(party.holder, ResidentsGroup)]
    return search_text(draft.title, draft.purpose, *groups)


def apply_parties(cooperation: Cooperation, draft: AgreementDraft) -> list[Party]:
    """Return the parties in the draft's order; those who never signed and are no longer named leave."""
    former = {holder_key(party.holder): party for party in cooperation.parties.all()}
    named = [(holder_key(one.holder), one.holder) for one in draft.parties]
    parties = [
        former.pop(key) if key in former else Party(cooperation=cooperation, **held_by(holder)) for key, holder in named
    ]
    for position, (party, one) in enumerate(zip(parties, draft.parties, strict=True)):
        party.position, party.role = position, one.role
        party.save()
    for party in former.values():
        if party.signatures.exists():
            raise PartyHasSigned(field="parties")
        settled = Commitment.objects.filter(Q(promised_by=party) | Q(promised_to=party)).exclude(outcome=Outcome.OPEN)
        if settled.exists():
            raise PromiseSettled(field="promises")
        party.promises.all().delete()
        party.promises_received.all().delete()
        party.delete()
    return parties


def apply_promises(cooperation: Cooperation, draft: AgreementDraft, parties: list[Party], at: datetime) -> None:
    """Bring the promises in line with the draft; one that a started cooperation leaves out is given up, not erased."""
    former = list(cooperation.commitments.all())
    for position, promise in enumerate(draft.promises):
        to = parties[promise.to] if promise.to is not None else None
        said = {"promised_by": parties[promise.by], "promised_to": to, "what": promise.what, "due_on": promise.due_on}
        goes_on_from = next((one for one in former if _goes_on_from(one, promise, said)), None)
        if goes_on_from is not None:
            former.remove(goes_on_from)
        _apply_promise(goes_on_from, cooperation, said, position, at)
    for commitment in former:
        _leave_out(commitment, cooperation, at)


def _goes_on_from(commitment: Commitment, promise: PromiseDraft, said: dict[str, Any]) -> bool:
    """Say whether a line of the text is this promise: by its number, or, where it has none, by its very words.

    One that was given up is never taken up again: the same words are a new promise.
    """
    if commitment.outcome == Outcome.DROPPED:
        return False
    if promise.commitment_id is not None:
        return commitment.pk == promise.commitment_id
    return not _differs(commitment, said)


def _differs(commitment: Commitment, said: dict[str, Any]) -> bool:
    return any(getattr(commitment, name) != value for name, value in said.items())


def _apply_promise(
    commitment: Commitment | None, cooperation: Cooperation, said: dict[str, Any], position: int, at: datetime
) -> None:
    """Make a promise, or change the one that it goes on from; a change that waited for an answer then falls."""
    if commitment is None:
        Commitment.objects.create(cooperation=cooperation, position=position, **said)
        return
    if _differs(commitment, said):
        if commitment.outcome != Outcome.OPEN:
            raise PromiseSettled(field="promises")
        commitment.close_waiting_change(at)
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
    commitment.outcome, commitment.dropped_on = Outcome.DROPPED, as_day(at)
    commitment.word = str(_("retirée du texte de l’accord"))
    commitment.save(update_fields=["outcome", "dropped_on", "word"])
    commitment.close_waiting_change(at)


def settle_joinings(cooperation: Cooperation, parties: list[Party], at: datetime) -> None:
    """Who had asked to take part and is named in the text written again waits for no other answer."""
    named = {party.holder_key for party in parties}
    for joining in cooperation.joinings.filter(closed_at=None):
        if joining.holder_key in named:
            joining.state, joining.closed_at = JoiningState.JOINED, at
            joining.save(update_fields=["state", "closed_at"])


def draft_in_force(cooperation: Cooperation) -> AgreementDraft:
    """Return the text as it stands today: promises as both sides have changed them since, without those given up."""
    parties = list(cooperation.parties.select_related("structure", "group", "resident"))
    places = {party.pk: place for place, party in enumerate(parties)}
    return AgreementDraft(
        **fields_of(cooperation),
        parties=tuple(PartyDraft(party.holder, party.role) for party in parties),
        promises=tuple(
            PromiseDraft(
                by=places[one.promised_by_id],
                to=places[one.promised_to_id] if one.promised_to_id else None,
                what=one.what,
                due_on=one.due_on,
                commitment_id=one.pk,
            )
            for one in cooperation.commitments.exclude(outcome=Outcome.DROPPED)
        ),
    )
