"""Two problems of a wall that are one: put together, taken apart again, merged for good at the end."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from phares.demo.cast import Cast
from phares.rooms.commons.refusals import Refusal
from phares.rooms.territory import actions
from phares.rooms.territory.models import Problem, Workshop, WorkshopProblem
from phares.rooms.territory.queries import workshop as queries


@pytest.fixture
def who(cast: Cast, now: datetime) -> dict[str, Any]:
    """The mediator, now."""
    return {"by": cast.actor("maud"), "at": now}


@pytest.fixture
def walls(cast: Cast, who: dict[str, Any], now: datetime) -> dict[str, WorkshopProblem]:
    """A workshop being sorted: two known problems and a new one on the wall, one card under each."""
    one = actions.plan_workshop(pole=cast.pole, title="Que faire du soir ?", starts_at=now, place="La cour", **who)
    actions.turn_workshop(workshop=one, phase="sort", **who)
    walls = {}
    for title in ("Pas de bus", "Plus de bus après 20 h"):
        known = actions.write_problem(pole=cast.pole, title=title, kinds=["social"], **who)
        walls[title] = actions.put_problem(workshop=one, problem=known, **who)
    walls["Le soir"] = actions.put_problem(workshop=one, title="Le soir", kinds=["ecological"], **who)
    for title, wall in walls.items():
        card = actions.write_card(workshop=one, text=f"Une carte : {title}", is_public=True, **who)
        actions.sort_card(card=card, under=wall, **who)
    return walls


def _workshop(walls: dict[str, WorkshopProblem]) -> Workshop:
    return Workshop.objects.get(pk=walls["Le soir"].workshop_id)


def _columns(walls: dict[str, WorkshopProblem]) -> dict[str, int]:
    wall = queries.wall_of(_workshop(walls), timezone.localdate())
    return {one.wall.title: len(one.cards) for one in wall.problems}


def test_what_is_put_together_is_one_column_and_one_problem_after_the_closing(
    walls: dict[str, WorkshopProblem], who: dict[str, Any], client_as: Callable[[str], Client]
) -> None:
    bus, late, evening = walls.values()
    one, maud = _workshop(walls), client_as("maud")
    page = one.get_absolute_url()
    assert f"{page}problemes/reunir/?mur={late.pk}" in maud.get(page).content.decode()
    sorting = maud.post(f"{page}problemes/reunir/?tri", {"wall": evening.pk, "into": late.pk})
    assert sorting["Location"] == f"{page}trier/"
    assert maud.post(f"{page}problemes/reunir/", {"wall": late.pk, "into": bus.pk}).status_code == 302
    assert _columns(walls) == {"Pas de bus": 3}
    card = actions.write_card(workshop=one, text="Encore", **who)
    actions.sort_card(card=card, under=WorkshopProblem.objects.get(pk=evening.pk), **who)
    assert card.__class__.objects.get(pk=card.pk).under == bus  # a page left open still shows the other title
    with pytest.raises(Refusal):
        actions.take_problem_off(wall=bus, **who)
    assert Problem.objects.filter(merged_into=None).count() == 2  # nothing is merged before the closing
    actions.note_decision(workshop=one, wall=WorkshopProblem.objects.get(pk=late.pk), words="Voir", who="nous", **who)
    closed = actions.close_workshop(workshop=one, **who)
    (known,) = Problem.objects.filter(merged_into=None)
    assert [known.title, known.voices.count()] == ["Pas de bus", 4]
    assert Problem.objects.get(title="Plus de bus après 20 h").merged_into == known
    (told,) = queries.minutes_of(closed, timezone.localdate()).problems
    assert set(told.merged) == {"Plus de bus après 20 h", "Le soir"}
    visitor = client_as("")
    assert "« Le soir »" in visitor.get(page).content.decode().replace("\xa0", " ").replace("\u202f", " ")
    assert "Plus de bus après" in visitor.get(known.get_absolute_url()).content.decode()
    assert visitor.get(f"{page}compte-rendu.pdf").content.startswith(b"%PDF")
    with pytest.raises(Refusal):
        actions.part_on_wall(wall=late, **who)


def test_taken_apart_each_has_its_own_again_and_dots_are_not_moved(
    walls: dict[str, WorkshopProblem], who: dict[str, Any]
) -> None:
    bus, late, evening = walls.values()
    one = _workshop(walls)
    actions.merge_on_wall(wall=late, into=bus, **who)
    assert _columns(walls) == {"Pas de bus": 2, "Le soir": 1}
    actions.part_on_wall(wall=late, **who)
    assert _columns(walls) == {"Pas de bus": 1, "Plus de bus après 20 h": 1, "Le soir": 1}
    actions.merge_on_wall(wall=evening, into=bus, **who)
    actions.count_people(workshop=one, counts={"residents": 9}, **who)
    actions.turn_workshop(workshop=one, phase="vote", **who)
    placed = actions.place_dots(workshop=one, counts={bus.pk: 4, evening.pk: 2}, **who)
    assert placed == {bus.pk: 4}  # the other has no column of its own
    with pytest.raises(Refusal):
        actions.merge_on_wall(wall=late, into=bus, **who)
    with pytest.raises(Refusal):
        actions.part_on_wall(wall=evening, **who)


def test_nothing_is_put_with_itself_nor_twice_nor_with_another_wall(
    walls: dict[str, WorkshopProblem],
    who: dict[str, Any],
    cast: Cast,
    now: datetime,
    client_as: Callable[[str], Client],
) -> None:
    bus, late, _evening = walls.values()
    other = actions.plan_workshop(pole=cast.pole, title="Un autre", starts_at=now, place="Ici", **who)
    there = actions.put_problem(workshop=other, title="Ailleurs", kinds=["social"], **who)
    for wall, into in ((bus, bus), (bus, there), (there, bus)):
        with pytest.raises(Refusal):
            actions.merge_on_wall(wall=wall, into=into, **who)
    actions.merge_on_wall(wall=late, into=bus, **who)
    for wall, into in ((late, bus), (bus, late)):
        with pytest.raises(Refusal):
            actions.merge_on_wall(wall=wall, into=into, **who)
    maud, page = client_as("maud"), _workshop(walls).get_absolute_url()
    for asked in ("9" * 20, "\x00", str(there.pk), "", "-1"):
        assert maud.post(f"{page}problemes/reunir/", {"wall": asked, "into": bus.pk}).status_code == 422
        assert maud.post(f"{page}problemes/separer/", {"wall": asked}).status_code == 404
        assert maud.get(f"{page}problemes/reunir/", {"mur": asked}).status_code == 200
    for path, name in (("problemes/", "problems"), ("cartes/", "observations"), ("cartes/", "voices")):
        for asked in ("9" * 20, "\x00", "x"):
            assert maud.post(f"{page}{path}", {name: asked}).status_code in (302, 422)
