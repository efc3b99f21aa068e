"""Newsletters: drafted from what happened, sent to those who said yes, left in one click, kept as they left."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from phares.demo.cast import Cast
from phares.rooms.commons.refusals import NotAllowed
from phares.rooms.cooperation import actions as cooperation
from phares.rooms.directory.actors import VISITOR
from phares.rooms.publishing import actions
from phares.rooms.publishing.actions.newsletter import AlreadySent
from phares.rooms.publishing.models import Newsletter, Subscription
from rooms.publishing.telling import published


def _draft(cast: Cast, now: datetime, audience: str = "public") -> Newsletter:
    since = now.date() - timedelta(days=30)
    return actions.draft_newsletter(pole=cast.pole, audience=audience, since_on=since, by=cast.actor("lena"), at=now)


def _subscribed(cast: Cast, now: datetime, email: str = "voisin@ailleurs.example") -> Subscription:
    asked = actions.ask_for_newsletters(pole=cast.pole, email=email, by=VISITOR, at=now)
    return actions.confirm_subscription(subscription=asked, by=VISITOR, at=now)


def test_the_draft_tells_what_happened_as_its_readers_may_know_it(cast: Cast, now: datetime) -> None:
    published(cast, now)
    said = {"pole": cast.pole, "holder": cast.structures["etabli"], "side": "need", "kind": "space", "at": now}
    cooperation.say_item(title="Une cave", by=cast.actor("nour"), **said)
    cooperation.say_item(title="Une remorque", visibility="public", by=cast.actor("nour"), **said)
    public, inside = _draft(cast, now).text, _draft(cast, now, "internal").text
    assert "Une réserve pour deux ateliers" in public
    assert "Une remorque" in public
    assert "Une cave" not in public
    assert "Une cave" in inside


def test_a_public_letter_goes_to_the_addresses_that_said_yes(cast: Cast, now: datetime, run_tasks: Any) -> None:
    _subscribed(cast, now)
    actions.ask_for_newsletters(pole=cast.pole, email="muet@ailleurs.example", by=VISITOR, at=now)
    run_tasks()
    mail.outbox.clear()
    actions.send_newsletter(letter=_draft(cast, now), by=cast.actor("lena"), at=now)
    run_tasks()
    assert [one.to for one in mail.outbox] == [["voisin@ailleurs.example"]]
    assert mail.outbox[0].extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_an_internal_letter_goes_to_those_who_act_here(cast: Cast, now: datetime, run_tasks: Any) -> None:
    letter = actions.send_newsletter(letter=_draft(cast, now, "internal"), by=cast.actor("lena"), at=now)
    run_tasks()
    to = {one.to[0] for one in mail.outbox}
    assert len(to) == letter.recipients
    assert {cast.people["nour"].email, cast.people["lena"].email} <= to


def test_one_click_from_the_mail_program_is_enough(cast: Cast, now: datetime) -> None:
    subscription = _subscribed(cast, now)
    address = reverse("publishing:unsubscribe", args=["fanal", subscription.token])
    assert Client().get(address).status_code == 200
    assert Subscription.objects.exists()  # a link that is only opened changes nothing
    program = Client(enforce_csrf_checks=True)
    assert program.post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not Subscription.objects.exists()
    assert program.post(address).status_code == 200  # twice is no error


def test_one_of_the_pole_who_wants_no_more_is_left_alone(cast: Cast, now: datetime, run_tasks: Any) -> None:
    actions.send_newsletter(letter=_draft(cast, now, "internal"), by=cast.actor("lena"), at=now)
    hers = Subscription.objects.get(email=cast.people["nour"].email)
    actions.unsubscribe(subscription=hers, by=VISITOR, at=now)
    run_tasks()
    assert cast.people["nour"].email not in {one.to[0] for one in mail.outbox}
    mail.outbox.clear()
    actions.send_newsletter(letter=_draft(cast, now, "internal"), by=cast.actor("lena"), at=now)
    run_tasks()
    assert mail.outbox
    assert cast.people["nour"].email not in {one.to[0] for one in mail.outbox}


def test_what_has_left_stays_as_it_left(cast: Cast, now: datetime) -> None:
    letter = actions.send_newsletter(letter=_draft(cast, now), by=cast.actor("lena"), at=now)
    with pytest.raises(AlreadySent):
        actions.send_newsletter(letter=letter, by=cast.actor("lena"), at=now)
    with pytest.raises(AlreadySent):
        actions.write_newsletter(letter=letter, subject="Autre", text="Autre", by=cast.actor("lena"), at=now)


def test_a_hostile_text_stays_text(cast: Cast, now: datetime) -> None:
    letter = _draft(cast, now)
    text = "<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>"
    actions.write_newsletter(letter=letter, subject="A\nBcc: b@c.example", text=text, by=cast.actor("lena"), at=now)
    letter.refresh_from_db()
    assert "\n" not in letter.subject
    actions.send_newsletter(letter=letter, by=cast.actor("lena"), at=now)
    page = Client().get(reverse("publishing:newsletter", args=["fanal", letter.pk])).content.decode()
    assert "<script>alert" not in page
    assert 'href="javascript' not in page
    assert "<img" not in page


def test_a_typed_address_gets_nothing_before_it_says_yes_and_the_page_never_tells_who_is_known(
    cast: Cast, now: datetime, run_tasks: Any
) -> None:
    _subscribed(cast, now, "connue@ailleurs.example")
    address = reverse("publishing:ask_for_newsletters", args=["fanal"])
    pages = [
        Client().post(address, {"email": email}, follow=True).content.decode()
        for email in ("connue@ailleurs.example", "nouvelle@ailleurs.example")
    ]
    assert all("Un message vous demande de confirmer" in page for page in pages)
    run_tasks()
    assert "nouvelle@ailleurs.example" in {one.to[0] for one in mail.outbox}


def test_only_those_who_publish_send(cast: Cast, now: datetime) -> None:
    letter = _draft(cast, now)
    with pytest.raises(NotAllowed):
        actions.send_newsletter(letter=letter, by=cast.actor("nour"), at=now)
