"""Saying a need or an offer, one thing per screen."""

from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from phares.demo.cast import Cast
from phares.rooms.cooperation.models import Item
from phares.rooms.cooperation.views.drafts import MOST_DRAFTS
from phares.rooms.directory.models import Mandate, Person, Pole

As = Callable[[str], Client]

ANSWERS: dict[str, dict[str, Any]] = {
    "quoi": {"side": "need"},
    "genre": {"kind": "space"},
    "phrase": {"title": "Stocker 80 m² au sec", "text": "Des châssis de trois mètres."},
    "combien": {"quantity": "80", "unit": "m²"},
    "quand": {"weekly": ["MON 09:00-12:00", "THU 14:00-18:00"]},
    "ou": {"place": "près du quai"},
    "contre-quoi": {"exchange": "barter"},
    "qui-le-voit": {"visibility": "pole"},
}


def _begin(client: Client, first: dict[str, Any], asked: str = "") -> str:
    """Answer the first question and return the address of the draft, without its last part."""
    response = client.post(f"/fanal/dire/{asked}", first)
    assert response.status_code == 302, response.content.decode()
    address: str = response["Location"]
    return address.rstrip("/").rpartition("/")[0]


def _answer_all(client: Client, answers: dict[str, dict[str, Any]]) -> str:
    """Answer every question in turn and return the address of the last screen."""
    first, *others = answers
    draft = _begin(client, answers[first])
    for step in others:
        response = client.post(f"{draft}/{step}/", answers[step])
        assert response.status_code == 302, response.content.decode()
    return f"{draft}/relire/"


def test_a_need_is_said_one_thing_after_another_and_read_again_before(client_as: As, cast: Cast) -> None:
    client = client_as("nour")
    last = _answer_all(client, ANSWERS)
    page = client.get(last).content.decode()
    for words in ("Stocker 80", "Des châssis", "80 m²", "lundi matin, jeudi après-midi", "près du quai"):
        assert words in page.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
    assert not Item.objects.exists()
    response = client.post(last)
    item = Item.objects.get()
    assert response["Location"] == f"/fanal/besoins/{item.pk}/qui-peut-aider/"
    assert (item.holder, item.quantity, item.weekly) == (
        cast.structures["etabli"], 80, ["MON 09:00-12:00", "THU 14:00-18:00"],
    )  # fmt: skip


def test_the_last_button_pressed_twice_says_it_once_and_leads_to_the_same_page(client_as: As) -> None:
    client = client_as("nour")
    last = _answer_all(client, ANSWERS)
    assert client.post(last)["Location"] == client.post(last)["Location"]
    assert client.get(last)["Location"] == client.post(last)["Location"]
    assert Item.objects.count() == 1


def test_what_was_answered_is_still_there_when_one_comes_back(client_as: As) -> None:
    client = client_as("nour")
    draft = _answer_all(client, ANSWERS).removesuffix("/relire/")
    assert 'value="Stocker 80 m² au sec"' in client.get(f"{draft}/phrase/").content.decode()
    week = client.get(f"{draft}/quand/").content.decode()
    assert 'value="MON 09:00-12:00" checked' in week
    assert 'value="MON 14:00-18:00" checked' not in week


def test_one_answer_changed_from_the_last_screen_leads_back_to_it(client_as: As) -> None:
    client = client_as("nour")
    last = _answer_all(client, ANSWERS)
    change = last.replace("/relire/", "/phrase/?relu")
    assert change in client.get(last).content.decode()
    assert client.post(change, {"title": "Stocker 90 m² au sec"})["Location"] == last
    assert "Stocker 90" in client.get(last).content.decode()


def test_questions_that_may_be_left_out_are_passed_over(client_as: As) -> None:
    client = client_as("nour")
    draft = _begin(client, {"kind": "skill"}, "?cote=offer")
    client.post(f"{draft}/phrase/", {"title": "Deux heures de couture"})
    assert f"{draft}/quand/" in client.get(f"{draft}/combien/").content.decode()
    client.post(f"{draft}/qui-le-voit/", {"visibility": "public"})
    assert client.post(f"{draft}/relire/").status_code == 302
    item = Item.objects.get()
    assert (item.side, item.quantity, item.weekly, item.exchange) == ("offer", None, [], "")


def test_a_link_says_beforehand_that_it_is_an_offer(client_as: As) -> None:
    client = client_as("nour")
    assert "Que pouvez\N{NON-BREAKING HYPHEN}vous proposer" in client.get("/fanal/dire/?cote=offer").content.decode()
    assert "Que voulez\N{NON-BREAKING HYPHEN}vous dire" in client.get("/fanal/dire/?cote=<b>").content.decode()


def test_a_question_left_out_that_must_be_answered_is_asked_before_the_end(client_as: As) -> None:
    client = client_as("nour")
    draft = _begin(client, {"side": "need"})
    assert client.get(f"{draft}/relire/")["Location"] == f"{draft}/genre/"
    assert client.post(f"{draft}/relire/")["Location"] == f"{draft}/genre/"


