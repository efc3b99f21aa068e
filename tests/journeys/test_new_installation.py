"""A real installation, by the commands of its guide: a pole founded today, entered by mail, all of it still empty."""

import os
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from house.reading import ROOT
from journeys.walking import walk
from phares.cli import browsing, loopback
from phares.cli.places import PYTHON

FEWEST = 15


class Installation(NamedTuple):
    """Where it answers, and where it writes its mails."""

    address: str
    mails: Path

    def code_sent(self) -> str:
        """Return the code of the last mail."""
        last = max(self.mails.iterdir(), key=lambda file: file.stat().st_mtime)
        found = re.search(r"^ *([A-Z0-9]{3,4}-[A-Z0-9]{3,4})$", last.read_text(), re.MULTILINE)
        assert found is not None, last.read_text()
        return found[1]


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    """Prepare it, found its pole, serve it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PHARES_")}
    port = loopback.any_free()
    address = f"http://localhost:{port}"
    environment = {**kept, "PHARES_VAR": str(tmp_path), "PHARES_LANG": "en", "PHARES_PUBLIC_ADDRESS": address,
                   "PYTHONPATH": str(ROOT / "src"), "DJANGO_SETTINGS_MODULE": "phares.site.settings"}  # fmt: skip

    def phares(*words: str) -> list[str]:
        return [PYTHON, "-m", "phares.cli", *words]

    coordinator = ["--given-name", "Line", "--email", "line@neuf.example"]
    subprocess.run(phares("migrate"), env=environment, check=True, capture_output=True)
    founding = phares("found", "--pole", "Le Neuf", "--commune", "Ville-Neuve", *coordinator)
    subprocess.run(founding, env=environment, check=True, capture_output=True)
    with subprocess.Popen(phares("serve", "--port", str(port)), env=environment, stderr=subprocess.DEVNULL) as served:
        try:
            assert loopback.wait_until_it_answers(port, seconds=45, given_up=lambda: served.poll() is not None)
            yield Installation(address, tmp_path / "mails")
        finally:
            served.terminate()
            served.wait(timeout=15)


@pytest.mark.slow
def test_whoever_founds_a_pole_enters_by_mail_and_finds_no_dead_end(
    browser: Browser, installation: Installation, axe: Callable[[Page], None]
) -> None:
    context = browsing.visitor(browser, installation.address, width=360)
    page = context.new_page()
    page.goto("/compte/login/code/")
    page.get_by_role("textbox").first.fill("line@neuf.example")
    page.get_by_role("main").get_by_role("button").first.click()
    page.get_by_role("textbox").first.fill(installation.code_sent())
    page.get_by_role("main").get_by_role("button").first.click()
    page.wait_for_url(re.compile(r"/le-neuf/|/$"))
    assert len(walk(page, ["/le-neuf/semaine/", "/le-neuf/"], axe)) > FEWEST
    context.close()
