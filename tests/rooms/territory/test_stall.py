"""What a phone kept at a stall: receipts given without network hold, and a sending that comes again adds nothing."""

import json
from collections.abc import Callable
from typing import Any

from django.test import Client

from phares.rooms.territory.models import Voice

SEND = "/fanal/paroles/stand/envoyer/"


def _entry(number: int, **more: Any) -> dict[str, Any]:
    said = {"text": f"Un banc, numéro {number}", "sense": "missing", "months": "12"}
    return {**said, "mark": f"stall-{number}", "code": f"ABCD-EFG{number}", **more}


def _send(client: Client, entries: Any) -> Any:
    return client.post(SEND, json.dumps(entries), content_type="application/json")


def test_a_receipt_given_in_the_street_opens_what_was_said_there(client_as: Callable[[str], Client]) -> None:
    maud = client_as("maud")
    assert _send(maud, [_entry(2), _entry(3)]).json()["kept"] == {"stall-2": "ABCD-EFG2", "stall-3": "ABCD-EFG3"}
    again = _send(maud, [_entry(2), _entry(4, code="ABCD-EFG3"), _entry(5, code="abcd-efg5"), _entry(6, code="<b>")])
    kept = again.json()["kept"]
    assert kept.pop("stall-2") == "ABCD-EFG2"
    assert len({*kept.values(), "ABCD-EFG2", "ABCD-EFG3"}) == 5  # taken or badly written: another is given
    assert Voice.objects.count() == 5
    assert "numéro 3" in client_as("").get("/fanal/paroles/suivi/ABCD-EFG3/").content.decode()


def test_a_full_phone_sent_again_asks_little(
    client_as: Callable[[str], Client], django_assert_max_num_queries: Any
) -> None:
    maud, entries = client_as("maud"), [_entry(number, code="") for number in range(10)]
    first = _send(maud, entries).json()["kept"]
    with django_assert_max_num_queries(25):  # ten new ones ask more than a hundred
        assert _send(maud, entries).json()["kept"] == first
    assert Voice.objects.count() == 10


def test_what_is_no_list_of_voices_is_refused_and_what_is_wrong_in_one_stops_no_other(
    client_as: Callable[[str], Client],
) -> None:
    maud = client_as("maud")
    for wrong in ({}, [1], "x", None, [[]]):
        assert _send(maud, wrong).status_code == 400
    assert maud.post(SEND, b"\xff{" * 9, content_type="application/json").status_code == 400
    assert _send(maud, [_entry(1, text="x" * 400_000)]).status_code == 400
    odd = [_entry(1, mark="a\x00b"), _entry(2, text="\x00"), _entry(3, months="9" * 20), _entry(4, code=7), _entry(5)]
    told = _send(maud, odd).json()
    assert {"stall-4", "stall-5"} <= told["kept"].keys()
    assert told["refused"].keys() >= {"stall-2", "stall-3"}
    assert _send(client_as("nour"), [_entry(6)]).status_code == 403
