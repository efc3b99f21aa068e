"""From a call to its money: the team, the answers, the file that leaves, the grant and the cooperation that follow."""

import hashlib
import io
import zipfile
from datetime import date, datetime, timedelta
from typing import Any

import pypdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from house.test_cast_and_addresses import close_file
from phares.demo.cast import Cast
from phares.rooms.commons.refusals import NotAllowed, Refusal
from phares.rooms.funding import actions
from phares.rooms.funding.models import Application, Call, Composition, Member, Paper
from phares.rooms.funding.queries import applications as queries

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)


def at(cast: Cast, name: str, *args: Any) -> str:
    return reverse(f"funding:{name}", args=[cast.pole.slug, *args])


def read(client: Client, address: str) -> bytes:
    """Return a file as it is downloaded."""
    answer: Any = client.get(address)
    content = b"".join(answer.streaming_content)
    close_file(answer)
    return content


def test_a_card_changes_the_coverage_at_once(client_as: Any, cast: Cast, call: Call, now: datetime) -> None:
    lena: Client = client_as("lena")
    lena.post(at(cast, "begin_application", call.pk), {"title": "Le quartier répare"})
    begun = Application.objects.get()
    page = lena.get(begun.get_absolute_url()).content.decode()
    assert page.count("il en manque") == 3
    roue = cast.structures["roue"]
    part = lena.post(at(cast, "add_member", begun.pk, roue.pk), HTTP_HX_REQUEST="true").content.decode()
    assert part.count("il en manque") == 2
    assert "Mécanique" in part
    assert "<html" not in part
    lena.post(at(cast, "add_member", begun.pk, roue.pk))  # twice: nothing more
    assert begun.members.count() == 1
    back = lena.post(at(cast, "remove_member", begun.pk, roue.pk), follow=True).content.decode()
    assert back.count("il en manque") == 3


def test_the_best_team_is_found_proven_and_taken(client_as: Any, cast: Cast, call: Call, now: datetime) -> None:
    lena: Client = client_as("lena")
    lena.post(at(cast, "begin_application", call.pk))
    begun = Application.objects.get()
    page = lena.post(at(cast, "ask_for_teams", begun.pk), follow=True).content.decode()
    assert "La recherche va commencer" in page  # nothing is solved in a request
    search = Composition.objects.get()
    actions.find_teams(composition=search, by=cast.actor("lena"), at=now)
    page = lena.get(begun.get_absolute_url()).content.decode()
    assert "prouvé" in page
    assert "sans elle, aucune équipe ne tient" in page
    lena.post(at(cast, "take_team", begun.pk, 1))
    assert {one.structure.name for one in begun.members.all()} == {"L’Établi", "Roue Libre", "Jardins d’Aval"}
    assert lena.post(at(cast, "take_team", begun.pk, 9)).status_code == 404


def test_what_closes_a_call_is_said_with_who_could_open_it(
    client_as: Any, cast: Cast, call: Call, now: datetime
) -> None:
    lena = {"by": cast.actor("lena"), "at": now}
    actions.ask_skill(call=call, skill="Plongée", **lena)
    begun = actions.begin_application(call=call, **lena)
    search = actions.ask_for_teams(application=begun, **lena)
    actions.find_teams(composition=search, **lena)
    page = client_as("lena").get(begun.get_absolute_url()).content.decode()
    assert "Ce qui ferme cet appel" in page
    assert "il manque 1" in page


def test_demands_that_cannot_hold_together_are_named(client_as: Any, cast: Cast, call: Call, now: datetime) -> None:
    lena = {"by": cast.actor("lena"), "at": now}
    actions.ask_rule(call=call, form="no_more", trait="sse", number=1, article="invention", **lena)
    begun = actions.begin_application(call=call, **lena)
    actions.find_teams(composition=actions.ask_for_teams(application=begun, **lena), **lena)
    page = client_as("lena").get(begun.get_absolute_url()).content.decode()
    assert "ne peuvent pas tenir ensemble" in page or "Ce qui ferme cet appel" in page


