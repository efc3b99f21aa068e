"""The member's home: what waits for whoever acts and for nobody else, and news of what they may see."""

from datetime import datetime
from typing import Any

import pytest
from django.urls import reverse

from phares.demo.cast import Cast
from phares.demo.telling import ALL, Promise, Telling
from phares.rooms.commons.blocks import Block, Line
from phares.rooms.cooperation.models import Cooperation
from phares.rooms.cooperation.models.match import Choice
from phares.rooms.cooperation.panels import home as panel


@pytest.fixture
def telling(cast: Cast, now: datetime) -> Telling:
    """The small cast, ready to tell."""
    return Telling(cast, now.date())


def block(telling: Telling, who: str, key: str) -> Block:
    """Return a block of this person's home."""
    blocks = panel.show(telling.cast.actor(who), telling.cast.pole, telling.today)["blocks"]
    return next(one for one in blocks if one.key == key)


def waits(telling: Telling, who: str) -> list[tuple[Any, Any]]:
    """Return what waits for this person: the line and its action."""
    return [(line.title, line.action) for line in block(telling, who, "waiting").lines]


def lent(telling: Telling, *, due: int | None = 3, to: str = "roue", openness: str = "pole") -> Cooperation:
    """Return a loan of L’Établi that both signed two months ago, with one promise."""
    promise = [Promise("etabli", to, "Prêter la scie", due)]
    parties = {"etabli": "", "roue": ""}
    draft = telling.draft("Un prêt", "Prêter.", "loan", parties, promise, begins=60, openness=openness)
    return telling.agree(60, "etabli", draft)


def proposed(telling: Telling) -> Any:
    """Return a need of L’Établi put before Roue Libre."""
    need = telling.need(9, "etabli", "space", "Un coin sec pour des planches")
    return telling.propose(7, need, telling.offer(8, "roue", "space", "Un coin sec du hangar"))


def test_a_proposal_waits_for_both_sides_until_each_has_answered(telling: Telling) -> None:
    match = proposed(telling)
    assert waits(telling, "nour") == waits(telling, "sam") == [("Un coin sec pour des planches", "Répondre")]
    telling.answer(6, match, "need")
    assert not waits(telling, "nour")
    telling.answer(5, match, "offer")
    assert [action for _, action in waits(telling, "nour")] == ["Écrire l’accord"]


def test_a_refused_proposal_waits_for_nobody(telling: Telling) -> None:
    telling.answer(6, proposed(telling), "offer", Choice.NOT_FOR_US)
    assert not waits(telling, "nour")
    assert not waits(telling, "sam")


def test_a_text_waits_for_those_who_may_sign_it_and_have_not(telling: Telling) -> None:
    promise = [Promise("etabli", "roue", "Prêter")]
    draft = telling.draft("Un prêt", "Prêter.", "loan", {"etabli": "", "roue": ""}, promise, begins=0)
    cooperation = telling.begin(5, "etabli", draft)
    assert waits(telling, "nour") == waits(telling, "sam") == [("Un prêt", "Lire et signer")]
    assert not waits(telling, "idris"), "a member of the team does not engage the structure"
    telling.sign(4, cooperation, "roue")
    assert not waits(telling, "sam")


def test_a_promise_waits_for_those_who_made_it(telling: Telling) -> None:
    lent(telling)
    assert waits(telling, "nour") == waits(telling, "idris") == [("Prêter la scie", "Dire où l’on en est")]
    assert not waits(telling, "sam")


@pytest.mark.parametrize(("due", "count"), [(-14, 1), (-15, 0), (None, 0)])
def test_a_promise_waits_from_two_weeks_before_its_day(telling: Telling, due: int | None, count: int) -> None:
    lent(telling, due=due)
    assert len(waits(telling, "nour")) == count


