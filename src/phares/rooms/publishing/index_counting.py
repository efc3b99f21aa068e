"""How many published sheets each word, place, year and rubric leads to: counted as a sheet changes, read by indexes."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.db.models import CharField, Count, F, Min, QuerySet, Value
from django.db.models.functions import Cast, Left

from phares.rooms.directory.models import Pole
from phares.rooms.publishing.models import ExperienceSheet, IndexCount, SheetWord
from phares.rooms.publishing.models.index_count import IndexBy


@transaction.atomic
def count_everything_again() -> None:
    """Write anew what every index counts, as after an update: the counts follow from the sheets, nothing is lost."""
    for pole_id in Pole.objects.values_list("pk", flat=True):
        count_again(pole_id)


def count_again(pole_id: int) -> None:
    """Write anew what the index of a pole counts; called by every act that changes what is out or where it is filed.

    The pole is held meanwhile: of two acts at once, the second counts what the first did.
    """
    Pole.objects.select_for_update().get(pk=pole_id)
    IndexCount.objects.filter(pole=pole_id).delete()
    out = ExperienceSheet.objects.filter(pole=pole_id, version__isnull=False)
    IndexCount.objects.bulk_create(counted(out), batch_size=1000)


def counted(sheets: QuerySet[ExperienceSheet]) -> Iterator[IndexCount]:
    """Yield what these sheets, which are out, add to the counts."""
    plain, nothing = sheets.order_by(), Value("")
    year = Left(Cast("shown_on", CharField()), 4)
    for by, value in (
        (IndexBy.SHEET, nothing),
        (IndexBy.RUBRIC, F("rubric__slug")),
        (IndexBy.COMMUNE, F("version__commune")),
        (IndexBy.YEAR, year),
    ):
        yield from _counts(by, plain.annotate(said=value).values_list("pole", "publisher", "said"))
    words = SheetWord.objects.filter(sheet__in=plain).order_by()
    for by, is_tag in ((IndexBy.KEYWORD, False), (IndexBy.TAG, True)):
        yield from _counts(
            by, words.filter(is_tag=is_tag).values_list("sheet__pole", "sheet__publisher", "slug"), "word"
        )


def _counts(by: IndexBy, said: QuerySet[Any, Any], written: str = "") -> Iterator[IndexCount]:
    found = said.annotate(count=Count("pk"), words=Min(written) if written else Value(""))
    for pole, publisher, value, count, words in found:
        if value or by is IndexBy.SHEET:
            yield IndexCount(pole_id=pole, publisher_id=publisher, by=by, value=value, words=words, count=count)
