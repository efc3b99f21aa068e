"""Acts on photos: adding one with its caption, describing it, taking it off."""

from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from phares.rooms.commons.attachments import erase_attachment, keep_attachment
from phares.rooms.commons.journal import publish
from phares.rooms.commons.pictures import redrawn
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory.actors import Actor
from phares.rooms.publishing import events, permissions
from phares.rooms.publishing.actions.sheet import change_words
from phares.rooms.publishing.models import ExperienceSheet, SheetPhoto
from phares.rooms.publishing.models.photo import ImageRight

MOST_PHOTOS = 12


def _require_sound(caption: str, description: str, right: str, *, has_image: bool) -> None:
    """Refuse a photo without caption, an image that is shown without being described, an unknown right."""
    if not caption.strip():
        raise Refusal(_("Écrivez la légende : elle reste même si l’image se perd."), field="caption")
    if right not in ImageRight.values:
        raise Refusal(_("Ce choix n’existe pas."), field="right")
    if has_image and right != ImageRight.ASKED and not description.strip():
        raise Refusal(_("Dites ce que l’on voit, pour celles et ceux qui ne voient pas l’image."), field="description")


def keep_photo(
    *,
    sheet: ExperienceSheet,
    caption: str,
    description: str = "",
    credit: str = "",
    right: str = ImageRight.ASKED,
    image: "UploadedFile[Any] | None" = None,
    by: Actor,
    at: datetime,
) -> SheetPhoto:
    """Add a photo; without image the caption stands alone, « photo à retrouver »."""
    require(permissions.can_write_sheet(by, sheet))
    _require_sound(caption, description, right, has_image=image is not None)
    drawn = redrawn(image, field="image") if image is not None else None  # before the transaction: it takes a moment
    with transaction.atomic():
        sheet = ExperienceSheet.objects.select_for_update().get(pk=sheet.pk)
        if sheet.photos.count() >= MOST_PHOTOS:
            raise Refusal(_("Douze photos suffisent à une fiche."))
        photo = SheetPhoto.objects.create(
            sheet=sheet,
            image=keep_attachment(drawn.file, by=by, at=at) if drawn is not None else None,
            caption=caption.strip(),
            description=description.strip(),
            credit=credit.strip(),
            right=right,
            width=drawn.width if drawn is not None else 0,
            height=drawn.height if drawn is not None else 0,
        )
        change_words(sheet, {}, by=by, at=at)
        publish(events.SheetPhotoKept(sheet.pole_id, sheet.pk, photo.pk), by=by, at=at)
    return photo


def describe_photo(
    *,
    photo: SheetPhoto,
    caption: str,
    description: str,
    credit: str,
    right: str,
    image: "UploadedFile[Any] | None" = None,
    by: Actor,
    at: datetime,
) -> SheetPhoto:
    """Say again what a photo shows and whether it may be shown; bring the image that was to be found, or another."""
    require(permissions.can_write_sheet(by, photo.sheet))
    _require_sound(caption, description, right, has_image=image is not None or photo.image_id is not None)
    drawn = redrawn(image, field="image") if image is not None else None  # before the transaction: it takes a moment
    before = photo.image if drawn is not None else None
    with transaction.atomic():
        sheet = ExperienceSheet.objects.select_for_update().get(pk=photo.sheet_id)
        if drawn is not None:
            photo.image, photo.width, photo.height = (
                keep_attachment(drawn.file, by=by, at=at),
                drawn.width,
                drawn.height,
            )
        photo.caption, photo.description = caption.strip(), description.strip()
        photo.credit, photo.right = credit.strip(), right
        photo.save()
        change_words(sheet, {}, by=by, at=at)
        publish(events.SheetPhotoKept(sheet.pole_id, sheet.pk, photo.pk), by=by, at=at)
    if before is not None:
        erase_attachment(before)
    return photo


@transaction.atomic
def remove_photo(*, photo: SheetPhoto, by: Actor, at: datetime) -> None:
    """Take a photo off, from the published version too: nobody keeps an image that is no longer wanted."""
    require(permissions.can_write_sheet(by, photo.sheet))
    sheet = ExperienceSheet.objects.select_for_update().get(pk=photo.sheet_id)
    image = photo.image
    photo.delete()
    if image is not None:
        image.delete()
    change_words(sheet, {}, by=by, at=at)
    publish(events.SheetPhotoRemoved(sheet.pole_id, sheet.pk), by=by, at=at)
    if image is not None:
        image.file.delete(save=False)
