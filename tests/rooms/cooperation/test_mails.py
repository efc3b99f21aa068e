"""Mails about matches, agreements and promises: who gets what, in which language, and what never leaves."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from phares.demo.cast import CONSOLE, Cast
from phares.rooms.commons import due
from phares.rooms.cooperation import actions, tasks
from phares.rooms.cooperation.agreement_words import AgreementDraft, PartyDraft, PromiseDraft
from phares.rooms.cooperation.models import Answer, Item, Match
from phares.rooms.cooperation.models.letter import SUBJECTS
from phares.rooms.directory import actions as directory

Run = Callable[[], int]
Say = Callable[..., Item]
Storage = tuple[Item, Item]


AT_ONCE = dict.fromkeys(SUBJECTS, "at_once")


@pytest.fixture(autouse=True)
def _at_once(cast: Cast, now: datetime) -> None:
    """Those of this file want to hear at once: what waits for the letter is in the letter's own tests."""
    for key in ("nour", "idris", "awa", "sam"):
        actions.wish_mails(pole=cast.pole, **AT_ONCE, by=cast.actor(key), at=now)


def _written_to() -> set[str]:
    return {address.split("@")[0] for message in mail.outbox for address in message.to}


def _plain(text: str) -> str:
    return text.replace("\N{NARROW NO-BREAK SPACE}", " ").replace("\N{NO-BREAK SPACE}", " ")


def _answer(cast: Cast, match: Match, now: datetime, side: str, choice: str = "interested", **said: Any) -> Answer:
    by = cast.actor({"need": "nour", "offer": "awa"}[side])
    return actions.answer_match(match=match, side=side, choice=choice, by=by, at=now, **said)


def test_a_proposal_is_told_to_both_sides_each_in_its_own_words(match: Match, run_tasks: Run) -> None:
    run_tasks()
    assert _written_to() == {"nour", "idris", "awa"}
    told = {message.to[0].split("@")[0]: message for message in mail.outbox}
    assert _plain(told["nour"].subject) == "Quelqu’un pourrait aider : Stocker 80 m² au sec jusqu’en mai"
    assert "Pourriez-vous aider" in told["awa"].subject
    for message in mail.outbox:
        body = _plain(message.body)
        assert [line.count("http") for line in body.splitlines() if "http" in line] == [1, 1]
        assert body.splitlines()[-1].startswith("Ne plus recevoir ces messages : http")
        assert match.get_absolute_url() in body
        assert "Pourquoi je reçois ce message : au pôle Le Fanal" in body
        assert "&#" not in body + message.subject


def test_the_one_who_proposes_is_not_written_to(cast: Cast, storage: Storage, now: datetime, run_tasks: Run) -> None:
    need, offer = storage
    actions.answer_proposal(need=need, offer=offer, side="need", choice="interested", by=cast.actor("nour"), at=now)
    run_tasks()
    assert _written_to() == {"awa"}
    assert len(mail.outbox) == 1
    assert "est d’accord pour en parler" in mail.outbox[0].subject
    assert "C’est à vous de répondre" in mail.outbox[0].body


@pytest.mark.parametrize("choice", ["not_for_us", "later"])
def test_what_is_set_aside_writes_to_nobody(
    cast: Cast, storage: Storage, now: datetime, run_tasks: Run, choice: str
) -> None:
    need, offer = storage
    actions.answer_proposal(need=need, offer=offer, side="need", choice=choice, by=cast.actor("nour"), at=now)
    run_tasks()
    assert mail.outbox == []


def test_a_refusal_is_told_to_those_who_wait_for_an_answer_and_to_nobody_else(
    cast: Cast, match: Match, now: datetime, run_tasks: Run
) -> None:
    run_tasks()
    mail.outbox.clear()
    refused = _answer(cast, match, now, "need", "not_for_us", reason="leur toit fuit")
    run_tasks()
    assert mail.outbox == []
    _answer(cast, match, now, "offer")
    run_tasks()
    mail.outbox.clear()
    _answer(cast, match, now, "need", "not_for_us", reason="leur toit fuit", seen=refused.pk)
    run_tasks()
    assert _written_to() == {"awa"}
    assert "leur toit fuit" not in mail.outbox[0].body + mail.outbox[0].subject


def test_a_reason_is_in_the_mail_only_when_it_was_shared(
    cast: Cast, match: Match, now: datetime, run_tasks: Run
) -> None:
    _answer(cast, match, now, "offer")
    run_tasks()
    mail.outbox.clear()
    _answer(cast, match, now, "need", "not_for_us", reason="il nous faut un quai", reason_is_shared=True)
    run_tasks()
    assert "Avec ces mots : « il nous faut un quai »" in _plain(mail.outbox[0].body)


def test_when_both_are_interested_the_mail_leads_to_the_agreement(
    cast: Cast, match: Match, now: datetime, run_tasks: Run
) -> None:
    _answer(cast, match, now, "need")
    run_tasks()
    mail.outbox.clear()
    _answer(cast, match, now, "offer")
    run_tasks()
    assert _written_to() == {"nour", "idris"}
    assert "Il reste à écrire, en une page, qui promet quoi" in _plain(mail.outbox[0].body)


