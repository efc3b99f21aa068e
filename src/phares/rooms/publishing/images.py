"""Images: drawn again at a reading size, so that nothing hidden in the file goes out with them."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

from phares.rooms.commons.attachments import LARGEST, FileTooLarge
from phares.rooms.commons.refusals import Refusal

MOST_PIXELS = 40_000_000
WIDEST = 1600
ACCEPTED = ("JPEG", "PNG", "WEBP")


class NotAnImage(Refusal):
    """The file is no image, or one that cannot be opened."""

    sentence = _("Nous n’avons pas reconnu cette image : apportez une image JPEG, PNG ou WebP.")


class ImageTooLarge(Refusal):
    """The image would fill the memory."""

    sentence = _("Cette image a trop de points : réduisez-la à 40 millions de points au plus.")


def redrawn(upload: "UploadedFile[Any]") -> tuple[SimpleUploadedFile, int, int]:
    """Return the image as a JPEG of at most 1,600 points a side, with its width and height.

    Its size is read before its points: a small file that would unfold into gigabytes is refused unopened. Where and
    with what it was taken goes away with the old file.
    """
    if (upload.size or 0) > LARGEST:
        raise FileTooLarge(field="image")
    try:
        image = Image.open(upload, formats=ACCEPTED)
        if image.width * image.height > MOST_PIXELS:
            raise ImageTooLarge(field="image")
        drawn = ImageOps.exif_transpose(image).convert("RGB")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise NotAnImage(field="image") from error
    drawn.thumbnail((WIDEST, WIDEST))
    file = BytesIO()
    drawn.save(file, "JPEG", quality=82, optimize=True)
    return SimpleUploadedFile("photo.jpg", file.getvalue(), "image/jpeg"), drawn.width, drawn.height
