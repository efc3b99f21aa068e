"""A call that is won: its grant, its payments, what was promised, and the agreement that carries its budget."""

import io
import zipfile
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pypdf
import pytest
from django.urls import reverse
from python_calamine import load_workbook

from phares.demo.cast import Cast
from phares.rooms.commons.refusals import Refusal
from phares.rooms.funding import actions, budget, budget_sheets
from phares.rooms.funding.file_archive import archive_of
from phares.rooms.funding.models import Application, Call
from phares.rooms.funding.queries import files, team

CENTS = {
    "etabli": {"60": 100_000, "64": 900_000, "86": 25_050, "87": 25_050},
    "roue": {"64": 499_999, "74": 100_000},
}


def at(cast: Cast, name: str, *args: Any) -> str:
    return reverse(f"funding:{name}", args=[cast.pole.slug, *args])


@pytest.fixture
def ready(application: Application, cast: Cast, now: datetime) -> Application:
    """An answer that may leave: accepted, with a lead, shares, a budget and two figures."""
    lena: dict[str, Any] = {"by": cast.actor("lena"), "at": now}
    for key, who in (("etabli", "nour"), ("roue", "sam")):
        said = {"by": cast.actor(who), "at": now}
        member = application.members.get(structure=cast.structures[key])
        member = actions.answer_invitation(member=member, accepted=True, **said)
        actions.write_budget(member=member, cents=CENTS[key], **said)
        actions.say_go(member=member, go="go", **said)
    shares = {cast.structures["etabli"].pk: 6_500, cast.structures["roue"].pk: 3_500}
    actions.choose_group(application=application, form="solidary", lead=cast.structures["etabli"], **lena)
    actions.share_out(application=application, shares=shares, **lena)
    for label, target in (("Vélos réparés", 120), ("Ateliers", 12)):
        actions.propose_indicator(application=application, label=label, unit="fois", target=Decimal(target), **lena)
    application.refresh_from_db()
    return application


def _won(ready: Application, cast: Cast, now: datetime, **said: Any) -> Application:
    lena: dict[str, Any] = {"by": cast.actor("lena"), "at": now}
    filed = actions.file_application(application=ready, sure=True, **lena)
    money = actions.Won(1_000_000, now.date(), now.date() + timedelta(days=364), "R-1", **said)
    return actions.record_result(application=filed, result="won", on=now.date(), won=money, **lena)


def test_what_was_proposed_is_promised_and_the_money_comes_in_two_parts(
    client_as: Any, ready: Application, cast: Cast, now: datetime
) -> None:
    won = _won(ready, cast, now, first_cents=600_000, first_on=now.date())
    assert won.grant is not None
    assert [(one.label, one.target, one.due_on) for one in won.grant.indicators.order_by("label")] == [
        ("Ateliers", 12, won.grant.until_on), ("Vélos réparés", 120, won.grant.until_on),
    ]  # fmt: skip
    assert [(one.label, one.amount_cents) for one in won.grant.payments.all()] == [
        ("Premier versement", 600_000), ("Solde", 400_000),
    ]  # fmt: skip
    assert won.grant.report_due_on > won.grant.until_on + timedelta(days=180)
    page = client_as("hind").get(won.grant.get_absolute_url()).content.decode().replace("\u202f", "")
    for words in ("10000,00", "4999,99", "250,50", "65\u00a0%", "Vélos réparés", "Solde"):
        assert words in page, words
    with pytest.raises(Refusal):
        actions.propose_indicator(
            application=won, label="Trop tard", unit="fois", target=Decimal(1), by=cast.actor("lena"), at=now
        )


def test_the_agreement_has_the_same_parties_promises_and_budget(
    client_as: Any, ready: Application, cast: Cast, now: datetime
) -> None:
    won = _won(ready, cast, now)
    assert won.cooperation is not None
    words = won.cooperation.agreements.get().words
    assert [(one["name"], one["role"].replace("\u202f", " ")) for one in words["parties"]] == [
        ("L’Établi", "mandataire du groupement, 65 % du projet"), ("Roue Libre", "35 % du projet"),
    ]  # fmt: skip
    told = [one["what"].replace("\u202f", "").replace("\u00a0", " ") for one in words["promises"]]
    assert told[0].startswith("Apporter: Bois (10000,00 € de charges, 250,50 € en nature)")
    assert told[1].startswith("Apporter: Mécanique (4999,99 € de charges)")
    assert told[2:] == ["Atteindre ensemble: 120 fois, Vélos réparés", "Atteindre ensemble: 12 fois, Ateliers"]
    page = client_as("sam").get(won.cooperation.get_absolute_url()).content.decode()
    assert "Le budget déposé, partenaire par partenaire" in page
    assert won.title in page
    outsider = client_as("awa").get(won.cooperation.get_absolute_url()).content.decode()
    assert "Le budget déposé" not in outsider  # the pole sees the cooperation and its grant, not each one's rows


def test_a_tender_pays_a_price_and_names_the_code_of_public_procurement(
    client_as: Any, ready: Application, cast: Cast, now: datetime
) -> None:
    lena, room = client_as("lena"), at(cast, "go_room", ready.pk)
    group = at(cast, "choose_group", ready.pk)
    assert "commande publique" not in lena.get(room).content.decode() + lena.get(group).content.decode()
    Call.objects.update(kind="tender")
    assert "R2142-19 à R2142-27" in lena.get(room).content.decode()
    assert "R2142-24" in lena.get(group).content.decode()
    ready.call.refresh_from_db()
    won = _won(ready, cast, now)
    assert won.grant is None
    assert won.cooperation is not None


def test_a_proposed_figure_is_written_once_and_taken_back_until_the_file_leaves(
    client_as: Any, ready: Application, cast: Cast, now: datetime
) -> None:
    lena, address = client_as("lena"), at(cast, "propose_indicator", ready.pk)
    said = {"label": "ateliers", "unit": "fois", "target": "3"}
    assert lena.post(address, said).status_code == 409  # the same word in other letters
    assert lena.post(address, {**said, "label": "Repas", "target": "1e30"}).status_code == 422
    assert client_as("sam").get(address).status_code == 403
    one = ready.indicators.first()
    assert one is not None
    lena.post(at(cast, "take_indicator_back", one.pk))
    assert not ready.indicators.filter(pk=one.pk).exists()
    contents = pypdf.PdfReader(io.BytesIO(zipfile.ZipFile(io.BytesIO(_archive(ready, now))).read("00-sommaire.pdf")))
    assert "Ateliers" in contents.pages[0].extract_text()


def _archive(ready: Application, now: datetime) -> bytes:
    return archive_of(files.file_of(ready, now.date()), now)


def test_the_workbook_opens_with_the_right_sums_which_are_formulas(ready: Application) -> None:
    content = budget_sheets.as_xlsx(budget.budget_of(ready.call, team.members_of(ready)))
    rows = load_workbook(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    shown = {str(row[0]): row[2:] for row in rows}
    assert shown["64"] == [9000.0, 4999.99, 13999.99]
    assert shown["86"] == [250.5, 0.0, 250.5]
    assert shown["Subvention demandée"][-1] == 13999.99
    place = next(number for number, row in enumerate(rows, 1) if row[0] == "64")
    sheet = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    assert f"<f>SUM(C{place}:D{place})</f>" in sheet
