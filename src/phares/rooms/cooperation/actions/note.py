"""Acts on notes in passing: noting, correcting, removing, bringing a document later; the rule by which ties fade."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.attachments import keep_attachment
from phares.rooms.commons.days import as_day
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.cooperation import events, permissions
from phares.rooms.cooperation.models import FadeRule, Note, NoteParty, NoteVersion
from phares.rooms.cooperation.models.note import NoteKind
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Person, Pole
from phares.rooms.directory.models.held import Holder, held_by, holder_key

LONGEST_NOTE = 160
SHORTEST_FADE, LONGEST_FADE = 30, 1830


class NotTwo(Refusal):
    """A note in passing is between two different parties of this pole."""

    sentence = _("Choisissez deux parties différentes.")
    status = 400


class NothingSaid(Refusal):
    """The line is empty or too long."""

    sentence = _("Dites-le en une ligne.")
    status = 400


class NotToday(Refusal):
    """What is noted has happened."""

    sentence = _("Cette date n’est pas encore passée : on note ce qui a eu lieu.")


class NoteChangedMeanwhile(Refusal):
    """The other party corrected or removed it while the page was open."""

    sentence = _("Quelqu’un a corrigé ou retiré cette note entre-temps. La voici telle qu’elle est maintenant.")


class NoteRemovedBefore(Refusal):
    """It was removed."""

    sentence = _("Cette note a été retirée.")


class UnreasonableFade(Refusal):
    """A number of days that would make ties fall at once, or never."""

    sentence = _("Choisissez entre un mois et cinq ans.")
    status = 400


class RuleInThePast(Refusal):
    """Days gone by keep the rule that they had."""

    sentence = _("Une règle vaut à partir d’aujourd’hui ou plus tard : le passé ne bouge pas.")


@transaction.atomic
def note_in_passing(
    *,
    pole: Pole,
    holders: Sequence[Holder],
    what: str,
    kind: str = NoteKind.HELPED,
    on: date | None = None,
    draft: str | None = None,
    by: Actor,
    at: datetime,
) -> Note:
    """Note in one line what two did together; a fact at once, without any text to sign.

    The same `draft` notes it once: a second click gives back what the first one noted.
    """
    require(permissions.can_note_between(by, holders, pole))
    if before := _noted_before(draft, by):
        return before
    _require_two(holders, pole)
    day = on or as_day(at)
    _require_sound(what, kind, day, at)
    note = Note.objects.create(
        pole=pole, on=day, what=what.strip(), kind=kind, noted_by_id=by.person_id, noted_at=at, draft=draft or None
    )
    for position, holder in enumerate(holders):
        NoteParty.objects.create(note=note, position=position, **held_by(holder))
    publish(events.NoteTaken(pole.pk, note.pk), by=by, at=at)
    return note


@transaction.atomic
def correct_note(
    *, note: Note, what: str, on: date, kind: str = NoteKind.HELPED, seen: int, by: Actor, at: datetime
) -> Note:
    """Mend what a note says; what it said before stays in its history. `seen` is the number of versions shown."""
    note = _to_change(note, seen, by)
    _require_sound(what, kind, on, at)
    if (what.strip(), on, kind) == (note.what, note.on, note.kind):
        return note
    _keep_version(note, by, at, was_removed=False)
    note.what, note.on, note.kind = what.strip(), on, kind
    note.save(update_fields=["what", "on", "kind"])
    publish(events.NoteCorrected(note.pole_id, note.pk), by=by, at=at)
    return note


@transaction.atomic
def remove_note(*, note: Note, seen: int, by: Actor, at: datetime) -> Note:
    """Take a note away: it is counted nowhere any more, and its history says who removed it and when."""
    note = _to_change(note, seen, by)
    _keep_version(note, by, at, was_removed=True)
    note.removed_at = at
    note.save(update_fields=["removed_at"])
    publish(events.NoteRemoved(note.pole_id, note.pk), by=by, at=at)
    return note


@transaction.atomic
def prove_note(*, note: Note, proof: "UploadedFile[Any]", by: Actor, at: datetime) -> Note:
    """Bring a document for a note, now or later."""
    require(permissions.can_correct_note(by, note))
    note = Note.objects.select_for_update().get(pk=note.pk)
    if note.removed_at is not None:
        raise NoteRemovedBefore
    note.proof = keep_attachment(proof, by=by, at=at)
    note.save(update_fields=["proof"])
    publish(events.NoteProved(note.pole_id, note.pk), by=by, at=at)
    return note


@transaction.atomic
def set_fade_rule(*, pole: Pole, days: int, from_on: date, by: Actor, at: datetime) -> FadeRule:
    """Say for how long, from a day on, a tie is counted after its last fact; days gone by keep their rule."""
    require(permissions.can_set_fade_rule(by, pole))
    if not SHORTEST_FADE <= days <= LONGEST_FADE:
        raise UnreasonableFade(field="days")
    if from_on < as_day(at):
        raise RuleInThePast(field="from_on")
    rule, _is_new = FadeRule.objects.update_or_create(
        pole=pole, from_on=from_on, defaults={"days": days, "decided_by_id": by.person_id, "decided_at": at}
    )
    publish(events.FadeRuleSet(pole.pk, rule.pk), by=by, at=at)
    return rule


def _noted_before(draft: str | None, by: Actor) -> Note | None:
    """Return what this person noted from this draft; their row is locked, so that two clicks come one by one."""
    if not draft or by.person_id is None:
        return None
    Person.objects.select_for_update().get(pk=by.person_id)
    return Note.objects.filter(draft=draft, noted_by_id=by.person_id).first()


def _require_two(holders: Sequence[Holder], pole: Pole) -> None:
    """Refuse anything but two different parties that this pole knows."""
    if len({holder_key(holder) for holder in holders}) != 2 or len(holders) != 2:
        raise NotTwo(field="who")
    if not all(permissions.is_of_pole(holder, pole) for holder in holders):
        raise NotTwo(field="who")


def _require_sound(what: str, kind: str, day: date, at: datetime) -> None:
    """Refuse an empty or endless line, a kind that no form offers, and what has not happened yet."""
    if not 0 < len(what.strip()) <= LONGEST_NOTE:
        raise NothingSaid(field="what")
    if kind not in NoteKind.values:
        raise NothingSaid(str(_("Ce choix n’existe pas.")), field="kind")
    if day > as_day(at):
        raise NotToday(field="on")


def _to_change(note: Note, seen: int, by: Actor) -> Note:
    """Return the note under lock, as the page showed it."""
    require(permissions.can_correct_note(by, note))
    held = Note.objects.select_for_update().get(pk=note.pk)
    if held.removed_at is not None:
        raise NoteRemovedBefore
    if held.versions.count() != seen:
        raise NoteChangedMeanwhile
    return held


def _keep_version(note: Note, by: Actor, at: datetime, *, was_removed: bool) -> None:
    """Keep what a note says before it changes."""
    NoteVersion.objects.create(
        note=note,
        on=note.on,
        what=note.what,
        kind=note.kind,
        was_removed=was_removed,
        replaced_by_id=by.person_id,
        replaced_at=at,
    )
