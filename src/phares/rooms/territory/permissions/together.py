"""Who runs a workshop, who tells back."""

from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.territory.permissions.voices import can_listen


def can_run_workshop(actor: Actor, pole: Pole | int) -> bool:
    """A workshop is planned, sorted and closed by those who listen."""
    return can_listen(actor, pole)


def can_see_wall(actor: Actor, pole: Pole | int) -> bool:
    """The wall of an open workshop is shown in the room by the pole's people; the minutes are everybody's."""
    return actor.may("see_pole", pole) or can_listen(actor, pole)


def can_write_restitution(actor: Actor, pole: Pole | int) -> bool:
    """What is told back to everybody is written by those who set the pole's rules: the coordination."""
    return bool(actor.job) or actor.may("set_rules", pole)