def _answered(cast: Cast, application: Application, now: datetime) -> None:
    for key, who in (("etabli", "nour"), ("roue", "sam")):
        member = application.members.get(structure=cast.structures[key])
        actions.answer_invitation(member=member, accepted=True, reason="on connaît", by=cast.actor(who), at=now)


def test_only_who_may_sign_answers_and_reasons_stay_between_partners(
    client_as: Any, cast: Cast, application: Application, now: datetime
) -> None:
    member = application.members.get(structure=cast.structures["etabli"])
    for who in ("idris", "sam", "lena", "hind"):
        assert client_as(who).get(at(cast, "answer_invitation", member.pk)).status_code in {403, 404}, who
    home = client_as("nour").get(reverse("directory:home", args=[cast.pole.slug])).content.decode()
    assert "votre structure est invitée" in home
    said = {"accepted": "yes", "reason": "Notre atelier est vide le lundi"}
    client_as("nour").post(at(cast, "answer_invitation", member.pk), said)
    room = at(cast, "go_room", application.pk)
    assert said["reason"] in client_as("sam").get(room).content.decode()
    assert said["reason"] not in client_as("lena").get(room).content.decode()
    assert client_as("awa").get(room).status_code == 404


def test_two_answers_at_once_lose_nothing(
    several_at_once: Any, cast: Cast, application: Application, now: datetime
) -> None:
    etabli, roue = (application.members.get(structure=cast.structures[key]) for key in ("etabli", "roue"))
    several_at_once(
        lambda: actions.answer_invitation(member=etabli, accepted=True, by=cast.actor("nour"), at=now),
        lambda: actions.answer_invitation(member=roue, accepted=True, by=cast.actor("sam"), at=now),
    )
    assert set(Member.objects.filter(application=application).values_list("accepted", flat=True)) == {True}


@pytest.mark.parametrize("shares", [(5_000, 4_999), (10_000, 1), (-1, 10_001)])
def test_shares_that_do_not_make_a_whole_are_refused(
    cast: Cast, application: Application, now: datetime, shares: tuple[int, int]
) -> None:
    _answered(cast, application, now)
    told = dict(zip([cast.structures["etabli"].pk, cast.structures["roue"].pk], shares, strict=True))
    with pytest.raises(Refusal):
        actions.share_out(application=application, shares=told, by=cast.actor("lena"), at=now)


def test_each_writes_its_own_row_and_no_other(
    client_as: Any, cast: Cast, application: Application, now: datetime
) -> None:
    _answered(cast, application, now)
    etabli, roue = (application.members.get(structure=cast.structures[key]) for key in ("etabli", "roue"))
    assert client_as("sam").post(at(cast, "write_budget", etabli.pk), {"c60": "5"}).status_code == 403
    assert client_as("nour").post(at(cast, "write_budget", etabli.pk), {"c60": "dix"}).status_code == 422
    client_as("nour").post(at(cast, "write_budget", etabli.pk), {"c60": "1 000,50", "c64": "20000", "c86": "300"})
    client_as("sam").post(at(cast, "write_budget", roue.pk), {"c64": "9000", "c74": "500"})
    page = client_as("nour").get(at(cast, "joint_budget", application.pk)).content.decode().replace("\u202f", "")
    assert "29500,50" in page  # 1 000,50 + 20 000 + 9 000 - 500
    assert "passe le plafond" in page
    assert "passe de" in page  # and 80 % of the charges
    assert "doivent être égales" in page
    assert "Selon ce que chacun rend possible" in page
    pdf = client_as("nour").get(at(cast, "budget_pdf", application.pk))
    text = "".join(one.extract_text() for one in pypdf.PdfReader(io.BytesIO(pdf.content)).pages)
    assert "64 Charges de personnel" in text
    assert client_as("nour").get(at(cast, "budget_xlsx", application.pk)).content[:2] == b"PK"
    with pytest.raises(NotAllowed):
        actions.write_budget(member=roue, cents={"60": 1}, by=cast.actor("lena"), at=now)


