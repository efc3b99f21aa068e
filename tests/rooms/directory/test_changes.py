"""The memory of memberships: what changed between two days is what two days show, and nothing else."""

import itertools
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phares.demo.cast import CONSOLE, Cast
from phares.rooms.directory import actions, queries
from phares.rooms.directory.actors import VISITOR
from phares.rooms.directory.models import Membership

FIRST = date(2024, 1, 1)
once_per_example = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


class Stay(NamedTuple):
    """A gap before, how long, and in which way."""

    gap: int
    length: int
    kind: str


stays = st.lists(
    st.builds(Stay, st.integers(0, 4), st.integers(1, 6), st.sampled_from(["hosted", "associate", "partner"])),
    max_size=5,
)


def _write(cast: Cast, row: list[Stay], now: datetime) -> None:
    """Write a structure's stays one after the other, from the first day on."""
    structure, day = cast.structures["aval"], FIRST
    Membership.objects.filter(structure=structure).delete()
    for stay in row:
        day += timedelta(days=stay.gap)
        last = day + timedelta(days=stay.length - 1)
        actions.admit_structure(structure=structure, kind=stay.kind, from_on=day, until_on=last, by=CONSOLE, at=now)
        day = last + timedelta(days=1)


def _way(row: list[Stay], asked: date) -> str:
    """Return in which way the structure takes part on a day, counted by hand."""
    day = FIRST
    for stay in row:
        day += timedelta(days=stay.gap)
        if day <= asked < day + timedelta(days=stay.length):
            return stay.kind
        day += timedelta(days=stay.length)
    return ""


@once_per_example
@given(row=stays, first=st.integers(-3, 40), length=st.integers(0, 40))
def test_changes_lead_from_what_the_first_day_shows_to_what_the_last_day_shows(
    cast: Cast, now: datetime, row: list[Stay], first: int, length: int
) -> None:
    _write(cast, row, now)
    start, end = FIRST + timedelta(days=first), FIRST + timedelta(days=first + length)
    told = queries.changes_between(CONSOLE, cast.pole, start, end)
    way = _way(row, start)
    for change in [one for one in told.changes if one.structure == cast.structures["aval"]]:
        if change.what == queries.LEFT:
            assert change.membership.kind == way
            way = ""
        else:
            assert bool(way) == (change.what == queries.CHANGED)
            way = change.membership.kind
    assert way == _way(row, end)


@once_per_example
@given(row=stays, parts=st.lists(st.integers(0, 30), min_size=2, max_size=4))
def test_what_changed_over_a_time_is_what_changed_over_its_parts(
    cast: Cast, now: datetime, row: list[Stay], parts: list[int]
) -> None:
    _write(cast, row, now)
    days = [FIRST + timedelta(days=number) for number in sorted(parts)]

    def told(start: date, end: date) -> list[tuple[object, ...]]:
        changes = queries.changes_between(CONSOLE, cast.pole, start, end).changes
        return [(one.what, one.on, one.structure.pk) for one in changes]

    pieces = [one for start, end in itertools.pairwise(days) for one in told(start, end)]
    assert sorted(pieces) == sorted(told(days[0], days[-1]))


def test_a_structure_changes_kind_leaves_and_comes_back(cast: Cast, now: datetime) -> None:
    stay = cast.structures["aval"].memberships.get()
    later = actions.change_membership(membership=stay, kind="associate", from_on=date(2025, 3, 1), by=CONSOLE, at=now)
    stay.refresh_from_db()
    assert (stay.until_on, later.from_on) == (date(2025, 2, 28), date(2025, 3, 1))
    actions.end_membership(membership=later, until_on=date(2025, 6, 30), by=CONSOLE, at=now)
    actions.admit_structure(
        structure=cast.structures["aval"], kind="hosted", from_on=date(2025, 9, 1), by=CONSOLE, at=now
    )
    told = queries.changes_between(CONSOLE, cast.pole, date(2025, 1, 1), date(2025, 12, 31))
    assert [(one.what, str(one.on)) for one in told.changes] == [
        (queries.CHANGED, "2025-03-01"), (queries.LEFT, "2025-06-30"), (queries.CAME_BACK, "2025-09-01"),
    ]  # fmt: skip


