"""Every page is valid HTML for html-validate, and every printed sheet is PDF/UA for page-validation."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from house.scene import Scene, remembered_scene
from house.test_cast_and_addresses import BACKEND, TABLE, close_file

# A label that holds its box and names it too is heard by more programs; a list may be named.
RULES = Path(__file__).with_name("html_validate.json")
HTML_VALIDATE = shutil.which("html-validate")
READERS = ("visitor", "sam", "nour", "lena")
# Where scripts do not run, a page that is projected has no other way to follow what is brought.
STATED = {("cooperation.bourse", "meta-refresh")}

pytestmark = pytest.mark.slow


@pytest.fixture
def scene(db: None, tmp_path: Path, settings: Any) -> Scene:
    """One pole with everything in it."""
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}},
    }
    return remembered_scene(tmp_path)


def _answers(scene: Scene, kind: str) -> Iterator[tuple[str, bytes]]:
    """Yield what each reader gets at every address they may read, of one kind."""
    for who in READERS:
        client, actor = Client(), scene.people[who]
        if actor is not None and actor.person is not None:
            client.force_login(actor.person, backend=BACKEND)
        for number, row in enumerate(TABLE):
            if row.method == "GET" and row.answers[who] in {"ok", "200"}:
                answer = client.get(reverse(row.name, args=["fanal", *scene.arguments(row.thing)]))
                if answer.headers.get("Content-Type", "").startswith(kind):
                    yield f"{who}-{number}-{row.name.replace(':', '.')}", b"".join(answer)
                close_file(answer)


@pytest.mark.skipif(HTML_VALIDATE is None, reason="no html-validate here (npm package html-validate)")
def test_every_page_is_valid_for_html_validate(scene: Scene, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for name, content in _answers(scene, "text/html"):
        (pages / f"{name}.html").write_bytes(content)
    assert len(list(pages.iterdir())) > 100
    told = tmp_path / "told.json"  # a file: Node leaves before a long text has gone through a pipe
    command = [str(HTML_VALIDATE), "--config", str(RULES), "--formatter", f"json={told}", str(pages / "*.html")]
    subprocess.run(command, check=False)
    wrong = {
        f"{Path(file['filePath']).stem}: {one['ruleId']}: {one['message']}"
        for file in json.loads(told.read_text())
        for one in file["messages"]
        if (Path(file["filePath"]).stem.split("-", 2)[2], one["ruleId"]) not in STATED
    }
    assert not wrong, "\n".join(sorted(wrong))


def test_every_printed_sheet_is_valid_pdf_ua(scene: Scene) -> None:
    page = pytest.importorskip("page", reason="no page-validation here (Python package page-validation)")
    told = {
        name: [f"{one.rule_id}: {one.message}" for one in page.validate_pdf_bytes(content, profile="ua1").failures]
        for name, content in _answers(scene, "application/pdf")
    }
    assert len(told) > 1
    assert not {name: failures for name, failures in told.items() if failures}
