"""Where each event of publishing shows in the demonstration."""

from collections.abc import Callable
from typing import Any

from phares.rooms.commons.models import JournalEntry
from phares.rooms.directory.models import Gathering
from phares.rooms.publishing.models import (
    ExperienceSheet,
    ImportedLine,
    Newsletter,
    Registration,
    Rubric,
    SheetPhoto,
    SheetReview,
    SheetVersion,
)
from phares.rooms.publishing.models.sheet import archive_year

Expected = Callable[[JournalEntry], tuple[str, list[Any], list[str]]]


def _sheet(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
    sheet = ExperienceSheet.objects.get(pk=row.subjects["sheet_id"])
    return "publishing:preview_sheet", [sheet.pk], [sheet.words["title"], sheet.words["territory"][:40]]


def _imported(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
    sheet = ExperienceSheet.objects.get(pk=row.subjects["sheet_id"])
    year = archive_year(sheet.words["tags"])
    return "publishing:sheet", [sheet.slug], [sheet.source_url, *([f"fiche de {year}"] if year else [])]


def _published(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
    version = SheetVersion.objects.get(pk=row.subjects["version_id"])
    return "publishing:sheet", [version.sheet.slug], [version.title, f"version {version.number}"]


def _review(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
    review = SheetReview.objects.get(pk=row.subjects["review_id"])
    return "publishing:desk_sheet", [review.sheet_id], [str(review.holder), "accepte"]


def _line(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
    line = ImportedLine.objects.get(pk=row.subjects["line_id"])
    return "publishing:sheet", [line.sheet.slug], [line.said[:60]]


def _newsletter(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
    letter = Newsletter.objects.get(pk=row.subjects["newsletter_id"])
    return "publishing:newsletter", [letter.pk], [letter.subject]


def _gathering(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
    gathering = Gathering.objects.get(pk=row.subjects["gathering_id"])
    return "directory:gathering", [gathering.pk], [gathering.title]


def _registered(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
    name = Registration.objects.get(pk=row.subjects["registration_id"]).name
    return "publishing:registrations", [row.subjects["gathering_id"]], [name]


SHOWN: dict[str, Expected] = {
    "SheetBegun": _sheet,
    "SheetImported": _imported,
    "SheetWritten": _sheet,
    "SheetPhotoKept": lambda row: (
        "publishing:desk_sheet",
        [row.subjects["sheet_id"]],
        [SheetPhoto.objects.get(pk=row.subjects["photo_id"]).caption],
    ),
    "SheetLineCorrected": _line,
    "SheetReadOver": lambda row: ("publishing:sheets", [], ["fiche"]),
    "ReviewAnswered": _review,
    "SheetPublished": _published,
    "RubricsChanged": lambda row: ("publishing:sheets", [], [Rubric.objects.get(pk=row.subjects["rubric_id"]).name]),
    "GatheringPlanned": _gathering,
    "RegistrationsOpened": _gathering,
    "Registered": _registered,
    "NewsletterDrafted": _newsletter,
    "NewsletterWritten": _newsletter,
    "NewsletterSent": _newsletter,
}
