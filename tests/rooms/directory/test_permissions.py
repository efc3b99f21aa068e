"""Who may do which act of the directory, written by hand; and what each may see."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from phares.demo.cast import Cast
from phares.rooms.commons.refusals import NotAllowed
from phares.rooms.directory import actions, permissions
from phares.rooms.directory.actors import VISITOR, Actor

EVERYBODY = ("lena", "paul", "hind", "maud", "nour", "idris", "sam", "odile", "samira")
KEEPERS = {"lena", "paul"}
ALLOWED = {
    "add_structure": KEEPERS,
    "admit_structure": KEEPERS,
    "end_membership": KEEPERS,
    "describe_structure": KEEPERS | {"nour"},
    "describe_pole": KEEPERS,
    "record_milestone": KEEPERS,
    "register_person": KEEPERS,
    "register_resident": KEEPERS | {"maud"},
    "give_mandate": KEEPERS,
    "give_resident_mandate": KEEPERS | {"maud"},
    "end_mandate": KEEPERS,
    "form_residents_group": KEEPERS | {"maud"},
}


def _acts(cast: Cast, now: datetime) -> dict[str, Callable[[Actor], Any]]:
    """Return each act of the directory, to be done by whoever is given."""
    pole, etabli, idris = cast.pole, cast.structures["etabli"], cast.people["idris"]
    new = actions.add_structure(pole=pole, name="La Nouvelle", by=cast.actor("lena"), at=now)
    stay = etabli.memberships.get()
    said: dict[str, tuple[Callable[..., Any], dict[str, Any]]] = {
        "add_structure": (actions.add_structure, {"pole": pole, "name": "Encore une"}),
        "admit_structure": (
            actions.admit_structure,
            {"structure": new, "kind": "hosted", "from_on": date(2026, 1, 5)},
        ),
        "end_membership": (actions.end_membership, {"membership": stay, "until_on": now.date()}),
        "describe_structure": (actions.describe_structure, {"structure": etabli, "name": "L’Établi"}),
        "describe_pole": (actions.describe_pole, {"pole": pole}),
        "record_milestone": (
            actions.record_milestone,
            {"pole": pole, "on": date(2026, 1, 5), "when": "janvier", "title": "Un jour"},
        ),
        "register_person": (
            actions.register_person,
            {"pole": pole, "given_name": "Zoé", "email": "zoe@four.example"},
        ),
        "register_resident": (actions.register_person, {"pole": pole, "given_name": "Zoé"}),
        "give_mandate": (
            actions.give_mandate,
            {"person": idris, "pole": pole, "role": "coordinator", "from_on": now.date()},
        ),
        "give_resident_mandate": (
            actions.give_mandate,
            {"person": idris, "pole": pole, "role": "resident", "from_on": now.date()},
        ),
        "end_mandate": (actions.end_mandate, {"mandate": cast.mandates["idris"], "until_on": now.date()}),
        "form_residents_group": (actions.form_residents_group, {"pole": pole, "name": "Le jardin"}),
    }
    return {name: (lambda by, act=act, words=words: act(**words, by=by, at=now)) for name, (act, words) in said.items()}


@pytest.mark.parametrize("act", ALLOWED)
@pytest.mark.parametrize("who", EVERYBODY)
def test_each_act_is_open_to_those_the_table_names(cast: Cast, now: datetime, who: str, act: str) -> None:
    doing = _acts(cast, now)[act]
    if who in ALLOWED[act]:
        doing(cast.actor(who))
    else:
        with pytest.raises(NotAllowed):
            doing(cast.actor(who))


@pytest.mark.parametrize("act", ALLOWED)
def test_nobody_acts_in_a_pole_without_a_mandate_there(cast: Cast, stranger: Actor, now: datetime, act: str) -> None:
    doing = _acts(cast, now)[act]
    for by in (VISITOR, Actor(cast.people["lena"]), stranger):
        with pytest.raises(NotAllowed):
            doing(by)


def test_a_keeper_of_one_pole_keeps_nothing_in_another(cast: Cast, stranger: Actor, now: datetime) -> None:
    theirs = stranger.mandate.pole
    keeper = actions.give_mandate(
        person=stranger.person,
        pole=theirs,
        role="coordinator",
        from_on=now.date(),
        by=Actor(job="console"),
        at=now,
    )
    with pytest.raises(NotAllowed):
        actions.add_structure(pole=cast.pole, name="Encore une", by=Actor(stranger.person, keeper), at=now)


def test_the_pole_sees_every_structure_and_the_public_those_that_show_themselves(cast: Cast, stranger: Actor) -> None:
    def seen(actor: Actor) -> set[str]:
        return {one.slug for one in permissions.visible_structures(actor, cast.pole)}

    everything = {one.slug for one in cast.structures.values()}
    public = everything - {cast.structures["langues"].slug}
    assert [seen(cast.actor(who)) for who in ("lena", "maud", "nour", "idris", "odile")] == [everything] * 5
    assert [seen(actor) for actor in (VISITOR, stranger, cast.actor("samira"))] == [public] * 3
