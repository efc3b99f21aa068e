"""What a structure keeps from a reader stands on no page, PDF, file or alternative text that this reader can open.

The walk is the cast's own table of addresses: a new address is read here without being named here.
"""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from house.scene import PEOPLE, Scene, remembered_scene
from house.test_cast_and_addresses import TABLE, _entered, close_file
from phares.demo import cast as the_cast
from phares.demo.cast import CONSOLE
from phares.rooms.directory import actions
from phares.rooms.directory.models import ActivityField, Goal, Structure
from phares.rooms.directory.models.field_visibility import HIDEABLE

KEPT = {
    "presentation": "Quarantedeux machines secrètes",
    "tags": "motbiengardé",
    "capacities": "savoirbiengardé",
    "photos": "Une image bien gardée",
    "milestones": "Un label bien gardé",
    "address": "7 impasse bien gardée",
    "location": "Grenier bien gardé",
    "contact_email": "gardee@etabli.example",
    "contact_phone": "01 99 11 22 33",
    "website": "https://gardee.example",
    "siren": "732829320",
    "siret": "73282932000074",
    "vat_number": "FR44732829320",
    "rna": "W931234567",
    "sizes": "271828 personnes",
}
"""A text for each hideable field that stands nowhere else; fields of activity and goals are looked at below."""
FROM_LISTS = {"fields": "services à la personne", "goals": "Vie aquatique", "is_sse": "économie sociale et solidaire"}
READS_POLE = set(PEOPLE) - {"visitor", "stranger"}
READS_ALL = {"idris", "nour", "paul", "lena"}  # the structure's own team, and those who keep the directory


@pytest.fixture
def scene(db: None, tmp_path: Path, settings: Any) -> Scene:
    """One pole with everything in it, where L’Établi has said everything and keeps it."""
    storage = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "default": storage}
    told = remembered_scene(tmp_path)
    etabli = Structure.objects.get(pole__slug="fanal", slug=told.things["etabli"][0])
    said: dict[str, Any] = {"by": CONSOLE, "at": timezone.now()}
    texts = ("presentation", "address", "location", "contact_email", "contact_phone", "website")
    actions.describe_structure(
        structure=etabli,
        name=etabli.name,
        mission=etabli.mission,
        visibility="public",
        tags=[KEPT["tags"]],
        fields=ActivityField.objects.filter(code="services-personne"),
        goals=Goal.objects.filter(number=14),
        **{name: KEPT[name] for name in texts},
        **said,
    )
    actions.identify_structure(
        structure=etabli, is_sse=True, **{name: KEPT[name] for name in ("siret", "vat_number", "rna")}, **said
    )
    entry = actions.CapacityEntry("skill", KEPT["capacities"])
    actions.say_capacities(structure=etabli, capacities=[entry], **said)
    actions.count_size(structure=etabli, on=the_cast.WRITTEN_ON.replace(year=2024), people=271_828, **said)
    actions.record_milestone(
        pole=etabli.pole, structure=etabli, on=timezone.localdate(), when="un jour", title=KEPT["milestones"], **said
    )
    etabli.photos.update(alternative_text=KEPT["photos"])
    return told


def _read(answer: Any) -> str:
    """Return the words of an answer, alternative texts with them, spaces made alike."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return re.sub(r"\s+", " ", _words(content))


def _words(content: bytes) -> str:
    """Return the words of a page, of a PDF, or of every file in an archive, spreadsheets being archives too."""
    if content.startswith(b"%PDF"):
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return "\n".join(f"{name}\n{_words(archive.read(name))}" for name in archive.namelist())
    return content.decode(errors="ignore")


def _found(client: Client, scene: Scene) -> dict[str, set[str]]:
    """Return at which addresses each kept text can be read."""
    found: dict[str, set[str]] = {field: set() for field in KEPT}
    words = ("motbiengardé", "savoirbiengardé", "secrètes", "732829320", "grenier")
    questions = ["", *(f"?q={word}" for word in words)]
    for row in TABLE:
        if row.method != "GET":
            continue
        asked = questions if row.name in {"directory:search", "directory:structures"} else [""]
        for question in asked:
            answer = client.get(_address(row, scene) + question)
            text = _read(answer) if answer.status_code == 200 else ""
            close_file(answer)
            text = text.replace(question.partition("=")[2], "") if question else text
            for field, kept in KEPT.items():
                found[field] |= {row.name} if kept in text else set()
            found["presentation"] |= {f"{row.name}{question}"} if question and "L’Établi" in text else set()
    return found


def _address(row: Any, scene: Scene) -> str:
    """Return the address of a row of the table."""
    return reverse(row.name, args=["fanal", *scene.arguments(row.thing)])


def _choose(scene: Scene, level: str) -> None:
    etabli = Structure.objects.get(pole__slug="fanal", slug=scene.things["etabli"][0])
    levels = dict.fromkeys(HIDEABLE, level)
    actions.choose_field_levels(structure=etabli, levels=levels, by=CONSOLE, at=timezone.now())


@pytest.mark.parametrize("who", PEOPLE)
def test_what_is_kept_to_the_coordination_is_read_by_it_and_by_the_structure_alone(who: str, scene: Scene) -> None:
    _choose(scene, "coordinator")
    found = _found(_entered(scene.people[who]), scene)
    if who in READS_ALL:
        assert {field for field, where in found.items() if not where} <= {"photos"}
    else:
        assert {field: where for field, where in found.items() if where} == {}


@pytest.mark.parametrize("who", ["visitor", "awa"])
def test_what_is_kept_to_the_pole_is_read_inside_and_nowhere_outside(who: str, scene: Scene) -> None:
    _choose(scene, "pole")
    found = _found(_entered(scene.people[who]), scene)
    if who in READS_POLE:
        assert {field for field, where in found.items() if not where} == set()
    else:
        assert {field: where for field, where in found.items() if where} == {}


@pytest.mark.parametrize("who", ["visitor", "awa"])
def test_fields_goals_and_the_social_economy_of_a_structure_are_kept_too(who: str, scene: Scene) -> None:
    page = f"/fanal/structures/{scene.things['etabli'][0]}/"
    client = _entered(scene.people[who])
    assert all(words in _read(client.get(page)) for words in FROM_LISTS.values())
    _choose(scene, "coordinator")
    assert not [words for words in FROM_LISTS.values() if words in _read(client.get(page))]
    for facet in ("domaine=services-personne", "objectif=odd-14", "mot=motbiengarde"):
        assert "0 structure" in _read(client.get(f"/fanal/structures/?{facet}"))
