"""What happens when a structure comes, changes, leaves or is born of another; ids only."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SizeCounted:
    """A structure counted its people or its floor on a day."""

    pole_id: int
    size_id: int
    subject_structure_id: int


@dataclass(frozen=True)
class LineageRecorded:
    """A structure was born from another, or merged into another."""

    pole_id: int
    lineage_id: int
    subject_structure_id: int


@dataclass(frozen=True)
class JoinAsked:
    """A structure asked to take part."""

    pole_id: int
    join_request_id: int


@dataclass(frozen=True)
class JoinAnswered:
    """A request to take part has its answer."""

    pole_id: int
    join_request_id: int


@dataclass(frozen=True)
class ArrivalStepsSet:
    """What is done with those who come in one way was written."""

    pole_id: int


@dataclass(frozen=True)
class ArrivalStepTicked:
    """A step of an arrival was done with a structure."""

    pole_id: int
    arrival_tick_id: int
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
