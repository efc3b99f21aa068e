"""Reads of what an index can be narrowed by: kept counts, less the sheets that this reader may not see."""

from collections import Counter

from django.db.models import Min, QuerySet, Sum

from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.publishing import permissions
from phares.rooms.publishing.index_counting import counted
from phares.rooms.publishing.models import ExperienceSheet, IndexCount, Publisher, Rubric
from phares.rooms.publishing.models.index_count import IndexBy

MOST_FACETS = 12
FEW = (IndexBy.SHEET, IndexBy.RUBRIC, IndexBy.YEAR)
Row = tuple[str, str, int]
Facets = dict[str, list[Row]]


class Index:
    """The counts of one index: those of all that is out in it, less the few sheets kept back from this reader.

    These are counted as the page is made: what a structure withdraws is gone from the counts at once.
    """

    def __init__(self, kept: QuerySet[IndexCount], back: QuerySet[ExperienceSheet]) -> None:
        self._kept = kept.order_by()
        self._few = list(self._kept.filter(by__in=FEW).select_related("publisher", "pole"))
        numbers = list(back.order_by().values_list("pk", flat=True))
        self._back = list(counted(ExperienceSheet.objects.filter(pk__in=numbers))) if numbers else []

    @staticmethod
    def _sums(rows: list[IndexCount], by: IndexBy, key: str) -> Counter[str]:
        sums: Counter[str] = Counter()
        for one in rows:
            if one.by == by:
                sums[str(getattr(one, key))] += one.count
        return sums

    def _numbers(self, by: IndexBy, key: str = "value") -> dict[str, int]:
        """Return how many sheets each value leads to, of what has few values."""
        return dict(self._sums(self._few, by, key) - self._sums(self._back, by, key))

    def _most(self, by: IndexBy) -> list[Row]:
        """Return the values that lead to most sheets, of what may have thousands.

        Every value that loses some of its sheets may leave its place to one further on.
        """
        back = self._sums(self._back, by, "value")
        rows = self._kept.filter(by=by).values("value").annotate(number=Sum("count"), written=Min("words"))
        read = rows.order_by("-number", "value")[: MOST_FACETS + len(back)]
        left = [(row["value"], row["written"], row["number"] - back[row["value"]]) for row in read]
        return sorted((row for row in left if row[2] > 0), key=_in_order)[:MOST_FACETS]

    def facets(self) -> Facets:
        """Return by what the index can be read: value, words and how many sheets."""
        names = {str(one.publisher_id): one.publisher for one in self._few}
        counts = self._numbers(IndexBy.SHEET, "publisher_id")
        publishers = [(names[pk].slug, names[pk].name, number) for pk, number in counts.items()]
        return {
            "keyword": self._most(IndexBy.KEYWORD),
            "tag": [(slug, f"#{word}", number) for slug, word, number in self._most(IndexBy.TAG)],
            "commune": [(name, name, number) for name, _words, number in self._most(IndexBy.COMMUNE)],
            "year": sorted(
                ((year, year, number) for year, number in self._numbers(IndexBy.YEAR).items()), reverse=True
            ),
            "publisher": sorted(publishers),
        }

    def rubrics(self) -> dict[str, int]:
        """Return how many sheets are filed under each rubric itself, by its address."""
        return self._numbers(IndexBy.RUBRIC)

    def across(self) -> Facets:
        """Return by what an index across poles can be read: as one pole's, and by rubric and by pole."""
        filed = self.rubrics()
        called = dict(Rubric.objects.filter(slug__in=filed).order_by("-pk").values_list("slug", "name"))
        rubrics = [(slug, called[slug], number) for slug, number in filed.items()]
        named = {str(one.pole_id): one.pole for one in self._few}
        poles = [
            (named[pk].slug, named[pk].name, count) for pk, count in self._numbers(IndexBy.SHEET, "pole_id").items()
        ]
        return {
            **self.facets(),
            "rubric": sorted(rubrics, key=_in_order)[:MOST_FACETS],
            "pole": sorted(poles, key=_in_order)[:MOST_FACETS],
        }


def _in_order(row: Row) -> tuple[int, str]:
    """Return what puts the most common first, then by value."""
    value, _words, number = row
    return -number, value


def index_of_pole(actor: Actor, pole: Pole) -> Index:
    """Return the index of one pole, as this reader may know it."""
    return Index(IndexCount.objects.filter(pole=pole), permissions.sheets_kept_back(actor, pole))


def index_of_publications(publisher: Publisher | None) -> Index:
    """Return the index of what a publisher, or everybody, published in all the poles, as everybody may know it."""
    kept, back = IndexCount.objects.all(), permissions.sheets_not_public()
    if publisher is None:
        return Index(kept, back)
    return Index(kept.filter(publisher=publisher), back.filter(publisher=publisher))
