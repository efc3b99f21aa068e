"""The way into the demonstration: one click, for the cast alone, and never where people's own data are."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client, override_settings
from django.urls import Resolver404, resolve, reverse

from phares.demo.entry import CHOICES
from phares.demo.telling import Telling

# Played before the tests that write for good: these read what a telling made in a database still whole.
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def as_demonstration() -> Any:
    """The site as `phares demo` serves it."""
    engine = settings.TEMPLATES[0]
    seen = [*engine["OPTIONS"]["context_processors"], "phares.demo.context.strip"]
    templates = [{**engine, "OPTIONS": {**engine["OPTIONS"], "context_processors": seen}}]
    with override_settings(DEMO=True, ROOT_URLCONF="phares.demo.urls", TEMPLATES=templates):
        yield


def test_the_demonstration_opens_on_the_invented_pole(told: Telling) -> None:
    answer = Client().get("/")
    assert (answer.status_code, answer["Location"]) == (302, reverse("directory:public", args=["fanal"]))


@pytest.mark.parametrize(
    ("key", "page"), [("lena", "week"), ("nour", "home"), ("maud", "home"), ("hind", "home"), ("sam", "home")]
)
def test_one_click_makes_one_a_member_of_the_cast(told: Telling, key: str, page: str) -> None:
    client = Client()
    answer = client.post(reverse("demo_enter", args=[key]), follow=True)
    assert answer.status_code == 200
    assert answer.redirect_chain[-1][0] == reverse(f"directory:{page}", args=["fanal"])
    assert client.session["_auth_user_id"] == str(told.cast.people[key].pk)


def test_one_click_leads_to_saying_a_need(told: Telling) -> None:
    answer = Client().post(reverse("demo_enter", args=["nour"]), {"to": "say"})
    assert answer["Location"] == reverse("cooperation:say", args=["fanal"]) + "?cote=need"


def test_a_page_that_is_not_in_the_list_is_not_gone_to(told: Telling) -> None:
    answer = Client().post(reverse("demo_enter", args=["nour"]), {"to": "https://ailleurs.example/"})
    assert answer["Location"] == reverse("directory:home", args=["fanal"])


@pytest.mark.parametrize("key", ["paul", "samira", "nobody"])
def test_one_is_nobody_else(told: Telling, key: str) -> None:
    assert Client().post(reverse("demo_enter", args=[key])).status_code == 404


def test_a_link_does_not_enter(told: Telling) -> None:
    assert Client().get(reverse("demo_enter", args=["lena"])).status_code == 405


def test_a_real_installation_has_no_such_way_in(told: Telling) -> None:
    with override_settings(DEMO=False):
        assert Client().post(reverse("demo_enter", args=["lena"])).status_code == 404
    with pytest.raises(Resolver404):
        resolve("/demo/entrer/lena/", urlconf="phares.site.urls")


def test_the_strip_says_whom_one_can_be_and_whom_one_is(told: Telling) -> None:
    client = Client()
    page = client.get(reverse("directory:public", args=["fanal"])).content.decode()
    assert "Le Fanal est inventé" in page
    for key in CHOICES:
        assert reverse("demo_enter", args=[key]) in page
    assert 'aria-current="true"' not in page
    client.post(reverse("demo_enter", args=["nour"]))
    page = client.get(reverse("directory:home", args=["fanal"])).content.decode()
    assert page.count('aria-current="true"') == 1
    assert reverse("account_logout") in page


def test_the_strip_of_the_record_says_that_it_only_tells_what_sources_say(told: Telling) -> None:
    page = Client().get(reverse("directory:public", args=["phares"])).content.decode()
    assert "seulement ce que disent des sources publiques" in page
    assert reverse("demo_enter", args=["lena"]) not in page


def test_the_first_screen_tells_the_whole_story(told: Telling) -> None:
    page = Client().get(reverse("directory:public", args=["fanal"])).content.decode()
    assert "Quinze structures sous un toit." in page
    assert page.count("<li>") >= 5
    assert "dont 9 durent depuis plus d’un an" in page
    assert "Samira" not in page