@pytest.mark.parametrize(
    ("step", "wrong"),
    [
        ("genre", {"kind": "miracle"}),
        ("phrase", {"title": ""}),
        ("phrase", {"title": "x" * 10_000}),
        ("phrase", {"title": "Bien", "text": "x" * 10_000}),
        ("combien", {"quantity": "-3"}),
        ("combien", {"quantity": "1e500"}),
        ("combien", {"quantity": "NaN"}),
        ("combien", {"quantity": "beaucoup"}),
        ("combien", {"quantity": "3", "unit": "lieues"}),
        ("quand", {"weekly": ["MON 09:00-99:00"]}),
        ("quand", {"from_on": "2999-02-31"}),
        ("quand", {"until_on": "2001-01-01"}),
        ("quand", {"from_on": "2999-03-02", "until_on": "2999-03-01"}),
        ("ou", {"place": "x" * 121}),
        ("contre-quoi", {"exchange": "blackmail"}),
        ("qui-le-voit", {"visibility": "nobody"}),
    ],
)
def test_an_answer_that_cannot_be_is_asked_again_with_all_that_was_typed(
    client_as: As, step: str, wrong: dict[str, Any]
) -> None:
    client = client_as("nour")
    draft = _begin(client, {"side": "need"})
    response = client.post(f"{draft}/{step}/", wrong)
    assert response.status_code == 422
    assert "Il reste quelque chose à corriger" in response.content.decode()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("1 000 000", "1000000"), ("12,5", "12.5"), ("12.5", "12.5"), ("80\N{NO-BREAK SPACE}000", "80000")],
)
def test_a_quantity_is_read_as_people_write_it(client_as: As, typed: str, kept: str) -> None:
    client = client_as("nour")
    last = _answer_all(client, {**ANSWERS, "combien": {"quantity": typed, "unit": "kg"}})
    client.post(last)
    assert Item.objects.get().quantity == Decimal(kept)


def test_a_day_gone_by_since_it_was_typed_is_asked_again(client_as: As, now: datetime) -> None:
    client = client_as("nour")
    tomorrow = (now + timedelta(days=1)).date().isoformat()
    last = _answer_all(client, {**ANSWERS, "quand": {"until_on": tomorrow}})
    session = client.session
    key = last.split("/")[-3]
    session["drafts"][key]["answers"]["quand"]["until_on"] = ["2001-01-01"]
    session.save()
    assert client.post(last)["Location"].endswith("/quand/")
    assert "déjà passée" in client.get(last.replace("relire", "quand")).content.decode()


def test_an_unknown_screen_is_not_found_and_an_unknown_draft_begins_again(client_as: As) -> None:
    client = client_as("nour")
    draft = _begin(client, {"side": "need"})
    assert client.get(f"{draft}/nulle-part/").status_code == 404
    assert client.get(f"{draft}/pour-qui/").status_code == 404  # not asked of those who speak for themselves
    for key in ("absent", "x" * 500, "%3Cscript%3E"):
        assert client.get(f"/fanal/dire/{key}/genre/")["Location"] == "/fanal/dire/"


def test_a_draft_is_of_one_pole_and_of_one_visit(client_as: As, other_pole: Pole) -> None:
    draft = _begin(client_as("nour"), {"side": "need"})
    assert client_as("idris").get(f"{draft}/genre/")["Location"] == "/fanal/dire/"


def test_only_the_last_few_drafts_are_kept(client_as: As) -> None:
    client = client_as("nour")
    drafts = [_begin(client, {"side": "need"}) for _ in range(MOST_DRAFTS + 1)]
    assert client.get(f"{drafts[0]}/genre/")["Location"] == "/fanal/dire/"
    assert client.get(f"{drafts[1]}/genre/").status_code == 200


def test_a_mediator_notes_for_somebody_known(client_as: As, cast: Cast) -> None:
    client = client_as("maud")
    known = {"pour-qui": {"holder": f"resident-{cast.people['samira'].pk}"}}
    phrase = {"title": "Lire un courrier", "quote": "Je ne sais pas", "said_on": "2026-01-02"}
    client.post(_answer_all(client, {**known, **ANSWERS, "phrase": phrase}))
    item = Item.objects.get()
    assert (item.holder, item.quote, item.noted_for_another) == (cast.people["samira"], "Je ne sais pas", True)
    assert item.said_on.isoformat() == "2026-01-02"


def test_somebody_met_for_the_first_time_is_known_once_all_is_said(client_as: As) -> None:
    client = client_as("maud")
    last = _answer_all(client, {"pour-qui": {"given_name": "Fanta", "family_name": "K."}, **ANSWERS})
    assert not Person.objects.filter(given_name="Fanta").exists()
    client.post(last)
    client.post(last)
    fanta = Person.objects.get(given_name="Fanta")
    assert Item.objects.get().holder == fanta
    assert Mandate.objects.get(person=fanta).role == "resident"


@pytest.mark.parametrize(
    "wrong",
    [{}, {"given_name": " "}, {"holder": "structure-999999"}, {"holder": "resident-1;"}, {"holder": "pole-1"}],
)
def test_for_nobody_nothing_is_noted(client_as: As, wrong: dict[str, str]) -> None:
    assert client_as("maud").post("/fanal/dire/", wrong).status_code == 422


def test_both_somebody_known_and_a_new_name_is_one_too_many(client_as: As, cast: Cast) -> None:
    both = {"holder": f"resident-{cast.people['samira'].pk}", "given_name": "Fanta"}
    response = client_as("maud").post("/fanal/dire/", both)
    assert response.status_code == 422
    assert "pas les deux" in response.content.decode()


@pytest.mark.parametrize(("key", "status"), [("", 302), ("hind", 403), ("paul", 403), ("nour", 200), ("lena", 200)])
def test_who_may_say_something(client_as: As, key: str, status: int) -> None:
    response = client_as(key).get("/fanal/dire/")
    assert response.status_code == status
    if status == 302:
        assert "next=/fanal/dire/" in response["Location"]


def test_every_screen_has_one_title_and_one_yellow_button(client_as: As) -> None:
    client = client_as("nour")
    last = _answer_all(client, ANSWERS)
    for step in (*ANSWERS, "relire"):
        page = client.get(last.replace("relire", step)).content.decode()
        assert page.count("<h1") == 1, step
        assert page.count("button-next") == 1, step
