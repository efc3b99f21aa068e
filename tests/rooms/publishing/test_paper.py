"""The printed sheet and its photos: tagged, titled, described; no image that could harm or that was not agreed to."""

import struct
import zlib
from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from pypdf import PdfReader

from phares.demo.cast import Cast
from phares.rooms.commons.models import Attachment
from phares.rooms.commons.pictures import NotPicture, PictureTooLarge, redrawn
from phares.rooms.commons.refusals import Refusal
from phares.rooms.publishing import actions
from phares.rooms.publishing.models import SheetPhoto
from rooms.publishing.telling import a_photo, accepted, published, write_whole

LOST = {"caption": "Le premier mardi", "description": "", "credit": "L’Établi", "right": "asked"}


def _tags(node: Any, found: list[str], alternatives: list[str]) -> None:
    """Gather the tags of a PDF and the alternative texts of its figures."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for one in node:
            _tags(one, found, alternatives)
    elif isinstance(node, dict):
        found.append(str(node.get("/S", "")))
        if "/Alt" in node:
            alternatives.append(str(node["/Alt"]))
        if "/K" in node:
            _tags(node["/K"], found, alternatives)


def _pdf(slug: str) -> PdfReader:
    return PdfReader(BytesIO(Client().get(reverse("publishing:sheet_pdf_file", args=["fanal", slug])).content))


def _with_photo(cast: Cast, now: datetime, **said: Any) -> Any:
    lena = cast.actor("lena")
    sheet = write_whole(actions.begin_sheet(pole=cast.pole, by=lena, at=now), cast, now)
    actions.keep_photo(sheet=sheet, by=lena, at=now, **{**LOST, **said})
    actions.publish_sheet(sheet=accepted(sheet, cast, now), by=lena, at=now)
    sheet.refresh_from_db()
    return sheet


def test_the_pdf_declares_ua_and_has_tags_a_title_a_language_and_alternative_texts(cast: Cast, now: datetime) -> None:
    """No validator of PDF/UA can be had here: this reads what one looks for; typst itself refuses what breaks UA-1."""
    sheet = _with_photo(cast, now, image=a_photo(), right="granted", description="Deux vélos sur un pied d’atelier")
    pdf = _pdf(sheet.slug)
    root: Any = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "fr"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Une réserve pour deux ateliers"
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    tags: list[str] = []
    alternatives: list[str] = []
    _tags(root["/StructTreeRoot"]["/K"], tags, alternatives)
    assert {"/H1", "/H2", "/P", "/Table", "/TH", "/TD", "/Figure"} <= set(tags)
    assert any("Deux vélos" in words for words in alternatives)
    text = "".join(page.extract_text() for page in pdf.pages)
    assert "Quatre-vingts" in text
    assert sheet.slug in text.replace("\N{ZERO WIDTH SPACE}", "").replace("\n", "")


def test_signs_that_no_font_has_do_not_break_the_sheet(cast: Cast, now: datetime) -> None:
    sheet = published(cast, now, action="Une 🦄 et du 漢字, un mot " + "très" * 200)
    assert _pdf(sheet.slug).pages


def test_markup_on_paper_is_words(cast: Cast, now: datetime) -> None:
    sheet = published(cast, now, action="**Fort** #strong[x] $x$ \\ `code` @ref <label>\n\n- un\n- deux")
    text = "".join(page.extract_text() for page in _pdf(sheet.slug).pages)
    assert "#strong[x]" in text
    assert "**" not in text


def test_headings_within_a_section_are_tagged_as_headings(cast: Cast, now: datetime) -> None:
    sheet = published(cast, now, action="Avant.\n\n# Le mardi\n\n1. ouvrir\n2. *fermer*\n\n#### Dehors\n\nAprès.")
    pdf = _pdf(sheet.slug)
    tags: list[str] = []
    root: Any = pdf.trailer["/Root"]
    _tags(root["/StructTreeRoot"]["/K"], tags, [])
    assert tags.count("/H1") == 1
    assert tags.count("/H3") == 1, "it stands under the section’s own heading"
    assert tags.count("/H4") == 1, "no level is skipped, whatever the writer put"
    assert {"/L", "/LI"} <= set(tags)
    assert "Le mardi" in "".join(page.extract_text() for page in pdf.pages)


def test_a_caption_outlives_its_image(cast: Cast, now: datetime) -> None:
    page = Client().get(_with_photo(cast, now).get_absolute_url()).content.decode()
    assert "photo à retrouver" in page
    assert "Le premier mardi" in page


def test_an_image_whose_right_is_not_known_is_shown_to_its_writers_alone(cast: Cast, now: datetime) -> None:
    sheet = _with_photo(cast, now, image=a_photo())
    address = reverse("publishing:sheet_photo", args=["fanal", sheet.photos.get().pk])
    assert "photo à retrouver" in Client().get(sheet.get_absolute_url()).content.decode()
    assert Client().get(address).status_code == 404


def test_an_image_found_later_takes_the_place_of_the_one_before(cast: Cast, now: datetime) -> None:
    sheet, lena = _with_photo(cast, now), cast.actor("lena")
    said = {**LOST, "description": "Deux vélos", "right": "granted"}
    for size in ((64, 48), (90, 40)):
        actions.describe_photo(photo=sheet.photos.get(), **said, image=a_photo(size=size), by=lena, at=now)
        photo = sheet.photos.get()
        assert (photo.width, photo.height) == size
    assert Attachment.objects.count() == 1, "the image that was replaced is gone"


def test_a_shown_image_says_what_is_seen(cast: Cast, now: datetime) -> None:
    sheet = actions.begin_sheet(pole=cast.pole, by=cast.actor("lena"), at=now)
    with pytest.raises(Refusal, match="ce que l’on voit"):
        actions.keep_photo(
            sheet=sheet, caption="Photo", right="granted", image=a_photo(), by=cast.actor("lena"), at=now
        )


def test_a_photo_taken_off_is_gone_from_what_was_published(cast: Cast, now: datetime) -> None:
    sheet = _with_photo(cast, now, image=a_photo(), right="granted", description="Deux vélos")
    photo = sheet.photos.get()
    address = reverse("publishing:sheet_photo", args=["fanal", photo.pk])
    assert Client().get(address)["Content-Type"] == "image/jpeg"
    actions.remove_photo(photo=photo, by=cast.actor("lena"), at=now)
    assert Client().get(address).status_code == 404
    assert "Le premier mardi" not in Client().get(sheet.get_absolute_url()).content.decode()
    assert not SheetPhoto.objects.exists()


def test_where_a_photo_was_taken_does_not_go_out_with_it() -> None:
    file = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "chez Samira"
    Image.new("RGB", (40, 40), "#a62").save(file, "JPEG", exif=exif)
    drawn = redrawn(SimpleUploadedFile("p.jpg", file.getvalue()), field="image")
    assert b"Samira" not in drawn.file.read()
    assert (drawn.width, drawn.height) == (40, 40)


def _bomb() -> bytes:
    """Return a PNG of a few bytes that would unfold to 30,000 points a side."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    )


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_an_image_that_would_fill_the_memory_is_refused_unopened() -> None:
    with pytest.raises((PictureTooLarge, NotPicture)):
        redrawn(SimpleUploadedFile("petite.png", _bomb()), field="image")


@pytest.mark.parametrize(
    "content", [b"<svg onload=alert(1)>", b"GIF89a\x01\x00\x01\x00", b"\x89PNG\r\n\x1a\n", b"", b"%PDF-1.4"]
)
def test_what_is_no_photo_is_refused(content: bytes) -> None:
    with pytest.raises(NotPicture):
        redrawn(SimpleUploadedFile("photo.jpg", content), field="image")


def test_a_hundred_megabytes_are_refused_by_their_size() -> None:
    upload = SimpleUploadedFile("photo.jpg", b"")
    upload.size = 100_000_000
    with pytest.raises(PictureTooLarge):
        redrawn(upload, field="image")
