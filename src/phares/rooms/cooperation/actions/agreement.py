"""Acts on agreements: writing the text, writing it again, signing it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.days import as_day
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.cooperation import agreement_pdf, agreement_words, drafting, events, permissions
from phares.rooms.cooperation.agreement_words import AgreementDraft
from phares.rooms.cooperation.models import Agreement, Cooperation, Item, Match, Party, Signature
from phares.rooms.cooperation.models.agreement import Manner
from phares.rooms.cooperation.models.cooperation import State
from phares.rooms.cooperation.models.item import Side
from phares.rooms.cooperation.queries import agreements
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Mandate, Pole
from phares.rooms.directory.models.held import holder_key


class TextChangedMeanwhile(Refusal):
    """The text is no longer the one that the page showed."""

    sentence = _("Le texte a changé pendant que vous le lisiez. Relisez-le : rien n’a été signé ni perdu.")


class AlreadySigned(Refusal):
    """This party has signed this text."""

    sentence = _("C’est déjà signé pour cette partie.")


class Over(Refusal):
    """The cooperation is over."""

    sentence = _("Cette coopération est terminée : son accord ne change plus et ne se signe plus.")


class AlreadyBegun(Refusal):
    """Somebody wrote the first text meanwhile."""

    sentence = _("Un accord est déjà écrit pour ce rapprochement : ouvrez-le plutôt que d’en commencer un autre.")


class NotBothInterested(Refusal):
    """An agreement begins when both sides want it."""

    sentence = _("Un accord s’écrit quand les deux côtés ont dit que cela les intéresse.")


@transaction.atomic
def begin_cooperation(
    *, pole: Pole, draft: AgreementDraft, match: Match | None = None, by: Actor, at: datetime
) -> Cooperation:
    """Write the first text of an agreement, ready for every party to sign; a match begins one cooperation at a time."""
    drafting.require_sound(draft)
    require(permissions.can_write_agreement_between(by, [party.holder for party in draft.parties], pole))
    drafting.require_same_pole(draft, pole)
    if match is not None:
        require(match.pole_id == pole.pk and permissions.can_begin_agreement(by, match))
        _require_ripe(match, draft)
    cooperation = Cooperation.objects.create(pole=pole, match=match, written_at=at, **drafting.fields_of(draft))
    _write_version(cooperation, draft, number=1, by=by, at=at)
    return cooperation


def _require_ripe(match: Match, draft: AgreementDraft) -> None:
    """Refuse a match that has begun before, that one side does not want, or whose sides are not both in the text."""
    match = Match.objects.select_for_update(of=("self",)).get(pk=match.pk)
    if match.cooperations.exclude(state=State.STOPPED).exists():
        raise AlreadyBegun
    if not agreements.both_interested(match):
        raise NotBothInterested
    sides = {holder_key(permissions.side_holder(match, side)) for side in Side.values}
    if not sides <= {holder_key(party.holder) for party in draft.parties}:
        raise drafting.SidesMissing(field="parties")


@transaction.atomic
def write_agreement(
    *, cooperation: Cooperation, draft: AgreementDraft, seen: int, by: Actor, at: datetime
) -> Agreement:
    """Write the text again. One changed word makes a new version and voids every signature under the former one.

    `seen` is the number of the version that the page showed. The same words leave everything as it is; a promise that
    both sides have changed since counts with its new words.
    """
    require(permissions.can_write_agreement(by, cooperation))
    drafting.require_sound(draft)
    drafting.require_same_pole(draft, cooperation.pole)
    cooperation = Cooperation.objects.select_for_update().get(pk=cooperation.pk)
    current = cooperation.agreements.get(replaced_at=None)
    if current.number != seen:
        raise TextChangedMeanwhile
    if cooperation.is_over:
        raise Over
    if _says_the_same(draft, cooperation):
        return current
    current.replaced_at = at
    current.save(update_fields=["replaced_at"])
    if current.signatures.exists():
        publish(events.SignaturesVoided(cooperation.pole_id, cooperation.pk, current.pk), by=by, at=at)
    for name, value in drafting.fields_of(draft).items():
        setattr(cooperation, name, value)
    cooperation.state = State.TO_SIGN
    cooperation.save()
    return _write_version(cooperation, draft, number=current.number + 1, by=by, at=at)


def _says_the_same(draft: AgreementDraft, cooperation: Cooperation) -> bool:
    """Say whether a draft says, word for word, what the parties hold to today."""
    held = drafting.draft_in_force(cooperation)
    return agreement_words.words_of(draft, cooperation.pole) == agreement_words.words_of(held, cooperation.pole)


def _write_version(
    cooperation: Cooperation, draft: AgreementDraft, *, number: int, by: Actor, at: datetime
) -> Agreement:
    """Bring parties and promises in line with the draft and keep its words as a version."""
    parties = drafting.apply_parties(cooperation, draft)
    drafting.apply_promises(cooperation, draft, parties, at)
    drafting.settle_joinings(cooperation, parties, at)
    cooperation.search_text = drafting.searched_in(draft)
    cooperation.save(update_fields=["search_text"])
    words = agreement_words.words_of(draft, cooperation.pole)
    agreement = Agreement.objects.create(
        cooperation=cooperation,
        number=number,
        words=words,
        words_sha256=agreement_words.words_sha256(words),
        written_by_id=by.person_id,
        written_at=at,
    )
    publish(events.AgreementWritten(cooperation.pole_id, cooperation.pk, agreement.pk), by=by, at=at)
    return agreement


def sign_agreement(*, party: Party, seen: str, by: Actor, at: datetime) -> Signature:
    """Sign the text in force for one party; the first signature freezes the bytes of its PDF.

    `seen` is the SHA-256 of the words that the page showed. The PDF is made before the transaction begins, because the
    database admits one writer at a time.
    """
    require(permissions.can_sign(by, party))
    return _sign(party, seen, _pdf(party, seen), by, at)


def sign_in_presence(*, party: Party, seen: str, signer: Mandate | None, by: Actor, at: datetime) -> Signature:
    """Write down, at a gathering, the signature of somebody present who may sign for their structure.

    Without `signer`, a resident or a group is there and whoever notes signs in their presence.
    """
    if signer is None:
        return sign_agreement(party=party, seen=seen, by=by, at=at)
    require(permissions.can_sign_in_presence(by, party.holder, signer, party.cooperation.pole))
    require(Mandate.objects.on(as_day(at)).filter(pk=signer.pk).exists())
    return _sign(party, seen, _pdf(party, seen), by, at, signer)


def _pdf(party: Party, seen: str) -> bytes:
    """Return the PDF of the text that the page showed, as long as it is in force."""
    shown = Agreement.objects.filter(cooperation=party.cooperation_id, words_sha256=seen, replaced_at=None).first()
    if shown is None:
        raise TextChangedMeanwhile
    return bytes(shown.pdf) if shown.pdf else agreement_pdf.render(shown.words, shown.number, shown.written_at)


@transaction.atomic
def _sign(party: Party, seen: str, pdf: bytes, by: Actor, at: datetime, signer: Mandate | None = None) -> Signature:
    """Sign under lock, and start the cooperation when this was the last signature missing."""
    cooperation = Cooperation.objects.select_for_update().get(pk=party.cooperation_id)
    agreement = cooperation.agreements.filter(replaced_at=None, words_sha256=seen).first()
    if agreement is None:
        raise TextChangedMeanwhile
    if cooperation.is_over:
        raise Over
    if agreement.signatures.filter(party=party).exists():
        raise AlreadySigned
    if not agreement.pdf:
        agreement.pdf, agreement.pdf_sha256 = pdf, agreement_pdf.sha256(pdf)
        agreement.save(update_fields=["pdf", "pdf_sha256"])
    signature = Signature.objects.create(
        agreement=agreement,
        party=party,
        manner=_manner(party, by, signer),
        signed_by_id=signer.person_id if signer else by.person_id,
        mandate=signer or by.mandate,
        signed_at=at,
    )
    publish(events.AgreementSigned(cooperation.pole_id, cooperation.pk, agreement.pk, party.pk), by=by, at=at)
    if agreement.signatures.count() == cooperation.parties.count():
        _start(cooperation, by, at)
    return signature


def _manner(party: Party, by: Actor, signer: Mandate | None) -> str:
    """Return how a party signs: by itself on screen, on the spot, or in the presence of whoever notes."""
    if signer is not None:
        return Manner.ON_THE_SPOT
    return Manner.ON_SCREEN if by.acts_for(party.holder) else Manner.IN_PRESENCE


def _start(cooperation: Cooperation, by: Actor, at: datetime) -> None:
    """Every party has signed: the promises hold, and the need that began it is met."""
    cooperation.state = State.RUNNING
    cooperation.started_at = cooperation.started_at or at
    cooperation.save(update_fields=["state", "started_at"])
    if cooperation.match is not None:
        Item.objects.filter(pk=cooperation.match.need_id, met_at=None).update(met_at=at)
    publish(events.CooperationStarted(cooperation.pole_id, cooperation.pk), by=by, at=at)
