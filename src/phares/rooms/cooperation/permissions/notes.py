"""Who may note something in passing, see it, correct it, remove it, and set how long ties are counted."""

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from phares.rooms.cooperation.models import Note, NoteParty
from phares.rooms.cooperation.permissions.acting import holds, mine
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.directory.models.held import Holder


def can_note_in_passing(actor: Actor, pole: Pole) -> bool:
    """Something is noted for one's own structure or group, or by whoever notes for others."""
    return (actor.holder is not None and actor.may("keep_promises", pole)) or actor.may("note_for_others", pole)


def can_note_between(actor: Actor, holders: Sequence[Holder], pole: Pole) -> bool:
    """One of the two notes, or whoever notes for others."""
    own = any(holds(actor, holder, pole.pk, "keep_promises") for holder in holders)
    return own or actor.may("note_for_others", pole)


def visible_notes(actor: Actor, pole: Pole) -> QuerySet[Note]:
    """A note is between its parties and the coordination; whoever notes for others sees residents' and their own."""
    notes = Note.objects.filter(pole=pole)
    if actor.job or actor.may("see_every_cooperation", pole):
        return notes
    seen = Q(pk__in=NoteParty.objects.filter(mine(actor)).values("note_id"))
    if actor.may("note_for_others", pole):
        of_residents = NoteParty.objects.filter(structure=None).values("note_id")
        seen |= Q(pk__in=of_residents) | Q(noted_by=actor.person_id)
    return notes.filter(seen)


def can_see_notes(actor: Actor, pole: Pole) -> bool:
    """The list of notes is for those who note, and for those who see every cooperation."""
    return can_note_in_passing(actor, pole) or actor.may("see_every_cooperation", pole)


def can_correct_note(actor: Actor, note: Note) -> bool:
    """Either of the two corrects or removes a note; so does whoever noted it for them."""
    if any(holds(actor, party.holder, note.pole_id, "keep_promises") for party in note.parties.all()):
        return True
    return (
        actor.person_id is not None and note.noted_by_id == actor.person_id and actor.may("note_for_others", note.pole)
    )


def can_set_fade_rule(actor: Actor, pole: Pole) -> bool:
    """Those who run the pole say for how long a tie is counted."""
    return actor.may("set_rules", pole)
