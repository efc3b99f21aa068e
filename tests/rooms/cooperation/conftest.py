"""What the tests of needs, offers and matches play with."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from phares.demo.cast import Cast
from phares.rooms.cooperation import actions
from phares.rooms.cooperation.models import Answer, Cooperation, Item, Match, Means
from rooms.cooperation.agreed import running
from rooms.cooperation.shared import share

Say = Callable[..., Item]


@pytest.fixture
def say(cast: Cast, now: datetime) -> Say:
    """Return a function that lets somebody of the cast say a need, or an offer, for their own structure or group."""

    def said(key: str, title: str, side: str = "need", **more: Any) -> Item:
        by = cast.actor(key)
        holder = more.pop("holder", by.holder)
        return actions.say_item(
            pole=cast.pole, holder=holder, side=side, kind=more.pop("kind", "space"), title=title, by=by, at=now, **more
        )

    return said


@pytest.fixture
def storage(say: Say) -> tuple[Item, Item]:
    """A need of L’Établi that an offer of Jardins d’Aval answers."""
    need = say("nour", "Stocker 80 m² au sec jusqu’en mai", quantity=80, unit="m²")
    offer = say("awa", "Hangar de stockage au sec, 60 m²", "offer", quantity=60, unit="m²")
    return need, offer


@pytest.fixture
def match(cast: Cast, storage: tuple[Item, Item], now: datetime) -> Match:
    """The two put before each other by the coordinator; nobody has answered."""
    need, offer = storage
    return actions.propose_match(need=need, offer=offer, helper=offer.holder, by=cast.actor("lena"), at=now)


@pytest.fixture
def answer(cast: Cast, match: Match, now: datetime) -> Callable[..., Answer]:
    """Return a function that answers the match for one of its sides."""

    def answered(side: str, choice: str = "interested", by: str = "", **said: Any) -> Answer:
        actor = cast.actor(by or {"need": "nour", "offer": "awa"}[side])
        return actions.answer_match(match=match, side=side, choice=choice, by=actor, at=now, **said)

    return answered


@pytest.fixture
def three_sharing(cast: Cast) -> Cooperation:
    """A pooled service between L’Établi, Roue Libre and Jardins d’Aval."""
    return running(cast, "etabli", "roue", "aval", form="pooled_service")


@pytest.fixture
def line(cast: Cast, three_sharing: Cooperation, now: datetime) -> Means:
    """The Internet line that the three use all year."""
    return share(cast, three_sharing, "Internet", now)
