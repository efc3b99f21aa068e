"""Acts of publication: a version goes out, or the sheet is taken back."""

from datetime import datetime

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.commons.search import search_text, search_words
from phares.rooms.directory.actors import Actor
from phares.rooms.publishing import events, permissions
from phares.rooms.publishing.actions.review import PersonalContact
from phares.rooms.publishing.actions.sheet import day_of
from phares.rooms.publishing.contacts import is_personal
from phares.rooms.publishing.index_counting import count_again
from phares.rooms.publishing.masking import all_text
from phares.rooms.publishing.models import ExperienceSheet, SheetAddress, SheetVersion, SheetWord
from phares.rooms.publishing.models.sheet import SheetState
from phares.rooms.publishing.sheet_fields import filled

LONGEST_SLUG = 100


class NotAgreed(Refusal):
    """Those quoted have not all accepted."""

    sentence = gettext_lazy("Toutes les personnes et structures citées n’ont pas encore accepté cette fiche.")


class NoDay(Refusal):
    """A sheet is dated."""

    sentence = gettext_lazy("La date de la fiche ne se lit pas.")


class AlreadyWithdrawn(Refusal):
    """Nobody reads it any more."""

    sentence = gettext_lazy("Cette fiche n’est pas montrée.")


@transaction.atomic
def publish_sheet(*, sheet: ExperienceSheet, by: Actor, at: datetime) -> SheetVersion:
    """Put out the words as all have accepted them: a new version, at an address that never stops leading to it."""
    require(permissions.can_publish_sheet(by, sheet))
    sheet = ExperienceSheet.objects.select_for_update().get(pk=sheet.pk)
    if sheet.state != SheetState.AGREED:
        raise NotAgreed
    words = filled(sheet.words)
    day = day_of(words)
    if day is None:
        raise NoDay(field="dated_on")
    if is_personal(words["contact_email"]):
        raise PersonalContact
    version = SheetVersion.objects.create(
        sheet=sheet,
        number=(sheet.versions.values_list("number", flat=True).first() or 0) + 1,
        words=words,
        photos=list(sheet.photos.values_list("pk", flat=True)),
        rubric=sheet.rubric,
        title=words["title"],
        lead=words["lead"],
        commune=words["commune"],
        dated_on=day,
        search_text=search_text(all_text(words)),
        published_by_id=by.person_id,
        published_at=at,
    )
    sheet.version, sheet.shown_on, sheet.state, sheet.withdrawal_word = version, day, SheetState.PUBLISHED, ""
    sheet.slug = _address(sheet)
    sheet.save()
    _index(sheet)
    count_again(sheet.pole_id)
    publish(events.SheetPublished(sheet.pole_id, sheet.pk, version.pk), by=by, at=at)
    return version


def _address(sheet: ExperienceSheet) -> str:
    """Return the address that the title gives; one that another sheet of the pole ever had is not taken again."""
    wanted = slugify(sheet.words["title"])[:LONGEST_SLUG].strip("-") or "fiche"
    slug, count = wanted, 1
    while SheetAddress.objects.filter(pole=sheet.pole, slug=slug).exclude(sheet=sheet).exists():
        count += 1
        slug = f"{wanted}-{count}"
    SheetAddress.objects.get_or_create(pole=sheet.pole, slug=slug, sheet=sheet)
    return slug


def _index(sheet: ExperienceSheet) -> None:
    """Write down the keywords and the #tags by which the sheet is found, once each."""
    sheet.index_words.all().delete()
    found = {
        (is_tag, "-".join(search_words(word))[:80] or word[:80].lower()): word[:80]
        for is_tag, code in ((False, "keywords"), (True, "tags"))
        for word in reversed(sheet.words[code])
    }
    rows = [SheetWord(sheet=sheet, is_tag=is_tag, slug=slug, word=word) for (is_tag, slug), word in found.items()]
    SheetWord.objects.bulk_create(reversed(rows))


@transaction.atomic
def withdraw_sheet(*, sheet: ExperienceSheet, word: str = "", by: Actor, at: datetime) -> ExperienceSheet:
    """Take a sheet back: its address says that it was withdrawn, its versions stay with those who wrote it."""
    require(permissions.can_withdraw_sheet(by, sheet))
    sheet = ExperienceSheet.objects.select_for_update().get(pk=sheet.pk)
    if sheet.version_id is None:
        raise AlreadyWithdrawn
    if not word.strip():
        raise Refusal(_("Dites en quelques mots pourquoi : celles et ceux qui l’ont écrite le liront."), field="word")
    sheet.version, sheet.shown_on, sheet.state = None, None, SheetState.WITHDRAWN
    sheet.withdrawal_word = word.strip()
    sheet.save()
    sheet.index_words.all().delete()
    count_again(sheet.pole_id)
    publish(events.SheetWithdrawn(sheet.pole_id, sheet.pk), by=by, at=at)
    return sheet
