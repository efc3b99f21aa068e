"""Measures the public pages over HTTP against the health view of the same server, then with ten times as much on it.

`./phares bench public [--structures 5000] [--sheets 500] [--times 10]`. The last line is one JSON object: for each page
the median time in milliseconds, how many times the health view that is, and the wait of the first reader after an act.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
import urllib.request
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

import django  # noqa: E402  (the source root is added just above)

from phares.cli.temporary_demo import running  # noqa: E402

ASKED, WARM, ACTS = 40, 3, 9
PAGES = {
    "first page": "/fanal/",
    "structures": "/fanal/structures/",
    "a structure": "/fanal/structures/letabli/",
    "needs and offers": "/fanal/besoins/",
    "sheets": "/fanal/fiches/",
    "a sheet": "/fanal/fiches/un-atelier-de-velos-tenu-par-celles-et-ceux-qui-en-avaient-besoin/",
    "feed": "/fanal/fiches/atom.xml",
    "agenda": "/fanal/rencontres/",
}


def _ask(address: str) -> float:
    """Return how long one answer takes, in milliseconds, and fail on anything but an answer."""
    begun = time.perf_counter()
    with urllib.request.urlopen(address) as answer:  # noqa: S310 - our own server
        assert answer.status == 200
        answer.read()
    return (time.perf_counter() - begun) * 1000


def _median(address: str) -> float:
    for _turn in range(WARM):
        _ask(address)
    return statistics.median(_ask(address) for _turn in range(ASKED))


def _describe(bare: list[Any]) -> None:
    """Say for each how it takes part, in which two fields, by which tags and for which goal: what facets count."""
    from phares.rooms.directory.models import ActivityField, Goal, Membership, Structure, Tag

    fields, goals = list(ActivityField.objects.all()), list(Goal.objects.all())
    kinds, begun = ("hosted", "associate", "partner", "support"), date(2024, 1, 1)
    works, serves = Structure.fields.through, Structure.goals.through
    memberships, working, serving, tags = [], [], [], []
    for one in bare:
        memberships.append(Membership(structure=one, kind=kinds[one.pk % 4], from_on=begun))
        for shift in (0, 7):
            field = fields[(one.pk + shift) % len(fields)]
            working.append(works(structure_id=one.pk, activityfield_id=field.pk))
            tags.append(Tag(structure=one, words=f"mot {one.pk % 40 + shift}", plain=f"mot {one.pk % 40 + shift}"))
        serving.append(serves(structure_id=one.pk, goal_id=goals[one.pk % len(goals)].pk))
    for rows in (memberships, working, serving, tags):
        type(rows[0]).objects.bulk_create(rows, batch_size=1000)


def fill(structures: int, sheets: int) -> None:
    """Put so many public structures and published sheets into Le Fanal, and let the journal beat once."""
    from django.utils import timezone

    from phares.rooms.commons.models import JournalEntry
    from phares.rooms.directory.models import Pole, Structure
    from phares.rooms.publishing.index_counting import count_everything_again
    from phares.rooms.publishing.models import ExperienceSheet, Publisher, SheetAddress, SheetVersion, SheetWord
    from phares.rooms.publishing.sheet_fields import filled

    at, pole = timezone.now(), Pole.objects.get(slug="fanal")
    begin = Structure.objects.filter(pole=pole).count()
    Structure.objects.bulk_create(
        [
            Structure(
                pole=pole,
                slug=f"structure-{number}",
                name=f"Structure {number}",
                mission="Faire des choses avec d’autres.",
                visibility="public",
                search_text=f"structure {number}",
                described_at=at,
            )
            for number in range(begin, structures)
        ],
        batch_size=1000,
    )
    _describe(list(Structure.objects.filter(pole=pole, slug__startswith="structure-", memberships=None)))
    publisher = Publisher.objects.first()
    for number in range(ExperienceSheet.objects.filter(pole=pole).count(), sheets):
        words = filled(
            {"title": f"Fiche {number}", "lead": "Ce qui a été fait.", "dated_on": "2026-01-01", "commune": "Port-Aval"}
        )
        slug = f"fiche-{number}"
        sheet = ExperienceSheet.objects.create(
            pole=pole, publisher=publisher, words=words, slug=slug, begun_at=at, written_at=at
        )
        sheet.version = SheetVersion.objects.create(
            sheet=sheet,
            number=1,
            words=words,
            title=words["title"],
            lead=words["lead"],
            commune="Port-Aval",
            dated_on="2026-01-01",
            search_text="fiche",
            published_at=at,
        )
        sheet.state, sheet.shown_on = "published", "2026-01-01"
        sheet.save()
        SheetAddress.objects.create(pole=pole, slug=slug, sheet=sheet)
        bears = [
            SheetWord(sheet=sheet, word=f"mot {number * turn % 199}", slug=f"mot-{number * turn % 199}")
            for turn in (1, 2, 3)
        ]
        SheetWord.objects.bulk_create({word.slug: word for word in bears}.values())
    count_everything_again()
    JournalEntry.objects.create(event="PoleDescribed", at=at, pole_id=pole.pk)


def _first(site: str) -> dict[str, float]:
    """Return for each page the median wait of the first reader after an act, over several acts."""
    from django.utils import timezone

    from phares.rooms.commons.models import JournalEntry

    waits: dict[str, list[float]] = {name: [] for name in PAGES}
    for _turn in range(ACTS):
        JournalEntry.objects.create(event="PoleDescribed", at=timezone.now())
        for name, path in PAGES.items():
            waits[name].append(_ask(site + path))
    return {name: statistics.median(rows) for name, rows in waits.items()}


def measured(site: str) -> dict[str, dict[str, float]]:
    """Return for each page its time at the first request after an act, and its median afterwards."""
    first = _first(site)
    health = _median(site + "/sante/")
    rows = {"health": {"ms": round(health, 2), "times": 1.0}}
    for name, path in PAGES.items():
        median = _median(site + path)
        rows[name] = {"ms": round(median, 2), "times": round(median / health, 2), "first_ms": round(first[name], 1)}
        print(f"{name:20} {median:8.2f} ms   {median / health:5.2f} x health   first {first[name]:8.1f} ms", flush=True)
    return rows


def main() -> int:
    """Fill, measure, fill ten times as much, measure again."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--structures", type=int, default=5000)
    parser.add_argument("--sheets", type=int, default=500)
    parser.add_argument("--times", type=int, default=10)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="phares-bench-") as folder:
        database = f"sqlite:///{Path(folder) / 'bench.sqlite3'}"
        with running(PHARES_DATABASE_URL=database) as site:
            os.environ |= {"PHARES_DATABASE_URL": database, "PHARES_VAR": folder}
            os.environ["DJANGO_SETTINGS_MODULE"] = "phares.site.settings"
            django.setup()
            results = {}
            for size in (1, asked.times):
                fill(asked.structures * size, asked.sheets * size)
                print(f"--- {asked.structures * size} structures, {asked.sheets * size} sheets", flush=True)
                results[f"x{size}"] = measured(site)
    print(json.dumps(results))
    worst = max(row["times"] for rows in results.values() for row in rows.values())
    return 0 if worst <= 5 else 1


if __name__ == "__main__":
    raise SystemExit(main())
