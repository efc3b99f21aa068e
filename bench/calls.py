"""Measures over HTTP what adding and removing a card costs in a team that is being composed, against plain pages.

Poles of 15, 60 and 200 structures, each with its skills, answer a call of eight rows. The median of many additions and
removals, as the page sends them, is divided by the median of two plain pages asked for in turn with them: the call's
own page and the list of structures. The last line is one JSON object; the act must cost at most twice a plain page.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(Path(__file__).resolve().parent)]

from pages import TRADES, entered, said  # noqa: E402  (the bench of pages, beside this file)

from phares.cli import loopback  # noqa: E402
from phares.cli.supervisor import site_environment  # noqa: E402

SIZES, ROWS, MOST = (15, 60, 200), 8, 2.0
WARM, ROUNDS = 3, 25


def fill(structures: int) -> None:
    """Fill the database of this process's instance; print the coordinator's session, the answer and a card."""
    import django

    django.setup()
    from datetime import timedelta
    from decimal import Decimal

    from django.utils import timezone

    from phares.rooms.commons.search import search_text
    from phares.rooms.directory.actors import Actor
    from phares.rooms.directory.models import Capacity, Mandate, Membership, Pole, Structure
    from phares.rooms.funding import actions

    now = timezone.now()
    pole = Pole.objects.create(slug="pole-0", name="Pôle", commune="Loin", founded_at=now)
    rows = [Structure(pole=pole, described_at=now, **said(index)) for index in range(structures)]
    for one in rows:
        one.search_text = search_text(one.name, one.mission, one.commune)
    Structure.objects.bulk_create(rows)
    Capacity.objects.bulk_create(
        Capacity(structure=one, kind="skill", name=name, plain=search_text(name), amount=Decimal(2))
        for index, one in enumerate(rows)
        for name in (TRADES[index % 12], TRADES[(index + 5) % 12])
    )
    Membership.objects.bulk_create(Membership(structure=one, kind="hosted", from_on="2024-01-01") for one in rows)
    cookie = entered(pole)
    mandate = Mandate.objects.select_related("person", "pole").get(pole=pole)
    lena: dict[str, Any] = {"by": Actor(mandate.person, mandate), "at": now}
    closes = timezone.localdate() + timedelta(days=40)
    call = actions.note_call(pole=pole, title="Un appel", issuer="Une région", closes_on=closes, **lena)
    for trade in TRADES[:ROWS]:
        actions.ask_skill(call=call, skill=trade, amount=Decimal(4), **lena)
    begun = actions.begin_application(call=call, **lena)
    for one in rows[:5]:
        actions.add_member(application=begun, structure=one, **lena)
    print(cookie, call.pk, begun.pk, rows[6].pk, flush=True)


def taken(address: str, headers: dict[str, str], *, is_post: bool = False) -> tuple[float, str]:
    """Ask once; return how long the whole answer took, and its text."""
    asked = urllib.request.Request(address, b"" if is_post else None, headers)  # noqa: S310  (loopback only)
    begun = time.perf_counter()
    with urllib.request.urlopen(asked, timeout=30) as answer:  # noqa: S310  (loopback only)
        text = answer.read().decode()
    return time.perf_counter() - begun, text


def measured(site: str, cookie: str, call: str, begun: str, card: str) -> dict[str, float]:
    """Return the median of the act over that of each plain page, every round asking each of them once."""
    team = f"{site}/pole-0/reponses/{begun}/"
    _time, page = taken(team, {"Cookie": cookie})
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    if token is None:
        raise SystemExit("the team's page has no form")
    sent = {"Cookie": f"{cookie}; csrftoken={token[1]}", "X-CSRFToken": token[1], "HX-Request": "true", "Referer": team}
    plain = {"the call": f"{site}/pole-0/appels/{call}/", "the structures": f"{site}/pole-0/structures/?vue="}
    times: dict[str, list[float]] = {name: [] for name in ("card", *plain)}
    for turn in range(WARM + ROUNDS):
        done = [taken(f"{team}equipe/{card}/{act}/", sent, is_post=True)[0] for act in ("ajouter", "retirer")]
        asked = {name: taken(address, {"Cookie": cookie})[0] for name, address in plain.items()}
        if turn >= WARM:
            times["card"] += done
            for name, seconds in asked.items():
                times[name].append(seconds)
    median = {name: statistics.median(all_of_it) for name, all_of_it in times.items()}
    return {name: round(median["card"] / median[name], 2) for name in plain}


def run(structures: int) -> dict[str, float]:
    """Make an instance, fill it, serve it and measure it; nothing of it stays."""
    with tempfile.TemporaryDirectory(prefix="phares-bench-") as folder:
        environment = {**site_environment(), "PHARES_VAR": folder, "DJANGO_SETTINGS_MODULE": "phares.site.settings"}
        environment.pop("PHARES_DATABASE_URL", None)
        subprocess.run((sys.executable, "-m", "django", "prepare", "-v0"), env=environment, check=True)
        filling = (sys.executable, __file__, "--fill", str(structures))
        told = subprocess.run(filling, env=environment, check=True, capture_output=True, text=True).stdout.split()  # noqa: S603
        port = loopback.any_free()
        site = subprocess.Popen((sys.executable, "-m", "phares.site.server", "--port", str(port)), env=environment)  # noqa: S603
        try:
            if not loopback.wait_until_it_answers(port, seconds=60, given_up=lambda: site.poll() is not None):
                raise SystemExit("the site does not answer")
            return measured(f"http://127.0.0.1:{port}", *told)
        finally:
            site.terminate()
            site.wait(timeout=20)


def main() -> int:
    """Measure the poles and say whether a card costs at most twice each plain page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fill", type=int, metavar="STRUCTURES", help="fill this instance only")
    options = parser.parse_args()
    if options.fill:
        fill(options.fill)
        return 0
    ratios = {}
    for structures in SIZES:
        ratios[structures] = run(structures)
        print(f"{structures} structures: a card, times a plain page: {ratios[structures]}", flush=True)
    holds = all(times <= MOST for one in ratios.values() for times in one.values())
    print(json.dumps({"cpus": os.cpu_count(), "most": MOST, "ratios": ratios, "holds": holds}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
