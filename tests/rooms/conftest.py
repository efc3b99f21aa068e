"""The small cast that the rooms' tests play with: one pole, a few structures, a second pole."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from django.utils import timezone

from phares.demo import cast as the_cast
from phares.demo.cast import CONSOLE, Cast
from phares.rooms.directory import actions as directory
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole

SMALL = frozenset({"etabli", "roue", "aval", "langues"})


@pytest.fixture
def now() -> datetime:
    """The moment of the test."""
    return timezone.now()


@pytest.fixture
def cast(db: None, now: datetime) -> Cast:
    """Le Fanal with four structures, one of which is seen by the pole only, and everyone who acts for the pole."""
    return the_cast.settle(now, only=SMALL)


@pytest.fixture
def other_pole(db: None, now: datetime) -> Pole:
    """A second pole on the same instance."""
    return directory.found_pole(slug="ailleurs", name="Ailleurs", commune="Loin", by=CONSOLE, at=now)


@pytest.fixture
def stranger(other_pole: Pole, now: datetime) -> Actor:
    """A representative of a structure of the second pole."""
    structure = directory.add_structure(pole=other_pole, name="Structure d’ailleurs", by=CONSOLE, at=now)
    person = directory.register_person(
        pole=other_pole, given_name="Étrangère", email="etrangere@ailleurs.example", by=CONSOLE, at=now
    )
    mandate = directory.give_mandate(
        person=person, pole=other_pole, role="representative", structure=structure, from_on=now.date(), by=CONSOLE, at=now
    )
    return Actor(person, mandate)


@pytest.fixture
def client_as(cast: Cast) -> Callable[[str], Client]:
    """Return a browser of the named person of the cast, logged in; "" is a visitor."""

    def enter(key: str) -> Client:
        client = Client()
        if key:
            client.force_login(cast.people[key], backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return enter
