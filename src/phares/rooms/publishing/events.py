"""What happens in publishing; ids only."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SheetBegun:
    """A sheet was begun: from the register, or with nothing written yet."""

    pole_id: int
    sheet_id: int


@dataclass(frozen=True)
class SheetImported:
    """A sheet that exists elsewhere was read in, line by line."""

    pole_id: int
    sheet_id: int


@dataclass(frozen=True)
class SheetWritten:
    """A section of a sheet was written or changed."""

    pole_id: int
    sheet_id: int


@dataclass(frozen=True)
class SheetPhotoKept:
    """A photo, or the caption of one still to be found, was added to a sheet or described again."""

    pole_id: int
    sheet_id: int
    photo_id: int


@dataclass(frozen=True)
class SheetPhotoRemoved:
    """A photo was taken off a sheet."""

    pole_id: int
    sheet_id: int


@dataclass(frozen=True)
class SheetLineCorrected:
    """A line read from a file was corrected or put elsewhere."""

    pole_id: int
    sheet_id: int
    line_id: int


@dataclass(frozen=True)
class SheetReadOver:
    """A sheet was read over: those who are quoted are asked."""

    pole_id: int
    sheet_id: int


@dataclass(frozen=True)
class ReviewAnswered:
    """Somebody quoted accepts the sheet, or asks for a change."""

    pole_id: int
    sheet_id: int
    review_id: int


@dataclass(frozen=True)
class SheetPublished:
    """A version of a sheet is read by everybody."""

    pole_id: int
    sheet_id: int
    version_id: int


@dataclass(frozen=True)
class SheetWithdrawn:
    """A sheet is no longer shown."""

    pole_id: int
    sheet_id: int


@dataclass(frozen=True)
class RubricsChanged:
    """The tree of rubrics was changed."""

    pole_id: int
    rubric_id: int | None
