"""Reads of agreements: the text in force, who signed it, what changed since, and who may be a party."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from phares.rooms.commons.numbers import capitalised, number_words
from phares.rooms.cooperation import permissions
from phares.rooms.cooperation.agreement_words import Change, Reading, reading, words_changed
from phares.rooms.cooperation.models import Agreement, Commitment, Cooperation, Match, Party, Signature
from phares.rooms.cooperation.models.agreement import Manner
from phares.rooms.cooperation.models.commitment import Outcome
from phares.rooms.cooperation.models.item import Side
from phares.rooms.cooperation.models.match import Choice
from phares.rooms.directory import queries as directory
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Person, Pole, ResidentsGroup
from phares.rooms.directory.models.held import Holder, holder_key
from phares.rooms.directory.permissions import visible_structures


@dataclass(frozen=True)
class Signing:
    """One party under a text: its signature, or None while it is missing, and whether this reader may give it."""

    party: Party
    signature: Signature | None
    may_sign: bool
    for_another: bool

    @property
    def on_the_spot(self) -> bool:
        """Say whether the representative signed at a gathering."""
        return self.signature is not None and self.signature.manner == Manner.ON_THE_SPOT

    @property
    def in_presence(self) -> bool:
        """Say whether somebody noted the signature of a person who was there."""
        return self.signature is not None and self.signature.manner == Manner.IN_PRESENCE


@dataclass(frozen=True)
class VoidSignatures:
    """The signatures under a former text, which no longer hold, and what changed since."""

    agreement: Agreement
    signatures: list[Signature]
    changes: list[Change]

    @property
    def words(self) -> str:
        """Return the sentence that says it, up to its day."""
        count = len(self.signatures)
        told = ngettext(
            "%(count)s signature ne tient plus : le texte a changé le",
            "%(count)s signatures ne tiennent plus : le texte a changé le",
            count,
        )
        return capitalised(told % {"count": number_words(count, feminine=True)})


@dataclass(frozen=True)
class ShownAgreement:
    """The text in force with everything its page says of it."""

    agreement: Agreement
    text: Reading
    signings: list[Signing]
    void: VoidSignatures | None
    versions: list[Agreement]

    @property
    def signed(self) -> set[int]:
        """Return the parties that have signed."""
        return {one.party.pk for one in self.signings if one.signature is not None}

    @property
    def missing(self) -> list[Party]:
        """Return the parties that have not signed yet."""
        return [one.party for one in self.signings if one.signature is None]


def _versions(cooperation: Cooperation) -> list[Agreement]:
    """Return every version, the latest first, without the bytes of its document."""
    versions = cooperation.agreements.defer("pdf").select_related("written_by")
    return list(versions.annotate(signature_count=Count("signatures")).order_by("-number"))


def agreement_shown(actor: Actor, cooperation: Cooperation) -> ShownAgreement:
    """Return the text in force, who signed it, what was signed before it, and its former versions."""
    versions = _versions(cooperation)
    current = versions[0]
    signatures = current.signatures.select_related("signed_by", "mandate")
    by_party = {signature.party_id: signature for signature in signatures}
    signings = [_signing(actor, cooperation, party, by_party.get(party.pk)) for party in cooperation.parties.all()]
    void = _void_signatures(versions) if any(one.signature is None for one in signings) else None
    return ShownAgreement(current, reading(current.words), signings, void, versions)


def _signing(actor: Actor, cooperation: Cooperation, party: Party, signature: Signature | None) -> Signing:
    may_sign = signature is None and not cooperation.is_over and permissions.can_sign(actor, party)
    return Signing(party, signature, may_sign, for_another=not actor.acts_for(party.holder))


def _void_signatures(versions: list[Agreement]) -> VoidSignatures | None:
    """Return the last former text that somebody had signed, and how the text in force differs from it."""
    former = next((one for one in versions[1:] if getattr(one, "signature_count", 0)), None)
    if former is None:
        return None
    signatures = list(former.signatures.select_related("party__structure", "party__group", "party__resident"))
    return VoidSignatures(former, signatures, words_changed(former.words, versions[0].words))


def signed_parties(cooperation: Cooperation) -> set[int]:
    """Return the parties that have signed the text in force."""
    held = Signature.objects.filter(agreement__cooperation=cooperation, agreement__replaced_at=None)
    return set(held.values_list("party_id", flat=True))


def version_numbered(cooperation: Cooperation, number: int) -> Agreement | None:
    """Return one version of the text, with its frozen document."""
    return cooperation.agreements.filter(number=number).first()


def number_in_force(cooperation: Cooperation) -> int:
    """Return the number of the text in force."""
    return cooperation.agreements.values_list("number", flat=True).get(replaced_at=None)


def changed_since(cooperation: Cooperation, number: int) -> list[Change]:
    """Return how the text in force differs from the version that a page had shown."""
    shown = cooperation.agreements.defer("pdf").filter(number=number).first()
    current = cooperation.agreements.defer("pdf").get(replaced_at=None)
    return words_changed(shown.words, current.words) if shown is not None else []


def settled_promises(cooperation: Cooperation) -> list[Commitment]:
    """Return the promises done or kept, which stay in the text as they are."""
    settled = cooperation.commitments.filter(outcome__in=[Outcome.DONE, Outcome.KEPT])
    return list(settled.select_related("promised_by", "promised_to"))


Choices = list[tuple[str, list[tuple[str, Holder]]]]


def possible_parties(actor: Actor, pole: Pole, day: date, *also: Holder) -> Choices:
    """Return who may be named as a party, in groups: (words, [(key, holder)]).

    Residents are named to those who note for them, and otherwise only where they take part already (`also`).
    """
    residents = list(directory.residents_of(pole, day)) if actor.may("note_for_others", pole) else []
    groups: list[Holder] = list(directory.residents_groups(pole))
    structures: list[Holder] = list(visible_structures(actor, pole).filter(name_is_established=True))
    missing = [holder for holder in also if holder not in [*structures, *groups, *residents]]
    people: list[Holder] = [*residents, *(one for one in missing if isinstance(one, Person))]
    groups += [one for one in missing if isinstance(one, ResidentsGroup)]
    structures += [one for one in missing if not isinstance(one, Person | ResidentsGroup)]
    named = [
        (_("Structures"), structures),
        (_("Groupes d’habitantes et d’habitants"), groups),
        (_("Habitantes et habitants"), people),
    ]
    return [(words, [(holder_key(one), one) for one in holders]) for words, holders in named if holders]


def match_to_agree(actor: Actor, pole: Pole, pk: int) -> Match | None:
    """Return a match from which this reader may write an agreement, or that they may at least see."""
    match = Match.objects.proposed().filter(pole=pole, pk=pk).select_related("need__pole", "offer", "pole").first()
    if match is None or permissions.can_begin_agreement(actor, match):
        return match
    return match if permissions.visible_matches(actor, pole).filter(pk=pk).exists() else None


def sides(match: Match) -> list[Holder]:
    """Return the two sides of a match: who needs, who helps."""
    return [permissions.side_holder(match, side) for side in Side.values]


def both_interested(match: Match) -> bool:
    """Say whether both sides of a match want it."""
    return match.answers.filter(choice=Choice.INTERESTED).count() == len(Side.values)
