"""A bourse: cards typed in, pairs that show by themselves, signatures on the spot, a follow-up three months after."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from phares.demo.cast import Cast
from phares.rooms.commons import due
from phares.rooms.commons.refusals import NotAllowed
from phares.rooms.cooperation import actions
from phares.rooms.cooperation.actions.bourse import NotForBourse
from phares.rooms.cooperation.models import BourseSigning, Cooperation, Item, ItemBrought, Match
from phares.rooms.cooperation.queries import bourse as queries
from phares.rooms.directory import actions as directory
from phares.rooms.directory.models import Gathering, Mandate

As = Callable[[str], Client]
Say = Callable[..., Item]


@pytest.fixture
def bourse(cast: Cast, now: datetime) -> Gathering:
    """A bourse held today."""
    return directory.plan_gathering(
        pole=cast.pole, kind="bourse", title="Bourse d’automne", starts_at=now, by=cast.actor("lena"), at=now
    )


def _card(key: str, side: str, title: str, **more: Any) -> dict[str, Any]:
    return {"who": key, "side": side, "kind": "equipment", "title": title, "draft": title[:20], **more}


def _typed(client: Client, bourse: Gathering, **sent: Any) -> Any:
    address = reverse("cooperation:type_cards", args=["fanal"])
    return client.post(f"{address}?bourse={bourse.pk}", sent)


@pytest.fixture
def pair(cast: Cast, bourse: Gathering, client_as: As) -> tuple[Item, Item]:
    """Two cards typed in by Maud that go together."""
    maud = client_as("maud")
    _typed(maud, bourse, **_card("L’Établi", "need", "Emprunter une bétonnière", said_by="Nour B."))
    _typed(maud, bourse, **_card("Roue Libre", "offer", "Prêter une bétonnière"))
    return Item.objects.get(side="need"), Item.objects.get(side="offer")


# ---------------------------------------------------------------- cards


def test_cards_are_typed_in_one_after_the_other_and_brought_to_the_bourse(
    cast: Cast, bourse: Gathering, client_as: As
) -> None:
    maud = client_as("maud")
    answer = _typed(maud, bourse, **_card("etab", "need", "Emprunter une bétonnière", quantity="2", unit="jours"))
    assert answer.status_code == 302, answer.content.decode()[:400]
    item = Item.objects.get()
    assert (item.holder, item.noted_for_another, item.quantity) == (cast.structures["etabli"], True, 2)
    assert ItemBrought.objects.get().gathering == bourse
    page = maud.get(answer["Location"]).content.decode()
    assert "1 carte saisie aujourd’hui" in page
    assert "autofocus" in page


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"who": "Personne d’ici"}, "Personne ne s’appelle ainsi"),
        ({"who": ""}, "id_who"),
        ({"title": ""}, "id_title"),
        ({"quantity": "beaucoup"}, "Écrivez un nombre plus grand que zéro."),
        ({"kind": "rien"}, "id_kind"),
    ],
)
def test_what_is_wrong_on_a_card_is_named_and_nothing_typed_is_lost(
    bourse: Gathering, client_as: As, wrong: dict[str, str], told: str
) -> None:
    sent = {**_card("L’Établi", "need", "Emprunter une bétonnière"), **wrong}
    answer = _typed(client_as("maud"), bourse, **sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert told in page
    if sent["title"]:
        assert "Emprunter une bétonnière" in page
    assert not Item.objects.exists()


def test_the_same_card_sent_twice_is_one_and_a_newcomer_is_made_known(bourse: Gathering, client_as: As) -> None:
    maud = client_as("maud")
    card = _card("Zoé Q.", "need", "Aller au marché le samedi", is_new="on")
    for _again in range(2):
        assert _typed(maud, bourse, **card).status_code == 302
    item = Item.objects.get()
    assert str(item.resident) == "Zoé Q."


def test_four_cards_print_on_a_sheet(client_as: As) -> None:
    answer = client_as("maud").get(reverse("cooperation:cards", args=["fanal"]))
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")


# ---------------------------------------------------------------- the page that is projected


def test_the_projected_page_asks_again_by_itself_with_or_without_script_and_by_a_link(
    bourse: Gathering, pair: tuple[Item, Item], client_as: As
) -> None:
    address = reverse("cooperation:bourse", args=["fanal", bourse.pk])
    lena = client_as("lena")
    page = lena.get(address).content.decode()
    assert 'hx-trigger="every 10s"' in page
    assert f'href="{address}"' in page
    assert '<noscript><meta http-equiv="refresh" content="10"></noscript>' in page
    part = lena.get(address, headers={"hx-request": "true"}).content.decode()
    assert "<html" not in part
    for item in pair:
        assert item.title in part
    assert "Signer sur place" in part
    assert "Signer sur place" not in client_as("nour").get(address).content.decode()


def test_more_cards_ask_no_more_of_the_database(
    cast: Cast, bourse: Gathering, say: Say, client_as: As, now: datetime, django_assert_num_queries: Any
) -> None:
    address, counts = reverse("cooperation:bourse", args=["fanal", bourse.pk]), []
    nour = client_as("nour")
    for number in range(2):
        for who, side in (("nour", "need"), ("sam", "offer"), ("awa", "offer")):
            item = say(who, f"Une bétonnière {number}", side, kind="equipment")
            actions.bring_item(gathering=bourse, item=item, by=cast.actor(who), at=now)
        with django_assert_num_queries(counts[0] if counts else 10, exact=bool(counts)) as asked:
            nour.get(address)
        counts.append(len(asked))


# ---------------------------------------------------------------- signing on the spot


def _sign(client: Client, bourse: Gathering, pair: tuple[Item, Item], cast: Cast, **more: Any) -> Any:
    sent = {
        "besoin": pair[0].pk,
        "offre": pair[1].pk,
        "title": "La bétonnière du chantier",
        "offer_promises": "Prêter la bétonnière",
        "need_signer": cast.mandates["nour"].pk,
        "offer_signer": cast.mandates["sam"].pk,
        **more,
    }
    return client.post(reverse("cooperation:sign_on_the_spot", args=["fanal", bourse.pk]), sent)


def test_both_sign_on_the_spot_and_it_is_a_cooperation_at_once(
    cast: Cast, bourse: Gathering, pair: tuple[Item, Item], client_as: As
) -> None:
    assert _sign(client_as("maud"), bourse, pair, cast).status_code == 302
    cooperation = Cooperation.objects.get()
    assert cooperation.started_at is not None
    signatures = cooperation.agreements.get().signatures.order_by("party__position")
    assert [(one.signed_by, one.manner) for one in signatures] == [
        (cast.people["nour"], "on_the_spot"),
        (cast.people["sam"], "on_the_spot"),
    ]
    assert {one.said_by for one in Match.objects.get().answers.all()} == {"Nour B.", "Sam L."}
    assert BourseSigning.objects.get().gathering == bourse
    agreement = client_as("nour").get(reverse("cooperation:agreement", args=["fanal", cooperation.pk]))
    assert "par Nour B., sur place" in agreement.content.decode()
    assert not queries.bourse_of(cast.actor("lena"), bourse, timezone.localdate()).pairs


def test_who_has_no_mandate_to_sign_does_not_sign_and_nothing_is_half_done(
    cast: Cast, bourse: Gathering, pair: tuple[Item, Item], client_as: As
) -> None:
    answer = _sign(client_as("maud"), bourse, pair, cast, need_signer=cast.mandates["idris"].pk)
    assert answer.status_code == 422
    assert not Match.objects.exists()
    signers = {f"structure-{cast.structures['etabli'].pk}": cast.mandates["idris"]}
    with pytest.raises(NotAllowed):
        actions.sign_in_presence(
            party=_party(cast, pair), seen="", signer=signers.popitem()[1], by=cast.actor("maud"), at=timezone.now()
        )


def _party(cast: Cast, pair: tuple[Item, Item]) -> Any:
    """Return a party of a text not signed yet."""
    cooperation = Cooperation.objects.create(
        pole=cast.pole, title="Essai", purpose="", form="loan", from_on=timezone.localdate(), written_at=timezone.now()
    )
    return cooperation.parties.create(structure=cast.structures["etabli"], position=0)


def test_two_who_sign_one_pair_at_once_make_one_cooperation(
    several_at_once: Callable[..., list[Any]], cast: Cast, bourse: Gathering, pair: tuple[Item, Item], client_as: As
) -> None:
    clients = [client_as("maud"), client_as("lena")]
    told = several_at_once(*[lambda one=one: _sign(one, bourse, pair, cast).status_code for one in clients])
    assert sorted(map(str, told)) == ["302", "409"]
    assert Cooperation.objects.filter(started_at__isnull=False).count() == 1


def test_what_is_not_open_or_not_of_this_pole_is_not_brought(
    cast: Cast, bourse: Gathering, say: Say, now: datetime
) -> None:
    need = say("nour", "Une bétonnière")
    actions.withdraw_item(item=need, by=cast.actor("nour"), at=now)
    with pytest.raises(NotForBourse):
        actions.bring_item(gathering=bourse, item=need, by=cast.actor("nour"), at=now)


# ---------------------------------------------------------------- three months after


def test_three_months_after_those_who_were_there_are_asked_and_the_week_has_a_line(
    cast: Cast, bourse: Gathering, pair: tuple[Item, Item], client_as: As, run_tasks: Any, now: datetime
) -> None:
    _sign(client_as("maud"), bourse, pair, cast)
    Mandate.objects.filter(pk=cast.mandates["lena"].pk).update(until_on=None)
    run_tasks()
    for days, asked in ((80, set()), (92, {"nour", "idris", "sam", "lena"}), (120, set())):
        mail.outbox.clear()
        due.run_due(now + timedelta(days=days))
        run_tasks()
        told = [message for message in mail.outbox if message.subject.startswith("Trois mois après")]
        assert {message.to[0].split("@")[0] for message in told} == asked
    Gathering.objects.filter(pk=bourse.pk).update(starts_at=now - timedelta(days=95))
    week = client_as("lena").get("/fanal/semaine/").content.decode()
    assert "Des bourses, trois mois après" in week
    assert "1 accord signé sur place" in week
