"""`phares import fiche FILE`: the same act as the screen, from a terminal."""

import io
from datetime import datetime
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from phares.cli import site_commands
from phares.cli.commands import COMMANDS
from phares.cli.main import parser_of
from phares.demo.cast import Cast
from phares.rooms.directory.models import Pole
from phares.rooms.publishing.models import ExperienceSheet
from phares.rooms.publishing.sheet_files import LARGEST
from rooms.publishing.test_import import SHARED, needs_the_sheet


def _told(file: Path, **options: str) -> str:
    out = io.StringIO()
    call_command("import_sheet", str(file), stdout=out, **options)
    return out.getvalue()


@needs_the_sheet
def test_the_sheet_of_2015_is_read_in_from_a_terminal(cast: Cast) -> None:
    told = _told(SHARED, pole="fanal", publisher="Profession Banlieue")
    sheet = ExperienceSheet.objects.get(publisher__name="Profession Banlieue")
    written = [line for line in SHARED.read_text().split("\n") if line.strip()]
    assert [line.read for line in sheet.lines.all()] == written
    assert f"{len(written)} lignes lues, aucune perdue." in told
    assert told.strip().endswith(f"/fanal/redaction/{sheet.pk}/lignes/")


def test_the_command_line_hands_over_what_was_asked() -> None:
    options = parser_of("import", COMMANDS["import"]).parse_args(["fiche", "f.txt", "--pole", "fanal"])
    options.command = "import"
    assert site_commands._calls(options) == (["import_sheet", "f.txt"], {"pole": "fanal", "publisher": ""})


def test_a_file_that_cannot_be_read_is_refused_in_words_and_leaves_nothing(cast: Cast, tmp_path: Path) -> None:
    large, binary, empty = (tmp_path / name for name in ("large", "binary", "empty"))
    large.write_bytes(b"a" * (LARGEST + 1))
    binary.write_bytes(b"PK\3\4\0\0")
    empty.write_text("\n \n")
    refusals = {large: "trop grand", binary: "ne se lit pas", empty: "ne se lit pas", tmp_path: "ne s’ouvre pas"}
    for file, words in refusals.items():
        with pytest.raises(CommandError, match=words):
            _told(file, pole="fanal")
    assert not ExperienceSheet.objects.exists()


def test_among_several_poles_one_is_named(cast: Cast, now: datetime, tmp_path: Path) -> None:
    file = tmp_path / "fiche.txt"
    file.write_text("# Une fiche")
    Pole.objects.create(slug="voisin", name="Le Voisin", commune="Ailleurs", founded_at=now)
    with pytest.raises(CommandError, match="fanal, voisin"):
        _told(file)
    with pytest.raises(CommandError, match="Aucun pôle"):
        _told(file, pole="absent")
    assert "1 ligne lue" in _told(file, pole="fanal")