def test_people_known_on_paper_and_residents_are_written_to_by_nobody(
    cast: Cast, say: Say, now: datetime, run_tasks: Run
) -> None:
    need = say("maud", "Lire un courrier", holder=cast.people["samira"], kind="knowledge")
    of_group = say("maud", "Un lieu le samedi", holder=cast.groups["velos"])
    for one in (need, of_group):
        actions.offer_help(need=one, by=cast.actor("clara"), at=now)
    run_tasks()
    assert mail.outbox == []


def test_a_mail_speaks_the_language_of_its_reader(cast: Cast, match: Match, run_tasks: Run) -> None:
    person = cast.people["awa"]
    person.language = "en"
    person.save(update_fields=["language"])
    run_tasks()
    told = {message.to[0].split("@")[0]: message for message in mail.outbox}
    assert "Pourquoi je reçois" not in told["awa"].body
    assert "Why " in told["awa"].body
    assert "Pourquoi je reçois" in told["nour"].body


def test_who_no_longer_acts_for_a_side_is_no_longer_written_to(
    cast: Cast, match: Match, now: datetime, run_tasks: Run
) -> None:
    directory.end_mandate(mandate=cast.mandates["idris"], until_on=now.date() - timedelta(days=1), by=CONSOLE, at=now)
    run_tasks()
    assert _written_to() == {"nour", "awa"}


def test_an_answer_given_before_the_mail_left_makes_it_needless(
    cast: Cast, match: Match, now: datetime, run_tasks: Run
) -> None:
    _answer(cast, match, now, "need")
    run_tasks()
    assert {one.to[0].split("@")[0]: one.subject for one in mail.outbox}.keys() == {"awa"}
    assert len(mail.outbox) == 1


def test_a_replaced_answer_and_a_vanished_match_are_told_to_nobody(
    cast: Cast, match: Match, now: datetime, run_tasks: Run
) -> None:
    first = _answer(cast, match, now, "need")
    _answer(cast, match, now, "need", "later", seen=first.pk)
    tasks.mail_match_answered.call(first.pk, cast.people["awa"].pk)
    tasks.mail_match_proposed.call(10**9, "need", cast.people["awa"].pk)
    assert mail.outbox == []


def test_a_line_break_in_a_title_adds_no_line_to_the_head_of_a_mail(
    cast: Cast, say: Say, now: datetime, run_tasks: Run
) -> None:
    need = say("nour", "Une remorque\nBcc: tous@ailleurs.example")
    actions.offer_help(need=need, by=cast.actor("sam"), at=now)
    run_tasks()
    assert all("\n" not in message.subject and message.bcc == [] for message in mail.outbox)
    assert _written_to() == {"nour", "idris"}


@pytest.fixture
def text(cast: Cast, now: datetime) -> Any:
    """An agreement between L’Établi and Roue Libre, written by the first and signed by nobody."""
    parties = (PartyDraft(cast.structures["etabli"]), PartyDraft(cast.structures["roue"]))
    day = timezone.localdate(now) + timedelta(days=9)
    draft = AgreementDraft(
        title="Un mardi de réparation", purpose="Réparer.", form="loan", from_on=now.date(), until_on=None,
        openness="pole", parties=parties, promises=(PromiseDraft(1, 0, "Venir avec une mécanicienne", day),),
    )  # fmt: skip
    return actions.begin_cooperation(pole=cast.pole, draft=draft, by=cast.actor("nour"), at=now)


def test_a_text_to_sign_is_told_to_those_who_sign_and_have_not(
    cast: Cast, text: Any, now: datetime, run_tasks: Run
) -> None:
    run_tasks()
    assert _written_to() == {"sam"}
    assert _plain(mail.outbox[0].subject) == "Un accord attend votre signature : Un mardi de réparation"


def test_a_text_signed_before_the_mail_left_is_not_asked_for(
    cast: Cast, text: Any, now: datetime, run_tasks: Run
) -> None:
    agreement = text.agreements.get()
    actions.sign_agreement(party=text.parties.last(), seen=agreement.words_sha256, by=cast.actor("sam"), at=now)
    run_tasks()
    assert mail.outbox == []


def test_a_promise_is_recalled_three_days_before_and_once(cast: Cast, text: Any, now: datetime, run_tasks: Run) -> None:
    seen = text.agreements.get().words_sha256
    for party, key in zip(text.parties.all(), ("nour", "sam"), strict=True):
        actions.sign_agreement(party=party, seen=seen, by=cast.actor(key), at=now)
    run_tasks()
    mail.outbox.clear()
    due.run_due(now + timedelta(days=5))
    run_tasks()
    assert mail.outbox == []
    for _ in range(2):
        due.run_due(now + timedelta(days=7))
        run_tasks()
    assert _written_to() == {"sam"}
    assert len(mail.outbox) == 1
    assert _plain(mail.outbox[0].subject) == "Bientôt : Venir avec une mécanicienne"
