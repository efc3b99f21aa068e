"""Pictures: drawn anew from what was brought, so that nothing but the picture is kept: no place, no date, no device."""

import io
from dataclasses import dataclass

from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

from phares.rooms.commons.refusals import Refusal

LARGEST = 10_000_000
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 1600
SMALLEST_SIDE = 32
FORMATS = ("JPEG", "PNG", "WEBP")
QUALITY = 82


class PictureTooLarge(Refusal):
    """The file or the picture passes what is read here."""

    sentence = _("Cette photo est trop grande : 10 Mo et 40 millions de points au plus.")
    status = 422


class NotPicture(Refusal):
    """The content is no picture that can be drawn anew, whatever the name says."""

    sentence = _("Nous n’avons pas pu lire cette photo : apportez un fichier JPEG, PNG ou WebP entier.")
    status = 422


class PictureTooSmall(Refusal):
    """Nothing would be seen on it."""

    sentence = _("Cette photo est trop petite : il faut au moins 32 points de côté.")
    status = 422


@dataclass(frozen=True)
class Picture:
    """A picture drawn anew: a JPEG without anything around it."""

    file: SimpleUploadedFile
    width: int
    height: int


def redrawn(upload: UploadedFile, *, field: str) -> Picture:
    """Return the picture upright, at most 1600 points a side, on white, as a JPEG that holds the points alone."""
    if (upload.size or 0) > LARGEST:
        raise PictureTooLarge(field=field)
    try:
        with Image.open(upload, formats=FORMATS) as brought:
            if brought.width * brought.height > MOST_PIXELS:
                raise PictureTooLarge(field=field)
            points = _on_white(ImageOps.exif_transpose(brought))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise NotPicture(field=field) from error
    if min(points.size) < SMALLEST_SIDE:
        raise PictureTooSmall(field=field)
    points.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    written = io.BytesIO()
    points.save(written, "JPEG", quality=QUALITY, optimize=True)
    return Picture(SimpleUploadedFile("photo.jpg", written.getvalue(), "image/jpeg"), points.width, points.height)


def _on_white(brought: Image.Image) -> Image.Image:
    """Return the points alone, in three colours, what was transparent in white."""
    layers = brought.convert("RGBA")
    paper = Image.new("RGB", layers.size, "white")
    paper.paste(layers, mask=layers.getchannel("A"))
    return paper
