"""Who groups, observes and answers."""

from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.funding.permissions import can_keep_funding
from phares.rooms.territory.models import Problem, Response
from phares.rooms.territory.permissions.voices import can_listen


def can_write_problem(actor: Actor, pole: Pole | int) -> bool:
    """Problems are written, split and merged by those who listen."""
    return can_listen(actor, pole)


def can_observe(actor: Actor, pole: Pole | int) -> bool:
    """A structure says what it sees; so do those who listen, with a source."""
    return can_listen(actor, pole) or (actor.may("say", pole) and actor.structure_id is not None)


def can_answer_problem(actor: Actor, problem: Problem) -> bool:
    """A structure says what it does about a problem; those who listen note what others do."""
    return can_observe(actor, problem.pole_id)


def can_make_call(actor: Actor, pole: Pole | int) -> bool:
    """A problem becomes a call by whoever keeps the pole's calls and may say what answers a problem."""
    return can_keep_funding(actor, pole) and can_observe(actor, pole)


def can_note_result(actor: Actor, response: Response) -> bool:
    """Results are noted by those who answer, or by those who listen."""
    pole_id = response.problem.pole_id
    own = actor.structure_id is not None and actor.structure_id == response.structure_id
    parties = response.cooperation.parties.all() if response.cooperation else []
    party = any(actor.acts_for(one.holder) for one in parties)
    return can_listen(actor, pole_id) or (actor.may("say", pole_id) and (own or party))
