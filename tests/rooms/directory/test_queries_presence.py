"""Who was there on a day: periods count both of their ends, and what is hidden is counted without being named."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phares.demo.cast import CONSOLE, Cast
from phares.rooms.directory import actions, queries
from phares.rooms.directory.actors import VISITOR
from phares.rooms.directory.models import Membership, Structure

DAY = timedelta(days=1)


@pytest.fixture
def newcomer(cast: Cast, now: datetime) -> Structure:
    """A structure that does not take part yet."""
    return actions.add_structure(pole=cast.pole, name="La Nouvelle", by=CONSOLE, at=now)


def _there(structure: Structure, day: date) -> bool:
    held = queries.presence_on(CONSOLE, structure.pole, day).memberships
    return structure.pk in {one.structure_id for one in held}


def test_the_first_and_the_last_day_count_and_the_days_around_them_do_not(newcomer: Structure, now: datetime) -> None:
    first, last = date(2025, 3, 3), date(2025, 3, 9)
    actions.admit_structure(structure=newcomer, kind="hosted", from_on=first, until_on=last, by=CONSOLE, at=now)
    days = [first - DAY, first, last, last + DAY]
    assert [_there(newcomer, day) for day in days] == [False, True, True, False]


def test_a_structure_that_comes_back_was_away_in_between(newcomer: Structure, now: datetime) -> None:
    for first, last in ((date(2024, 1, 1), date(2024, 6, 30)), (date(2025, 1, 1), None)):
        actions.admit_structure(structure=newcomer, kind="hosted", from_on=first, until_on=last, by=CONSOLE, at=now)
    assert [
        _there(newcomer, date(2024, 6, 30)),
        _there(newcomer, date(2024, 9, 1)),
        _there(newcomer, date(2025, 1, 1)),
    ] == [
        True,
        False,
        True,
    ]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20) | st.none()), min_size=1, max_size=6))
def test_the_database_keeps_two_periods_of_one_structure_apart(
    newcomer: Structure, now: datetime, periods: list[tuple[int, int | None]]
) -> None:
    Membership.objects.filter(structure=newcomer).delete()
    kept: list[set[int]] = []
    for start, length in periods:
        days = set(range(start, start + length + 1)) if length is not None else set(range(start, 200))
        first = date(2025, 1, 1) + start * DAY
        last = first + length * DAY if length is not None else None
        try:
            actions.admit_structure(structure=newcomer, kind="hosted", from_on=first, until_on=last, by=CONSOLE, at=now)
        except actions.MembershipsOverlap:
            assert any(days & other for other in kept)
        else:
            assert not any(days & other for other in kept)
            kept.append(days)


def test_a_visitor_counts_the_structure_that_hides_but_does_not_read_its_name(cast: Cast) -> None:
    today = timezone.localdate()
    seen = queries.presence_on(VISITOR, cast.pole, today)
    known = queries.presence_on(cast.actor("nour"), cast.pole, today)
    assert (seen.hosted, seen.not_shown) == (known.hosted, 1)
    assert known.not_shown == 0
    page = Client().get("/fanal/qui-etait-la/").content.decode()
    assert "Parler Ensemble" not in page
    assert "L’Établi" in page


def test_a_day_that_does_not_exist_is_said_to_be_so(cast: Cast) -> None:
    answer = Client().get("/fanal/qui-etait-la/", {"jour": "2025-02-31"})
    assert answer.status_code == 400
    assert "Cette date n’existe pas" in answer.content.decode()
