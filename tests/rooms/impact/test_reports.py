"""Reports: promised, reached, gap and reason; every funder shown, nothing counted twice, nothing moved once read."""

import io
from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from html import unescape
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from phares.demo.cast import Cast
from phares.rooms.commons.refusals import NotAllowed, Refusal
from phares.rooms.commons.signed_links import signed
from phares.rooms.directory import actions as directory
from phares.rooms.impact import actions
from phares.rooms.impact.actions.report import NotOutYet, ReasonMissing
from phares.rooms.impact.models import ReportVersion, Result
from phares.rooms.impact.queries.reports import words_of
from pictures import picture
from rooms.cooperation.agreed import TODAY
from rooms.impact.accounted import granted, noted, told, written

Enter = Callable[[str], Client]


def _page(client: Client, name: str, *args: Any) -> str:
    answer = client.get(reverse(f"impact:{name}", args=["fanal", *args]))
    assert answer.status_code == 200, (name, answer.status_code)
    return unescape(answer.content.decode())


def _reader(cast: Cast, now: datetime, report: Any) -> Client:
    """Return the browser of a funder who has opened the link of a report, and stands before it at once."""
    opened = actions.give_report_link(
        report=report, reader="Région", until_on=TODAY + timedelta(30), by=cast.actor("lena"), at=now
    )
    client = Client()
    address = reverse("directory:open_reading_link", args=["fanal", signed("reading", opened.link_id)])
    opening = client.post(address, follow=True)
    assert opening.redirect_chain[-1][0] == reverse("impact:report", args=["fanal", report.grant_id])
    assert opening.status_code == 200
    return client


def test_a_result_that_two_funders_paid_shows_both_to_each_and_is_added_once(cast: Cast, now: datetime) -> None:
    region, town, _both = told(cast, now)
    for grant in (region, town):
        words = words_of(grant.report, TODAY)
        assert [one["funders"] for one in words["lines"][0]["results"]] == [["Région", "Ville"]]
        assert words["lines"][0]["reached"] == "1.00"
    assert sum(one.value for one in Result.objects.standing().filter(unit="ETP")) == Decimal(1)
    lines = words_of(region.report, TODAY)["lines"]
    assert [(one["target"], one["reached"], one["gap"], one["is_short"]) for one in lines] == [
        ("2.00", "1.00", "-1.00", True),
        ("10.00", "14.00", "4.00", False),
    ]


def test_a_funder_follows_one_job_from_the_page_to_its_contract(cast: Cast, now: datetime) -> None:
    region, town, both = told(cast, now)
    reader = _reader(cast, now, region.report)
    reading = unescape(reader.get(reverse("directory:reading", args=["fanal"])).content.decode())
    assert reverse("impact:report", args=["fanal", region.pk]) in reading
    page = _page(reader, "report", region.pk)
    assert "Une mécanicienne a trouvé un temps plein" in page
    assert "Le local a manqué." in page
    assert "Le second poste attend encore un local." in page
    assert reverse("impact:result", args=["fanal", both.number]) in page
    result = _page(reader, "result", both.number)
    assert "Région, Ville" in result
    assert reverse("impact:result_contract", args=["fanal", both.number]) in result
    contract = _page(reader, "result_contract", both.number)
    assert "Temps plein, 35 heures" in contract
    assert "Oubrahim" not in contract
    assert "OUBRAHIM" not in contract
    assert "06 12" not in contract
    for other in ("report", "report_pdf_file", "report_binder"):
        assert reader.get(reverse(f"impact:{other}", args=["fanal", town.pk])).status_code == 404
    assert reader.post(reverse("impact:put_report_out", args=["fanal", region.pk])).status_code in {302, 403}
    assert ReportVersion.objects.filter(report=region.report).count() == 1


def test_a_link_taken_back_or_over_opens_nothing_more(cast: Cast, now: datetime) -> None:
    region, _town, both = told(cast, now)
    reader = _reader(cast, now, region.report)
    link = region.report.links.get().link
    directory.withdraw_reading_link(link=link, by=cast.actor("lena"), at=now)
    assert reader.get(reverse("impact:report", args=["fanal", region.pk])).status_code == 404
    assert reader.get(reverse("impact:result", args=["fanal", both.number])).status_code == 404


def test_a_link_to_the_register_leads_to_no_report(cast: Cast, now: datetime) -> None:
    region, _town, _both = told(cast, now)
    link = directory.give_reading_link(
        pole=cast.pole, reader="Ville", scope="register", until_on=TODAY, by=cast.actor("lena"), at=now
    )
    reader = Client()
    reader.post(reverse("directory:open_reading_link", args=["fanal", signed("reading", link.pk)]))
    assert reverse("impact:reports", args=["fanal"]) not in _page(reader, "network")
    assert reader.get(reverse("impact:report", args=["fanal", region.pk])).status_code == 404


