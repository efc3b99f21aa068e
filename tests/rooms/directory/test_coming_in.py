"""Coming in: the charter and its versions, a request with its answer, the path of an arrival."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from phares.demo.cast import CONSOLE, Cast
from phares.rooms.directory import actions, queries
from phares.rooms.directory.actors import VISITOR
from phares.rooms.directory.models import ArrivalTick, Charter, JoinRequest, Structure

As = Callable[[str], Client]
JOIN = "/fanal/rejoindre/"
ENTRY = {
    "name": "La Prochaine",
    "kind": "associate",
    "brings": "Un four",
    "needs": "Une cuisine",
    "first_thing": "Un repas de quartier",
    "contact_name": "Zoé",
    "contact_email": "zoe@prochaine.example",
}


@pytest.fixture
def charter(cast: Cast, now: datetime) -> Charter:
    """The first version of the charter."""
    values = [actions.ValueWords("Faire ensemble", "Une chose par an"), actions.ValueWords("Tenir parole")]
    return actions.adopt_charter(pole=cast.pole, values=values, adopted_on=date(2025, 1, 1), by=CONSOLE, at=now)


def test_each_version_keeps_its_values_and_its_signatures(
    cast: Cast, client_as: As, charter: Charter, now: datetime
) -> None:
    nour = client_as("nour")
    assert "Signer pour L’Établi" in nour.get("/fanal/charte/").content.decode()
    nour.post("/fanal/charte/1/signer/", {"structure": "letabli"})
    actions.adopt_charter(
        pole=cast.pole, values=[actions.ValueWords("Autre chose")], adopted_on=date(2025, 6, 1), by=CONSOLE, at=now
    )
    first = nour.get("/fanal/charte/1/").content.decode()
    assert "Tenir parole" in first
    assert "version plus récente" in first
    assert "Signer pour" not in first
    in_force = nour.get("/fanal/charte/").content.decode()
    assert "Autre chose" in in_force
    assert "Personne encore." in in_force
    assert "Signer pour L’Établi" in in_force


def test_a_version_is_signed_once_by_those_who_may_and_only_while_in_force(
    cast: Cast, charter: Charter, now: datetime
) -> None:
    etabli = cast.structures["etabli"]
    for who in ("idris", "sam", "maud", "hind"):
        with pytest.raises(Exception, match="mandat"):
            actions.sign_charter(charter=charter, structure=etabli, by=cast.actor(who), at=now)
    actions.sign_charter(charter=charter, structure=etabli, by=cast.actor("nour"), at=now)
    with pytest.raises(actions.AlreadySigned):
        actions.sign_charter(charter=charter, structure=etabli, by=cast.actor("lena"), at=now)
    actions.adopt_charter(
        pole=cast.pole, values=[actions.ValueWords("Autre")], adopted_on=date(2025, 6, 1), by=CONSOLE, at=now
    )
    with pytest.raises(actions.NotInForce):
        actions.sign_charter(charter=charter, structure=cast.structures["roue"], by=cast.actor("sam"), at=now)


def test_who_has_not_signed_is_told_to_those_who_run_the_pole_alone(cast: Cast, charter: Charter) -> None:
    told = {
        who: len(queries.charter_read(actor, charter, date(2026, 3, 1)).still_to_sign)
        for who, actor in {
            "": VISITOR,
            **{who: cast.actor(who) for who in ("nour", "hind", "maud", "paul", "lena")},
        }.items()
    }
    assert told == {"": 0, "nour": 0, "hind": 0, "maud": 0, "paul": 4, "lena": 4}


def test_anybody_asks_reads_the_answer_by_the_receipt_and_hears_it_by_mail(
    cast: Cast, client_as: As, charter: Charter, run_tasks: Callable[[], int]
) -> None:
    visitor, lena = Client(), client_as("lena")
    values = [str(charter.values.first().pk)]  # type: ignore[union-attr]
    receipt = visitor.post(JOIN, {**ENTRY, "values": values})["Location"]
    assert "Bien reçue" in visitor.get(receipt).content.decode()
    assert "Faire ensemble" in visitor.get(receipt).content.decode()
    one = JoinRequest.objects.get()
    assert "La Prochaine" in lena.get("/fanal/semaine/").content.decode()
    empty = lena.post(f"/fanal/demandes/{one.pk}/", {"answer": "accepted", "reason": " "})
    assert empty.status_code == 422
    actions.set_arrival_steps(pole=cast.pole, kind="associate", steps=["Signer la charte"], by=CONSOLE, at=one.asked_at)
    page = lena.post(f"/fanal/demandes/{one.pk}/", {"answer": "accepted", "reason": "Votre four nous manquait."})
    assert page["Location"] == Structure.objects.get(name="La Prochaine").get_absolute_url()
    run_tasks()
    assert [letter.to for letter in mail.outbox] == [["zoe@prochaine.example"]]
    assert "Votre four nous manquait." in mail.outbox[0].body
    assert receipt in mail.outbox[0].body
    answered = visitor.get(receipt).content.decode()
    assert "Votre four nous manquait." in answered
    assert "Signer la charte" in answered
    assert lena.post(f"/fanal/demandes/{one.pk}/", {"answer": "declined", "reason": "Non"}).status_code == 409


def test_a_request_is_declined_with_its_reason_and_enters_nobody(cast: Cast, now: datetime) -> None:
    said: dict[str, Any] = {"pole": cast.pole, "by": VISITOR, "at": now, **ENTRY}
    one = actions.answer_join_request(
        join_request=actions.ask_to_join(**said),
        answer="declined",
        reason="Pas de place",
        by=cast.actor("paul"),
        at=now,
    )
    assert (one.structure, one.reason, one.answered_at) == (None, "Pas de place", now)
    assert not Structure.objects.filter(name="La Prochaine").exists()


def test_two_answers_at_once_give_one(several_at_once: Callable[..., list[Any]], cast: Cast, now: datetime) -> None:
    one = actions.ask_to_join(pole=cast.pole, by=VISITOR, at=now, **ENTRY)

    def answer(choice: str) -> Callable[[], Any]:
        return lambda: actions.answer_join_request(
            join_request=one, answer=choice, reason="Parce que", by=cast.actor("lena"), at=now
        )

    told = several_at_once(answer("accepted"), answer("declined"))
    assert sum(isinstance(one, actions.AlreadyAnswered) for one in told) == 1


@pytest.mark.usefixtures("within_one_hour")
def test_a_machine_is_stopped_by_the_hidden_box_and_by_the_hourly_limit(cast: Cast) -> None:
    visitor = Client()
    assert visitor.post(JOIN, {**ENTRY, "address_bis": "https://achetez.example"}).status_code == 422
    assert not JoinRequest.objects.exists()
    statuses = [visitor.post(JOIN, {**ENTRY, "name": f"La {number}"}).status_code for number in range(7)]
    assert statuses == [302] * 5 + [429] * 2
    assert JoinRequest.objects.count() == 5


def test_a_request_without_a_way_to_answer_is_sent_back_and_what_was_typed_stays(cast: Cast) -> None:
    answer = Client().post(JOIN, {**ENTRY, "contact_email": ""})
    assert answer.status_code == 422
    assert "Dites comment vous répondre" in answer.content.decode()
    assert "Un repas de quartier" in answer.content.decode()


@pytest.mark.parametrize("receipt", ["rien", "1", "é", "x" * 43])
def test_a_receipt_that_nobody_gave_opens_nothing(cast: Cast, receipt: str) -> None:
    assert Client().get(f"{JOIN}{receipt}/").status_code == 404


def test_a_step_is_ticked_once_stays_when_the_list_changes_and_is_not_another_list_s(cast: Cast, now: datetime) -> None:
    said: dict[str, Any] = {"pole": cast.pole, "by": CONSOLE, "at": now}
    keys, tour = actions.set_arrival_steps(kind="hosted", steps=["Les clés", "Le tour", "Les clés"], **said)
    (other,) = actions.set_arrival_steps(kind="partner", steps=["Un café"], **said)
    stay = cast.structures["etabli"].memberships.get()
    for _ in range(2):
        actions.tick_arrival_step(membership=stay, step=keys, by=cast.actor("nour"), at=now)
    assert ArrivalTick.objects.count() == 1
    with pytest.raises(actions.StepElsewhere):
        actions.tick_arrival_step(membership=stay, step=other, by=cast.actor("nour"), at=now)
    actions.set_arrival_steps(kind="hosted", steps=["Le tour", "Le repas"], **said)
    path = queries.arrival_path(cast.structures["etabli"], now.date())
    assert path is not None
    assert {(one.step.words, one.tick is not None) for one in path.steps} == {
        ("Les clés", True), ("Le tour", False), ("Le repas", False),
    }  # fmt: skip
    assert tour.pk in {one.step.pk for one in path.steps}


def test_the_path_of_an_arrival_is_seen_by_the_structure_and_by_those_who_run_the_pole(
    cast: Cast, client_as: As, now: datetime
) -> None:
    actions.set_arrival_steps(pole=cast.pole, kind="hosted", steps=["Les clés"], by=CONSOLE, at=now)
    one = actions.add_structure(pole=cast.pole, name="Nouvelle", by=CONSOLE, at=now)
    actions.describe_structure(structure=one, name="Nouvelle", visibility="public", by=CONSOLE, at=now)
    actions.admit_structure(structure=one, kind="hosted", from_on=now.date(), by=CONSOLE, at=now)
    told = {
        who: "Les clés" in client_as(who).get(one.get_absolute_url()).content.decode() for who in ("", "nour", "lena")
    }
    assert told == {"": False, "nour": False, "lena": True}
