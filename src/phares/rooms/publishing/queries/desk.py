"""Reads of the desk where sheets are prepared: what is being written, what each still lacks, who is still to answer."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.publishing import permissions
from phares.rooms.publishing.models import ExperienceSheet, ImportedLine, SheetReview
from phares.rooms.publishing.models.line import Landing
from phares.rooms.publishing.models.sheet import SheetState
from phares.rooms.publishing.sheet_fields import FIELDS, SheetField, is_written, missing

WITH_HOLDER = ("structure__pole", "group", "resident")


def sheets_on_desk(actor: Actor, pole: Pole) -> QuerySet[ExperienceSheet]:
    """Return the sheets that the actor writes or reviews, the latest first, with who has still to answer."""
    waiting = Count("reviews", filter=Q(reviews__accepted__isnull=True))
    found = permissions.sheets_in_preparation(actor, pole).select_related("pole", "publisher", "version")
    return found.annotate(reviews_waiting=waiting).order_by("-written_at", "-pk")


def sheet_on_desk(actor: Actor, pole: Pole, pk: int) -> ExperienceSheet | None:
    """Return a sheet that the actor writes or reviews."""
    found = permissions.sheets_in_preparation(actor, pole).filter(pk=pk)
    return found.select_related("pole", "publisher", "structure", "rubric", "cooperation", "version").first()


def writable_sheet(actor: Actor, pole: Pole, pk: int) -> ExperienceSheet | None:
    """Return a sheet that the actor may write."""
    return permissions.writable_sheets(actor, pole).filter(pk=pk).select_related("pole", "structure").first()


@dataclass(frozen=True)
class DeskField:
    """A field on the desk: what it is, and whether it is written."""

    field: SheetField
    is_written: bool


@dataclass(frozen=True)
class Desk:
    """What the page of a sheet in preparation shows."""

    sheet: ExperienceSheet
    fields: list[DeskField]
    missing: list[SheetField]
    reviews: list[SheetReview]
    doubts: int
    unsorted: int
    lines: int

    @property
    def next_field(self) -> SheetField | None:
        """Return the first field that has to be filled."""
        return self.missing[0] if self.missing else None

    @property
    def written(self) -> int:
        """Return how many fields are written."""
        return sum(one.is_written for one in self.fields)


def desk_of(sheet: ExperienceSheet) -> Desk:
    """Return what has been written of a sheet, and what waits."""
    lines = list(ImportedLine.objects.filter(sheet=sheet).only("doubts", "is_settled", "landing"))
    return Desk(
        sheet=sheet,
        fields=[DeskField(field, is_written(sheet.words, field.code)) for field in FIELDS],
        missing=missing(sheet.words, is_archive=sheet.is_archive, asks_contact=sheet.asks_contact),
        reviews=list(sheet.reviews.select_related(*WITH_HOLDER, "answered_by")),
        doubts=sum(line.waits for line in lines),
        unsorted=sum(line.landing == Landing.UNSORTED for line in lines),
        lines=len(lines),
    )


def reviews_to_answer(actor: Actor, pole: Pole) -> list[SheetReview]:
    """Return the reviews that wait for the structure or group acted for."""
    asked = SheetReview.objects.filter(sheet__pole=pole, sheet__state=SheetState.READ, accepted__isnull=True)
    rows = asked.select_related("sheet__pole", *WITH_HOLDER)
    return [review for review in rows if permissions.can_answer_review(actor, review)]


def review_numbered(actor: Actor, pole: Pole, pk: int) -> SheetReview | None:
    """Return a review of a sheet that the actor may read."""
    seen = permissions.sheets_in_preparation(actor, pole)
    found = SheetReview.objects.filter(pk=pk, sheet__in=seen)
    return found.select_related("sheet__pole", *WITH_HOLDER).first()


def lines_of(sheet: ExperienceSheet) -> QuerySet[ImportedLine]:
    """Return what the file said, line by line."""
    return sheet.lines.select_related("corrected_by")


def line_numbered(actor: Actor, pole: Pole, pk: int) -> ImportedLine | None:
    """Return a line of a sheet that the actor may write."""
    seen = permissions.writable_sheets(actor, pole)
    return ImportedLine.objects.filter(pk=pk, sheet__in=seen).select_related("sheet__pole", "corrected_by").first()
