"""Acts of review: reading a sheet over, and the answer of each of those whom it quotes."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models.held import Holder, held_by, holder_key
from phares.rooms.publishing import events, permissions
from phares.rooms.publishing.contacts import is_personal
from phares.rooms.publishing.models import ExperienceSheet, SheetReview
from phares.rooms.publishing.models.sheet import SheetState
from phares.rooms.publishing.sheet_fields import missing


class NotComplete(Refusal):
    """Required fields are empty."""


class PersonalContact(Refusal):
    """The contact is somebody's own address."""

    sentence = gettext_lazy(
        "Cette adresse électronique semble être celle d’une personne : donnez une adresse commune, comme contact@…"
    )


class NotToReview(Refusal):
    """The sheet is not waiting for this answer."""

    sentence = gettext_lazy("Cette fiche n’attend pas cette réponse : elle a changé, ou elle est déjà parue.")


class DoubtsLeft(Refusal):
    """Imported lines still look wrong, and nobody has looked at them."""

    sentence = gettext_lazy("Il reste des lignes à vérifier : dites de chacune si elle est juste, ou corrigez-la.")


def quoted_in(sheet: ExperienceSheet) -> list[Holder]:
    """Return those whom the sheet quotes: the structures that it names, and the parties of what it tells.

    A sheet that was published elsewhere was theirs already: nobody is asked again.
    """
    if sheet.is_archive:
        return []
    holders: list[Holder] = list(sheet.named.all())
    if sheet.cooperation is not None:
        holders += [one.holder for one in sheet.cooperation.parties.select_related("structure", "group", "resident")]
    return list({holder_key(one): one for one in holders}.values())


@transaction.atomic
def read_over_sheet(*, sheet: ExperienceSheet, by: Actor, at: datetime) -> ExperienceSheet:
    """Say that a sheet reads well; each of those quoted is then asked, and it is agreed once all accept."""
    require(permissions.can_read_over_sheet(by, sheet))
    sheet = ExperienceSheet.objects.select_for_update().get(pk=sheet.pk)
    if sheet.state not in {SheetState.DRAFT, SheetState.WITHDRAWN}:
        raise NotToReview
    if lacking := missing(sheet.words, is_archive=sheet.is_archive, asks_contact=sheet.asks_contact):
        names = ", ".join(str(field.label) for field in lacking)
        raise NotComplete(_("Il manque encore : %(names)s.") % {"names": names})
    if is_personal(sheet.words["contact_email"]):
        raise PersonalContact
    if any(line.waits for line in sheet.lines.all()):
        raise DoubtsLeft
    quoted = quoted_in(sheet)
    for review in sheet.reviews.all():
        if review.holder_key not in {holder_key(one) for one in quoted}:
            review.delete()
    for holder in quoted:
        SheetReview.objects.update_or_create(
            sheet=sheet, **held_by(holder), defaults={"asked_at": at, "accepted": None, "answered_at": None, "word": ""}
        )
    sheet.state = SheetState.READ if quoted else SheetState.AGREED
    sheet.save(update_fields=["state"])
    publish(events.SheetReadOver(sheet.pole_id, sheet.pk), by=by, at=at)
    return sheet


@transaction.atomic
def answer_review(*, review: SheetReview, accepted: bool, word: str = "", by: Actor, at: datetime) -> SheetReview:
    """Accept a sheet for one of those it quotes, or ask for a change in a few words."""
    require(permissions.can_answer_review(by, review))
    sheet = ExperienceSheet.objects.select_for_update().get(pk=review.sheet_id)
    review = SheetReview.objects.select_for_update().get(pk=review.pk)
    if sheet.state not in {SheetState.READ, SheetState.AGREED}:
        raise NotToReview
    if not accepted and not word.strip():
        raise Refusal(_("Dites en quelques mots ce qui doit changer."), field="word")
    review.accepted, review.word = accepted, word.strip()
    review.answered_at, review.answered_by_id = at, by.person_id
    review.save()
    waiting = sheet.reviews.exclude(accepted=True).exists()
    sheet.state = SheetState.READ if waiting else SheetState.AGREED
    sheet.save(update_fields=["state"])
    publish(events.ReviewAnswered(sheet.pole_id, sheet.pk, review.pk), by=by, at=at)
    return review
