"""What lasts, in a pole where nothing is tied yet: what a tie is, and the next step for whoever may take it."""

from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from phares.demo.cast import CONSOLE
from phares.rooms.directory import actions
from phares.rooms.directory.models import Pole


@pytest.fixture
def page(other_pole: Pole, client: Client, now: datetime) -> str:
    """The network of an empty pole, read by its coordinator."""
    told: dict[str, Any] = {"by": CONSOLE, "at": now}
    person = actions.register_person(pole=other_pole, given_name="Line", email="line@neuf.example", **told)
    actions.give_mandate(person=person, pole=other_pole, role="coordinator", from_on=now.date(), **told)
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return reverse("impact:network", args=[other_pole.slug])


def test_an_empty_pole_counts_nothing_and_leads_to_its_first_structure_then_to_its_first_fact(
    page: str, other_pole: Pole, client: Client, now: datetime
) -> None:
    empty = client.get(page).content.decode()
    assert "Personne n’est encore inscrit" in empty
    assert reverse("directory:add_structure", args=[other_pole.slug]) in empty
    for name in ("La première", "La deuxième"):
        one = actions.add_structure(pole=other_pole, name=name, by=CONSOLE, at=now)
        actions.admit_structure(structure=one, kind="hosted", from_on=now.date(), by=CONSOLE, at=now)
    untied = client.get(page).content.decode()
    assert "Aucun lien n’est encore prouvé" in untied
    assert reverse("cooperation:note_in_passing", args=[other_pole.slug]) in untied
    for read in (empty, untied):
        assert "0 structures" not in read
        assert "sur 0 possible" not in read
        assert 'type="range"' not in read
