"""What happens to a structure’s card; ids only."""

from dataclasses import dataclass


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
class PhotoAdded:
    """A structure shows a photo."""

    pole_id: int
    photo_id: int
    subject_structure_id: int


@dataclass(frozen=True)
class PhotoRemoved:
    """A structure took a photo off; its file is to be erased."""

    pole_id: int
    attachment_id: int
    subject_structure_id: int


@dataclass(frozen=True)
class OutsideActorDescribed:
    """An actor around the pole is known, with what it is to the pole."""

    pole_id: int
    subject_structure_id: int
