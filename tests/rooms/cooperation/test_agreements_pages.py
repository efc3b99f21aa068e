"""The pages of an agreement: choosing who, rows more or less, what is wrong said at its row, signing, the sheet."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from phares.demo.cast import Cast
from phares.rooms.commons.refusals import Refusal
from phares.rooms.cooperation import actions
from phares.rooms.cooperation.actions.agreement import AlreadyBegun, NotBothInterested, TextChangedMeanwhile
from phares.rooms.cooperation.drafting import PartyHasSigned, PromiseSettled, SidesMissing
from phares.rooms.cooperation.models import Answer, Cooperation, Match
from rooms.cooperation.agreed import TODAY, begun, day, draft, in_force, promises, running, sign

As = Callable[[str], Client]
Answered = Callable[..., Answer]


def _sent(cast: Cast, *keys: str, **changed: str) -> dict[str, str]:
    """Return what a browser sends for a small agreement."""
    who = [f"structure-{cast.structures[key].pk}" for key in keys or ("etabli", "roue")]
    return {
        "title": "Une remorque à deux",
        "purpose": "La prêter,\r\nla réparer.",
        "form": "loan",
        "from_on": TODAY.isoformat(),
        "until_on": "",
        "openness": "pole",
        **{f"party-{place}-who": key for place, key in enumerate(who)},
        **{f"party-{place}-role": "" for place in range(len(who))},
        "promise-0-by": who[0],
        "promise-0-to": "all",
        "promise-0-what": "Prêter la remorque",
        "promise-0-due_on": day(9).isoformat(),
        "promise-0-commitment": "",
        "promise-1-by": who[1],
        "promise-1-to": who[0],
        "promise-1-what": "",
        "promise-1-due_on": "",
        "promise-1-commitment": "",
        **changed,
    }


def _begin_address(cast: Cast, *keys: str) -> str:
    query = "&".join(f"avec=structure-{cast.structures[key].pk}" for key in keys)
    return reverse("cooperation:begin_unmatched", args=["fanal"]) + f"?{query}"


def test_people_who_met_choose_each_other_write_and_may_sign(cast: Cast, client_as: As) -> None:
    nour = client_as("nour")
    first = nour.get(reverse("cooperation:begin_unmatched", args=["fanal"]))
    assert "Avec qui" in first.content.decode()
    assert nour.get(_begin_address(cast, "roue")).context["entry"].promises[1].initial["by"]
    response = nour.post(_begin_address(cast, "roue"), _sent(cast))
    cooperation = Cooperation.objects.get()
    assert response["Location"] == reverse("cooperation:agreement", args=["fanal", cooperation.pk])
    assert cooperation.commitments.get().what == "Prêter la remorque"
    assert cooperation.purpose == "La prêter,\nla réparer."
    page = nour.get(response["Location"]).content.decode()
    assert "Signer pour L’Établi" in page
    assert "Signer pour Roue Libre" not in page


def test_a_row_more_or_less_keeps_everything_that_was_typed(cast: Cast, client_as: As) -> None:
    nour, address = client_as("nour"), _begin_address(cast, "roue")
    typed = _sent(cast, title="", **{"party-1-role": "répare"})
    page = nour.post(address, {**typed, "row": "add-promise"})
    assert page.status_code == 200
    assert len(page.context["entry"].promises) == 3
    assert "à corriger" not in page.content.decode()
    assert "La prêter," in page.content.decode()
    page = nour.post(address, {**typed, "row": "add-party"})
    assert len(page.context["entry"].parties) == 3
    page = nour.post(address, {**typed, "row": "remove-promise-0"})
    assert [row.initial["what"] for row in page.context["entry"].promises] == [""]
    assert page.context["entry"].parties[1].initial["role"] == "répare"
    assert not Cooperation.objects.exists()


@pytest.mark.parametrize("wish", ["remove-party-99", "add-", "remove-promise-x", "nothing", "-", "add-party-1-2"])
def test_a_wish_that_no_button_sends_does_no_harm(cast: Cast, client_as: As, wish: str) -> None:
    assert client_as("nour").post(_begin_address(cast, "roue"), {**_sent(cast), "row": wish}).status_code == 200


@pytest.mark.parametrize(
    ("changed", "label"),
    [
        ({"title": ""}, "Titre"),
        ({"until_on": "2001-01-01"}, "Jusqu’au"),
        ({"party-1-who": "", "party-1-role": "répare"}, "Partie 2, qui"),
        ({"promise-1-due_on": "2030-01-01"}, "Promesse 2, quoi"),
        ({"promise-0-by": ""}, "Promesse 1, qui promet"),
        ({"promise-0-by": "structure-999999"}, "Promesse 1, qui promet"),
        ({"promise-0-what": "x" * 161}, "Promesse 1, quoi"),
    ],
)
def test_what_is_wrong_is_said_at_its_row_and_the_rest_stays(
    cast: Cast, client_as: As, changed: dict[str, str], label: str
) -> None:
    page = client_as("nour").post(_begin_address(cast, "roue"), _sent(cast, **changed))
    html = page.content.decode()
    assert page.status_code == 422
    assert re.search(rf'<a href="#id_[\w-]+">{label}</a>', html)
    assert 'aria-invalid="true"' in html
    assert "La prêter," in html
    assert not Cooperation.objects.exists()


def test_the_same_party_twice_is_said_at_the_second_row(cast: Cast, client_as: As) -> None:
    sent = _sent(cast, "etabli", "roue", "etabli")
    page = client_as("nour").post(_begin_address(cast, "roue"), sent)
    assert page.context["entry"].parties[2].errors["who"] == ["Cette partie est déjà inscrite plus haut."]
    assert page.status_code == 422


def test_a_structure_does_not_see_the_list_of_residents_and_a_mediator_does(cast: Cast, client_as: As) -> None:
    address = reverse("cooperation:begin_unmatched", args=["fanal"])
    assert "Samira" not in client_as("nour").get(address).content.decode()
    assert "Samira" in client_as("maud").get(address).content.decode()


def test_a_mediator_writes_between_a_structure_and_a_resident_and_sees_it(cast: Cast, client_as: As) -> None:
    maud, samira = client_as("maud"), f"resident-{cast.people['samira'].pk}"
    sent = _sent(cast, **{"party-1-who": samira, "promise-1-by": samira, "openness": "parties"})
    response = maud.post(_begin_address(cast, "etabli") + f"&avec={samira}", sent)
    page = maud.get(response["Location"]).content.decode()
    assert "Noter la signature de Samira Z." in page
    assert "Signer pour L’Établi" not in page


def test_a_match_fills_the_form_in_with_what_both_said(
    cast: Cast, match: Match, answer: Answered, client_as: As
) -> None:
    address = reverse("cooperation:begin_cooperation", args=["fanal", match.pk])
    answer("need")
    refused = client_as("nour").get(address)
    assert refused.status_code == 409
    answer("offer")
    entry = client_as("awa").get(address).context["entry"]
    assert entry.main.initial["title"] == match.need.title
    assert [row.initial["who"] for row in entry.parties] == [match.need.holder_key, match.holder_key]
    assert entry.promises[0].initial["by"] == match.holder_key
    assert entry.promises[0].initial["what"] == match.offer.title
    sent = _sent(cast, "etabli", "aval")
    written = client_as("awa").post(address, sent)
    assert Cooperation.objects.get().match == match
    assert client_as("nour").get(address)["Location"] == written["Location"]


def _rewriting(cooperation: Cooperation) -> str:
    return reverse("cooperation:write_agreement", args=["fanal", cooperation.pk])


def _as_shown(page: Any) -> dict[str, str]:
    """Return what a browser sends back when nothing was touched."""
    entry, sent = page.context["entry"], {"seen": str(page.context["number"])}
    for form in entry.pieces:
        for bound in form:
            value = bound.value()
            sent[bound.html_name] = "" if value is None else str(value).replace("\n", "\r\n")
    return sent


def test_saving_without_a_change_says_so_and_keeps_the_signatures(cast: Cast, client_as: As, now: datetime) -> None:
    cooperation = running(cast, purpose="Deux lignes,\nbien séparées.")
    actions.keep_commitment(commitment=promises(cooperation)[1], done_on=TODAY, by=cast.actor("sam"), at=now)
    nour = client_as("nour")
    page = nour.get(_rewriting(cooperation))
    assert "Deux parties ont déjà signé" in page.content.decode()
    answered = nour.post(_rewriting(cooperation), _as_shown(page), follow=True).content.decode()
    assert "Vous n’avez pas changé un mot" in answered
    assert cooperation.agreements.count() == 1


def test_a_changed_word_shows_which_signatures_fell_and_what_changed(cast: Cast, client_as: As) -> None:
    cooperation = running(cast)
    nour = client_as("nour")
    sent = _as_shown(nour.get(_rewriting(cooperation)))
    html = nour.post(_rewriting(cooperation), {**sent, "title": "Deux mardis"}, follow=True).content.decode()
    assert "Deux signatures ne tiennent plus\u202f: le texte a changé le" in html
    assert "<del>Un mardi de réparation</del>" in html
    assert "<ins>Deux mardis</ins>" in html
    assert reverse("cooperation:agreement_pdf", args=["fanal", cooperation.pk, 1]) in html
    assert "Signer pour L’Établi" in html


def test_who_writes_on_an_older_version_sees_what_changed_loses_nothing_and_may_go_on(
    cast: Cast, client_as: As, now: datetime
) -> None:
    cooperation = begun(cast)
    nour = client_as("nour")
    sent = {**_as_shown(nour.get(_rewriting(cooperation))), "purpose": "Mon long texte."}
    text = replace(draft(cast), title="Écrit par Sam")
    actions.write_agreement(cooperation=cooperation, draft=text, seen=1, by=cast.actor("sam"), at=now)
    page = nour.post(_rewriting(cooperation), sent)
    html = page.content.decode()
    assert page.status_code == 409
    assert "Écrit par Sam" in html
    assert "Mon long texte." in html
    assert nour.post(_rewriting(cooperation), {**sent, "seen": "2"}).status_code == 302
    assert in_force(cooperation).words["purpose"] == "Mon long texte."


def test_the_agreement_is_read_by_its_parties_and_the_coordination_only(cast: Cast, client_as: As) -> None:
    cooperation = running(cast, openness="public")
    address = reverse("cooperation:agreement", args=["fanal", cooperation.pk])
    statuses = {
        who: client_as(who).get(address).status_code for who in ("", "awa", "maud", "nour", "sam", "lena", "hind")
    }
    assert statuses == {"": 302, "awa": 404, "maud": 404, "nour": 200, "sam": 200, "lena": 200, "hind": 200}


def test_signing_on_screen_says_for_whom_and_what_comes_next(cast: Cast, client_as: As) -> None:
    cooperation = begun(cast)
    page = client_as("nour").get(reverse("cooperation:agreement", args=["fanal", cooperation.pk])).content.decode()
    assert "Je signe pour L’Établi en tant que représentant·e" in page
    seen = in_force(cooperation).words_sha256
    address = reverse("cooperation:sign_agreement", args=["fanal", cooperation.pk])
    parties = {party.structure.name: party.pk for party in cooperation.parties.all()}
    client_as("nour").post(address, {"party": parties["L’Établi"], "seen": seen})
    last = client_as("sam").post(address, {"party": parties["Roue Libre"], "seen": seen}, follow=True)
    html = last.content.decode()
    assert last.redirect_chain[-1][0] == cooperation.get_absolute_url()
    assert "la coopération est en cours" in html
    assert "Première promesse\u202f: Ouvrir l’atelier le mardi" in html


def test_a_signature_under_a_text_that_changed_is_refused_on_the_page(cast: Cast, client_as: As, now: datetime) -> None:
    cooperation = begun(cast)
    sam, seen = client_as("sam"), in_force(cooperation).words_sha256
    text = replace(draft(cast), title="Autrement")
    actions.write_agreement(cooperation=cooperation, draft=text, seen=1, by=cast.actor("nour"), at=now)
    page = reverse("cooperation:agreement", args=["fanal", cooperation.pk])
    party = cooperation.parties.get(structure=cast.structures["roue"])
    address = reverse("cooperation:sign_agreement", args=["fanal", cooperation.pk])
    sent = {"party": party.pk, "seen": seen}
    refused = sam.post(address, sent, headers={"referer": f"http://testserver{page}"}, follow=True)
    assert "rien n’a été signé ni perdu" in refused.content.decode()
    assert not in_force(cooperation).signatures.exists()


def test_signing_for_a_party_of_something_else_is_not_found(cast: Cast, client_as: As) -> None:
    cooperation, other = begun(cast), begun(cast, "etabli", "aval")
    address = reverse("cooperation:sign_agreement", args=["fanal", cooperation.pk])
    for number in (other.parties.first().pk, "0", "x", "9" * 30):
        assert client_as("nour").post(address, {"party": number, "seen": "x"}).status_code == 404


def test_the_frozen_sheet_is_given_byte_for_byte_with_its_tag(cast: Cast, client_as: As) -> None:
    cooperation = running(cast)
    agreement, nour = in_force(cooperation), client_as("nour")
    address = reverse("cooperation:agreement_pdf", args=["fanal", cooperation.pk, 1])
    response = nour.get(address)
    assert response.content == bytes(agreement.pdf)
    assert response["Content-Type"] == "application/pdf"
    assert response["ETag"] == f'"{agreement.pdf_sha256}"'
    assert response["Cache-Control"] == "private, no-cache"
    assert nour.get(address, headers={"if-none-match": response["ETag"]}).status_code == 304
    assert nour.get(address.replace("1.pdf", "2.pdf")).status_code == 404


def test_a_sheet_that_nobody_signed_yet_is_set_from_the_same_words(cast: Cast, client_as: As) -> None:
    cooperation = begun(cast)
    address = reverse("cooperation:agreement_pdf", args=["fanal", cooperation.pk, 1])
    before = client_as("nour").get(address)
    sign(cast, cooperation, "nour")
    assert client_as("nour").get(address).content == before.content


def test_a_refusal_of_the_act_is_said_in_the_form(cast: Cast, client_as: As) -> None:
    cooperation = running(cast)
    nour = client_as("nour")
    sent = _as_shown(nour.get(_rewriting(cooperation)))
    aval = f"structure-{cast.structures['aval'].pk}"
    page = nour.post(_rewriting(cooperation), {**sent, "party-1-who": aval, "promise-0-to": aval, "promise-1-by": aval})
    assert page.status_code == 409
    assert "ne peut pas être retirée" in page.content.decode()


def test_every_refusal_has_a_sentence() -> None:
    for refusal in (
        AlreadyBegun,
        NotBothInterested,
        TextChangedMeanwhile,
        PartyHasSigned,
        SidesMissing,
        PromiseSettled,
    ):
        assert str(refusal.sentence) != str(Refusal.sentence)
