"""Acts on a sheet in preparation: beginning it, writing a section, filing it."""

import hashlib
import json
from datetime import date, datetime
from itertools import count
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phares.rooms.commons.days import as_day
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.cooperation.models import Cooperation
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole, Structure
from phares.rooms.publishing import events, permissions
from phares.rooms.publishing.index_counting import count_again
from phares.rooms.publishing.masking import is_named
from phares.rooms.publishing.models import ExperienceSheet, Publisher, Rubric
from phares.rooms.publishing.models.sheet import SheetState
from phares.rooms.publishing.prefill import words_from_register
from phares.rooms.publishing.sheet_fields import BY_CODE, filled


class ChangedMeanwhile(Refusal):
    """Somebody else wrote this section since it was opened."""

    sentence = gettext_lazy("Quelqu’un d’autre vient d’écrire ici : relisez ce qui est écrit, puis ajoutez le vôtre.")


class NotOnThisSheet(Refusal):
    """There is no such field, or it cannot hold this."""

    sentence = gettext_lazy("Ce champ n’existe pas.")
    status = 400


class NotBegunYet(Refusal):
    """A sheet tells what every party has signed."""

    sentence = gettext_lazy("Cette coopération n’est pas encore signée par toutes les parties.")


@transaction.atomic
def begin_sheet(*, pole: Pole, cooperation: Cooperation | None = None, by: Actor, at: datetime) -> ExperienceSheet:
    """Begin a sheet, pre-filled from the register where it tells a cooperation; a second click gives the same one."""
    if cooperation is None:
        require(permissions.can_publish(by, pole))
        words: dict[str, Any] = {"dated_on": as_day(at).isoformat(), "author": pole.name, "commune": pole.commune}
        structure = None
    else:
        require(cooperation.pole_id == pole.pk and permissions.can_begin_sheet(by, cooperation))
        cooperation = Cooperation.objects.select_for_update().get(pk=cooperation.pk)
        if cooperation.started_at is None:
            raise NotBegunYet
        if begun := ExperienceSheet.objects.filter(cooperation=cooperation).first():
            return begun
        words = words_from_register(cooperation, as_day(at))
        structure = next(
            (one.structure for one in cooperation.parties.select_related("structure") if one.structure), None
        )
    sheet = ExperienceSheet.objects.create(
        pole=pole,
        cooperation=cooperation,
        structure=structure,
        publisher=publisher_named(pole.name),
        rubric=Rubric.objects.filter(pole=pole).order_by("-pk").first(),
        words=filled(words),
        written_by_id=by.person_id,
        begun_at=at,
        written_at=at,
    )
    name_structures(sheet)
    publish(events.SheetBegun(pole.pk, sheet.pk), by=by, at=at)
    return sheet


def publisher_named(name: str) -> Publisher:
    """Return the publisher of this name, made known when it was not; names that read alike have two addresses."""
    if known := Publisher.objects.filter(name=name).first():
        return known
    slug = slugify(name)[:70] or "editeur"
    taken = set(Publisher.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    free = next(one for number in count(1) if (one := slug if number == 1 else f"{slug}-{number}") not in taken)
    return Publisher.objects.get_or_create(name=name, defaults={"slug": free})[0]


def name_structures(sheet: ExperienceSheet) -> None:
    """Write down which structures of the pole the words name: they review it, and may not be named for ever."""
    known = Structure.objects.filter(pole=sheet.pole, name_is_established=True)
    sheet.named.set([one for one in known if one.pk == sheet.structure_id or is_named(one.name, sheet.words)])


def section_mark(value: Any) -> str:
    """Return a mark of what a section holds, by which a form says what it had before it."""
    return hashlib.sha256(json.dumps(value, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:16]


@transaction.atomic
def write_section(
    *, sheet: ExperienceSheet, code: str, value: Any, seen: str = "", by: Actor, at: datetime
) -> ExperienceSheet:
    """Write one section; whoever had accepted the sheet is asked again, since a word has changed.

    `seen` is the mark of what the writer had before them: words written meanwhile are not overwritten.
    """
    require(permissions.can_write_sheet(by, sheet))
    sheet = ExperienceSheet.objects.select_for_update().get(pk=sheet.pk)
    field = BY_CODE.get(code)
    if field is None or isinstance(value, list) != isinstance(field.empty, list):
        raise NotOnThisSheet
    if isinstance(value, str) and len(value) > field.longest:
        raise NotOnThisSheet(_("C’est plus long que ce que ce champ peut contenir."), field=code)
    before = sheet.words.get(code) or field.empty
    if seen and seen != section_mark(before):
        raise ChangedMeanwhile
    if value != before:
        change_words(sheet, {code: value}, by=by, at=at)
        publish(events.SheetWritten(sheet.pole_id, sheet.pk), by=by, at=at)
    return sheet


def change_words(sheet: ExperienceSheet, changed: dict[str, Any], *, by: Actor, at: datetime) -> None:
    """Put words into a sheet that is locked: it is a draft again, and what was accepted of it is to be asked again."""
    sheet.words = {**sheet.words, **changed}
    sheet.state = SheetState.DRAFT
    sheet.written_at, sheet.written_by_id = at, by.person_id
    sheet.save()
    sheet.reviews.update(accepted=None, answered_at=None, answered_by=None, word="")
    name_structures(sheet)


@transaction.atomic
def file_sheet(
    *,
    sheet: ExperienceSheet,
    rubric: Rubric | None,
    publisher: str,
    structure: Structure | None = None,
    by: Actor,
    at: datetime,
) -> ExperienceSheet:
    """Say under which rubric the sheet stands, who publishes it, and which structure it is about."""
    require(permissions.can_publish_sheet(by, sheet))
    sheet = ExperienceSheet.objects.select_for_update().get(pk=sheet.pk)
    if not publisher.strip():
        raise NotOnThisSheet(_("Dites qui publie cette fiche."), field="publisher")
    if any(one is not None and one.pole_id != sheet.pole_id for one in (rubric, structure)):
        raise NotOnThisSheet
    sheet.rubric, sheet.publisher, sheet.structure = rubric, publisher_named(publisher.strip()), structure
    sheet.save()
    name_structures(sheet)
    if sheet.version_id is not None:
        count_again(sheet.pole_id)
    publish(events.SheetWritten(sheet.pole_id, sheet.pk), by=by, at=at)
    return sheet


def day_of(words: dict[str, Any]) -> date | None:
    """Return the day of a sheet, written as YYYY-MM-DD."""
    try:
        return date.fromisoformat(str(words.get("dated_on") or ""))
    except ValueError:
        return None
