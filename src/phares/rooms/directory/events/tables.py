"""What happens when tables come in and a structure’s own things go out; ids only."""

from dataclasses import dataclass


@dataclass(frozen=True)
class StructureTakenAway:
    """A structure received everything that it has in the pole."""

    pole_id: int
    subject_structure_id: int


@dataclass(frozen=True)
class TableBrought:
    """Somebody brought a table to import."""

    pole_id: int
    table_import_id: int


@dataclass(frozen=True)
class TableWritten:
    """The lines of a table were written in the directory."""

    pole_id: int
    table_import_id: int


@dataclass(frozen=True)
class TableUndone:
    """What a table had written was taken back."""

    pole_id: int
    table_import_id: int