def test_a_paper_is_read_by_its_structure_and_the_lead_only(
    client_as: Any, cast: Cast, application: Application, now: datetime
) -> None:
    _answered(cast, application, now)
    upload = {"kind": "statutes", "name": "Statuts", "file": SimpleUploadedFile("s.png", PNG)}
    client_as("sam").post(at(cast, "own_papers"), upload)
    wrong = {"kind": "bank", "name": "RIB", "file": SimpleUploadedFile("rib.pdf", b"<script>")}
    assert client_as("sam").post(at(cast, "own_papers"), wrong).status_code == 415
    paper = Paper.objects.get()
    address = at(cast, "paper", paper.pk)
    assert read(client_as("sam"), address) == PNG
    assert {client_as(who).get(address).status_code for who in ("nour", "awa", "lena", "hind")} == {404}
    actions.choose_group(
        application=application, form="lead", lead=cast.structures["etabli"], by=cast.actor("lena"), at=now
    )
    assert read(client_as("nour"), address) == PNG


def test_from_the_team_to_the_grant(client_as: Any, cast: Cast, application: Application, now: datetime) -> None:
    lena, nour = client_as("lena"), client_as("nour")
    send = at(cast, "file_application", application.pk)
    assert lena.post(send).status_code == 409  # nobody has answered
    _answered(cast, application, now)
    etabli, roue = cast.structures["etabli"], cast.structures["roue"]
    assert lena.post(send).status_code == 409  # no lead
    lena.post(at(cast, "choose_group", application.pk), {"form": "lead", "lead": etabli.pk})
    lena.post(at(cast, "share_out", application.pk), {f"s{etabli.pk}": "60", f"s{roue.pk}": "39,5"})
    assert lena.post(send).status_code == 422  # 99,5 %
    lena.post(at(cast, "share_out", application.pk), {f"s{etabli.pk}": "60", f"s{roue.pk}": "40"})
    for who, key in (("nour", "etabli"), ("sam", "roue")):
        member = application.members.get(structure=cast.structures[key])
        assert client_as(who).post(at(cast, "say_go", member.pk), {"go": "no_go"}).status_code == 422  # why?
        client_as(who).post(at(cast, "say_go", member.pk), {"go": "go"})
    upload = {"kind": "statutes", "name": "Statuts", "file": SimpleUploadedFile("s.png", PNG)}
    nour.post(at(cast, "own_papers"), upload)
    assert lena.post(send).status_code == 409  # Roue Libre's statutes are missing
    nour.post(send, {"sure": "on"})
    application.refresh_from_db()
    assert application.stage == "filed"
    content = read(nour, at(cast, "file_zip", application.pk))
    assert hashlib.sha256(content).hexdigest() == application.filed_file.sha256
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert {"00-sommaire.pdf", "budget.pdf", "budget.xlsx"} < set(names)
    assert client_as("sam").get(at(cast, "file_zip", application.pk)).status_code == 404
    member = application.members.get(structure=roue)
    assert client_as("sam").post(at(cast, "answer_invitation", member.pk), {"accepted": "no"}).status_code == 403
    said = {"result": "won", "on": now.date()}
    assert lena.post(at(cast, "record_result", application.pk), said).status_code == 422  # how much?
    money = {"amount": "15000", "from_on": now.date(), "until_on": now.date() + timedelta(days=364)}
    page = lena.post(at(cast, "record_result", application.pk), {**said, **money}, follow=True).content.decode()
    assert "Voir la subvention" in page
    application.refresh_from_db()
    assert application.grant is not None
    assert application.cooperation is not None
    assert application.grant.amount_cents == 1_500_000
    assert application.grant.cooperation == application.cooperation
    assert {str(one) for one in application.cooperation.parties.all()} == {"L’Établi", "Roue Libre"}
    assert lena.post(at(cast, "record_result", application.pk), {**said, **money}).status_code == 409  # once
    learned = queries.results_by_size(cast.pole)
    assert [(one.label, one.filed, one.won) for one in learned] == [("1 à 3 membres", 1, 1)]


def test_a_closed_call_takes_no_answer(cast: Cast, call: Call, now: datetime) -> None:
    Call.objects.filter(pk=call.pk).update(closes_on=date(2020, 1, 1))
    call.refresh_from_db()
    with pytest.raises(Refusal):
        actions.begin_application(call=call, by=cast.actor("lena"), at=now)
