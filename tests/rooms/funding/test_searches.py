"""Searches for teams that cannot end well: too many structures, demands that clash, a machine that stops."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse

from phares.demo.cast import Cast
from phares.engine import coalitions as engine
from phares.rooms.commons.refusals import Refusal
from phares.rooms.directory.models import Membership, Structure
from phares.rooms.funding import actions
from phares.rooms.funding.actions import composition as searching
from phares.rooms.funding.models import Application, Call, Composition


@pytest.fixture
def lena(cast: Cast, now: datetime) -> dict[str, Any]:
    """The coordinator, now."""
    return {"by": cast.actor("lena"), "at": now}


def _page(client_as: Any, begun: Application) -> str:
    page: str = client_as("lena").get(begun.get_absolute_url()).content.decode()
    return page


def _search(call: Call, lena: dict[str, Any]) -> tuple[Application, Composition]:
    begun = actions.begin_application(call=call, **lena)
    return begun, actions.find_teams(composition=actions.ask_for_teams(application=begun, **lena), **lena)


def test_demands_that_exclude_one_another_are_named_and_no_more_of_them(
    client_as: Any, call: Call, lena: dict[str, Any]
) -> None:
    Call.objects.filter(pk=call.pk).update(least_members=2, most_members=2)
    call.refresh_from_db()
    actions.ask_skill(call=call, skill="Jardinage", unit="personnes", **lena)  # only Jardins d'Aval; a third member
    begun, search = _search(call, lena)
    must = set(call.requirements.filter(is_mandatory=True).values_list("pk", flat=True))
    assert {one.get("row") or one["name"] for one in search.told["conflict"]} == must | {"most"}
    page = _page(client_as, begun)
    assert "Ces demandes ne peuvent pas tenir ensemble" in page
    assert "au plus 2 membres" in page
    assert "En lever une seule suffit" in page


def test_a_pole_too_large_for_the_search_says_so(
    client_as: Any, call: Call, lena: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "MOST_CANDIDATES", 2)
    begun, search = _search(call, lena)
    assert search.state == "failed"
    assert "la recherche en compare 2 au plus" in _page(client_as, begun)


def test_in_a_large_pole_those_who_bring_something_are_compared(
    client_as: Any, cast: Cast, call: Call, lena: dict[str, Any], now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = [
        Structure(pole=cast.pole, slug=f"n-{n}", name=f"N {n}", search_text=f"n {n}", described_at=now)
        for n in range(40)
    ]
    Structure.objects.bulk_create(others)
    Membership.objects.bulk_create(Membership(structure=one, kind="hosted", from_on="2020-01-01") for one in others)
    _begun, before = _search(call, lena)
    monkeypatch.setattr(searching, "MOST_CANDIDATES", 30)
    begun, search = _search(call, lena)
    assert search.state == "done"
    assert search.told["aside"] >= 40 - call.most_members
    assert [one["merit"] for one in search.told["teams"]] == [one["merit"] for one in before.told["teams"]]
    assert "qui n’apportent rien à cet appel" in _page(client_as, begun)


def test_a_machine_that_stops_says_so_and_may_be_asked_again(
    client_as: Any, call: Call, lena: dict[str, Any], now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_any: Any, **_said: Any) -> None:
        raise MemoryError

    begun = actions.begin_application(call=call, **lena)
    search = actions.ask_for_teams(application=begun, **lena)
    monkeypatch.setattr(engine, "cover", stop)
    with pytest.raises(MemoryError):
        actions.find_teams(composition=search, **lena)
    page = _page(client_as, begun)
    assert "La recherche s’est interrompue" in page
    assert "Chercher à nouveau" in page
    again = actions.ask_for_teams(application=begun, **lena)
    assert again.pk != search.pk
    assert actions.ask_for_teams(application=begun, **lena).pk == again.pk  # under way: not twice
    assert "Chercher à nouveau" not in _page(client_as, begun)
    Composition.objects.filter(pk=again.pk).update(asked_at=now - timedelta(hours=1), state="running")
    page = _page(client_as, begun)
    assert "s’est perdue en route" in page
    assert "Chercher à nouveau" in page


def test_a_team_is_taken_from_the_search_that_one_saw(
    client_as: Any, cast: Cast, call: Call, lena: dict[str, Any]
) -> None:
    begun, search = _search(call, lena)
    address = reverse("funding:take_team", args=[cast.pole.slug, begun.pk, 1])
    actions.find_teams(composition=actions.ask_for_teams(application=begun, **lena), **lena)
    page = client_as("lena").post(address, {"search": search.pk}, follow=True).content.decode()
    assert "relisez les équipes proposées" in page
    assert not begun.members.exists()


def test_who_was_in_many_recent_teams_comes_later_and_is_not_named_for_it(
    client_as: Any, cast: Cast, call: Call, lena: dict[str, Any], now: datetime
) -> None:
    other = actions.note_call(pole=cast.pole, title="Avant", issuer="Ville", **lena)
    before = actions.begin_application(call=other, **lena)
    member = actions.add_member(application=before, structure=cast.structures["roue"], **lena)
    actions.invite_members(application=before, **lena)
    actions.answer_invitation(member=member, accepted=True, by=cast.actor("sam"), at=now)
    Call.objects.filter(pk=call.pk).update(least_members=1)
    call.requirements.all().delete()
    call.rules.all().delete()
    call.refresh_from_db()
    actions.ask_skill(
        call=call, skill="Mécanique", amount=1, **lena
    )  # Roue Libre or Jardins d'Aval, alike but for this
    begun, search = _search(call, lena)
    assert search.told["teams"][0]["members"] == [cast.structures["aval"].pk]
    page = _page(client_as, begun)
    assert "récemment" not in page
    with pytest.raises(Refusal):
        actions.find_teams(composition=actions.ask_for_teams(application=before, **lena), **lena)  # no row: no search