def test_what_is_out_stays_as_it_was_read(cast: Cast, client_as: Enter, now: datetime) -> None:
    region, _town, both = told(cast, now)
    jobs = region.indicators.order_by("pk")[0]
    noted(cast, now, jobs, value="0.5", what="Un mi-temps de plus")
    assert "Un mi-temps de plus" not in _page(client_as("awa"), "report", region.pk)
    assert "Un mi-temps de plus" in _page(client_as("lena"), "report", region.pk)
    actions.put_report_out(report=region.report, by=cast.actor("paul"), at=now)
    actions.withdraw_result(result=both, by=cast.actor("lena"), at=now)
    assert "Un mi-temps de plus" in _page(client_as("awa"), "report", region.pk)
    first = _page(client_as("awa"), "report_version", region.pk, 1)
    assert "Une mécanicienne est embauchée" in first
    assert "Une version plus récente a paru" in first
    assert "il n’est plus compté" in _page(client_as("awa"), "result", both.number)
    with pytest.raises(DatabaseError), transaction.atomic():
        ReportVersion.objects.filter(report=region.report).update(words={})


def test_a_report_is_out_once_every_gap_has_its_reason(cast: Cast, client_as: Enter, now: datetime) -> None:
    grant = granted(cast, now, "Région", ("Emplois", "ETP", 2))
    report = written(cast, now, grant, reason="")
    with pytest.raises(NotOutYet):
        actions.give_report_link(report=report, reader="R", until_on=TODAY, by=cast.actor("lena"), at=now)
    with pytest.raises(ReasonMissing):
        actions.put_report_out(report=report, by=cast.actor("lena"), at=now)
    assert client_as("awa").get(reverse("impact:report", args=["fanal", grant.pk])).status_code == 404
    actions.put_report_out(report=written(cast, now, grant), by=cast.actor("lena"), at=now)
    assert "Le local a manqué." in _page(client_as("awa"), "report", grant.pk)


def test_the_report_is_printed_on_two_tagged_sides(cast: Cast, client_as: Enter, now: datetime) -> None:
    region, _town, _both = told(cast, now)
    answer = client_as("awa").get(reverse("impact:report_pdf_file", args=["fanal", region.pk]))
    sheet = PdfReader(io.BytesIO(answer.content))
    assert len(sheet.pages) <= 2
    assert sheet.trailer["/Root"]["/MarkInfo"]["/Marked"]
    text = " ".join(page.extract_text() for page in sheet.pages)
    for words in ("Promis, atteint", "Le local a manqué", "Région, Ville", "Ce qui n’a pas marché"):
        assert words in text, words
    assert "Oubrahim" not in text
    assert "□" not in text, "the spaces of dates and amounts are spaces"


@pytest.mark.parametrize(
    "hostile", ["#set page(width: 1pt) $x$ *gras* ```", "\x00\x07𝕏 漢字 😀", "<script>alert(1)</script>"]
)
def test_hostile_words_are_printed_and_shown_as_words(
    hostile: str, cast: Cast, client_as: Enter, now: datetime
) -> None:
    grant = granted(cast, now, "Région", ("Emplois", "ETP", 1))
    noted(cast, now, grant.indicators.get(), what=f"Vu {hostile}".replace("\x00", ""))
    actions.put_report_out(report=written(cast, now, grant), by=cast.actor("lena"), at=now)
    assert client_as("awa").get(reverse("impact:report_pdf_file", args=["fanal", grant.pk])).status_code == 200
    page = client_as("awa").get(reverse("impact:report", args=["fanal", grant.pk])).content.decode()
    assert "<script>alert" not in page


def test_results_that_cannot_be_added_are_refused(cast: Cast, now: datetime) -> None:
    region = granted(cast, now, "Région", ("Emplois", "ETP", 2), ("Ateliers", "séances", 3), ("Postes", "ETP", 1))
    jobs, workshops, posts = region.indicators.order_by("pk")
    for wrong in ({"promised": ()}, {"promised": (jobs, workshops)}, {"promised": (jobs, posts)}):
        with pytest.raises(Refusal):
            noted(cast, now, *wrong["promised"])
    with pytest.raises(Refusal):
        noted(cast, now, jobs, on=TODAY + timedelta(1))
    with pytest.raises(NotAllowed):
        noted(cast, now, jobs, by=cast.actor("nour"))
    assert not Result.objects.exists()


def test_a_result_is_noted_through_the_page_with_a_photo_whose_right_is_known(
    cast: Cast, client_as: Enter, now: datetime
) -> None:
    grant = granted(cast, now, "Région", ("Ateliers", "séances", 3))
    lena, address = client_as("lena"), reverse("impact:note_result", args=["fanal"])
    entry = {"promised": [grant.indicators.get().pk], "what": "Deux ateliers", "on": str(TODAY), "value": "2"}
    assert lena.post(address, {}).status_code == 422
    assert lena.post(address, {**entry, "picture": picture()}).status_code == 422
    sent = lena.post(address, {**entry, "picture": picture(), "caption": "Un atelier", "image_right": "on"})
    assert sent.status_code == 302
    result = Result.objects.get()
    assert (result.value, result.unit, result.caption) == (Decimal(2), "séances", "Un atelier")
    assert lena.post(address, {**entry, "promised": [987654]}).status_code == 422
