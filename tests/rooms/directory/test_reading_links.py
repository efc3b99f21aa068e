"""Reading by a link: a funder reads what is shown, writes nothing, is not followed, and can be stopped."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import models
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from phares.demo.cast import Cast
from phares.rooms.commons.refusals import NotAllowed
from phares.rooms.commons.signed_links import signed
from phares.rooms.cooperation import actions as cooperation
from phares.rooms.cooperation.permissions import visible_cooperations, visible_items
from phares.rooms.directory import actions, permissions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import ReadingLink
from phares.rooms.directory.roles import READING_SCOPES, RIGHTS

As = Callable[[str], Client]


def _given(cast: Cast, at: datetime, **said: Any) -> ReadingLink:
    """Return a link that Léna gave to the region for a month."""
    entry = {"reader": "Région", "scope": "register", "until_on": at.date() + timedelta(days=30), **said}
    return actions.give_reading_link(pole=cast.pole, **entry, by=cast.actor("lena"), at=at)


def _path(cast: Cast, link: ReadingLink) -> str:
    return reverse("directory:open_reading_link", args=[cast.pole.slug, signed("reading", link.pk)])


def _reader(cast: Cast, link: ReadingLink) -> Client:
    """Return the browser of somebody who has opened the link."""
    client = Client()
    client.post(_path(cast, link))
    return client


def test_a_link_opens_by_its_button_and_only_then_is_counted(cast: Cast, now: datetime) -> None:
    link = _given(cast, now)
    client = Client()
    page = client.get(_path(cast, link)).content.decode()
    assert "Région" in page
    assert client.get("/fanal/lecture/").status_code == 404
    assert client.post(_path(cast, link))["Location"] == "/fanal/lecture/"
    assert "Ce que vous pouvez lire" in client.get("/fanal/lecture/").content.decode()
    link.refresh_from_db()
    assert link.visits == 1


def test_nothing_is_kept_of_who_opens_but_a_count() -> None:
    named = {field.name for field in ReadingLink._meta.get_fields() if isinstance(field, models.Field)}
    assert named == {
        "id", "pole", "reader", "scope", "made_by", "made_at", "until_on", "withdrawn_at", "visits",
    }  # fmt: skip


@pytest.mark.parametrize("ends", ["withdrawn", "past"])
def test_a_link_that_is_over_opens_nothing_where_it_was_open_either(cast: Cast, now: datetime, ends: str) -> None:
    link = _given(cast, now)
    client = _reader(cast, link)
    assert client.get("/fanal/lecture/").status_code == 200
    if ends == "withdrawn":
        actions.withdraw_reading_link(link=link, by=cast.actor("lena"), at=now)
    else:
        ReadingLink.objects.update(until_on=timezone.localdate() - timedelta(days=1))
    assert client.get("/fanal/lecture/").status_code == 404
    assert client.get(_path(cast, link)).status_code == 410
    assert client.post(_path(cast, link)).status_code == 410


def test_a_link_opens_no_other_pole_and_none_can_be_made_up(cast: Cast, other_pole: Any, now: datetime) -> None:
    link = _given(cast, now)
    token = signed("reading", link.pk)
    assert Client().get(f"/{other_pole.slug}/lecture/ouvrir/{token}/").status_code == 404
    assert Client().get("/fanal/lecture/ouvrir/1/").status_code == 410
    assert Client().get(f"/fanal/lecture/ouvrir/{signed('invitation', link.pk)}/").status_code == 410
    reader = _reader(cast, link)
    assert reader.get(f"/{other_pole.slug}/lecture/").status_code == 404


def test_no_scope_gives_a_right_to_write_or_to_see_reasons_or_whom_to_meet() -> None:
    held = {right for scope in READING_SCOPES.values() for right in scope.rights}
    assert held == {"see_pole", "read_register", "read_report"} <= set(RIGHTS)


def test_a_reader_sees_what_is_shown_to_the_pole_and_nothing_kept_between_parties(cast: Cast, now: datetime) -> None:
    said: dict[str, Any] = {"pole": cast.pole, "kind": "space", "holder": cast.structures["etabli"], "side": "need"}
    shown = cooperation.say_item(**said, title="Du sec", by=cast.actor("nour"), at=now)
    whole = Actor(link=_given(cast, now, scope="pole"))
    register = Actor(link=_given(cast, now))
    assert list(visible_items(whole, cast.pole)) == [shown]
    assert not visible_items(register, cast.pole).exists()
    assert not visible_cooperations(register, cast.pole).exists()
    assert not permissions.can_see_people(whole, cast.structures["etabli"])
    for predicate in (permissions.can_keep_directory, permissions.can_see_week, permissions.can_give_reading_links):
        assert not predicate(whole, cast.pole)


def test_no_person_is_named_to_a_reader(cast: Cast, now: datetime) -> None:
    samira = cast.people["samira"]
    said: dict[str, Any] = {"pole": cast.pole, "kind": "transport", "holder": samira, "side": "need"}
    item = cooperation.say_item(**said, title="Aller au marché", by=cast.actor("maud"), at=now)
    reader = _reader(cast, _given(cast, now, scope="pole"))
    for page in ("structures/", "structures/letabli/", "besoins/", f"besoins/{item.pk}/", "le-pole/", "cooperations/"):
        answer = reader.get(f"/fanal/{page}")
        assert answer.status_code == 200
        text = answer.content.decode()
        assert not [person for person in cast.people.values() if str(person) in text], page


def test_a_reader_is_led_to_the_way_in_wherever_one_acts(cast: Cast, now: datetime) -> None:
    reader = _reader(cast, _given(cast, now, scope="pole"))
    for page in ("bonjour/", "semaine/", "dire/", "personnes/", "lecture/liens/"):
        assert "/compte/login/" in reader.get(f"/fanal/{page}")["Location"]


@pytest.mark.parametrize("days", [-1, 400])
def test_a_link_ends_within_a_year_and_not_before_it_begins(cast: Cast, now: datetime, days: int) -> None:
    with pytest.raises(actions.LinkTooLong):
        _given(cast, now, until_on=now.date() + timedelta(days=days))


@pytest.mark.parametrize("who", ["nour", "maud", "hind"])
def test_others_give_no_link_and_stop_none(cast: Cast, now: datetime, who: str) -> None:
    link = _given(cast, now)
    with pytest.raises(NotAllowed):
        actions.give_reading_link(
            pole=cast.pole, reader="X", scope="pole", until_on=now.date(), by=cast.actor(who), at=now
        )
    with pytest.raises(NotAllowed):
        actions.withdraw_reading_link(link=link, by=cast.actor(who), at=now)


def test_the_list_says_until_when_how_often_and_gives_the_address(cast: Cast, client_as: As, now: datetime) -> None:
    lena = client_as("lena")
    entry = {"reader": "Service économie", "scope": "pole", "until_on": (now.date() + timedelta(days=9)).isoformat()}
    lena.post("/fanal/lecture/liens/donner/", entry)
    page = lena.get("/fanal/lecture/liens/").content.decode()
    assert "Service économie" in page
    assert "ouvert 0 fois" in page
    assert "/fanal/lecture/ouvrir/" in page
    link = ReadingLink.objects.get()
    lena.post(f"/fanal/lecture/liens/{link.pk}/retirer/")
    page = lena.get("/fanal/lecture/liens/").content.decode()
    assert "retiré le" in page
    assert "/fanal/lecture/ouvrir/" not in page


def test_the_page_of_roles_prints_what_a_link_opens(cast: Cast) -> None:
    page = Client().get("/fanal/qui-peut-quoi/").content.decode()
    assert "Financeur, le registre" in page
    assert "lien de lecture" in page
