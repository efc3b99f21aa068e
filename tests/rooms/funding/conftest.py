"""A call that three structures of the small cast cover together."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from phares.demo.cast import CONSOLE, Cast
from phares.rooms.directory import actions as directory
from phares.rooms.directory.actions.capacities import CapacityEntry
from phares.rooms.funding import actions
from phares.rooms.funding.models import Application, Call

SKILLS = {
    "etabli": [("Atelier bois", 2)],
    "roue": [("Mécanique cycle", 3)],
    "aval": [("Mécanique", 1), ("Jardinage", 4)],
}


@pytest.fixture
def call(cast: Cast, now: datetime) -> Call:
    """A call for mechanics, wood and, if possible, gardening; each structure says what it knows."""
    for key, said in SKILLS.items():
        entries = [CapacityEntry("skill", name, Decimal(amount)) for name, amount in said]
        directory.say_capacities(structure=cast.structures[key], capacities=entries, by=CONSOLE, at=now)
    lena: dict[str, Any] = {"by": cast.actor("lena"), "at": now}
    call = actions.note_call(
        pole=cast.pole, title="Réparer le quartier", issuer="Région Grand-Large", ceiling_cents=2_000_000,
        closes_on=now.date() + timedelta(days=40), rate=Decimal(80), **lena,
    )  # fmt: skip
    actions.ask_skill(call=call, skill="Mécanique", amount=Decimal(3), **lena)
    actions.ask_skill(call=call, skill="Bois", amount=Decimal(1), **lena)
    actions.ask_skill(call=call, skill="Jardinage", is_mandatory=False, weight=2, **lena)
    actions.ask_rule(call=call, form="no_fewer", trait="sse", number=2, article="décret 2015-431", **lena)
    actions.ask_paper(call=call, kind="statutes", name="Statuts", **lena)
    return call


@pytest.fixture
def application(call: Call, cast: Cast, now: datetime) -> Application:
    """An answer begun by the coordinator, with L'Établi and Roue Libre invited."""
    lena: dict[str, Any] = {"by": cast.actor("lena"), "at": now}
    begun = actions.begin_application(call=call, **lena)
    for key in ("etabli", "roue"):
        actions.add_member(application=begun, structure=cast.structures[key], **lena)
    actions.invite_members(application=begun, **lena)
    return begun
