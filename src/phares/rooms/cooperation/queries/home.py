"""Reads of a member's home: what waits for whoever acts, what they said, what they do with others, what is new."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from phares.rooms.commons.models import JournalEntry
from phares.rooms.cooperation import permissions
from phares.rooms.cooperation.models import Commitment, CommitmentChange, Cooperation, Fact, Item, Party, Signature
from phares.rooms.cooperation.models.commitment import Outcome
from phares.rooms.cooperation.models.cooperation import State
from phares.rooms.cooperation.queries.items import visible_items_with_holder
from phares.rooms.cooperation.queries.matches import TO_ANSWER, TO_WRITE, MatchSeen, matches_seen
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole, Structure
from phares.rooms.directory.permissions import visible_structures

SOON = timedelta(days=14)
HELD = ("structure", "group", "resident")
PARTIES = Prefetch("parties", queryset=Party.objects.select_related(*HELD))
HOLDERS = [f"{side}__{held}" for side in ("promised_by", "promised_to") for held in HELD]
NEWS = ("ItemSaid", "CooperationStarted", "CooperationEnded", "FactNoted", "StructureAdmitted")
NEWS_READ = 40


def own(actor: Actor, pole: Pole, path: str = "") -> Q:
    """Return the filter on what belongs to the structure or group acted for, and to those whom the actor notes for."""
    mine = Q(pk__in=[])
    for name, held in (("structure_id", actor.structure_id), ("group_id", actor.group_id)):
        if held is not None:
            mine |= Q(**{f"{path}{name}": held})
    if actor.may("note_for_others", pole):
        mine |= Q(**{f"{path}structure__isnull": True, f"{path}pk__isnull": False})
    return mine


@dataclass(frozen=True)
class Waiting:
    """Everything that waits for an actor, sort by sort."""

    matches: Sequence[MatchSeen]
    to_sign: Sequence[Party]
    changes: Sequence[CommitmentChange]
    to_acknowledge: Sequence[Commitment]
    to_keep: Sequence[Commitment]


def waiting_for(actor: Actor, pole: Pole, day: date) -> Waiting:
    """Return what the actor alone can move on."""
    return Waiting(
        matches=[one for one in matches_seen(actor, pole, day) if one.standing in {TO_ANSWER, TO_WRITE} and one.mine],
        to_sign=_to_sign(actor, pole),
        changes=_changes(actor, pole),
        to_acknowledge=_to_acknowledge(actor, pole),
        to_keep=_to_keep(actor, pole, day),
    )


def _to_sign(actor: Actor, pole: Pole) -> list[Party]:
    """Return the parties for which the actor may sign a text in force and has not."""
    waiting = Party.objects.filter(own(actor, pole), cooperation__pole=pole, cooperation__state=State.TO_SIGN)
    signed = Signature.objects.filter(agreement__replaced_at=None).values("party_id")
    missing = (
        waiting.exclude(pk__in=signed).select_related("cooperation__pole", *HELD).order_by("cooperation__written_at")
    )
    return [party for party in missing if permissions.can_sign(actor, party)]


def _promises(pole: Pole) -> QuerySet[Commitment]:
    """Return the promises of cooperations that go on, with all that a permission or a line reads of them."""
    parties = Prefetch("cooperation__parties", queryset=Party.objects.select_related(*HELD))
    promises = Commitment.objects.filter(cooperation__pole=pole, cooperation__state=State.RUNNING)
    return promises.select_related("cooperation__pole", *HOLDERS).prefetch_related(parties).order_by("due_on", "pk")


def _changes(actor: Actor, pole: Pole) -> list[CommitmentChange]:
    """Return the changes that wait for the actor's answer."""
    proposers = [f"proposed_by__{held}" for held in HELD]
    unanswered = CommitmentChange.objects.filter(answered_at=None).select_related(*proposers)
    waiting = Prefetch("changes", queryset=unanswered, to_attr="waiting_changes")
    concerned = own(actor, pole, "cooperation__parties__")
    found = _promises(pole).filter(concerned, changes__in=unanswered).distinct().prefetch_related(waiting)
    return [
        change
        for commitment in found
        for change in commitment.waiting_changes
        if permissions.can_answer_change(actor, change)
    ]


