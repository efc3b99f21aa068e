"""Reads of published sheets: the index, one sheet as this reader may know it, where an old address leads."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from phares.rooms.commons.search import search_words
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.directory.permissions import structure_is_visible
from phares.rooms.publishing import permissions
from phares.rooms.publishing.masking import masked
from phares.rooms.publishing.models import (
    ExperienceSheet,
    Rubric,
    SheetAddress,
    SheetPhoto,
    SheetReview,
    SheetVersion,
    SheetWord,
)
from phares.rooms.publishing.models.sheet import archive_year
from phares.rooms.publishing.queries.rubrics import way_to
from phares.rooms.publishing.sheet_fields import BODY, BY_CODE, filled


@dataclass(frozen=True)
class Asked:
    """What a reader of the index looks for."""

    words: str = ""
    rubrics: tuple[int, ...] | None = None
    pole: str = ""
    keyword: str = ""
    tag: str = ""
    commune: str = ""
    year: int | None = None
    publisher: str = ""


def sheets_found(actor: Actor, pole: Pole, asked: Asked) -> QuerySet[ExperienceSheet]:
    """Return the published sheets of a pole that answer, the latest first."""
    return narrowed(permissions.visible_sheets(actor, pole), asked)


def narrowed(seen: QuerySet[ExperienceSheet], asked: Asked) -> QuerySet[ExperienceSheet]:
    """Return those of the sheets seen that answer, the latest first."""
    found = seen.select_related("version", "publisher", "pole")
    for word in search_words(asked.words):
        found = found.filter(version__search_text__contains=word)
    if asked.rubrics is not None:
        found = found.filter(rubric_id__in=asked.rubrics)
    for is_tag, slug in ((False, asked.keyword), (True, asked.tag)):
        if slug:
            found = found.filter(pk__in=SheetWord.objects.filter(is_tag=is_tag, slug=slug).values("sheet"))
    plain = {
        "version__commune": asked.commune,
        "shown_on__year": asked.year,
        "publisher__slug": asked.publisher,
        "pole__slug": asked.pole,
    }
    found = found.filter(**{name: value for name, value in plain.items() if value})
    return found.order_by("-shown_on", "-version_id")


def read_in_order(chosen: Any) -> list[ExperienceSheet]:
    """Return one page of sheets, chosen by their numbers first: to sort thousands does not carry all their words."""
    order = list(chosen.values_list("pk", flat=True))
    rows = ExperienceSheet.objects.select_related("version", "publisher", "pole").in_bulk(order)
    return [rows[pk] for pk in order]


@dataclass(frozen=True)
class IndexLine:
    """A sheet in a list: its words as this reader may know them."""

    sheet: ExperienceSheet
    words: dict[str, Any]

    @property
    def archive_year(self) -> str:
        """Return the year that an archive tag says."""
        return archive_year(self.words["tags"])


def index_lines(actor: Actor, pole: Pole, found: Iterable[ExperienceSheet]) -> list[IndexLine]:
    """Return the lines of one page of a pole's index, as this reader may know them."""
    return lines_naming(structure_is_visible(actor, pole, "structure__"), found)


def lines_naming(may_be_named: Q, found: Iterable[ExperienceSheet]) -> list[IndexLine]:
    """Return the lines of one page of an index; one query tells whom none of them may name."""
    rows = list(found)
    links = ExperienceSheet.named.through.objects.filter(experiencesheet__in=rows).exclude(may_be_named)
    hidden: dict[int, list[str]] = {}
    for link in links.select_related("structure"):
        hidden.setdefault(link.experiencesheet_id, []).extend((link.structure.name, link.structure.acronym))
    return [
        IndexLine(row, masked(filled(row.version.words), hidden.get(row.pk, [])))
        for row in rows
        if row.version is not None
    ]


