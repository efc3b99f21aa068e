"""Attachments: a file is accepted by what it contains, kept privately, and given back only by a room that may."""

import hashlib
from datetime import datetime
from typing import Any

import puremagic
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.models import Attachment
from phares.rooms.commons.refusals import Refusal

LARGEST = 10_000_000
ACCEPTED = {
    "application/pdf": "pdf",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
}

ENDS = {"application/pdf": b"%%EOF", "image/jpeg": b"\xff\xd9", "image/png": b"IEND"}
"""What stands at the end of a whole file; a reader forgives what follows it, and a WebP has no such mark."""


class FileTooLarge(Refusal):
    """The file passes 10 MB."""

    status = 413
    sentence = _("Ce fichier dépasse 10 Mo. Réduisez-le, ou donnez son adresse dans le texte.")


class FileNotAccepted(Refusal):
    """The content is of no accepted type, whatever the name says."""

    status = 415
    sentence = _("Nous n’avons pas reconnu ce fichier : apportez un PDF, ou une image JPEG, PNG ou WebP.")


class FileCut(Refusal):
    """The file begins as it should and does not end: it was cut on its way."""

    status = 422
    sentence = _("Ce fichier a été coupé en chemin : ouvrez-le pour vérifier, puis apportez-le à nouveau.")


def content_type(content: bytes, *, field: str = "proof") -> str:
    """Return the type that the bytes themselves show; raise FileNotAccepted for any other than the accepted ones."""
    try:
        found = puremagic.from_string(content[:8192], mime=True)
    except (puremagic.PureError, ValueError):
        found = ""
    if found not in ACCEPTED:
        raise FileNotAccepted(field=field)
    if ENDS.get(found, b"") not in content:
        raise FileCut(field=field)
    return found


def keep_attachment(upload: UploadedFile, *, by: Any, at: datetime, field: str = "proof") -> Attachment:
    """Store an upload under a name of our own, with its type, size and SHA-256; raise when it is not acceptable.

    `field` is the entry of the form that a refusal is said at.
    """
    if (upload.size or 0) > LARGEST:
        raise FileTooLarge(field=field)
    content = upload.read()
    found = content_type(content, field=field)
    digest = hashlib.sha256(content).hexdigest()
    upload.seek(0)
    original = _named_as_it_is(upload.name or "fichier", ACCEPTED[found])
    upload.name = f"{digest[:24]}.{ACCEPTED[found]}"
    return Attachment.objects.create(
        file=upload,
        name=original,
        content_type=found,
        size=len(content),
        sha256=digest,
        brought_by_id=by.person_id,
        brought_at=at,
    )


def _named_as_it_is(name: str, ending: str) -> str:
    """Return the name that the file came with, made to end as its content does: a page named .html would be run."""
    if name.lower().endswith((f".{ending}", ".jpeg" if ending == "jpg" else f".{ending}")):
        return name[-150:]
    return f"{name[-145:]}.{ending}"


def as_download(attachment: Attachment) -> FileResponse:
    """Return the file for download, never to be run in the page."""
    response = FileResponse(attachment.file.open("rb"), as_attachment=True, filename=attachment.name)
    response["Content-Type"] = attachment.content_type
    response["X-Content-Type-Options"] = "nosniff"
    return response


def as_picture(attachment: Attachment) -> FileResponse:
    """Return a picture that was drawn anew here, to be shown in a page."""
    response = FileResponse(attachment.file.open("rb"))
    response["Content-Type"] = attachment.content_type
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, max-age=3600"
    return response


def erase_attachment(attachment: Attachment) -> None:
    """Take a file and its row away for good; doing it twice does no harm."""
    attachment.file.delete(save=False)
    attachment.delete()
