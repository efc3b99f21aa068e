"""Counts kept beside the sheets: whatever was published, filed, taken back or hidden, they are what a recount finds."""

from collections import Counter
from datetime import datetime

from phares.demo.cast import CONSOLE, Cast
from phares.rooms.directory import actions as directory
from phares.rooms.directory.actors import VISITOR, Actor
from phares.rooms.directory.models import Structure
from phares.rooms.publishing import actions, permissions
from phares.rooms.publishing.index_counting import count_everything_again
from phares.rooms.publishing.models import ExperienceSheet, IndexCount
from phares.rooms.publishing.queries.index import index_of_pole, index_of_publications
from rooms.publishing.telling import accepted, write_whole


def _published(cast: Cast, now: datetime, number: int, holder: Structure | None) -> ExperienceSheet:
    lena = cast.actor("lena")
    rubric = cast.pole.rubrics.last() or actions.found_rubrics(pole=cast.pole, by=lena, at=now)
    sheet = actions.begin_sheet(pole=cast.pole, by=lena, at=now)
    told = {"title": f"Fiche {number}", "commune": f"Ville {number % 3}", "dated_on": f"20{10 + number % 2}-05-01"}
    told |= {"keywords": ["vélo", f"mot {number % 2}"], "tags": [f"Étiquette{number % 3}"]}
    actions.file_sheet(sheet=sheet, rubric=rubric, publisher=f"Qui {number % 2}", structure=holder, by=lena, at=now)
    actions.publish_sheet(sheet=accepted(write_whole(sheet, cast, now, **told), cast, now), by=lena, at=now)
    sheet.refresh_from_db()
    return sheet


def _told(actor: Actor, cast: Cast) -> dict[str, Counter[str]]:
    """Count anew, sheet by sheet, from the words that the reader may read."""
    found: dict[str, Counter[str]] = {name: Counter() for name in ("keyword", "tag", "commune", "year", "publisher")}
    for one in permissions.visible_sheets(actor, cast.pole).select_related("version", "publisher"):
        words = one.version.words  # type: ignore[union-attr]
        found["keyword"].update(words["keywords"])
        found["tag"].update(f"#{tag}" for tag in words["tags"])
        found["commune"].update([words["commune"]])
        found["year"].update([words["dated_on"][:4]])
        found["publisher"].update([one.publisher.name])
    return found


def _read(actor: Actor, cast: Cast) -> dict[str, Counter[str]]:
    facets = index_of_pole(actor, cast.pole).facets()
    return {name: Counter({words: number for _value, words, number in rows}) for name, rows in facets.items()}


def test_the_counts_are_what_each_reader_would_count_whatever_happens(cast: Cast, now: datetime) -> None:
    etabli = cast.structures["etabli"]
    sheets = [_published(cast, now, number, etabli if number % 2 else None) for number in range(4)]

    def hide(visibility: str) -> None:
        said = {"name": etabli.name, "mission": etabli.mission, "legal_form": etabli.legal_form}
        said |= {"visibility": visibility, "fields": etabli.fields.all()}
        directory.describe_structure(structure=etabli, by=CONSOLE, at=now, **said)

    for happens in (
        lambda: None,
        lambda: hide("pole"),
        lambda: actions.file_sheet(sheet=sheets[0], rubric=None, publisher="Autre", by=CONSOLE, at=now),
        lambda: hide("public"),
        lambda: actions.withdraw_sheet(sheet=sheets[3], word="à refaire", by=CONSOLE, at=now),
    ):
        happens()
        for reader in (VISITOR, cast.actor("nour")):
            assert _read(reader, cast) == _told(reader, cast)
        seen = permissions.public_sheets().count()
        assert sum(number for *_rest, number in index_of_publications(None).across()["pole"]) == seen
    kept = set(IndexCount.objects.values_list("by", "value", "words", "publisher", "count"))
    IndexCount.objects.update(count=99)
    count_everything_again()
    assert set(IndexCount.objects.values_list("by", "value", "words", "publisher", "count")) == kept
