"""Acts on the photos of a structure: showing one, taking one off."""

from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.attachments import keep_attachment
from phares.rooms.commons.journal import publish
from phares.rooms.commons.pictures import redrawn
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory import events, permissions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Photo, Structure

MOST = 6


class TooManyPhotos(Refusal):
    """The page shows as many as are looked at."""

    sentence = _("Six photos au plus : retirez-en une d’abord.")


@transaction.atomic
def add_photo(
    *,
    structure: Structure,
    photo: UploadedFile[Any],
    alternative_text: str,
    credit: str,
    caption: str = "",
    by: Actor,
    at: datetime,
) -> Photo:
    """Show a photo on a structure's page: drawn anew, with the words for those who do not see it and its author."""
    require(permissions.can_describe_structure(by, structure))
    Structure.objects.select_for_update().get(pk=structure.pk)  # two at once must not pass the limit
    if structure.photos.count() >= MOST:
        raise TooManyPhotos(field="photo")
    picture = redrawn(photo, field="photo")
    shown = Photo.objects.create(
        structure=structure,
        attachment=keep_attachment(picture.file, by=by, at=at),
        alternative_text=alternative_text,
        caption=caption,
        credit=credit,
        width=picture.width,
        height=picture.height,
    )
    publish(events.PhotoAdded(structure.pole_id, shown.pk, structure.pk), by=by, at=at)
    return shown


@transaction.atomic
def remove_photo(*, photo: Photo, by: Actor, at: datetime) -> None:
    """Take a photo off its page; its file is erased by the worker, so that nothing is left half-done."""
    require(permissions.can_describe_structure(by, photo.structure))
    structure, attachment_id = photo.structure, photo.attachment_id
    photo.delete()
    publish(events.PhotoRemoved(structure.pole_id, attachment_id, structure.pk), by=by, at=at)
