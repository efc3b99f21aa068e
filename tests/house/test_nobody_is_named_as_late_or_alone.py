"""Nobody is named as isolated, late or dominant, but to those who run the pole and to the structure itself.

Every address of the cast's own table is read, its PDFs and alternative texts too, in a pole where promises are long
overdue and where two structures have done nothing with anybody.
"""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from house.scene import Scene, set_scene
from house.test_cast_and_addresses import TABLE, _entered, close_file
from house.test_nothing_shown_to_whom_it_is_kept_from import _read
from phares.rooms.cooperation.models import Commitment

JUDGING = re.compile(
    r"en retard|isolée?s?\b|dominan|à l’écart|rien n’a été proposé|à qui proposer|\boverdue\b", re.IGNORECASE
)
NAMES = re.compile(r"L’Établi|Roue Libre|Jardins d’Aval|Parler Ensemble")
NEAR = 300  # signs: what stands in one line or one card


@pytest.fixture
def scene(db: None, tmp_path: Any, settings: Any) -> Scene:
    """One pole with everything in it, where every promise has passed its day."""
    storage = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "default": storage}
    told = set_scene()
    Commitment.objects.update(due_on=timezone.localdate() - timedelta(days=40))
    return told


def _judged(scene: Scene, who: str) -> set[str]:
    """Return the addresses at which this reader finds a structure's name close to a word that judges it."""
    client, found = _entered(scene.people[who]), set()
    for row in TABLE:
        if row.method == "GET":
            answer = client.get(reverse(row.name, args=["fanal", *scene.arguments(row.thing)]))
            text = re.sub(r"<(?!img)[^>]*>", " ", _read(answer)) if answer.status_code == 200 else ""
            close_file(answer)
            for judging in JUDGING.finditer(text):
                if NAMES.search(text[max(judging.start() - NEAR, 0) : judging.end() + NEAR]):
                    found.add(row.name)
    return found


@pytest.mark.parametrize("who", ["visitor", "stranger", "awa", "maud", "hind"])
def test_no_page_tells_others_that_a_structure_is_late_or_alone(who: str, scene: Scene) -> None:
    assert _judged(scene, who) == set()


def test_those_who_run_the_pole_and_those_who_promised_are_told(scene: Scene) -> None:
    assert "directory:week" in _judged(scene, "lena")
    assert _judged(scene, "nour") <= {"cooperation:cooperation", "directory:home"}
