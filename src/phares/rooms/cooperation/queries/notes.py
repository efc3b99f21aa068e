"""Reads of notes in passing: those that a reader may see, one with its history, and with whom one is likely to note."""

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet

from phares.rooms.cooperation import permissions
from phares.rooms.cooperation.models import Note, NoteParty, Party
from phares.rooms.directory import queries as directory
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Membership, Person, Pole
from phares.rooms.directory.models.held import Holder, holder_key
from phares.rooms.directory.permissions import visible_structures

HOLDERS = ("parties__structure", "parties__group", "parties__resident")


def notes_seen(actor: Actor, pole: Pole) -> QuerySet[Note]:
    """Return the notes that still stand and that this reader may see, the latest first."""
    seen = permissions.visible_notes(actor, pole).standing()  # type: ignore[attr-defined]
    found: QuerySet[Note] = seen.select_related("noted_by", "pole").prefetch_related(*HOLDERS)
    return found


def note_numbered(actor: Actor, pole: Pole, pk: int) -> Note | None:
    """Return a note that this reader may see, removed or not, with its history."""
    seen = permissions.visible_notes(actor, pole).filter(pk=pk)
    return seen.select_related("noted_by", "pole", "proof").prefetch_related(*HOLDERS, "versions__replaced_by").first()


def possible_with(actor: Actor, pole: Pole, day: date) -> list[Holder]:
    """Return structures that are there and residents' groups, those with whom the actor did something lately first."""
    there = Membership.objects.on(day).values("structure_id")
    everyone: list[Holder] = [
        *visible_structures(actor, pole).filter(pk__in=there),
        *directory.residents_groups(pole),
    ]
    met = _met(actor)
    others = [holder for holder in everyone if not actor.acts_for(holder)]
    return sorted(others, key=lambda holder: -met.get(holder_key(holder), 0))


def _met(actor: Actor) -> dict[str, int]:
    """Return, by holder, how lately each took part in something with the one acted for; the greater the later."""
    if actor.holder is None:
        return {}
    together: list[Sequence[Party | NoteParty]] = []
    for parties, thing in ((Party.objects.all(), "cooperation"), (NoteParty.objects.all(), "note")):
        own = parties.filter(permissions.mine(actor)).values(f"{thing}_id")
        rows = parties.filter(**{f"{thing}__in": own}).select_related("structure", "group", "resident")
        together.append(list(rows.order_by("pk")))
    return {one.holder_key: place for place, one in enumerate([*together[0], *together[1]], 1)}


def residents_to_note(actor: Actor, pole: Pole, day: date) -> list[Person]:
    """Return the residents that whoever notes for others may name."""
    return list(directory.residents_of(pole, day)) if actor.may("note_for_others", pole) else []
