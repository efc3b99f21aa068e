"""Nobody is named as isolated, late or dominant, but to those who run the pole and to the structure itself.

Every address of the cast's own table is read, its PDFs, archives and alternative texts too, in a pole where promises
are long overdue and two structures have done nothing with anybody; funders read by a link.
"""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from house.scene import Scene, remembered_scene
from house.test_cast_and_addresses import TABLE, _entered, close_file
from house.test_nothing_shown_to_whom_it_is_kept_from import _read
from phares.rooms.commons.signed_links import signed
from phares.rooms.cooperation.models import Commitment
from phares.rooms.directory import actions as directory
from phares.rooms.impact import actions as impact
from phares.rooms.impact.models import Report

JUDGING = re.compile(
    r"en retard|isolée?s?\b|dominan|à l’écart|rien n’a été proposé|à qui proposer|sans lien|(?:aucun|pas de) lien"
    r"|tien(?:t|nent) seule?s?\b|n’a rien fait|la plus active|la moins|\boverdue\b",
    re.IGNORECASE,
)
NAMES = re.compile(r"L’Établi|Roue Libre|Jardins d’Aval|Parler Ensemble")
NEAR = 300  # signs: what stands in one line or one card


@pytest.fixture
def scene(db: None, tmp_path: Path, settings: Any) -> Scene:
    """One pole with everything in it, where every promise has passed its day."""
    storage = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "default": storage}
    told = remembered_scene(tmp_path)
    Commitment.objects.update(due_on=timezone.localdate() - timedelta(days=40))
    return told


def _funder(scene: Scene, scope: str) -> Client:
    """Return the browser of a funder who opened a link of this scope."""
    lena, at = scene.people["lena"], timezone.now()
    assert lena is not None
    pole = lena.mandate.pole
    said: dict[str, Any] = {"reader": "Région", "until_on": at.date() + timedelta(days=30), "by": lena, "at": at}
    if scope == "report":
        report = Report.objects.filter(versions__isnull=False).first()
        assert report is not None
        link = impact.give_report_link(report=report, **said).link
    else:
        link = directory.give_reading_link(pole=pole, scope=scope, **said)
    client = Client(raise_request_exception=False)
    opened = client.post(reverse("directory:open_reading_link", args=[pole.slug, signed("reading", link.pk)]))
    assert opened.status_code == 302
    return client


def _judged(scene: Scene, client: Client, own: str = "") -> set[str]:
    """Return the addresses at which this reader finds a structure's name close to a word that judges it.

    What is said to one's own structure of itself alone (`own`) is no judgement told to others.
    """
    found = set()
    of_itself = re.compile(rf"Votre structure n’a pas de lien|{re.escape(own)}, sans lien" if own else "(?!)")
    for row in TABLE:
        if row.method == "GET":
            answer = client.get(reverse(row.name, args=["fanal", *scene.arguments(row.thing)]))
            text = re.sub(r"<(?!img)[^>]*>", " ", _read(answer)) if answer.status_code == 200 else ""
            close_file(answer)
            text = of_itself.sub("", text)
            for judging in JUDGING.finditer(text):
                if NAMES.search(text[max(judging.start() - NEAR, 0) : judging.end() + NEAR]):
                    found.add(row.name)
    return found


@pytest.mark.parametrize("who", ["visitor", "stranger", "awa", "maud", "hind"])
def test_no_page_tells_others_that_a_structure_is_late_or_alone(who: str, scene: Scene) -> None:
    own = "Jardins d’Aval" if who == "awa" else ""
    assert _judged(scene, _entered(scene.people[who]), own) == set()


@pytest.mark.parametrize("scope", ["register", "pole", "report"])
def test_no_funder_reads_that_a_structure_is_late_or_alone(scope: str, scene: Scene) -> None:
    assert _judged(scene, _funder(scene, scope)) == set()


def test_those_who_run_the_pole_and_those_who_promised_are_told(scene: Scene) -> None:
    assert {"directory:week", "impact:network"} <= _judged(scene, _entered(scene.people["lena"]))
    own = {"cooperation:cooperation", "directory:home", "impact:network"}
    assert _judged(scene, _entered(scene.people["nour"])) <= own
