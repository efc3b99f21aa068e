"""A sheet that exists elsewhere is read in: no line is lost, nothing is guessed, everything can be corrected."""

import os
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest
import typst
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from phares.demo.cast import Cast
from phares.rooms.commons.refusals import NotAllowed, Refusal
from phares.rooms.directory import actions as directory
from phares.rooms.publishing import actions
from phares.rooms.publishing.actions.review import DoubtsLeft, NotComplete
from phares.rooms.publishing.models import ImportedLine, SheetPhoto
from phares.rooms.publishing.sheet_files import FileNotRead, FileTooLong, text_of
from phares.rooms.publishing.sheet_reading import read_sheet

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
SHARED = Path(os.environ.get("PHARES_SHARED", "../shared")) / "data" / "fiche-2015.txt"
SOURCE = "https://www.professionbanlieue.org/Une-cooperation-d-acteurs-de-l-ESS-au-service-du-developpement-local"
needs_the_sheet = pytest.mark.skipif(not SHARED.exists(), reason=f"the sheet of 2015 is not at {SHARED}")

PIECES = st.sampled_from(
    [
        "# Un titre",
        "1er mai 2019",
        "Mots clés : a, b",
        "• ICI • LÀ",
        "3, rue du Port",
        "99000 Port-Aval",
        "01 99 00 00 00",
        "jean.dupont@ailleurs.example",
        "contact@ici.example",
        "<https://ici.example/page>",
        "Une phrase entière, assez longue pour être un paragraphe, et qui finit par un point comme elles le font.",
        "une légende",
        "",
        "   ",
        "#tag",
        "Emplacement : A > B",
        "a" * 300,
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=120)), max_size=40))
def test_every_line_that_is_not_blank_is_read_once_and_in_order(lines: list[str]) -> None:
    text = "\n".join(lines)
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    expected = [line for line in plain.split("\n") if line.strip()]
    read = read_sheet(text)
    assert [line.read for line in read] == expected
    assert len({line.number for line in read}) == len(read)


@pytest.fixture
def known_address(cast: Cast, now: datetime) -> None:
    """The pole knows its own address."""
    directory.describe_pole(
        pole=cast.pole, address="6, rue Arnold-Géraux, 93450 L’Île-Saint-Denis", by=cast.actor("lena"), at=now
    )
    cast.pole.refresh_from_db()


@needs_the_sheet
@pytest.mark.usefixtures("known_address")
def test_the_sheet_of_2015_goes_through_from_end_to_end(cast: Cast, now: datetime) -> None:
    content, lena = SHARED.read_bytes(), cast.actor("lena")
    sheet = actions.import_sheet(pole=cast.pole, content=content, publisher="Profession Banlieue", by=lena, at=now)
    lines = list(sheet.lines.all())
    assert Counter(line.read for line in lines) == Counter(
        line for line in content.decode().split("\n") if line.strip()
    )
    words = sheet.words
    assert (words["dated_on"], words["tags"], words["contact_phone"]) == ("2015-02-01", ["VIEUX2015"], "01 48 13 04 31")
    assert words["keywords"] == ["coopération", "économie sociale et solidaire", "développement local"]
    assert sheet.source_url == SOURCE
    merged = [line for line in lines if line.landing == "merged"]
    assert {line.field for line in merged} == {"title", "lead"}
    assert words["lead"].count("approche originale") == 1
    assert "habitants, des associations" in words["values"]  # a sentence that a blank line had cut
    assert [rubric.name for rubric in (sheet.rubric.parent, sheet.rubric)] == [
        "Publications et Ressources", "Les fiches d'expérience",
    ]  # fmt: skip
    doubted = {words for line in lines for _code, words in line.doubts}
    assert {"lancé de l'appel", "(Pôle)", "93 450", "Ess", "Fraque", "égide de la question"} <= doubted
    assert any("Arnold-Géraux" in words for words in doubted)
    with pytest.raises(DoubtsLeft):
        actions.read_over_sheet(sheet=sheet, by=lena, at=now)
    _correct(cast, now)
    sheet.refresh_from_db()
    assert "Arnold-Géraux" in sheet.words["address"]
    assert SheetPhoto.objects.get(sheet=sheet).caption.startswith("Fresque")
    actions.read_over_sheet(sheet=sheet, by=lena, at=now)
    sheet.refresh_from_db()
    actions.publish_sheet(sheet=sheet, by=lena, at=now)
    sheet.refresh_from_db()
    page = Client().get(sheet.get_absolute_url()).content.decode()
    for told in ("fiche de 2015", "#VIEUX2015", SOURCE, "photo à retrouver", "Fresque", "Profession Banlieue"):
        assert told in page, told
    assert Client().get(reverse("publishing:sheet_pdf_file", args=["fanal", sheet.slug])).status_code == 200


def _correct(cast: Cast, now: datetime) -> None:
    """Look at each doubtful line; two of them are corrected, the others were read well."""
    slips = {"Arnold Génoux": "Arnold-Géraux", "Fraque": "Fresque"}
    for line in ImportedLine.objects.all():
        if line.waits:
            text = line.text
            for wrong, right in slips.items():
                text = text.replace(wrong, right)
            actions.correct_line(line=line, text=text, field=line.field, by=cast.actor("lena"), at=now)
    street = ImportedLine.objects.get(text__contains="Génoux")
    assert (street.text, street.corrected) == ("6, rue Arnold Génoux", "6, rue Arnold-Géraux")
    assert street.corrected_by == cast.people["lena"]


