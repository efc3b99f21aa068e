"""The weekly letter and its links: on the pole's day, one action a line, no password, once, stopped in a click."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from phares.demo.cast import CONSOLE, Cast
from phares.rooms.commons import due
from phares.rooms.commons.signed_links import signed
from phares.rooms.cooperation import actions, links
from phares.rooms.cooperation.models import Item, Match
from phares.rooms.cooperation.models.letter import SUBJECTS
from phares.rooms.cooperation.queries import letter as queries
from phares.rooms.cooperation.queries import mail_wishes
from phares.rooms.directory import actions as directory

As = Callable[[str], Client]
Run = Callable[[], int]
Say = Callable[..., Item]
SITE = "http://localhost:8000"


def _letters(cast: Cast, now: datetime, run_tasks: Run) -> dict[str, Any]:
    """Let the pole's letter leave, and return what each received."""
    run_tasks()
    mail.outbox.clear()
    due.run_due(mail_wishes.next_letter_at(cast.pole, now))
    run_tasks()
    return {message.to[0].split("@")[0]: message for message in mail.outbox}


def _links(message: Any, purpose: str) -> list[str]:
    """Return the paths of the links of one purpose in a mail."""
    return [path.removeprefix(SITE) for path in re.findall(rf"{SITE}/fanal/lettre/{purpose}/\S+/", message.body)]


def test_the_letter_leaves_on_the_chosen_day_every_week(cast: Cast, now: datetime) -> None:
    actions.choose_letter_day(pole=cast.pole, weekday=3, by=cast.actor("lena"), at=now)
    first = mail_wishes.next_letter_at(cast.pole, now)
    assert timezone.localtime(first).weekday() == 3
    assert now < first <= now + timedelta(days=8)
    assert due.run_due(first - timedelta(minutes=1)) == 0
    assert due.run_due(first) == 1
    assert due.run_due(first + timedelta(days=6)) == 0
    assert due.run_due(first + timedelta(days=8)) == 1


def test_who_has_nothing_that_waits_receives_no_letter(cast: Cast, now: datetime, run_tasks: Run) -> None:
    assert _letters(cast, now, run_tasks) == {}


def test_each_line_has_one_action_and_the_letter_says_why_it_came_and_how_to_stop_it(
    cast: Cast, match: Match, now: datetime, run_tasks: Run
) -> None:
    told = _letters(cast, now, run_tasks)
    assert {"nour", "idris", "awa"} <= set(told)
    body = told["awa"].body
    assert match.need.title in body
    assert len(_links(told["awa"], "repondre")) == 1
    assert "Pourquoi je reçois ce message : au pôle Le Fanal, vous répondez pour Jardins d’Aval" in body.replace(
        "\u202f", " "
    )
    html = told["awa"].alternatives[0][0]
    assert html.count("Répondre</a>") == 1
    assert told["awa"].extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert told["awa"].extra_headers["List-Unsubscribe"].strip("<>") in body


def test_it_is_written_in_the_language_of_its_reader(cast: Cast, match: Match, now: datetime, run_tasks: Run) -> None:
    awa = cast.people["awa"]
    awa.language = "en"
    awa.save()
    told = _letters(cast, now, run_tasks)
    assert "Why I receive this message" in told["awa"].body
    assert "Pourquoi je reçois" in told["nour"].body


def test_a_proposal_is_answered_from_the_letter_without_password_once(
    cast: Cast, match: Match, now: datetime, run_tasks: Run
) -> None:
    path = _links(_letters(cast, now, run_tasks)["awa"], "repondre")[0]
    visitor = Client()
    page = visitor.get(path)
    assert page.status_code == 200
    assert not match.answers.exists()
    assert match.need.title in page.content.decode()
    done = visitor.post(path, {"choice": "not_for_us", "why": "not_the_dates", "reason": "trop court"})
    assert "on ne vous le proposera plus" in done.content.decode()
    answer = match.answers.get()
    assert (answer.choice, answer.why, answer.answered_by) == ("not_for_us", "not_the_dates", cast.people["awa"])
    assert visitor.post(path, {"choice": "interested"}).status_code == 410
    assert visitor.get(path).status_code == 410
    assert match.answers.get().choice == "not_for_us"


def test_what_the_engine_finds_is_answered_from_the_letter_too(
    cast: Cast, storage: tuple[Item, Item], now: datetime, run_tasks: Run
) -> None:
    path = _links(_letters(cast, now, run_tasks)["awa"], "repondre")[0]
    assert Client().post(path, {"choice": "interested"}).status_code == 200
    match = Match.objects.get()
    assert match.proposed_at is not None
    assert [one.side for one in match.answers.all()] == ["offer"]
    assert Client().post(path, {"choice": "interested"}).status_code == 410