def _to_acknowledge(actor: Actor, pole: Pole) -> list[Commitment]:
    """Return what others say they did, and that the actor may say was received."""
    done = _promises(pole).filter(own(actor, pole, "cooperation__parties__"), outcome=Outcome.DONE).distinct()
    return [one for one in done if permissions.can_acknowledge_commitment(actor, one)]


def _to_keep(actor: Actor, pole: Pole, day: date) -> list[Commitment]:
    """Return the promises to keep within two weeks, or whose day has passed."""
    due = _promises(pole).filter(own(actor, pole, "promised_by__"), outcome=Outcome.OPEN, due_on__lte=day + SOON)
    return [one for one in due if permissions.can_keep_commitment(actor, one)]


def own_items(actor: Actor, pole: Pole, day: date) -> QuerySet[Item]:
    """Return the needs and offers that wait, of those acted for; for those who note, what they noted."""
    mine = Q(noted_by=actor.person_id) if actor.holder is None else own(actor, pole)
    return visible_items_with_holder(actor, pole).filter(mine).open_on(day).order_by("-said_at")


def own_cooperations(actor: Actor, pole: Pole) -> QuerySet[Cooperation]:
    """Return what those acted for do with others, or are about to."""
    mine = Party.objects.filter(own(actor, pole)).values("cooperation_id")
    going_on = Cooperation.objects.filter(pole=pole, pk__in=mine, state__in=[State.RUNNING, State.TO_SIGN])
    return going_on.select_related("pole").prefetch_related(PARTIES).order_by("-written_at")


@dataclass(frozen=True)
class News:
    """Something that happened, and the thing that it happened to."""

    event: str
    at: datetime
    thing: Item | Cooperation | Fact | Structure


def news_of(actor: Actor, pole: Pole, most: int) -> list[News]:
    """Return the latest things that happened here, from the journal: what the actor may see and did not do."""
    rows = JournalEntry.objects.filter(pole_id=pole.pk, event__in=NEWS).exclude(person_id=actor.person_id or 0)
    latest = list(rows.order_by("-at", "-pk")[:NEWS_READ])
    things = _things(actor, pole, latest)
    told: dict[tuple[str, int], News] = {}
    for row in latest:
        key = _subject(row)
        if key in things and key not in told:
            told[key] = News(row.event, row.at, things[key])
    return list(told.values())[:most]


_SUBJECTS = {
    "ItemSaid": "item_id",
    "CooperationStarted": "cooperation_id",
    "CooperationEnded": "cooperation_id",
    "FactNoted": "fact_id",
    "StructureAdmitted": "subject_structure_id",
}


def _subject(row: JournalEntry) -> tuple[str, int]:
    """Return the sort and the id of what a row of the journal is about."""
    name = _SUBJECTS[row.event]
    return name, row.subjects[name]


def _things(
    actor: Actor, pole: Pole, rows: Sequence[JournalEntry]
) -> dict[tuple[str, int], Item | Cooperation | Fact | Structure]:
    """Return the visible things that rows of the journal are about."""
    ids: dict[str, list[int]] = {name: [] for name in _SUBJECTS.values()}
    for row in rows:
        name, pk = _subject(row)
        ids[name].append(pk)
    cooperations = permissions.visible_cooperations(actor, pole)
    found: dict[str, QuerySet[Any]] = {
        "item_id": visible_items_with_holder(actor, pole).filter(withdrawn_at=None),
        "cooperation_id": cooperations.select_related("pole").prefetch_related(PARTIES),
        "fact_id": Fact.objects.filter(cooperation__in=cooperations).select_related("cooperation__pole"),
        "subject_structure_id": visible_structures(actor, pole).select_related("pole"),
    }
    return {(name, thing.pk): thing for name, things in found.items() for thing in things.filter(pk__in=ids[name])}
