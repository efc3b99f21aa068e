"""Pages of shared means: what each shares and pays with its formula, on one printed page; the form of a key."""

import io
from collections.abc import Callable
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from phares.demo.cast import Cast
from phares.rooms.cooperation import sharing_words
from phares.rooms.cooperation.actions.sharing_key import (
    PartDraft,
)
from phares.rooms.cooperation.models import Cooperation, Means, SharingKey
from phares.rooms.cooperation.queries.shared_means import means_of, own_sharing
from rooms.cooperation.agreed import TODAY
from rooms.cooperation.shared import EQUAL, close, cost, hold, weights

As = Callable[[str], Client]


def test_each_sees_what_it_shares_and_pays_with_formula_and_inputs(
    cast: Cast, line: Means, now: datetime, client_as: As
) -> None:
    hold(cast, line, [PartDraft(Fraction(1), "m²", weights(line, "30", "60.5", "29.5"))], now)
    close(cast, cost(cast, line, 1200_00, now), now)
    page = client_as("sam").get(reverse("cooperation:own_sharing", args=["fanal"]) + "?annee=2025").content.decode()
    assert "60,5 / 120 m²" in page
    assert "605,00\xa0€" in page
    assert client_as("clara").get(reverse("cooperation:own_sharing", args=["fanal"])).status_code == 200
    assert not own_sharing(cast.structures["langues"], cast.pole, 2025)


def test_the_sheet_is_one_page_whatever_is_shared(cast: Cast, line: Means, now: datetime, client_as: As) -> None:
    hold(cast, line, EQUAL, now)
    for number in range(25):
        day = date(2026, 1, 1) + timedelta(days=number)
        cost(cast, line, 120_00, now, from_on=day, until_on=day)
    close(cast, cost(cast, line, 1200_00, now, sure=True), now)
    for year, said in (("2025", "400,00"), ("2026", "1 000,00"), ("abcd", "")):
        answer = client_as("sam").get(reverse("cooperation:own_sharing_sheet", args=["fanal"]) + f"?annee={year}")
        pages = PdfReader(io.BytesIO(answer.content)).pages
        assert len(pages) == 1
        text = " ".join(pages[0].extract_text().split()).replace("\u202f", " ").replace("\xa0", " ")
        assert said in text
        assert "Roue Libre" in text


def test_what_is_paid_is_seen_by_the_parties_and_the_coordination_alone(
    cast: Cast, line: Means, three_sharing: Cooperation, now: datetime, client_as: As
) -> None:
    hold(cast, line, EQUAL, now)
    cost(cast, line, 90_00, now)
    address = reverse("cooperation:means", args=["fanal", three_sharing.pk])
    for who in ("nour", "idris", "sam", "awa", "lena", "hind", "paul"):
        assert "30,00\xa0€" in client_as(who).get(address).content.decode()
    for who in ("clara", "maud"):
        assert client_as(who).get(address).status_code == 404


def test_the_form_of_a_key_reads_percentages_and_fractions(cast: Cast, line: Means, client_as: As) -> None:
    uses = list(line.uses.all())
    address = reverse("cooperation:propose_key", args=["fanal", line.pk])
    said = {"from_on": "2025-01-01", "equal": "1/3", "share_1": "2/3", "measure_1": "m²"}
    said |= {f"weight_1_{use.pk}": amount for use, amount in zip(uses, ("30", "60,5", "29,5"), strict=True)}
    client = client_as("nour")
    for wrong in ({"equal": "50"}, {"measure_1": ""}, {"share_1": ""}, {"share_1": "beaucoup"}, {"share_1": "1/0"},
                  {"from_on": ""}, {f"weight_1_{uses[0].pk}": "-1"}):  # fmt: skip
        answer = client.post(address, {**said, **wrong})
        assert answer.status_code == 422, wrong
    assert client.post(address, said).status_code == 302
    assert [part.share for part in SharingKey.objects.get().parts.all()] == [Fraction(1, 3), Fraction(2, 3)]


def test_the_page_of_means_asks_the_database_as_often_for_many_accounts(
    cast: Cast, line: Means, three_sharing: Cooperation, now: datetime, django_assert_num_queries: Any
) -> None:
    hold(cast, line, EQUAL, now)
    cost(cast, line, 90_00, now)
    with django_assert_num_queries(10) as asked:
        means_of(cast.actor("nour"), three_sharing, TODAY)
    for year in range(2026, 2036):
        close(cast, cost(cast, line, 90_00, now, from_on=date(year, 1, 1), until_on=date(year, 12, 31)), now)
    with django_assert_num_queries(len(asked)):
        means_of(cast.actor("nour"), three_sharing, TODAY)


@pytest.mark.parametrize(
    ("exact", "written"),
    [(Fraction(30), "30"), (Fraction(1, 2), "0,5"), (Fraction(1, 3), "1/3"), (Fraction(1234567, 1000), "1 234,567")],
)
def test_numbers_are_written_exactly(exact: Fraction, written: str) -> None:
    assert sharing_words.number(exact) == written.replace(" ", "\u202f")


@pytest.mark.parametrize("amount", ["", "beaucoup", "-3", "1e9", "1,234", "9" * 40, "12 €€"])
def test_the_form_of_an_account_refuses_what_is_no_amount(cast: Cast, line: Means, client_as: As, amount: str) -> None:
    address = reverse("cooperation:write_account", args=["fanal", line.pk])
    said = {"from_on": "2025-01-01", "until_on": "2025-12-31", "amount": amount}
    assert client_as("nour").post(address, said).status_code == 422
    assert not line.accounts.exists()


@pytest.mark.parametrize(("written", "cents"), [("1 250,50 €", 125050), ("1250.5", 125050), ("0", 0), ("12", 1200)])
def test_an_amount_is_read_as_people_write_it(cast: Cast, line: Means, client_as: As, written: str, cents: int) -> None:
    address = reverse("cooperation:write_account", args=["fanal", line.pk])
    said = {"from_on": "2025-01-01", "until_on": "2025-12-31", "amount": written}
    assert client_as("nour").post(address, said).status_code == 302
    assert line.accounts.get().amount_cents == cents


@pytest.mark.parametrize(("written", "minutes"), [("2 h 30", 150), ("2,5", 150), ("3", 180), ("3h", 180), ("", None)])
def test_hours_of_a_fact_are_read_as_people_write_them(
    cast: Cast, line: Means, client_as: As, written: str, minutes: int | None
) -> None:
    address = reverse("cooperation:note_fact", args=["fanal", line.cooperation_id])
    said = {"what": "Réparé", "on": "2025-01-01", "minutes": written, "cents": "12,50"}
    assert client_as("nour").post(address, said).status_code == 302
    fact = line.cooperation.facts.get()
    assert (fact.minutes, fact.cents) == (minutes, 12_50)
    for wrong in ("deux", "99999999", "-1", "1 h 75"):
        assert client_as("nour").post(address, {**said, "minutes": wrong}).status_code in {400, 422}, wrong
