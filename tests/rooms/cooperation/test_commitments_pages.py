"""The pages of promises: who sees and does what, and what nobody else reads."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from phares.demo.cast import Cast
from phares.rooms.commons.refusals import Refusal
from phares.rooms.cooperation import actions
from phares.rooms.cooperation.actions.commitment import (
    ChangesNothing,
    ChangeWaiting,
    InTheFuture,
    NoChangeWaiting,
    NotSignedYet,
    Settled,
    WordMissing,
)
from phares.rooms.cooperation.agreement_words import PromiseDraft
from phares.rooms.cooperation.models import Commitment, Cooperation
from rooms.cooperation.agreed import TODAY, become, day, promises, running

As = Callable[[str], Client]
SECRET = "Notre trésorière est partie fâchée."


@pytest.fixture
def cooperation(cast: Cast) -> Cooperation:
    """L'Établi promises first, Roue Libre second; both have signed."""
    return running(cast)


@pytest.fixture
def promise(cooperation: Cooperation) -> Commitment:
    """What L'Établi promised to Roue Libre."""
    return promises(cooperation)[0]


def _page(client: Client, cooperation: Cooperation) -> str:
    response = client.get(cooperation.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def test_words_between_parties_are_read_by_them_alone_on_every_page(
    cast: Cast, cooperation: Cooperation, client_as: As, now: datetime
) -> None:
    first, second = promises(cooperation)
    actions.keep_commitment(commitment=first, done_on=TODAY, word=SECRET, by=cast.actor("nour"), at=now)
    change = become("change", second, cast.actor("sam"), now, word=SECRET)
    actions.answer_commitment_change(change=change, accepted=True, by=cast.actor("nour"), at=now)
    second.refresh_from_db()
    actions.propose_commitment_change(
        commitment=second, what="Encore", due_on=None, word=SECRET, by=cast.actor("sam"), at=now
    )
    actions.end_cooperation(
        cooperation=cooperation, ended_on=TODAY, reached=True, word=SECRET, by=cast.actor("sam"), at=now
    )
    for who in ("nour", "sam", "idris"):
        assert SECRET in _page(client_as(who), cooperation)
    pages = (
        cooperation.get_absolute_url(),
        reverse("cooperation:agreement", args=["fanal", cooperation.pk]),
        reverse("cooperation:write_agreement", args=["fanal", cooperation.pk]),
        reverse("cooperation:note_fact", args=["fanal", cooperation.pk]),
        reverse("cooperation:register", args=["fanal"]),
        reverse("directory:week", args=["fanal"]),
        reverse("directory:home", args=["fanal"]),
    )
    for who in ("lena", "paul", "hind", "maud", "awa", ""):
        for page in pages:
            assert SECRET not in client_as(who).get(page).content.decode(), (who, page)


def test_one_yellow_button_a_page_the_next_thing_for_this_reader(
    cast: Cast, cooperation: Cooperation, client_as: As, now: datetime
) -> None:
    first, second = promises(cooperation)
    told = {who: _page(client_as(who), cooperation) for who in ("nour", "sam", "lena", "awa")}
    assert {who: page.count("button-next") for who, page in told.items()} == {"nour": 1, "sam": 1, "lena": 1, "awa": 0}
    assert reverse("cooperation:keep_commitment", args=["fanal", first.pk]) in told["nour"]
    assert reverse("cooperation:keep_commitment", args=["fanal", second.pk]) not in told["nour"]
    become("keep", first, cast.actor("nour"), now)
    assert "Bien reçu" in _page(client_as("sam"), cooperation)
    assert "Bien reçu" not in _page(client_as("nour"), cooperation)
    become("change", second, cast.actor("sam"), now)
    asked = _page(client_as("nour"), cooperation)
    assert "Accepter ce changement" in asked
    assert asked.count("button-next") == 1
    assert "Accepter ce changement" not in _page(client_as("sam"), cooperation)
    assert "Accepter ce changement" not in _page(client_as("lena"), cooperation)


def test_those_outside_see_neither_promises_nor_whether_they_were_kept(cast: Cast, client_as: As) -> None:
    cooperation = running(cast, openness="public")
    for who in ("awa", "maud", ""):
        page = _page(client_as(who), cooperation)
        assert "Ouvrir l’atelier le mardi" not in page
        assert "à tenir" not in page
    assert "Ouvrir l’atelier le mardi" in _page(client_as("lena"), cooperation)


def test_a_day_gone_by_is_said_softly(cast: Cast, client_as: As) -> None:
    cooperation = running(cast, promises=(PromiseDraft(0, 1, "Ouvrir", day(-3)),))
    page = _page(client_as("nour"), cooperation)
    assert "était pour le" in page
    assert "en retard" not in page


def test_a_promise_goes_from_page_to_page(cast: Cast, cooperation: Cooperation, client_as: As) -> None:
    first, second = promises(cooperation)
    nour, sam = client_as("nour"), client_as("sam")
    kept = nour.post(reverse("cooperation:keep_commitment", args=["fanal", first.pk]), {"done_on": TODAY, "word": ""})
    assert kept["Location"] == cooperation.get_absolute_url()
    sam.post(reverse("cooperation:acknowledge_commitment", args=["fanal", first.pk]))
    assert "tenue le" in _page(nour, cooperation)
    proposed = {"what": "Venir à deux", "due_on": "", "word": "Parce que."}
    sam.post(reverse("cooperation:propose_commitment_change", args=["fanal", second.pk]), proposed)
    change = second.changes.get()
    answer = reverse("cooperation:answer_commitment_change", args=["fanal", change.pk])
    nour.post(answer, {"accepted": "perhaps"})
    change.refresh_from_db()
    assert change.answered_at is None
    nour.post(answer, {"accepted": "yes"})
    assert "Ce qui a changé d’accord" in _page(nour, cooperation)
    drop = reverse("cooperation:drop_commitment", args=["fanal", second.pk])
    assert sam.post(drop, {"word": " "}).status_code == 422
    sam.post(drop, {"word": "Plus personne."})
    assert "abandonnée le" in _page(nour, cooperation)
    assert "Plus personne." in _page(nour, cooperation)


def test_a_refused_act_keeps_what_was_typed(cast: Cast, cooperation: Cooperation, client_as: As) -> None:
    promise = promises(cooperation)[0]
    address = reverse("cooperation:keep_commitment", args=["fanal", promise.pk])
    page = client_as("nour").post(address, {"done_on": day(3), "word": "Presque"})
    assert page.status_code == 409
    assert "Presque" in page.content.decode()
    assert "pas encore passée" in page.content.decode()


@pytest.mark.parametrize("name", ["keep_commitment", "propose_commitment_change", "drop_commitment"])
def test_a_promise_of_others_is_not_found(cast: Cast, client_as: As, name: str) -> None:
    promise = promises(running(cast, openness="public"))[0]
    address = reverse(f"cooperation:{name}", args=["fanal", promise.pk])
    for client in (client_as("awa"), client_as("maud")):
        assert client.get(address).status_code == 404
    assert client_as("").get(address).status_code == 302
    assert client_as("lena").get(address).status_code == 403
    assert client_as("nour").get(address.replace("/fanal/", "/ailleurs/")).status_code == 404


def test_refusals_are_in_words() -> None:
    for refusal in (Settled, NotSignedYet, WordMissing, ChangeWaiting, NoChangeWaiting, ChangesNothing, InTheFuture):
        assert str(refusal.sentence) != str(Refusal.sentence)
