"""Who may see the ties of a structure or a group: itself and the coordination, nobody else."""

from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.directory.models.held import Holder


def can_see_ties(actor: Actor, holder: Holder, pole: Pole) -> bool:
    """With whom one does something, and with whom no more, is shown to oneself and to the coordination."""
    return (actor.acts_for(holder) and actor.may("see_pole", pole)) or actor.may("see_whom_to_meet", pole)
