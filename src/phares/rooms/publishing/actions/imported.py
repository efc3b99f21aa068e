"""Acts of import: reading a sheet that exists elsewhere, and correcting what was read, line by line."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole, Structure
from phares.rooms.publishing import events, permissions
from phares.rooms.publishing.actions.rubric import add_rubric
from phares.rooms.publishing.actions.sheet import change_words, name_structures, publisher_named
from phares.rooms.publishing.models import ExperienceSheet, ImportedLine, Rubric, SheetPhoto
from phares.rooms.publishing.models.line import Landing
from phares.rooms.publishing.sheet_composing import captions_of, rubrics_of, words_of_lines
from phares.rooms.publishing.sheet_doubts import doubts_of
from phares.rooms.publishing.sheet_fields import BY_CODE, filled
from phares.rooms.publishing.sheet_files import FileNotRead, text_of
from phares.rooms.publishing.sheet_reading import CAPTION, RUBRIC, SOURCE, ReadLine, address_in, read_sheet

__all__ = ["FileNotRead", "correct_line", "import_sheet"]
PLACES = frozenset({*BY_CODE, CAPTION, RUBRIC, SOURCE, ""})


class RewrittenByHand(Refusal):
    """The section no longer holds what was read."""

    sentence = gettext_lazy("Ce passage a été récrit à la main depuis : corrigez-le dans la fiche même.")


def import_sheet(*, pole: Pole, content: bytes, publisher: str = "", by: Actor, at: datetime) -> ExperienceSheet:
    """Read a sheet in: every non-blank line of the file lands in a field or in « non rangé », none is dropped."""
    require(permissions.can_publish(by, pole))
    text = text_of(content)  # before the transaction: a PDF takes a moment
    return _write_down(pole, text, publisher, by, at)


@transaction.atomic
def _write_down(pole: Pole, text: str, publisher: str, by: Actor, at: datetime) -> ExperienceSheet:
    """Write a sheet read from a text, with every line of it."""
    read = read_sheet(text)
    source = next((found for line in read if line.field == SOURCE and (found := address_in(line.text))), "")
    sheet = ExperienceSheet.objects.create(
        pole=pole,
        publisher=publisher_named(publisher.strip() or pole.name),
        rubric=_rubric(pole, read, by=by, at=at),
        source_url=source[:400],
        private_contact=next((line.text for line in read if line.is_private), "")[:200],
        written_by_id=by.person_id,
        begun_at=at,
        written_at=at,
    )
    lines = ImportedLine.objects.bulk_create(_rows(sheet, read, text))
    sheet.words = filled(words_of_lines(_sorted(lines)))
    sheet.save(update_fields=["words"])
    for caption in captions_of(_sorted(lines)):
        SheetPhoto.objects.create(sheet=sheet, caption=caption[:240])
    name_structures(sheet)
    publish(events.SheetImported(pole.pk, sheet.pk), by=by, at=at)
    return sheet


def _rows(sheet: ExperienceSheet, read: Sequence[ReadLine], whole: str) -> list[ImportedLine]:
    """Return the lines to keep, each with where it landed and what looks wrong in it."""
    known = [
        sheet.pole.address,
        *Structure.objects.filter(pole=sheet.pole).exclude(location="").values_list("location", flat=True),
    ]
    rows = []
    for before, line in zip([None, *read], read, strict=False):
        joined = before is not None and bool(line.field) and before.field == line.field and line.text[:1].islower()
        doubts = [] if line.is_merged or line.is_private else doubts_of(line.text, line.field, known, whole)
        rows.append(
            ImportedLine(
                sheet=sheet,
                number=line.number,
                read=line.read,
                text=line.text,
                landing=_landing(line),
                field=line.field,
                is_joined=joined,
                doubts=[list(one) for one in doubts],
            )
        )
    return rows


def _landing(line: ReadLine) -> str:
    if line.is_merged:
        return Landing.MERGED
    if line.is_private:
        return Landing.PRIVATE
    return Landing.FIELD if line.field else Landing.UNSORTED


def _sorted(lines: Sequence[ImportedLine]) -> list[ImportedLine]:
    """Return the lines that landed in a field."""
    return [line for line in lines if line.landing == Landing.FIELD]


def _rubric(pole: Pole, read: Sequence[ReadLine], *, by: Actor, at: datetime) -> Rubric | None:
    """Return the rubric that the file's breadcrumb names, grown where it was missing; else the pole's own."""
    names = next((rubrics_of(line.text) for line in read if line.field == RUBRIC), [])
    rubric: Rubric | None = None
    for name in names:
        found = Rubric.objects.filter(pole=pole, parent=rubric, name__iexact=name[:80]).first()
        rubric = found or add_rubric(pole=pole, name=name[:80], parent=rubric, by=by, at=at)
    return rubric or Rubric.objects.filter(pole=pole).order_by("-pk").first()


@transaction.atomic
def correct_line(*, line: ImportedLine, text: str, field: str, by: Actor, at: datetime) -> ImportedLine:
    """Say how a line is to be read and where it stands: what was read is kept beside what it became, and by whom.

    The same words in the same place say that the reading was right.
    """
    require(permissions.can_write_sheet(by, line.sheet))
    sheet = ExperienceSheet.objects.select_for_update().get(pk=line.sheet_id)
    line = ImportedLine.objects.select_for_update().get(pk=line.pk)
    if field not in PLACES or (
        field in BY_CODE and isinstance(BY_CODE[field].empty, list) and field not in {"keywords", "tags"}
    ):
        raise Refusal(_("Ce champ n’existe pas."), field="field")
    if not text.strip():
        raise Refusal(_("Une ligne ne s’efface pas : laissez-la « non rangée » si elle ne sert à rien."), field="text")
    before = words_of_lines(_sorted(list(sheet.lines.all())))
    was = (line.said, line.field, line.landing)
    if line.landing == Landing.MERGED and field == line.field and text.strip() == line.said:
        field = line.field
    else:
        line.landing = Landing.FIELD if field else Landing.UNSORTED
    line.field, line.is_settled = field, True
    line.corrected = text.strip() if text.strip() != line.text else ""
    line.corrected_by_id, line.corrected_at = by.person_id, at
    line.save()
    after = words_of_lines(_sorted(list(sheet.lines.all())))
    changed = {
        code: after.get(code, BY_CODE[code].empty) for code in {*before, *after} if before.get(code) != after.get(code)
    }
    for code in changed:
        if sheet.words.get(code, BY_CODE[code].empty) != before.get(code, BY_CODE[code].empty):
            raise RewrittenByHand(field="text")
    if was[1] == CAPTION or field == CAPTION:
        _follow_captions(sheet, was[0] if was[1] == CAPTION else "", line.said if field == CAPTION else "")
    if field == SOURCE and (address := address_in(line.said)):
        sheet.source_url = address[:400]
    change_words(sheet, changed, by=by, at=at)
    publish(events.SheetLineCorrected(sheet.pole_id, sheet.pk, line.pk), by=by, at=at)
    return line


def _follow_captions(sheet: ExperienceSheet, was: str, now: str) -> None:
    """Let the photo that is to be found bear the corrected caption."""
    photo = SheetPhoto.objects.filter(sheet=sheet, caption=was[:240]).first() if was else None
    if photo is not None and now:
        photo.caption = now[:240]
        photo.save(update_fields=["caption"])
    elif photo is not None and photo.image_id is None:
        photo.delete()
    elif now:
        SheetPhoto.objects.create(sheet=sheet, caption=now[:240])