def test_what_was_done_waits_for_those_who_received_it(telling: Telling) -> None:
    telling.done(1, lent(telling), 1)
    assert not waits(telling, "nour")
    assert waits(telling, "sam") == [("C’est fait, selon L’Établi", "Confirmer")]


def test_what_was_promised_to_all_waits_for_each_of_the_others(telling: Telling) -> None:
    telling.done(1, lent(telling, to=ALL), 1)
    assert [action for _, action in waits(telling, "sam")] == ["Confirmer"]


def test_a_change_waits_for_the_side_that_did_not_propose_it(telling: Telling) -> None:
    cooperation = lent(telling, due=-30)
    telling.move(1, cooperation, 1, to=-40, by="etabli", word="Plus tard.")
    assert waits(telling, "sam") == [("Un changement proposé par L’Établi", "Répondre")]
    assert not waits(telling, "nour")


def test_a_cooperation_that_is_over_waits_for_nobody(telling: Telling) -> None:
    telling.end(1, lent(telling), "etabli", reached=True, word="")
    assert not waits(telling, "nour")


def test_the_mediator_finds_what_waits_for_residents_and_groups_alone(telling: Telling) -> None:
    need = telling.need(9, "samira", "space", "Une salle pour coudre ensemble")
    telling.propose(7, need, telling.offer(8, "roue", "space", "Une salle pour coudre"))
    lent(telling)
    assert waits(telling, "maud") == [("Une salle pour coudre ensemble", "Répondre")]
    assert [line.title for line in block(telling, "maud", "items").lines] == ["Une salle pour coudre ensemble"]


def test_our_needs_and_offers_are_ours_and_open(telling: Telling) -> None:
    telling.need(9, "etabli", "space", "Un coin sec")
    telling.need(9, "roue", "space", "Un autre coin")
    telling.withdraw(2, telling.need(9, "etabli", "space", "Retiré"), "etabli")
    assert [line.title for line in block(telling, "nour", "items").lines] == ["Un coin sec"]


def test_every_empty_block_says_what_would_fill_it(telling: Telling) -> None:
    for key in ("waiting", "items", "cooperations", "news"):
        empty = block(telling, "clara", key)
        assert empty.lines or empty.empty, key
    assert block(telling, "clara", "waiting").empty_url


def news(telling: Telling, who: str) -> list[Line]:
    """Return the news that this person reads."""
    return list(block(telling, who, "news").lines)


def test_news_tells_what_others_did_and_not_what_we_did(telling: Telling) -> None:
    telling.need(1, "roue", "space", "Un coin pour des vélos")
    assert "Un coin pour des vélos" in [line.title for line in news(telling, "nour")]
    assert "Un coin pour des vélos" not in [line.title for line in news(telling, "sam")]


def test_news_keeps_to_itself_what_the_parties_keep_to_themselves(telling: Telling) -> None:
    cooperation = lent(telling, openness="parties")
    telling.fact(1, cooperation, "etabli", "Un fait entre nous")
    assert {"Un prêt", "Un fait entre nous"} & {line.title for line in news(telling, "sam")}
    assert not {"Un prêt", "Un fait entre nous"} & {line.title for line in news(telling, "awa")}


def test_what_was_taken_back_is_no_news(telling: Telling) -> None:
    telling.withdraw(0, telling.need(1, "roue", "space", "Un coin pour des vélos"), "roue")
    assert "Un coin pour des vélos" not in [line.title for line in news(telling, "nour")]


def test_more_things_to_show_ask_no_more_of_the_database(
    telling: Telling, client_as: Any, django_assert_num_queries: Any
) -> None:
    address = reverse("directory:home", args=[telling.cast.pole.slug])
    nour = client_as("nour")
    for _round in range(2):
        proposed(telling)
        telling.done(1, lent(telling), 1)
        telling.move(1, lent(telling), 1, to=-9, by="roue", word="")
        telling.fact(1, lent(telling), "roue", "On s’en sert.")
        with django_assert_num_queries(34):
            assert nour.get(address).status_code == 200