@dataclass(frozen=True)
class ShownSheet:
    """A sheet as one reader may know it: its words with every field, those whom they may not know left unnamed."""

    sheet: ExperienceSheet
    words: dict[str, Any]
    photos: list[SheetPhoto]
    way: list[Rubric]
    number: int = 0
    published_on: date | None = None
    reviewed: bool = False
    versions: list[SheetVersion] = field(default_factory=list)
    is_preview: bool = False

    @property
    def archive_year(self) -> str:
        """Return the year that an archive tag says."""
        return archive_year(self.words["tags"])

    @property
    def sections(self) -> list[dict[str, Any]]:
        """Return the sections of running text that hold something, in the order of the printed sheet."""
        return [{"label": BY_CODE[code].label, "text": self.words[code]} for code in BODY if self.words[code]]

    @property
    def day(self) -> date | None:
        """Return the day of the sheet."""
        return date.fromisoformat(self.words["dated_on"]) if self.words["dated_on"] else None

    @property
    def results(self) -> list[dict[str, Any]]:
        """Return the figures, each with its day."""
        return [row | {"day": date.fromisoformat(row["on"]) if row["on"] else None} for row in self.words["results"]]

    @property
    def partners(self) -> list[dict[str, str]]:
        """Return those who take part, supporters aside."""
        return [row for row in self.words["partners"] if row.get("sort") != "support"]

    @property
    def supporters(self) -> list[dict[str, str]]:
        """Return those who support."""
        return [row for row in self.words["partners"] if row.get("sort") == "support"]


def shown_sheet(actor: Actor, pole: Pole, slug: str) -> ShownSheet | None:
    """Return the published sheet at this address; None where there is none for this reader."""
    sheet = (
        permissions.visible_sheets(actor, pole)
        .filter(slug=slug)
        .select_related("version", "publisher", "pole", "rubric", "structure")
        .first()
    )
    return _shown(actor, sheet, sheet.version) if sheet is not None and sheet.version is not None else None


def earlier_version(actor: Actor, pole: Pole, slug: str, number: int) -> ShownSheet | None:
    """Return a version of a sheet that is still published."""
    sheet = (
        permissions.visible_sheets(actor, pole).filter(slug=slug).select_related("publisher", "pole", "rubric").first()
    )
    version = sheet.versions.filter(number=number).first() if sheet is not None else None
    return _shown(actor, sheet, version) if sheet is not None and version is not None else None


def _shown(actor: Actor, sheet: ExperienceSheet, version: SheetVersion) -> ShownSheet:
    hidden = [name for one in permissions.structures_not_named(actor, sheet) for name in (one.name, one.acronym)]
    photos = {photo.pk: photo for photo in sheet.photos.select_related("image")}
    return ShownSheet(
        sheet=sheet,
        words=masked(filled(version.words), hidden),
        photos=[photos[pk] for pk in version.photos if pk in photos],
        way=way_to(sheet.rubric, sheet.pole),
        number=version.number,
        published_on=version.published_at.date(),
        reviewed=SheetReview.objects.filter(sheet=sheet).exists(),
        versions=list(sheet.versions.only("number", "published_at", "sheet")),
    )


def preview(sheet: ExperienceSheet) -> ShownSheet:
    """Return a sheet as its writers see it before it is out."""
    return ShownSheet(
        sheet=sheet,
        words=filled(sheet.words),
        photos=list(sheet.photos.select_related("image")),
        way=way_to(sheet.rubric, sheet.pole),
        is_preview=True,
    )


def address_of(pole: Pole, slug: str) -> SheetAddress | None:
    """Return where an address that was once given leads."""
    return SheetAddress.objects.filter(pole=pole, slug=slug).select_related("sheet__pole").first()


def shown_photo(actor: Actor, pole: Pole, pk: int) -> SheetPhoto | None:
    """Return a photo that this reader may see: of a published sheet with its right known, or of a draft they write."""
    out = Q(sheet__in=permissions.visible_sheets(actor, pole))
    draft = Q(sheet__in=permissions.sheets_in_preparation(actor, pole))
    photos = SheetPhoto.objects.filter(out | draft, pk=pk, image__isnull=False).select_related("image", "sheet__pole")
    photo = photos.first()
    if photo is None or permissions.can_see_image(photo):
        return photo
    return photo if permissions.sheets_in_preparation(actor, pole).filter(pk=photo.sheet_id).exists() else None


def sheets_of_structure(actor: Actor, structure: Any) -> QuerySet[ExperienceSheet]:
    """Return the published sheets that are about a structure or name it."""
    seen = permissions.visible_sheets(actor, structure.pole)
    return seen.filter(Q(structure=structure) | Q(named=structure)).distinct().select_related("version", "pole")
