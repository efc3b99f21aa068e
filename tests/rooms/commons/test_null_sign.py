"""The sign that PostgreSQL keeps in no text: an address that holds it is read without, or leads nowhere."""

from collections.abc import Callable

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from phares.demo.cast import Cast
from phares.rooms.commons.middleware import NoNullSign


@pytest.mark.parametrize("asked", ["v%00élo", "%00vélo%00", "v%%0000élo", "v%%00%0000élo"])
def test_what_is_asked_is_read_without_the_sign(asked: str) -> None:
    read: list[str] = []

    def view(request: HttpRequest) -> HttpResponse:
        read.append(request.GET["q"])
        return HttpResponse()

    NoNullSign(view)(RequestFactory().get(f"/?q={asked}"))
    assert read == ["vélo"]


def test_a_percent_that_is_written_as_one_stays() -> None:
    request = RequestFactory().get("/?q=%2500")
    NoNullSign(lambda request: HttpResponse())(request)
    assert request.GET["q"] == "%00"


@pytest.mark.parametrize("page", ["appels/?qui=%00", "chercher/?q=%00", "fiches/?lieu=%00", "qui-etait-la/?jour=%00"])
def test_a_list_asked_with_it_answers(cast: Cast, client_as: Callable[[str], Client], page: str) -> None:
    assert client_as("lena").get(f"/fanal/{page}").status_code == 200


@pytest.mark.parametrize("path", ["paroles/suivi/%00/", "rejoindre/a%00b/", "dire/%00/quoi/"])
def test_an_address_with_it_leads_nowhere(cast: Cast, client_as: Callable[[str], Client], path: str) -> None:
    assert client_as("lena").get(f"/fanal/{path}").status_code == 404