def test_a_persons_mail_stays_with_the_writers_and_a_common_one_is_asked_for(cast: Cast, now: datetime) -> None:
    text = (
        "# Un titre\n\n1er mai 2019\n\nMots clés : a\n\nNom\n3, rue du Port\n99000 Port-Aval\n"
        "jean.dupont@ailleurs.example\n\n"
        "Une phrase assez longue pour être un chapô, qui dit ce qui a été fait et avec qui, et finit.\n\n"
        "<https://ailleurs.example/fiche>"
    )
    lena = cast.actor("lena")
    sheet = actions.import_sheet(pole=cast.pole, content=text.encode(), by=lena, at=now)
    assert sheet.private_contact == "jean.dupont@ailleurs.example"
    assert "jean.dupont" not in str(sheet.words)
    with pytest.raises(NotComplete, match="électronique"):
        actions.read_over_sheet(sheet=sheet, by=lena, at=now)
    actions.write_section(sheet=sheet, code="contact_email", value="contact@ailleurs.example", by=lena, at=now)
    sheet.refresh_from_db()
    actions.read_over_sheet(sheet=sheet, by=lena, at=now)
    sheet.refresh_from_db()
    actions.publish_sheet(sheet=sheet, by=lena, at=now)
    sheet.refresh_from_db()
    assert "jean.dupont" not in Client().get(sheet.get_absolute_url()).content.decode()


def test_a_line_that_was_not_filed_is_put_where_it_belongs(cast: Cast, now: datetime) -> None:
    sheet = actions.import_sheet(pole=cast.pole, content=b"Quelques mots sans place", by=cast.actor("lena"), at=now)
    line = sheet.lines.get()
    assert line.landing == "unsorted"
    actions.correct_line(line=line, text=line.text, field="public", by=cast.actor("lena"), at=now)
    sheet.refresh_from_db()
    assert sheet.words["public"] == "Quelques mots sans place"


def test_a_section_rewritten_by_hand_is_not_overwritten_by_a_correction(cast: Cast, now: datetime) -> None:
    sheet = actions.import_sheet(pole=cast.pole, content=b"# Un titre", by=cast.actor("lena"), at=now)
    actions.write_section(sheet=sheet, code="title", value="Récrit", by=cast.actor("lena"), at=now)
    with pytest.raises(Refusal, match="récrit"):
        actions.correct_line(line=sheet.lines.get(), text="Autre", field="title", by=cast.actor("lena"), at=now)
    sheet.refresh_from_db()
    assert sheet.words["title"] == "Récrit"


def test_a_line_is_never_erased(cast: Cast, now: datetime) -> None:
    sheet = actions.import_sheet(pole=cast.pole, content=b"# Un titre", by=cast.actor("lena"), at=now)
    with pytest.raises(Refusal, match="ne s’efface pas"):
        actions.correct_line(line=sheet.lines.get(), text="  ", field="title", by=cast.actor("lena"), at=now)


def test_a_pdf_is_read_as_a_text(cast: Cast, now: datetime) -> None:
    source = b"= Un titre de fiche\n\n1er mai 2019\n\nMots cl\xc3\xa9s : terre, eau"
    pdf = typst.compile(source, format="pdf")
    sheet = actions.import_sheet(pole=cast.pole, content=pdf, by=cast.actor("lena"), at=now)
    assert sheet.words["dated_on"] == "2019-05-01"
    assert sheet.words["keywords"] == ["terre", "eau"]


HOSTILE = {
    "a program": b"MZ\x90\x00\x03\x00",
    "an image": b"\x89PNG\r\n\x1a\n\x00\x00",
    "nothing": b"  \n \n",
    "half a PDF": b"%PDF-1.7\n1 0 obj << /Type /Catalog",
    "a drawing with a script": b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    "a page": b"\n<!DOCTYPE html><html><body>Bonjour</body></html>",
    "a PDF of nonsense": b"%PDF-1.4\n" + b"\xff" * 2000,
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.filterwarnings("ignore")
def test_what_is_no_sheet_is_refused_with_a_reason(content: bytes) -> None:
    with pytest.raises(FileNotRead):
        text_of(content)


def test_a_file_without_end_is_refused() -> None:
    with pytest.raises(FileTooLong):
        text_of(b"a" * 10_000_001)
    with pytest.raises(FileTooLong):
        text_of(b"mot " * 100_000)


def test_the_page_says_why_a_file_is_refused_and_keeps_nothing(cast: Cast) -> None:
    client = Client()
    client.force_login(cast.people["lena"], backend=BACKEND)
    answer = client.post(
        reverse("publishing:import_sheet", args=["fanal"]),
        {"file": SimpleUploadedFile("fiche.pdf", b"MZ\x00\x00 no pdf"), "publisher": ""},
    )
    assert answer.status_code == 409
    assert "Ce fichier ne se lit pas" in answer.content.decode()
    assert not ImportedLine.objects.exists()


def test_a_script_in_a_file_stays_text_on_the_page(cast: Cast, now: datetime) -> None:
    text = (
        "# <script>alert(1)</script>\n\n"
        "![x](javascript:alert(1)) <img src=x onerror=alert(1)> [lien](javascript:alert(1)) fin."
    )
    lena = cast.actor("lena")
    sheet = actions.import_sheet(pole=cast.pole, content=text.encode(), by=lena, at=now)
    client = Client()
    client.force_login(cast.people["lena"], backend=BACKEND)
    for name in ("preview_sheet", "sheet_lines", "desk_sheet"):
        page = client.get(reverse(f"publishing:{name}", args=["fanal", sheet.pk])).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert 'href="javascript' not in page


def test_only_those_who_publish_import(cast: Cast, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        actions.import_sheet(pole=cast.pole, content=b"# Titre", by=cast.actor("nour"), at=now)


def test_windows_writes_french_in_its_own_way() -> None:
    assert text_of("Été à l’école".encode("cp1252")) == "Été à l’école"
    assert text_of("Été à l’école".encode("utf-16")) == "Été à l’école"
