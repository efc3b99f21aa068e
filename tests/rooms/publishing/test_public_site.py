"""The public site: feeds that other programs open, tables, previews, caching, and what is gone at the next request."""

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import feedparser
import pytest
from django.core.cache import caches
from django.test import Client
from django.urls import reverse
from icalendar import Calendar
from pypdf import PdfReader

from phares.demo.cast import Cast
from phares.rooms.cooperation import actions as cooperation
from phares.rooms.directory import actions as directory
from phares.rooms.publishing import actions, shared_tables
from phares.rooms.publishing.views import site_map
from rooms.publishing.telling import accepted, published, write_whole

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
PUBLIC = (
    "directory:public",
    "directory:structures",
    "cooperation:items",
    "publishing:sheets",
    "publishing:contact",
    "publishing:shared_tables",
)
LD = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def _get(name: str, *args: Any) -> Any:
    return Client().get(reverse(f"publishing:{name}", args=["fanal", *args]))


def _printed(slug: str) -> str:
    """Return the words of a printed sheet."""
    pages = PdfReader(io.BytesIO(_get("sheet_pdf_file", slug).content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def _hide(cast: Cast, key: str, now: datetime) -> None:
    """Let a structure keep its page to the pole from now on."""
    one = cast.structures[key]
    said = {"name": one.name, "mission": one.mission, "legal_form": one.legal_form, "visibility": "pole"}
    directory.describe_structure(structure=one, fields=one.fields.all(), by=cast.actor("lena"), at=now, **said)


def test_feeds_open_in_a_feed_reader(cast: Cast, now: datetime) -> None:
    sheet = published(cast, now)
    for name in ("sheets_atom", "sheets_rss"):
        feed = feedparser.parse(_get(name).content)
        assert not feed.bozo, feed.get("bozo_exception")
        assert feed.entries[0].title == "Une réserve pour deux ateliers"
        assert feed.entries[0].link.endswith(sheet.get_absolute_url())


def test_the_agenda_opens_in_a_calendar(cast: Cast, now: datetime) -> None:
    lena = cast.actor("lena")
    gathering = directory.plan_gathering(
        pole=cast.pole, kind="workshop", title="Réparer; ensemble", starts_at=now + timedelta(days=2), by=lena, at=now
    )
    opened = actions.open_registrations(
        gathering=gathering, ends_at=gathering.starts_at + timedelta(hours=3), by=lena, at=now
    )
    actions.call_off(opened=opened, by=lena, at=now)
    calendar: Any = Calendar.from_ical(_get("agenda_calendar").content)
    event = calendar.walk("VEVENT")[0]
    assert str(event["summary"]) == "Réparer; ensemble"
    assert event["dtend"].dt - event["dtstart"].dt == timedelta(hours=3)
    assert event["status"] == "CANCELLED"
    assert len(Calendar.from_ical(_get("gathering_calendar", gathering.pk).content).walk("VEVENT")) == 1


def test_the_map_of_the_site_names_what_everybody_may_read(cast: Cast, now: datetime) -> None:
    sheet = published(cast, now)
    addresses = re.findall(r"<loc>(.*?)</loc>", _get("site_map").content.decode())
    assert any(address.endswith(sheet.get_absolute_url()) for address in addresses)
    assert not any(cast.structures["langues"].slug in address for address in addresses)
    for address in addresses:
        assert Client().get("/" + address.split("/", 3)[3]).status_code == 200, address


def test_a_long_map_comes_in_parts_that_leave_nothing_out(
    cast: Cast, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    published(cast, now)
    whole = set(re.findall(r"<loc>(.*?)</loc>", _get("site_map").content.decode()))
    monkeypatch.setattr(site_map, "IN_PART", 1)
    parts = re.findall(r"<loc>(.*?)</loc>", _get("site_map").content.decode())
    told = [Client().get("/" + part.split("/", 3)[3]).content.decode() for part in parts]
    found = [address for part in told for address in re.findall(r"<loc>(.*?)</loc>", part)]
    assert sorted(found) == sorted(whole)
    for name, number in (("structures", 0), ("structures", 99), ("structures", 10**20), ("personnes", 1)):
        assert _get("site_map_part", name, number).status_code == 404


@pytest.mark.parametrize("code", ["structures", "fiches", "besoins-et-offres", "rencontres"])
def test_tables_say_the_same_in_both_forms_and_document_each_column(cast: Cast, now: datetime, code: str) -> None:
    published(cast, now)
    lena, nour = cast.actor("lena"), cast.actor("nour")
    said = {"pole": cast.pole, "holder": cast.structures["etabli"], "side": "need", "kind": "space", "at": now}
    cooperation.say_item(title="=1+1", visibility="public", by=nour, **said)
    directory.plan_gathering(
        pole=cast.pole, kind="workshop", title="Réparer", starts_at=now + timedelta(days=2), by=lena, at=now
    )
    facts = json.loads(_get("shared_table_json", code).content)
    rows = list(csv.DictReader(io.StringIO(_get("shared_table_csv", code).content.decode("utf-8-sig")), delimiter=";"))
    assert facts["lignes"]
    assert set(facts["colonnes"]) == set(rows[0]) == set(facts["lignes"][0])
    assert [row["page"] for row in rows] == [line["page"] for line in facts["lignes"]]
    assert not any(cell.startswith("=") for row in rows for cell in row.values())
    assert all(words for words in facts["colonnes"].values())
    assert "Licence Ouverte" in facts["licence"]


def test_a_table_that_does_not_exist_is_not_found(cast: Cast) -> None:
    assert _get("shared_table_csv", "personnes").status_code == 404


def test_who_has_no_name_is_no_organisation_for_machines(cast: Cast, now: datetime) -> None:
    sorts = {"Roue Libre": "ess", "une personne qui habite ici": "residents", "Les Mains": "residents"}
    partners = [{"name": name, "sort": sort, "role": "prend part"} for name, sort in sorts.items()]
    lena = cast.actor("lena")
    sheet = write_whole(actions.begin_sheet(pole=cast.pole, by=lena, at=now), cast, now, partners=partners)
    actions.publish_sheet(sheet=accepted(sheet, cast, now), by=lena, at=now)
    sheet.refresh_from_db()
    facts = json.loads(_get("sheet_facts", sheet.slug).content)
    assert [one["name"] for one in facts["contributor"]] == ["Roue Libre", "Les Mains"]


def test_a_table_too_long_for_a_file_says_so_and_where_the_rest_is(
    cast: Cast, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    published(cast, now)
    whole = [row["nom"] for row in json.loads(_get("shared_table_json", "structures").content)["lignes"]]
    monkeypatch.setattr(shared_tables, "MOST_ROWS", len(whole) - 1)
    address = reverse("publishing:shared_table_json", args=["fanal", "structures"])
    read: list[str] = []
    while address:
        part = json.loads(Client().get(address).content)
        assert part["lignes_en_tout"] == len(whole)
        read += [row["nom"] for row in part["lignes"]]
        address = part["suite"]
    assert read == whole
    answer = _get("shared_table_csv", "structures")
    assert answer["X-Total-Count"] == str(len(whole))
    rest = re.fullmatch(r'<(http\S+)>; rel="next"', answer["Link"])
    assert rest
    answer = Client().get(rest[1])
    assert whole[-1] in answer.content.decode()
    assert "Link" not in answer
    for odd in ("-1", "abc", "9" * 40, "\0"):
        assert Client().get(address or answer.request["PATH_INFO"], {"apres": odd})["X-Total-Count"] == str(len(whole))


def test_what_pages_say_to_machines_is_sound(cast: Cast, now: datetime) -> None:
    sheet = published(cast, now, lead="Un </script><script>alert(1)</script> dans le chapô.")
    page = Client().get(sheet.get_absolute_url()).content.decode()
    assert "<script>alert" not in page
    facts = json.loads(LD.findall(page)[0])
    assert (facts["@type"], facts["headline"]) == ("Article", "Une réserve pour deux ateliers")
    way = [one["name"] for one in facts["breadcrumb"]["itemListElement"]]
    assert way[0] == "Accueil"
    assert way[-1] == facts["headline"]
    assert json.loads(_get("sheet_facts", sheet.slug).content) == facts
    assert '<meta property="og:title" content="Une réserve pour deux ateliers">' in page
    etabli = Client().get(cast.structures["etabli"].get_absolute_url()).content.decode()
    assert json.loads(LD.findall(etabli)[0])["name"] == "L’Établi"


def test_a_public_page_weighs_little(cast: Cast, now: datetime) -> None:
    sheet = published(cast, now)
    addresses = [reverse(name, args=["fanal"]) for name in PUBLIC]
    for address in [*addresses, sheet.get_absolute_url()]:
        assert len(Client().get(address).content) < 60_000, address


@pytest.fixture
def kept_pages(settings: Any) -> Iterator[None]:
    """Keep pages as on a real site."""
    settings.CACHES = {
        **settings.CACHES,
        "pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "of-this-test"},
    }
    caches["pages"].clear()
    yield
    caches["pages"].clear()


@pytest.mark.usefixtures("kept_pages")
def test_a_page_is_made_once_for_two_visitors(cast: Cast, now: datetime, django_assert_num_queries: Any) -> None:
    address = published(cast, now).get_absolute_url()
    first = Client().get(address)
    with django_assert_num_queries(3):  # the pole, and the pulse of the journal
        again = Client().get(address)
    assert again["ETag"] == first["ETag"]
    assert again.status_code == 200


@pytest.mark.usefixtures("kept_pages")
def test_a_page_that_still_holds_is_not_sent_again(cast: Cast, now: datetime) -> None:
    sheet = published(cast, now)
    first = Client().get(sheet.get_absolute_url())
    assert {"Cookie", "Accept-Language"} <= set(first["Vary"].split(", "))
    assert "no-cache" in first["Cache-Control"]
    same = Client().get(sheet.get_absolute_url(), headers={"If-None-Match": first["ETag"]})
    assert (same.status_code, same.content) == (304, b"")
    actions.withdraw_sheet(sheet=sheet, word="Assez.", by=cast.actor("lena"), at=now)
    assert Client().get(sheet.get_absolute_url(), headers={"If-None-Match": first["ETag"]}).status_code == 410


@pytest.mark.usefixtures("kept_pages")
def test_what_is_withdrawn_or_hidden_is_gone_at_the_next_request(cast: Cast, now: datetime) -> None:
    sheet = published(cast, now)
    read = [
        *(reverse(name, args=["fanal"]) for name in PUBLIC),
        *(reverse(f"publishing:{name}", args=["fanal"]) for name in ("sheets_atom", "sheets_rss", "site_map")),
        *(reverse("publishing:shared_table_csv", args=["fanal", code]) for code in ("structures", "fiches")),
        *(reverse(f"publishing:{name}", args=["fanal", sheet.slug]) for name in ("sheet", "sheet_facts")),
        reverse("publishing:shared_table_json", args=["fanal", "fiches"]),
        reverse("directory:about", args=["fanal"]),
        reverse("publishing:shared_table_json", args=["fanal", "structures"]),
    ]
    before = [Client().get(address).content.decode() for address in read]
    assert any("Roue Libre" in page for page in before)
    assert "Roue Libre" in _printed(sheet.slug)
    _hide(cast, "roue", now)
    for address in read:
        assert "Roue Libre" not in Client().get(address).content.decode(), address
    assert "Roue Libre" not in _printed(sheet.slug)
    assert Client().get(cast.structures["roue"].get_absolute_url()).status_code == 404


@pytest.mark.usefixtures("kept_pages")
def test_the_page_of_one_who_entered_is_never_given_to_another(cast: Cast, now: datetime) -> None:
    address = published(cast, now).get_absolute_url()
    lena = Client()
    lena.force_login(cast.people["lena"], backend=BACKEND)
    hers = lena.get(address)
    assert "private" in hers["Cache-Control"]
    visitor = Client().get(address).content.decode()
    assert "Léna" not in visitor
    assert "Reprendre la fiche" not in visitor
    assert "Reprendre la fiche" in lena.get(address).content.decode()


@pytest.mark.usefixtures("kept_pages")
def test_each_visitor_gets_a_token_of_their_own_with_a_kept_page(cast: Cast, now: datetime) -> None:
    address = published(cast, now).get_absolute_url()
    token = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
    pages = [Client().get(address).content.decode() for _ in range(3)]
    assert len({token.findall(page)[0] for page in pages}) == 3
    visitor = Client(enforce_csrf_checks=True)
    sent = token.findall(visitor.get(address).content.decode())[0]
    english = visitor.post("/langue/setlang/", {"language": "en", "next": address, "csrfmiddlewaretoken": sent})
    assert english.status_code == 302
    assert "Experience sheet" in visitor.get(address).content.decode()


@pytest.mark.usefixtures("kept_pages")
def test_a_kept_page_is_of_one_language_and_one_host(cast: Cast, now: datetime) -> None:
    address = published(cast, now).get_absolute_url()
    french = Client().get(address).content.decode()
    english = Client().get(address, headers={"Accept-Language": "en"}).content.decode()
    assert "Adresse de cette page" in french
    assert "Address of this page" in english
