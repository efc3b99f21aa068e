"""Photos: drawn anew, so that nothing but the picture is kept; refused in words when they are none."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from phares.demo.cast import CONSOLE, Cast
from phares.rooms.commons.models import Attachment
from phares.rooms.commons.pictures import NotPicture, PictureTooLarge, PictureTooSmall, redrawn
from phares.rooms.directory import actions
from phares.rooms.directory.models import Photo
from pictures import picture

As = Callable[[str], Client]
pytestmark = pytest.mark.usefixtures("own_attachments")


@pytest.fixture
def own_attachments(tmp_path: Any, settings: Any) -> None:
    """Keep the files of the test apart."""
    storage = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "default": storage}


def _with_place() -> SimpleUploadedFile:
    exif = Image.Exif()
    exif[0x010F] = "Un appareil"
    exif[0x0112] = 6  # turned a quarter: shown upright once drawn anew
    exif.get_ifd(0x8825)[1] = "N"
    return picture((64, 32), exif=exif)


def test_a_photo_loses_its_place_and_its_device_and_stands_upright() -> None:
    brought = _with_place()
    assert b"Un appareil" in brought.read()
    kept = redrawn(brought, field="photo")
    with Image.open(kept.file) as drawn:
        assert (drawn.format, drawn.size, dict(drawn.getexif())) == ("JPEG", (32, 64), {})
    kept.file.seek(0)
    assert b"Un appareil" not in kept.file.read()


def test_a_large_photo_is_made_smaller_and_what_was_transparent_is_white() -> None:
    kept = redrawn(picture((3200, 1000), "PNG"), field="photo")
    assert (kept.width, kept.height) == (1600, 500)
    clear = redrawn(_clear(), field="photo")
    with Image.open(clear.file) as drawn:
        assert min(drawn.getpixel((5, 5))) > 250  # type: ignore[type-var, arg-type]


def _clear() -> SimpleUploadedFile:
    file = picture((40, 40), "PNG")
    with Image.open(file) as opaque:
        empty = Image.new("RGBA", opaque.size, (0, 0, 0, 0))
    file = SimpleUploadedFile("vide.png", b"")
    empty.save(file.file, "PNG")  # type: ignore[arg-type]
    file.size = file.file.tell()  # type: ignore[union-attr]
    file.seek(0)
    return file


@pytest.mark.parametrize(
    ("brought", "refusal"),
    [
        (SimpleUploadedFile("photo.jpg", b"<html>"), NotPicture),
        (SimpleUploadedFile("photo.jpg", b""), NotPicture),
        (SimpleUploadedFile("photo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"), NotPicture),
        (picture((8, 8)), PictureTooSmall),
        (picture((9000, 5000), "PNG"), PictureTooLarge),
    ],
)
def test_what_is_no_photo_is_refused(brought: SimpleUploadedFile, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        redrawn(brought, field="photo")


def test_half_a_photo_is_refused() -> None:
    whole = picture((300, 300), quality=95).read()
    with pytest.raises(NotPicture):
        redrawn(SimpleUploadedFile("photo.jpg", whole[: len(whole) // 2]), field="photo")


def test_a_photo_is_shown_with_its_words_and_taken_off_for_good(
    cast: Cast, client_as: As, run_tasks: Callable[[], int]
) -> None:
    address = cast.structures["etabli"].get_absolute_url()
    entry = {"photo": picture(), "alternative_text": "Trois étaux", "credit": "Nour B."}
    assert client_as("nour").post(f"{address}photos/ajouter/", entry)["Location"] == address
    photo = Photo.objects.get()
    page = Client().get(address).content.decode()
    assert 'alt="Trois étaux"' in page
    assert "Photo\u202f: Nour B." in page
    shown = Client().get(f"{address}photos/{photo.pk}/")
    assert (shown["Content-Type"], shown["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    shown.getvalue()
    client_as("nour").post(f"{address}photos/{photo.pk}/retirer/")
    run_tasks()
    assert not Attachment.objects.exists()
    assert Client().get(f"{address}photos/{photo.pk}/").status_code == 404


def test_a_photo_without_words_is_sent_back_with_what_is_missing(cast: Cast, client_as: As) -> None:
    address = cast.structures["etabli"].get_absolute_url() + "photos/ajouter/"
    answer = client_as("nour").post(address, {"photo": picture()})
    assert answer.status_code == 422
    assert 'href="#id_alternative_text"' in answer.content.decode()


def test_no_more_than_six_photos(cast: Cast, now: datetime) -> None:
    told = {"structure": cast.structures["etabli"], "alternative_text": "A", "credit": "B", "by": CONSOLE, "at": now}
    for _ in range(6):
        actions.add_photo(photo=picture(), **told)
    with pytest.raises(actions.TooManyPhotos):
        actions.add_photo(photo=picture(), **told)
