"""What happens in the directory; ids only."""

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
class StructureAdded:
    """A structure entered the directory."""

    pole_id: int
    subject_structure_id: int


@dataclass(frozen=True)
class StructureDescribed:
    """What a structure says of itself changed."""

    pole_id: int
    subject_structure_id: int


@dataclass(frozen=True)
class StructureIdentified:
    """A structure gave the numbers by which it is known, or said whether it is of the social economy."""

    pole_id: int
    subject_structure_id: int


@dataclass(frozen=True)
class CapacitiesSaid:
    """A structure said what it knows and what it has, with amounts."""

    pole_id: int
    subject_structure_id: int


@dataclass(frozen=True)
class FieldLevelsChosen:
    """A structure chose who reads which field of its page."""

    pole_id: int
    subject_structure_id: int


@dataclass(frozen=True)
class StructureAdmitted:
    """A structure takes part in the pole from a day on."""

    pole_id: int
    membership_id: int
    subject_structure_id: int


@dataclass(frozen=True)
class MembershipEnded:
    """A structure's taking part has a last day."""

    pole_id: int
    membership_id: int
    subject_structure_id: int


@dataclass(frozen=True)
class ResidentsGroupFormed:
    """Residents act together under a name."""

    pole_id: int
    group_id: int


@dataclass(frozen=True)
class PersonRegistered:
    """A person is known to the pole, with or without mail."""

    pole_id: int
    subject_person_id: int


@dataclass(frozen=True)
class MandateGiven:
    """A person may act for a structure, a group or the pole from a day on."""

    pole_id: int
    given_mandate_id: int
    subject_person_id: int


@dataclass(frozen=True)
class MandateEnded:
    """A mandate has a last day."""

    pole_id: int
    ended_mandate_id: int
    subject_person_id: int


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
