"""Who gets what at every address: the whole cast, every URL, expected answers written by hand.

A new address without a row fails. `login`: sent to the way in; `ok`: let through (whatever the act then says of an
empty form); a number: that status. The rows are the rule: they are never derived from `permissions.py`.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.signals import request_finished
from django.db import close_old_connections, transaction
from django.test import Client
from django.urls import get_resolver, reverse

from house.scene import PEOPLE, Scene, remembered_scene
from phares.rooms.directory.actors import Actor

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"

# visitor: nobody; stranger: of another pole; awa: another structure; sam: the other party; idris: member, nour:
# representative of the structure itself; maud: mediator; hind: treasurer; paul: co-manager; lena: coordinator.
ROWS = Path(__file__).parent / "rows"  # one file a subject, each with the cast at its head


UNKNOWN = 987_654_321
IMPOSSIBLE = 10**20
# What an address names is there in every pole, or a link used up is answered like one of elsewhere: nothing is done.
IN_EVERY_POLE = {"draft", "open_table", "figure_code", "indicator_code"}
SAME_ANSWER_EVERYWHERE = {("publishing:unsubscribe", "POST")}


class Row:
    """One line of the table."""

    def __init__(self, line: str) -> None:
        self.name, self.method, self.thing, *answers = line.split()
        self.answers = dict(zip(PEOPLE, answers, strict=True))


TABLE = [Row(line) for file in sorted(ROWS.glob("*.txt")) for line in file.read_text().splitlines()[1:]]


@pytest.fixture
def scene(db: None, tmp_path: Path, settings: Any) -> Scene:
    """One pole with everything in it, and another pole."""
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}},
    }
    settings.PHARES_POSTS_PER_MINUTE = 10_000  # the walk posts faster than any hand; test_post_limit holds the limit
    return remembered_scene(tmp_path)


def _entered(actor: Actor | None) -> Client:
    """Return the browser of somebody who has entered, or of a visitor."""
    client = Client(raise_request_exception=False)
    if actor is not None and actor.person is not None:
        client.force_login(actor.person, backend=BACKEND)
    return client


def _ask(client: Client, row: Row, pole: str, scene: Scene) -> Any:
    """Send one request and undo whatever it did."""
    point = transaction.savepoint()
    try:
        address = reverse(row.name, args=[pole, *scene.arguments(row.thing)])
        answer = client.get(address) if row.method == "GET" else client.post(address, scene.entry(row.name))
        close_file(answer)
        return answer
    finally:
        transaction.savepoint_rollback(point)


def close_file(answer: Any) -> None:
    """Close the file that an answer may hold, but not the connection that the test still needs."""
    request_finished.disconnect(close_old_connections)
    answer.close()
    request_finished.connect(close_old_connections)


def _told(response: Any) -> str:
    """Return the answer in the words of the table."""
    if response.status_code == 302 and "/compte/" in response["Location"]:
        return "login"
    return str(response.status_code)


def _agrees(expected: str, told: str) -> bool:
    return told not in {"login", "403", "404", "500"} if expected == "ok" else told == expected


@pytest.mark.parametrize("who", PEOPLE)
def test_each_member_of_the_cast_gets_what_the_table_says_at_every_address(who: str, scene: Scene) -> None:
    client = _entered(scene.people[who])
    told = {(row.name, row.method, row.thing): _told(_ask(client, row, "fanal", scene)) for row in TABLE}
    expected = {(row.name, row.method, row.thing): row.answers[who] for row in TABLE}
    wrong = {key: f"expected {expected[key]}, got {told[key]}" for key in told if not _agrees(expected[key], told[key])}
    assert not wrong, f"as {who}: " + "; ".join(f"{' '.join(key)}: {words}" for key, words in wrong.items())


@pytest.mark.parametrize("who", ["visitor", "stranger"])
def test_a_thing_of_one_pole_is_not_found_under_another_pole(who: str, scene: Scene) -> None:
    client = _entered(scene.people[who])
    rows = [
        row
        for row in TABLE
        if row.thing not in {"-", *IN_EVERY_POLE} and (row.name, row.method) not in SAME_ANSWER_EVERYWHERE
    ]
    told = {(row.name, row.method, row.thing): _told(_ask(client, row, "ailleurs", scene)) for row in rows}
    allowed = {"404", "403"} if who == "stranger" else {"404", "login"}
    assert not {key: words for key, words in told.items() if words not in allowed}


@pytest.mark.parametrize(("who", "number"), [*((who, UNKNOWN) for who in PEOPLE), ("lena", IMPOSSIBLE)])
def test_an_unknown_number_is_not_found_and_never_an_error(who: str, number: int, scene: Scene) -> None:
    client = _entered(scene.people[who])
    numbered = [row for row in TABLE if any(isinstance(part, int) for part in scene.arguments(row.thing))]
    for row in numbered:
        address = reverse(
            row.name,
            args=["fanal", *(number if isinstance(part, int) else part for part in scene.arguments(row.thing))],
        )
        response = client.get(address) if row.method == "GET" else client.post(address)
        assert _told(response) in {"404", "login", "403"}, (row.name, response.status_code)


def _names(patterns: Any, room: str = "") -> Iterator[str]:
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            yield from _names(pattern.url_patterns, pattern.app_name or room)
        elif pattern.name:
            yield f"{room}:{pattern.name}" if room else pattern.name


def test_every_address_under_a_pole_has_a_row() -> None:
    ours = {name for name in _names(get_resolver("phares.site.urls").url_patterns) if ":" in name}
    assert ours == {row.name for row in TABLE}


def test_a_pole_that_does_not_exist_is_not_found(db: None) -> None:
    assert Client().get("/nulle-part/structures/").status_code == 404
