"""A file is accepted by what it contains, whatever its name says."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from phares.demo.cast import CONSOLE
from phares.rooms.commons import attachments
from phares.rooms.commons.models import Attachment

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"


@pytest.fixture(autouse=True)
def _store(settings: Any, tmp_path: Path) -> None:
    """Keep the files of each test apart."""
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}},
    }


def _keep(name: str, content: bytes) -> Attachment:
    upload = SimpleUploadedFile(name, content, "application/pdf")
    return attachments.keep_attachment(upload, by=CONSOLE, at=timezone.now())


def test_a_pdf_is_kept_under_a_name_of_ours_with_its_hash(db: None) -> None:
    kept = _keep("../../compte rendu.pdf", PDF)
    assert (kept.content_type, kept.size, kept.name) == ("application/pdf", len(PDF), "compte rendu.pdf")
    assert kept.file.name.rpartition("/")[2] == f"{kept.sha256[:24]}.pdf"


@pytest.mark.parametrize("content", [b"<html><script>alert(1)</script>", b"<svg onload='alert(1)'/>", b"MZ\x90", b" "])
def test_what_only_calls_itself_a_pdf_is_refused(db: None, content: bytes) -> None:
    with pytest.raises(attachments.FileNotAccepted):
        _keep("sage.pdf", content)
    assert not Attachment.objects.exists()


@pytest.mark.parametrize("content", [PDF[:-6], b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\xff\xd8\xff\xe0\0\x10JFIF"])
def test_a_file_that_was_cut_on_its_way_is_refused(db: None, content: bytes) -> None:
    with pytest.raises(attachments.FileCut):
        _keep("statuts", content)
    assert not Attachment.objects.exists()


def test_a_file_over_ten_megabytes_is_refused(db: None) -> None:
    with pytest.raises(attachments.FileTooLarge):
        _keep("gros.pdf", PDF + b"0" * attachments.LARGEST)


@pytest.mark.parametrize(
    ("brought", "kept"),
    [
        ("compte rendu.PDF", "compte rendu.PDF"),
        ("page.html", "page.html.pdf"),
        ("photo.exe", "photo.exe.pdf"),
        ("x" * 146 + ".svg", "x" * 141 + ".svg.pdf"),
    ],
)
def test_a_file_goes_out_under_a_name_that_says_what_it_is(db: None, brought: str, kept: str) -> None:
    assert _keep(brought, PDF + b"<script>alert(1)</script>").name == kept
