"""Measures the directory's pages over HTTP against a served instance, as ratios to the health view in the same run.

Three instances are filled and served in turn: 15 structures in one pole, 500 in ten, 5,000 in ten. Each page is asked
for in two ways: by a coordinator who has entered, and by a visitor at an address that nobody asked for before, so that
the page is made each time and never given from what is kept for visitors. The median of many requests is divided by
the health view's, asked in turn with them. The last line is one JSON object: the ratios, and how many times as slow
each page became when what is stored grew tenfold.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from phares.cli import loopback  # noqa: E402  (the source root is added just above)
from phares.cli.supervisor import site_environment  # noqa: E402

SIZES = ((15, 1), (500, 10), (5_000, 10))
MOST = 1.2
WARM, ROUNDS = 3, 40
PAGES = {
    "structures": "/pole-0/structures/?vue=",
    "structures, page 2": "/pole-0/structures/?page=2",
    "structures, cards": "/pole-0/structures/?vue=cartes",
    "structures, one field": "/pole-0/structures/?domaine=alimentation",
    "structures, one word": "/pole-0/structures/?q=atelier",
    "search": "/pole-0/chercher/?q=menuiserie",
    "search, a typing error": "/pole-0/chercher/?q=menuisreie",
    "a structure": "/pole-0/structures/structure-3/?vue=",
}
ASKED = {f"{name}, {who}": path for name, path in PAGES.items() for who in ("coordinator", "visitor")}


TRADES = "menuiserie soudure couture cuisine jardin vélo papier théâtre comptes français compost réemploi".split()
KINDS = ("hosted", "associate", "partner", "support")


def fill(structures: int, poles: int) -> None:
    """Fill the database of this process's instance; run in a process of its own, before the site is served.

    Prints the session of the first pole's coordinator.
    """
    import django

    django.setup()
    from django.db import transaction
    from django.utils import timezone

    from phares.rooms.commons.search import search_text
    from phares.rooms.directory.findable import words_of
    from phares.rooms.directory.models import ActivityField, Membership, Pole, SearchWord, Structure, Tag

    now, fields = timezone.now(), list(ActivityField.objects.all())
    works = Structure.fields.through
    with transaction.atomic():
        for number in range(poles):
            pole = Pole.objects.create(slug=f"pole-{number}", name=f"Pôle {number}", commune="Loin", founded_at=now)
            rows = [Structure(pole=pole, described_at=now, **said(index)) for index in range(structures // poles)]
            for one in rows:
                one.search_text = search_text(one.name, one.mission, one.commune)
            Structure.objects.bulk_create(rows)
            works.objects.bulk_create(
                works(structure=one, activityfield=fields[place])
                for index, one in enumerate(rows)
                for place in {index % 2, 2 + index % 8}
            )
            Tag.objects.bulk_create(
                Tag(structure=one, words=TRADES[index % 12], plain=search_text(TRADES[index % 12]))
                for index, one in enumerate(rows)
            )
            Membership.objects.bulk_create(
                Membership(structure=one, kind=KINDS[index % 4], from_on="2024-01-01") for index, one in enumerate(rows)
            )
            lists = ("fields", "goals", "tags", "capacities", "field_visibilities")
            written = Structure.objects.filter(pole=pole).prefetch_related(*lists)
            SearchWord.objects.bulk_create(word for one in written for word in words_of(one))
        print(entered(Pole.objects.get(slug="pole-0")), flush=True)


def entered(pole: Any) -> str:
    """Let a coordinator of a pole in, and return the key of the session."""
    from importlib import import_module

    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    from phares.rooms.directory.models import Mandate, Person

    person = Person.objects.create_user("coordination@loin.example", given_name="Coordination")
    Mandate.objects.create(person=person, pole=pole, role="coordinator", from_on="2024-01-01")
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY], session[HASH_SESSION_KEY] = str(person.pk), person.get_session_auth_hash()
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session.create()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


def said(index: int) -> dict[str, str]:
    """Return what a structure of the measurement says of itself."""
    trade, other = TRADES[index % 12], TRADES[(index // 12) % 12]
    return {
        "slug": f"structure-{index}",
        "name": f"Structure {index} {trade}",
        "mission": f"Un atelier de {trade} avec un peu de {other}.",
        "presentation": f"Ici on fait du {other}. " * 5,
        "legal_form": "association",
        "commune": "Loin",
        "contact_email": "contact@loin.example",
        "visibility": "public",
    }


def seconds_of(address: str, cookie: str = "") -> float:
    """Ask for a page once, and return how long the whole answer took."""
    asked = urllib.request.Request(address, headers={"Cookie": cookie} if cookie else {})  # noqa: S310  (loopback only)
    begun = time.perf_counter()
    with urllib.request.urlopen(asked, timeout=30) as answer:  # noqa: S310  (loopback only)
        answer.read()
        if answer.url != address:
            raise SystemExit(f"{address} led elsewhere: {answer.url}")
    return time.perf_counter() - begun


def measured(site: str, cookie: str) -> dict[str, float]:
    """Return the median of each page over the median of the health view, every round asking each of them once."""
    times: dict[str, list[float]] = {name: [] for name in ("health", *ASKED)}
    for turn in range(WARM + ROUNDS):
        for name, path in (("health", "/sante/"), *ASKED.items()):
            is_visitor = name.endswith("visitor")
            never_asked = f"&tour={turn}" if is_visitor else ""
            taken = seconds_of(site + path + never_asked, "" if is_visitor else cookie)
            if turn >= WARM:
                times[name].append(taken)
    median = {name: statistics.median(all_of_it) for name, all_of_it in times.items()}
    return {name: round(median[name] / median["health"], 2) for name in ASKED}


def run(structures: int, poles: int) -> dict[str, float]:
    """Make an instance, fill it, serve it and measure it; nothing of it stays."""
    with tempfile.TemporaryDirectory(prefix="phares-bench-") as folder:
        environment = {**site_environment(), "PHARES_VAR": folder, "DJANGO_SETTINGS_MODULE": "phares.site.settings"}
        environment.pop("PHARES_DATABASE_URL", None)
        subprocess.run((sys.executable, "-m", "django", "prepare", "-v0"), env=environment, check=True)
        filling = (sys.executable, __file__, "--fill", str(structures), str(poles))
        cookie = subprocess.run(filling, env=environment, check=True, capture_output=True, text=True).stdout.strip()  # noqa: S603
        port = loopback.any_free()
        site = subprocess.Popen((sys.executable, "-m", "phares.site.server", "--port", str(port)), env=environment)  # noqa: S603
        try:
            if not loopback.wait_until_it_answers(port, seconds=60, given_up=lambda: site.poll() is not None):
                raise SystemExit("the site does not answer")
            return measured(f"http://127.0.0.1:{port}", cookie)
        finally:
            site.terminate()
            site.wait(timeout=20)


def main() -> int:
    """Measure the three instances and say where the last is more than 1.2 times as slow as the one before."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fill", nargs=2, type=int, metavar=("STRUCTURES", "POLES"), help="fill this instance only")
    options = parser.parse_args()
    if options.fill:
        fill(*options.fill)
        return 0
    ratios = {}
    for structures, poles in SIZES:
        ratios[structures] = run(structures, poles)
        print(f"{structures} structures in {poles} poles, times the health view: {ratios[structures]}", flush=True)
    slower = {name: round(ratios[5_000][name] / ratios[500][name], 2) for name in ASKED}
    told = {"cpus": os.cpu_count(), "most": MOST, "ratios": ratios, "slower_when_tenfold": slower}
    print(json.dumps({**told, "holds": all(times <= MOST for times in slower.values())}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