def test_later_comes_back_on_its_day_with_a_new_link(cast: Cast, match: Match, now: datetime, run_tasks: Run) -> None:
    path = _links(_letters(cast, now, run_tasks)["awa"], "repondre")[0]
    back_on = timezone.localdate() + timedelta(days=20)
    Client().post(path, {"choice": "later", "back_on": back_on.isoformat()})
    awa = [cast.mandates["awa"]]
    assert not queries.letter_of(awa, back_on - timedelta(days=1), now).parts[0].to_answer
    assert [one.match for one in queries.letter_of(awa, back_on, now).parts[0].to_answer] == [match]


def _link(cast: Cast, match: Match, purpose: str = links.ANSWER) -> str:
    facts = {"mandate": cast.mandates["awa"].pk, "match": match.pk, "side": "offer", "seen": 0}
    return links.link(purpose, cast.pole, **facts).removeprefix(SITE)


def test_a_link_ends_with_the_mandate_with_its_month_and_serves_one_purpose_in_one_pole(
    cast: Cast, match: Match, other_pole: Any, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _link(cast, match)
    visitor = Client()
    assert visitor.get(path).status_code == 200
    assert visitor.get(path.replace("/repondre/", "/prolonger/")).status_code == 410
    assert visitor.get(path.replace("/fanal/", "/ailleurs/")).status_code == 404
    assert visitor.get(path[:-4] + "/").status_code == 410
    forged = signed(
        "answer",
        {"mandate": cast.mandates["awa"].pk, "match": match.pk, "side": "need", "seen": 0, "pole": cast.pole.pk},
    )
    assert visitor.get(reverse("cooperation:signed_answer", args=["fanal", forged])).status_code == 404
    with monkeypatch.context() as patched:
        patched.setattr(links, "LASTS", timedelta(0))
        assert visitor.get(path).status_code == 410
    directory.end_mandate(mandate=cast.mandates["awa"], until_on=now.date() - timedelta(days=1), by=CONSOLE, at=now)
    assert visitor.get(path).status_code == 410
    assert visitor.post(path, {"choice": "interested"}).status_code == 410
    assert not match.answers.exists()


def test_a_link_opens_nothing_else(cast: Cast, match: Match) -> None:
    visitor = Client()
    visitor.get(_link(cast, match))
    assert visitor.get(match.get_absolute_url()).status_code == 302
    assert "/compte/" in visitor.get(match.get_absolute_url())["Location"]


def test_two_answers_through_one_link_at_once_and_one_counts(
    several_at_once: Callable[..., list[Any]], cast: Cast, match: Match
) -> None:
    path = _link(cast, match)
    told = several_at_once(
        *[
            lambda choice=choice: Client().post(path, {"choice": choice}).status_code
            for choice in ("interested", "not_for_us")
        ]
    )
    assert sorted(told) in ([200, 409], [200, 410])
    assert match.answers.count() == 1


@pytest.mark.parametrize("by_program", [False, True], ids=["by the button", "by the mail program"])
def test_one_click_stops_the_letter_and_what_is_told_at_once(
    cast: Cast, match: Match, now: datetime, run_tasks: Run, by_program: bool
) -> None:
    message = _letters(cast, now, run_tasks)["awa"]
    path = message.extra_headers["List-Unsubscribe"].strip("<>").removeprefix(SITE)
    visitor = Client(enforce_csrf_checks=True)
    assert visitor.get(path).status_code == 200
    assert mail_wishes.mail_wish(cast.people["awa"], cast.pole).pk is None
    assert visitor.post(path, {"List-Unsubscribe": "One-Click"} if by_program else {}).status_code == 200
    wish = mail_wishes.mail_wish(cast.people["awa"], cast.pole)
    assert {getattr(wish, subject) for subject in SUBJECTS} == {"never"}
    actions.answer_match(match=match, side="need", choice="interested", by=cast.actor("nour"), at=now)
    assert "awa" not in _letters(cast, now + timedelta(days=8), run_tasks)
    run_tasks()
    assert "awa@" not in "".join(str(one.to) for one in mail.outbox)


def test_everybody_chooses_what_they_receive(cast: Cast, client_as: As) -> None:
    address = reverse("cooperation:letter_wishes", args=["fanal"])
    chosen = {"proposals": "at_once", "answers": "weekly", "messages": "never", "own_items": "weekly"}
    assert client_as("nour").post(address, {**chosen, "answers": "demain"}).status_code == 422
    assert client_as("nour").post(address, chosen).status_code == 302
    wish = mail_wishes.mail_wish(cast.people["nour"], cast.pole)
    assert {subject: getattr(wish, subject) for subject in SUBJECTS} == chosen
    assert (
        client_as("lena").post(reverse("cooperation:choose_letter_day", args=["fanal"]), {"weekday": "4"}).status_code
        == 302
    )
    assert mail_wishes.letter_weekday(cast.pole) == 4
