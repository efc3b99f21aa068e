"""The interview on screen: each kind of question is answered, refused with its reason, or kept and followed."""

from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from phares.demo.cast import Cast
from phares.rooms.publishing import actions
from phares.rooms.publishing.models import ExperienceSheet
from phares.rooms.publishing.sheet_fields import FIELDS

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def lena(cast: Cast) -> Client:
    """The coordinator's browser."""
    client = Client()
    client.force_login(cast.people["lena"], backend=BACKEND)
    return client


@pytest.fixture
def sheet(cast: Cast, now: datetime) -> ExperienceSheet:
    """A sheet just begun."""
    return actions.begin_sheet(pole=cast.pole, by=cast.actor("lena"), at=now)


def _answer(lena: Client, sheet: ExperienceSheet, code: str, **typed: str) -> Any:
    address = reverse("publishing:write_section", args=["fanal", sheet.pk, code])
    return lena.post(address, {**typed, "back": "1"})


@pytest.mark.parametrize("code", [field.code for field in FIELDS])
def test_every_question_opens(lena: Client, sheet: ExperienceSheet, code: str) -> None:
    assert lena.get(reverse("publishing:write_section", args=["fanal", sheet.pk, code])).status_code == 200


@pytest.mark.parametrize(
    ("code", "typed", "kept"),
    [
        ("keywords", {"value": "pain,  terre , #eau, pain"}, ["pain", "terre", "eau"]),
        ("tags", {"value": "#VIEUX2015"}, ["VIEUX2015"]),
        ("title", {"value": " Un titre "}, "Un titre"),
        ("dated_on", {"value": "2020-02-29"}, "2020-02-29"),
        ("website", {"value": "ici.example"}, "https://ici.example"),
        ("money", {"year-0": "2025", "funder-0": "Ville", "cents-0": "1 200,50 €"},
         [{"year": "2025", "funder": "Ville", "cents": "120050"}]),
        ("partners", {"name-0": "", "sort-0": "ess", "role-0": ""}, []),
    ],
)  # fmt: skip
def test_an_answer_is_kept_as_it_is_meant(
    lena: Client, sheet: ExperienceSheet, code: str, typed: dict[str, str], kept: Any
) -> None:
    assert _answer(lena, sheet, code, **typed).status_code == 302
    sheet.refresh_from_db()
    assert sheet.words[code] == kept


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("keywords", {"value": ",".join(map(str, range(30)))}),
        ("contact_email", {"value": "pas une adresse"}),
        ("dated_on", {"value": "9999-01-01"}),
        ("website", {"value": "javascript:alert(1)"}),
        ("lead", {"value": "a" * 601}),
        ("money", {"year-0": "²", "funder-0": "Ville", "cents-0": "mille"}),
        ("money", {"year-0": "2025", "funder-0": "Ville", "cents-0": "NaN"}),
        ("results", {"figure-0": "1", "url-0": "javascript:alert(1)"}),
        ("partners", {"name-0": "A", "sort-0": "inconnu"}),
    ],
)
def test_what_cannot_be_kept_is_said_and_nothing_changes(
    lena: Client, sheet: ExperienceSheet, code: str, typed: dict[str, str]
) -> None:
    before = sheet.words
    assert _answer(lena, sheet, code, **typed).status_code == 422
    sheet.refresh_from_db()
    assert sheet.words == before
