"""Pages of reviews and photos: what surrounds a sheet before it goes out."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, writes
from phares.rooms.commons.refusals import require
from phares.rooms.directory.gate import found, members
from phares.rooms.publishing import actions, permissions
from phares.rooms.publishing.forms.sheets import PhotoForm, ReviewForm
from phares.rooms.publishing.models import SheetPhoto
from phares.rooms.publishing.queries import desk as queries
from phares.rooms.publishing.queries.sheets import preview
from phares.rooms.publishing.views.desk import desk_url


@writes
@members
def answer_review(request: Any, pk: int) -> HttpResponse:
    """Read a sheet in which one is quoted, and accept it or ask for a change."""
    review = found(queries.review_numbered(request.actor, request.pole, pk))
    require(permissions.can_answer_review(request.actor, review))

    def act(entry: dict[str, Any]) -> str:
        accepted = entry["answer"] == "yes"
        actions.answer_review(review=review, accepted=accepted, word=entry["word"], by=request.actor, at=timezone.now())
        messages.success(request, _("Votre accord est noté.") if accepted else _("Votre demande est transmise."))
        return desk_url(review.sheet)

    return form_page(
        request,
        ReviewForm(request.POST or None),
        act,
        template="publishing/review.html",
        review=review,
        shown=preview(review.sheet),
    )


def _sent(request: Any) -> dict[str, Any]:
    return {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}


@writes
@members
def keep_photo(request: Any, pk: int) -> HttpResponse:
    """Add a photo, or the caption of one that is to be found."""
    sheet = found(queries.writable_sheet(request.actor, request.pole, pk))

    def act(entry: dict[str, Any]) -> str:
        actions.keep_photo(sheet=sheet, **entry, by=request.actor, at=timezone.now())
        return desk_url(sheet)

    return form_page(
        request,
        PhotoForm(**_sent(request)),
        act,
        heading=_("Ajouter une photo"),
        lead=str(sheet),
        submit_label=_("Ajouter"),
        back_label=str(sheet),
        back_url=desk_url(sheet),
    )


@writes
@members
def describe_photo(request: Any, pk: int) -> HttpResponse:
    """Describe a photo again, bring the image that was missing."""
    photo = found(_photo_numbered(request, pk))

    def act(entry: dict[str, Any]) -> str:
        actions.describe_photo(photo=photo, **entry, by=request.actor, at=timezone.now())
        return desk_url(photo.sheet)

    said = {name: getattr(photo, name) for name in ("caption", "description", "credit", "right")}
    return form_page(
        request,
        PhotoForm(**_sent(request), initial=said),
        act,
        heading=_("Décrire la photo"),
        lead=photo.caption,
        submit_label=_("Enregistrer"),
        back_label=str(photo.sheet),
        back_url=desk_url(photo.sheet),
    )


@acts
@members
def remove_photo(request: Any, pk: int) -> HttpResponse:
    """Take a photo off."""
    photo = found(_photo_numbered(request, pk))
    sheet = photo.sheet
    actions.remove_photo(photo=photo, by=request.actor, at=timezone.now())
    messages.success(request, _("La photo est retirée."))
    return redirect(desk_url(sheet))


def _photo_numbered(request: Any, pk: int) -> SheetPhoto | None:
    """Return a photo of a sheet that the actor may write."""
    photo = SheetPhoto.objects.filter(pk=pk).select_related("sheet__pole", "image").first()
    return photo if photo and queries.writable_sheet(request.actor, request.pole, photo.sheet_id) else None
