"""The pages of who could help, and of how they were found."""

import re
from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from phares.demo.cast import Cast
from phares.rooms.cooperation import actions
from phares.rooms.cooperation.models import Item, Match
from phares.rooms.cooperation.queries import matching
from phares.rooms.cooperation.rules import RULES

As = Callable[[str], Client]
Say = Callable[..., Item]
Storage = tuple[Item, Item]


def _page(client: Client, item: Item, name: str = "helpers") -> str:
    return client.get(reverse(f"cooperation:{name}", args=["fanal", item.pk])).content.decode()


def _plain(text: str) -> str:
    return text.replace("\N{NARROW NO-BREAK SPACE}", " ").replace("\N{NO-BREAK SPACE}", " ")


def test_looking_at_who_could_help_says_why_and_tells_nobody(client_as: As, storage: Storage) -> None:
    need, _offer = storage
    page = _plain(_page(client_as("nour"), need))
    for said in (
        "Voici qui pourrait vous aider",
        "Jardins d’Aval",
        "il manque 20 m²",
        "Rien n’est envoyé sans votre accord",
    ):
        assert said in page
    assert page.count("button-next") == 1
    assert not Match.objects.exists()


def test_an_offer_has_its_own_title(client_as: As, storage: Storage) -> None:
    assert "Voici à qui cela pourrait servir" in _page(client_as("awa"), storage[1])


def test_when_nobody_fits_the_page_says_so_and_what_happens_now(client_as: As, say: Say, storage: Storage) -> None:
    need = say("nour", "Traduire un courrier en tamoul", kind="knowledge")
    page = _page(client_as("nour"), need)
    assert "Personne encore" in page
    assert "La semaine" in page
    assert "Lire les offres du pôle" in page


def test_the_calculation_adds_up_line_by_line(client_as: As, storage: Storage) -> None:
    need, _offer = storage
    page = _page(client_as("nour"), need, "how_found")
    table = page.split("<table")[1].split("</table>")[0]
    numbers = [
        int(number.replace("\N{MINUS SIGN}", "-").replace(",", ""))
        for number in re.findall(r'class="number">([^<P]+)<', table)
    ]
    *lines, total = numbers
    assert sum(lines) == total == matching.proposals_for(need, timezone.localdate()).near[0].found.micro_score
    for rule in RULES:
        assert f'id="regle-{rule.code}"' in page


@pytest.mark.parametrize(
    ("key", "status"),
    [("", 302), ("sam", 403), ("hind", 403), ("idris", 200), ("maud", 200), ("paul", 200), ("lena", 200)],
)
def test_who_could_help_is_shown_to_its_own_and_to_those_who_run_the_pole(
    client_as: As, storage: Storage, key: str, status: int
) -> None:
    for name in ("helpers", "how_found"):
        assert client_as(key).get(reverse(f"cooperation:{name}", args=["fanal", storage[0].pk])).status_code == status


def test_a_need_no_longer_open_has_nobody_proposed(client_as: As, cast: Cast, storage: Storage, now: datetime) -> None:
    need, _offer = storage
    actions.withdraw_item(item=need, by=cast.actor("nour"), at=now)
    page = _page(client_as("nour"), need)
    assert "plus ouvert" in page
    assert "Jardins d’Aval" not in page


def test_a_mediator_reads_who_could_help_and_opens_the_match_whose_answer_may_come_by_phone(
    client_as: As, match: Match
) -> None:
    page = _page(client_as("maud"), match.need)
    assert "Jardins d’Aval" in page
    assert match.get_absolute_url() in page
    assert reverse("cooperation:propose_match", args=["fanal", match.need.pk]) not in page
