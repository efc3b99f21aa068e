"""Who hears: everybody speaks, those who note for others read over and call back."""

from datetime import date

from django.db.models import QuerySet

from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.territory.models import Voice


def can_say_voice(actor: Actor, pole: Pole) -> bool:
    """Everybody speaks, without account; a pole shown from public sources hears nobody."""
    return not pole.is_public_record


def can_listen(actor: Actor, pole: Pole | int) -> bool:
    """Voices are read over, typed in and called back by those who note for others."""
    return bool(actor.job) or actor.may("note_for_others", pole)


def can_set_listening_rules(actor: Actor, pole: Pole | int) -> bool:
    """Languages, districts and how long contacts are kept are chosen by those who set the pole's rules."""
    return bool(actor.job) or actor.may("set_rules", pole)


def visible_voices(actor: Actor, pole: Pole, day: date) -> QuerySet[Voice]:
    """Whoever said it decides: everybody reads it, or the pole's people; nobody after the day that they set."""
    voices = Voice.objects.filter(pole=pole)
    if actor.may("see_pole", pole) or can_listen(actor, pole):
        return voices.kept().agreed_on(day)
    return voices.public_on(day)
