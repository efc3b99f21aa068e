"""Events: each is known to the one dictionary of subscriptions, frozen, and made of ids alone."""

import dataclasses
import importlib

from house.reading import PACKAGE, nothing_in
from phares.rooms.commons import journal


def events() -> list[type]:
    files = [*PACKAGE.glob("rooms/*/events.py"), *PACKAGE.glob("rooms/*/events/*.py")]
    found = [".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts) for path in sorted(files)]
    modules = [importlib.import_module(name) for name in found]
    return [
        thing
        for module in modules
        for thing in vars(module).values()
        if dataclasses.is_dataclass(thing) and isinstance(thing, type) and thing.__module__ == module.__name__
    ]


def test_every_event_has_a_subscriber_or_says_that_the_journal_alone_keeps_it() -> None:
    assert {event.__name__ for event in events()} == {event.__name__ for event in journal.subscriptions()}


def test_events_carry_ids_and_nothing_that_names_or_tells() -> None:
    telling = [
        f"{event.__name__}.{field.name}"
        for event in events()
        for field in dataclasses.fields(event)
        if not field.name.endswith("_id") or field.type not in {int, int | None, "int", "int | None"}
    ]
    nothing_in(telling)


def test_events_are_frozen_and_bear_different_names() -> None:
    assert all(event.__dataclass_params__.frozen for event in events())  # type: ignore[attr-defined]
    names = [event.__name__ for event in events()]
    assert len(names) == len(set(names))
