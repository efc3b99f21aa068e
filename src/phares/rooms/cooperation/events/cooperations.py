"""What happens in a cooperation; ids only."""

from dataclasses import dataclass


@dataclass(frozen=True)
class AgreementWritten:
    """The text of an agreement, or a new version of it, is ready to be signed."""

    pole_id: int
    cooperation_id: int
    agreement_id: int


@dataclass(frozen=True)
class AgreementSigned:
    """A party signed."""

    pole_id: int
    cooperation_id: int
    agreement_id: int
    party_id: int


@dataclass(frozen=True)
class SignaturesVoided:
    """The text changed after signatures, which no longer hold."""

    pole_id: int
    cooperation_id: int
    agreement_id: int


@dataclass(frozen=True)
class CooperationStarted:
    """Every party has signed the same text."""

    pole_id: int
    cooperation_id: int


@dataclass(frozen=True)
class CommitmentDone:
    """A party says that it did what it promised."""

    pole_id: int
    cooperation_id: int
    commitment_id: int


@dataclass(frozen=True)
class CommitmentAcknowledged:
    """The one who received says so too."""

    pole_id: int
    cooperation_id: int
    commitment_id: int


@dataclass(frozen=True)
class CommitmentChangeProposed:
    """A party proposes another wording or another day for a promise."""

    pole_id: int
    cooperation_id: int
    commitment_id: int


@dataclass(frozen=True)
class CommitmentChangeAnswered:
    """The other side accepted or refused the change."""

    pole_id: int
    cooperation_id: int
    commitment_id: int


@dataclass(frozen=True)
class CommitmentDropped:
    """A promise was given up, with a word."""

    pole_id: int
    cooperation_id: int
    commitment_id: int


@dataclass(frozen=True)
class FactNoted:
    """Something that happened was written down."""

    pole_id: int
    cooperation_id: int
    fact_id: int


@dataclass(frozen=True)
class CooperationEnded:
    """The parties say that it is over, and how."""

    pole_id: int
    cooperation_id: int


@dataclass(frozen=True)
class StoryChosen:
    """The pole tells this cooperation on its first page."""

    pole_id: int
    cooperation_id: int