def test_a_change_before_the_first_day_after_the_last_or_to_the_same_kind_is_refused(cast: Cast, now: datetime) -> None:
    stay = cast.structures["aval"].memberships.get()
    with pytest.raises(actions.SameKind):
        actions.change_membership(membership=stay, kind="hosted", from_on=date(2025, 1, 1), by=CONSOLE, at=now)
    with pytest.raises(actions.ChangesBeforeItBegins):
        actions.change_membership(membership=stay, kind="partner", from_on=stay.from_on, by=CONSOLE, at=now)
    actions.end_membership(membership=stay, until_on=date(2025, 6, 30), by=CONSOLE, at=now)
    with pytest.raises(actions.AlreadyOver):
        actions.change_membership(membership=stay, kind="partner", from_on=date(2025, 7, 1), by=CONSOLE, at=now)
    assert Membership.objects.filter(structure=cast.structures["aval"]).count() == 1


def test_a_hidden_structure_s_change_is_counted_and_not_named(cast: Cast, now: datetime) -> None:
    hidden = cast.structures["langues"].memberships.get()
    actions.end_membership(membership=hidden, until_on=date(2025, 6, 30), by=CONSOLE, at=now)
    seen = queries.changes_between(VISITOR, cast.pole, date(2025, 6, 1), date(2025, 7, 1))
    assert ([one.structure.name for one in seen.changes], seen.not_shown) == ([], 1)


def test_what_a_source_only_attests_is_no_arrival(cast: Cast, now: datetime) -> None:
    other = actions.add_structure(pole=cast.pole, name="Attestée", by=CONSOLE, at=now)
    actions.admit_structure(
        structure=other,
        kind="hosted",
        from_on=date(2025, 1, 1),
        until_on=date(2025, 2, 1),
        bounds="attested",
        by=CONSOLE,
        at=now,
    )
    told = queries.changes_between(CONSOLE, cast.pole, date(2024, 12, 1), date(2025, 3, 1))
    assert other not in [one.structure for one in told.changes]


def test_people_and_floor_are_those_of_the_day(cast: Cast, now: datetime) -> None:
    etabli, roue = cast.structures["etabli"], cast.structures["roue"]
    for structure, on, people, surface in (
        (etabli, date(2025, 1, 1), 3, "100.5"), (etabli, date(2026, 1, 1), 5, None), (roue, date(2025, 6, 1), 2, "40"),
    ):  # fmt: skip
        actions.count_size(
            structure=structure,
            on=on,
            people=people,
            surface_m2=Decimal(surface) if surface else None,
            by=CONSOLE,
            at=now,
        )
    days = (date(2025, 2, 1), date(2025, 7, 1), date(2026, 2, 1))
    told = [queries.sizes_on(CONSOLE, cast.pole, day) for day in days]
    assert [(one.people.total, one.people.known, one.surface_m2.total) for one in told] == [
        (3, 1, Decimal("100.5")), (5, 2, Decimal("140.5")), (7, 2, Decimal("140.5")),
    ]  # fmt: skip


def test_numbers_kept_from_a_reader_are_not_in_the_sums_that_they_read(cast: Cast, now: datetime) -> None:
    roue = cast.structures["roue"]
    actions.count_size(structure=roue, on=date(2025, 6, 1), people=2, by=CONSOLE, at=now)
    actions.choose_field_levels(structure=roue, levels={"sizes": "coordinator"}, by=CONSOLE, at=now)
    readers = {"visitor": VISITOR, "nour": cast.actor("nour"), "sam": cast.actor("sam"), "lena": cast.actor("lena")}
    known = {who: queries.sizes_on(actor, cast.pole, now.date()).people.known for who, actor in readers.items()}
    assert known == {"visitor": 0, "nour": 0, "sam": 1, "lena": 1}


def test_a_structure_is_not_its_own_ancestor(cast: Cast, now: datetime) -> None:
    etabli, roue, aval = (cast.structures[key] for key in ("etabli", "roue", "aval"))
    told = {"kind": "born_from", "on": date(2025, 1, 1), "by": CONSOLE, "at": now}
    actions.record_lineage(structure=roue, other=etabli, **told)
    actions.record_lineage(structure=aval, other=roue, **told)
    for other in (aval, etabli):
        with pytest.raises(actions.NotItsOwnParent):
            actions.record_lineage(structure=etabli, other=other, **told)
    with pytest.raises(actions.LineageKnown):
        actions.record_lineage(structure=roue, other=etabli, **told)
    family = queries.family_of(CONSOLE, roue)
    assert ([one.other for one in family.before], [one.structure for one in family.after]) == ([etabli], [aval])
