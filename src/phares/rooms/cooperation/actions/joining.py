"""Acts by which somebody takes part in what others do already: asking, agreeing to it, taking it back."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.cooperation import agreement_pdf, agreement_words, drafting, events, permissions
from phares.rooms.cooperation.agreement_words import AgreementDraft, PartyDraft
from phares.rooms.cooperation.models import Agreement, Cooperation, Joining, JoiningConsent, Party, Signature
from phares.rooms.cooperation.models.agreement import Manner
from phares.rooms.cooperation.models.cooperation import State
from phares.rooms.cooperation.models.joining import JoiningState
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models.held import Holder, held_by, holder_key


class NotRunning(Refusal):
    """One joins what all the parties have signed and what is not over."""

    sentence = _(
        "On prend part à une coopération en cours. Si le texte est encore à signer, demandez à une partie de l’écrire "
        "avec vous ; si elle est terminée, commencez-en une autre."
    )


class RoleMissing(Refusal):
    """Whoever takes part says what they will do."""

    sentence = _("Écrivez en une ligne ce que vous ferez.")
    status = 400


class PartyAlready(Refusal):
    """It takes part already."""

    sentence = _("Cette partie prend déjà part à la coopération.")


class AsksAlready(Refusal):
    """Its request waits."""

    sentence = _("C’est déjà demandé : les parties n’ont pas encore toutes répondu.")


class TooMany(Refusal):
    """The text holds thirty parties."""

    sentence = _("Trente parties prennent déjà part à cette coopération : c’est le plus qu’un accord puisse tenir.")


class JoiningSettled(Refusal):
    """The request was accepted, refused or taken back meanwhile."""

    sentence = _("Cette demande a déjà sa réponse.")


class TextChangedMeanwhile(Refusal):
    """The text is no longer the one that the page showed."""

    sentence = _("Le texte de l’accord a changé entre-temps. Relisez-le, puis répondez : rien n’a été signé.")


@transaction.atomic
def ask_to_join(*, cooperation: Cooperation, holder: Holder, role: str, by: Actor, at: datetime) -> Joining:
    """Ask to take part in a running cooperation, saying what one will do; every party then says whether it agrees.

    A contract changes by the consent of all who made it (Code civil, article 1193).
    """
    require(permissions.can_ask_to_join_as(by, cooperation, holder))
    require(permissions.is_of_pole(holder, cooperation.pole))
    role = role.strip()
    if not role or len(role) > agreement_words.LONGEST["role"]:
        raise RoleMissing(field="role")
    cooperation = _running(cooperation.pk)
    parties = list(cooperation.parties.all())
    if holder_key(holder) in {party.holder_key for party in parties}:
        raise PartyAlready(field="holder")
    if len(parties) >= drafting.MOST_PARTIES:
        raise TooMany
    if cooperation.joinings.filter(closed_at=None, **held_by(holder)).exists():
        raise AsksAlready(field="holder")
    joining = Joining.objects.create(
        cooperation=cooperation, role=role, asked_at=at, **held_by(holder), **_signer(holder, by, "asked_by_id")
    )
    publish(events.JoiningAsked(cooperation.pole_id, cooperation.pk, joining.pk), by=by, at=at)
    return joining


def _running(pk: int) -> Cooperation:
    """Return the cooperation, its row locked, when all have signed the text in force and it is not over."""
    cooperation = Cooperation.objects.select_for_update().get(pk=pk)
    if cooperation.state != State.RUNNING:
        raise NotRunning
    return cooperation


def _signer(holder: Holder, by: Actor, person: str) -> dict[str, Any]:
    """Return who signs for a holder, and how: by itself, or through whoever notes in its presence."""
    manner = Manner.ON_SCREEN if by.acts_for(holder) else Manner.IN_PRESENCE
    return {person: by.person_id, "mandate": by.mandate, "manner": manner}


def agree_to_joining(*, joining: Joining, party: Party, seen: int, by: Actor, at: datetime) -> Joining:
    """Agree, for one party, that the newcomer takes part. The last yes makes the newcomer a party.

    `seen` is the number of the text that the page showed. Nothing of the text changes but the list of the parties: each
    yes is its party's signature under the version that names the newcomer, so that nobody signs twice and the
    cooperation goes on. A text written again meanwhile voids each yes, as it voids signatures. The PDF is made before
    the transaction begins, because the database admits one writer at a time.
    """
    require(permissions.can_agree_to_joining(by, party) and party.cooperation_id == joining.cooperation_id)
    joining = Joining.objects.select_related("cooperation__pole").get(pk=joining.pk)
    words = _words_with(joining)
    pdf = agreement_pdf.render(words, seen + 1, at)
    return _agree(joining, party, seen, (words, pdf), by, at)


def _draft_with(joining: Joining) -> AgreementDraft:
    """Return the text in force with one party more."""
    draft = drafting.draft_in_force(joining.cooperation)
    return replace(draft, parties=(*draft.parties, PartyDraft(joining.holder, joining.role)))


def _words_with(joining: Joining) -> dict[str, Any]:
    return agreement_words.words_of(_draft_with(joining), joining.cooperation.pole)


@transaction.atomic
def _agree(
    joining: Joining, party: Party, seen: int, sheet: tuple[dict[str, Any], bytes], by: Actor, at: datetime
) -> Joining:
    """Write the yes under lock; the last one writes the new version with the signatures that every yes is."""
    cooperation = _running(joining.cooperation_id)
    joining = _waiting(joining)
    agreement = cooperation.agreements.get(replaced_at=None)
    if agreement.number != seen or _words_with(joining) != sheet[0]:
        raise TextChangedMeanwhile
    signer = _signer(party.holder, by, "said_by_id")
    _consent, is_new = JoiningConsent.objects.get_or_create(
        joining=joining, agreement=agreement, party=party, defaults={"said_at": at, **signer}
    )
    if is_new:
        publish(events.JoiningAgreed(cooperation.pole_id, cooperation.pk, joining.pk, party.pk), by=by, at=at)
    if joining.consents.filter(agreement=agreement).count() < cooperation.parties.count():
        return joining
    if cooperation.parties.count() >= drafting.MOST_PARTIES:
        raise TooMany
    newcomer = _enter(joining, cooperation, agreement, sheet, by, at)
    publish(events.PartyJoined(cooperation.pole_id, cooperation.pk, joining.pk, newcomer.pk), by=by, at=at)
    return joining


def _waiting(joining: Joining) -> Joining:
    """Return the request, its row locked, while it waits."""
    joining = Joining.objects.select_for_update(of=("self",)).get(pk=joining.pk)
    if joining.state != JoiningState.WAITING:
        raise JoiningSettled
    return joining


def _enter(
    joining: Joining,
    cooperation: Cooperation,
    former: Agreement,
    sheet: tuple[dict[str, Any], bytes],
    by: Actor,
    at: datetime,
) -> Party:
    """Make the newcomer a party of a new version, signed by all."""
    draft, (words, pdf) = _draft_with(joining), sheet
    former.replaced_at = at
    former.save(update_fields=["replaced_at"])
    newcomer = Party.objects.create(
        cooperation=cooperation, role=joining.role, position=cooperation.parties.count(), **held_by(joining.holder)
    )
    cooperation.search_text = drafting.searched_in(draft)
    cooperation.save(update_fields=["search_text"])
    agreement = Agreement.objects.create(
        cooperation=cooperation,
        number=former.number + 1,
        words=words,
        words_sha256=agreement_words.words_sha256(words),
        pdf=pdf,
        pdf_sha256=agreement_pdf.sha256(pdf),
        written_by_id=by.person_id,
        written_at=at,
    )
    consents = joining.consents.filter(agreement=former).select_related("party")
    signed = [(one.party, one.manner, one.said_by_id, one.mandate_id, one.said_at) for one in consents]
    signed.append((newcomer, joining.manner, joining.asked_by_id, joining.mandate_id, joining.asked_at))
    for party, manner, person, mandate, signed_at in signed:
        Signature.objects.create(
            agreement=agreement,
            party=party,
            manner=manner,
            signed_by_id=person,
            mandate_id=mandate,
            signed_at=signed_at,
        )
    joining.state, joining.closed_at = JoiningState.JOINED, at
    joining.save(update_fields=["state", "closed_at"])
    return newcomer


@transaction.atomic
def refuse_joining(*, joining: Joining, party: Party, word: str = "", by: Actor, at: datetime) -> Joining:
    """Say, for one party, that it does not agree; who asked reads the word, and not which party wrote it."""
    require(permissions.can_agree_to_joining(by, party) and party.cooperation_id == joining.cooperation_id)
    return _close(joining, JoiningState.REFUSED, word, by, at)


@transaction.atomic
def withdraw_joining(*, joining: Joining, by: Actor, at: datetime) -> Joining:
    """Take back a request to take part that waits."""
    require(permissions.can_withdraw_joining(by, joining))
    return _close(joining, JoiningState.WITHDRAWN, "", by, at)


def _close(joining: Joining, state: JoiningState, word: str, by: Actor, at: datetime) -> Joining:
    cooperation = Cooperation.objects.select_for_update().get(pk=joining.cooperation_id)
    joining = _waiting(joining)
    joining.state, joining.closed_at, joining.word = state, at, word.strip()[:240]
    joining.save(update_fields=["state", "closed_at", "word"])
    publish(events.JoiningClosed(cooperation.pole_id, cooperation.pk, joining.pk), by=by, at=at)
    return joining
