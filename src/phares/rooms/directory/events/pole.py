"""What happens to a pole, its charter, its dated events and its readers; ids only."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PoleFounded:
    """A pole began to use this instance."""

    pole_id: int


@dataclass(frozen=True)
class PoleDescribed:
    """What the pole says of itself changed."""

    pole_id: int


@dataclass(frozen=True)
class CharterAdopted:
    """A version of the charter is in force."""

    pole_id: int
    charter_id: int


@dataclass(frozen=True)
class CharterSigned:
    """A structure signed a version of the charter."""

    pole_id: int
    charter_signature_id: int
    subject_structure_id: int


@dataclass(frozen=True)
class MilestoneRecorded:
    """A dated, sourced event of the pole or of a structure was written down."""

    pole_id: int
    milestone_id: int


@dataclass(frozen=True)
class GatheringPlanned:
    """People of the pole will meet on a day."""

    pole_id: int
    gathering_id: int


@dataclass(frozen=True)
class MilestoneCorrected:
    """A dated event was written down better."""

    pole_id: int
    milestone_id: int


@dataclass(frozen=True)
class ReadingLinkGiven:
    """Somebody without account may read, until a day."""

    pole_id: int
    reading_link_id: int


@dataclass(frozen=True)
class ReadingLinkWithdrawn:
    """A reading link opens nothing any more."""

    pole_id: int
    reading_link_id: int
