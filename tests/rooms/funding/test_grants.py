"""Grants: the report that the law gives a day to, payments that never pass the grant, promises that no longer move."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse

from phares.demo.cast import Cast
from phares.rooms.commons.refusals import NotAllowed, Refusal
from phares.rooms.directory.models import Pole
from phares.rooms.funding import actions
from phares.rooms.funding.models import Funder, Grant, GrantPayment
from phares.rooms.funding.queries.grants import months_after


@pytest.fixture
def granted(cast: Cast, now: datetime) -> Any:
    """Write grants down as the treasurer does."""

    def write(**said: Any) -> Grant:
        usual = {
            "funder": "Ville",
            "title": "Ateliers",
            "amount_cents": 1_000_00,
            "from_on": date(2025, 1, 1),
            "until_on": date(2025, 8, 31),
        }
        return actions.open_grant(pole=cast.pole, **{**usual, **said}, by=cast.actor("hind"), at=now)

    return write


def test_a_report_is_owed_six_months_after_the_end_even_where_february_is_short(granted: Any) -> None:
    assert granted().report_due_on == date(2026, 2, 28)
    assert granted(until_on=date(2025, 12, 31)).report_due_on == date(2026, 6, 30)
    assert months_after(date(2023, 8, 31), 6) == date(2024, 2, 29)


@pytest.mark.parametrize(
    "said",
    [
        {"report_due_on": date(2026, 3, 1)},
        {"report_due_on": date(2025, 8, 30)},
        {"until_on": date(2024, 12, 31)},
        {"amount_cents": 0},
        {"amount_cents": 10**12},
    ],
)
def test_a_grant_that_cannot_be_is_refused_and_leaves_nothing(granted: Any, said: Any) -> None:
    with pytest.raises(Refusal):
        granted(**said)
    assert not Grant.objects.exists()


def test_before_the_text_of_2006_no_day_is_claimed(granted: Any) -> None:
    old = granted(from_on=date(2004, 1, 1), until_on=date(2004, 12, 31))
    assert old.report_due_on == old.until_on


def test_the_same_funder_is_written_once(granted: Any) -> None:
    assert granted(funder="Ville").funder == granted(funder=" ville ").funder
    assert Funder.objects.count() == 1


def test_a_structure_cannot_write_the_poles_grants(cast: Cast, granted: Any, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        actions.send_grant_report(grant=granted(), on=now.date(), by=cast.actor("nour"), at=now)


def test_two_payments_at_once_never_pass_the_grant(
    several_at_once: Any, cast: Cast, granted: Any, now: datetime
) -> None:
    grant, hind = granted(), cast.actor("hind")

    def plan() -> GrantPayment:
        return actions.plan_payment(grant=grant, label="Moitié et un peu", amount_cents=600_00, by=hind, at=now)

    answers = several_at_once(plan, plan)
    assert sum(isinstance(one, GrantPayment) for one in answers) == 1
    assert sum(isinstance(one, Refusal) for one in answers) == 1


def test_a_grant_from_its_convention_to_its_report(client_as: Any, cast: Cast, now: datetime) -> None:
    hind, today = client_as("hind"), now.date()
    begins, ends = today - timedelta(days=300), today - timedelta(days=20)

    def address(name: str, *args: Any) -> str:
        return reverse(f"funding:{name}", args=[cast.pole.slug, *args])

    said = {"funder": "Région Grand-Large", "title": "Animer", "amount": "30 000", "from_on": begins, "until_on": ends}
    assert hind.post(address("open_grant"), {**said, "amount": "trente"}).status_code == 422
    page = hind.post(address("open_grant"), said, follow=True).content.decode()
    grant = Grant.objects.get()
    assert grant.amount_cents == 30_000_00
    assert "Il manque le numéro de la convention" in page  # 23 000 € a year, by the decree of 2001
    assert hind.post(address("plan_payment", grant.pk), {"label": "Solde", "amount": "30 001"}).status_code == 409
    hind.post(address("plan_payment", grant.pk), {"label": "Solde", "amount": "30000", "due_on": today})
    hind.post(address("promise_indicator", grant.pk), {"label": "Ateliers", "unit": "ateliers", "target": "12"})
    week = client_as("lena").get(reverse("directory:week", args=[cast.pole.slug])).content.decode()
    assert "compte rendu à rendre" in week
    assert "Solde" in week
    home = hind.get(reverse("directory:home", args=[cast.pole.slug])).content.decode()
    assert "compte rendu à rendre" in home
    assert "Solde" in home
    payment = grant.payments.get()
    tomorrow = {"on": today + timedelta(days=1)}
    assert hind.post(address("receive_payment", payment.pk), tomorrow).status_code == 400
    hind.post(address("receive_payment", payment.pk), {"on": today})
    hind.post(address("remove_payment", payment.pk))
    assert GrantPayment.objects.filter(received_on=today).exists()
    hind.post(address("send_grant_report", grant.pk), {"on": today})
    hind.post(address("remove_indicator", grant.indicators.get().pk))
    page = hind.get(address("grant", grant.pk)).content.decode()
    assert "Ateliers" in page
    assert "rendu" in page
    week = client_as("lena").get(reverse("directory:week", args=[cast.pole.slug])).content.decode()
    assert "compte rendu à rendre" not in week


def test_another_poles_grant_is_not_found(client_as: Any, cast: Cast, other_pole: Pole, granted: Any) -> None:
    elsewhere = granted()
    Grant.objects.filter(pk=elsewhere.pk).update(pole=other_pole)
    assert client_as("hind").get(reverse("funding:grant", args=[cast.pole.slug, elsewhere.pk])).status_code == 404


def test_the_list_asks_the_database_no_more_for_thirty_grants(
    client_as: Any, cast: Cast, granted: Any, django_assert_max_num_queries: Any
) -> None:
    for number in range(35):
        granted(title=f"Numéro {number}")
    hind = client_as("hind")
    with django_assert_max_num_queries(14):
        page = hind.get(reverse("funding:grants", args=[cast.pole.slug])).content.decode()
    assert page.count("<tr>") == 31
