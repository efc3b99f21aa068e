"""A call, answered by Roue Libre with the team that the machine found."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from house.scene import Scene
from phares.demo.cast import CONSOLE, Cast
from phares.rooms.directory import actions as directory
from phares.rooms.directory.actions.capacities import CapacityEntry
from phares.rooms.funding import actions


def add(scene: Scene, cast: Cast) -> None:
    """Note it as Hind would."""
    at = timezone.now()
    hind: dict[str, Any] = {"by": cast.actor("hind"), "at": at}
    for key in ("etabli", "roue"):
        said = [CapacityEntry("skill", "Mécanique cycle", Decimal(2))]
        directory.say_capacities(structure=cast.structures[key], capacities=said, by=CONSOLE, at=at)
    call = actions.note_call(
        pole=cast.pole, title="Rouler", issuer="Région",
        closes_on=timezone.localdate() + timedelta(days=9), **hind,
    )  # fmt: skip
    actions.ask_skill(call=call, skill="mécanique", members=2, **hind)
    actions.ask_skill(call=call, skill="plongée", is_mandatory=False, **hind)
    bid = actions.begin_application(call=call, **hind)
    for key in ("etabli", "roue"):
        actions.add_member(application=bid, structure=cast.structures[key], **hind)
    actions.find_teams(composition=actions.ask_for_teams(application=bid, **hind), **hind)
    scene.things |= {"found_team": [bid.pk, 1]}
