"""Pages on the pole itself, the first page of an installation, and a real pole run from its pages alone."""

import re
from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client

from phares.demo.cast import CONSOLE, Cast
from phares.rooms.directory import actions
from phares.rooms.directory.models import Pole, Structure
from phares.rooms.directory.roles import READING_SCOPES, RIGHTS, ROLES

As = Callable[[str], Client]


@pytest.fixture
def record(db: None, now: datetime) -> Pole:
    """A pole shown from public sources: two structures attested on one day, one of them without a name."""
    pole = actions.found_pole(
        slug="archive", name="L’Archive", commune="Loin", is_public_record=True, by=CONSOLE, at=now
    )
    day = date(2015, 2, 1)
    for name, established in (("Halle", True), ("Nom non établi", False)):
        one = actions.add_structure(pole=pole, name=name, name_is_established=established, by=CONSOLE, at=now)
        actions.describe_structure(structure=one, name=name, visibility="public", by=CONSOLE, at=now)
        actions.admit_structure(
            structure=one,
            kind="hosted",
            from_on=day,
            until_on=day,
            bounds="attested",
            source="Une fiche",
            source_url="https://source.example/fiche",
            by=CONSOLE,
            at=now,
        )
    for on, when, kind, title in (
        (date(1990, 1, 1), "années 1990", "event", "L’idée"),
        (date(2015, 2, 1), "1er février 2015", "label", "Un label"),
        (date(2016, 12, 1), "décembre 2016", "spin_off", "Un essaimage"),
    ):
        actions.record_milestone(
            pole=pole,
            on=on,
            when=when,
            kind=kind,
            title=title,
            source="Une fiche",
            source_url="https://source.example/fiche",
            by=CONSOLE,
            at=now,
        )
    return pole


def _page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_each_date_of_the_pole_is_shown_with_its_source(record: Pole) -> None:
    page = _page(Client(), "/archive/le-pole/")
    for words in ("années 1990", "L’idée", "Un label", "Un essaimage"):
        assert words in page
    timeline = page[page.index('class="timeline"') :]
    assert timeline.count('href="https://source.example/fiche"') == 3


def test_a_date_leads_to_who_was_there_only_where_somebody_is_known_to_have_been(record: Pole) -> None:
    page = _page(Client(), "/archive/le-pole/")
    assert re.findall(r"\?jour=([\d-]+)", page) == ["2015-02-01"]


def test_a_pole_from_public_sources_says_that_nobody_acts_there_and_lacks_nothing(record: Pole) -> None:
    for address in ("le-pole/", "habitants/", "qui-peut-quoi/"):
        assert "sources publiques" in _page(Client(), f"/archive/{address}")
    page = _page(Client(), "/archive/structures/halle/")
    assert "Les sources lues n’en disent pas plus" in page
    for lack in ("mandat", "Il manque", "Personne n’a"):
        assert lack not in page


def test_who_was_there_counts_those_without_a_name_and_says_what_a_source_vouches_for(record: Pole) -> None:
    page = _page(Client(), "/archive/qui-etait-la/?jour=2015-02-01")
    assert "Deux structures hébergées." in page
    assert "nom non établi" in page
    assert "présence attestée" in page
    assert page.count("avant et après\u202f: non établi") == 1
    assert 'href="/archive/qui-etait-la/"' in page
    empty = _page(Client(), "/archive/qui-etait-la/?jour=2015-02-02")
    assert "Personne n’est inscrit ce jour-là." in empty


def test_today_is_said_as_today_and_a_day_to_come_as_one(cast: Cast) -> None:
    assert "Qui est là aujourd’hui" in _page(Client(), "/fanal/qui-etait-la/")
    later = _page(Client(), "/fanal/qui-etait-la/?jour=2099-01-01")
    assert "Qui sera là le 1er" in later
    assert ">Aujourd’hui</a>" in later


@pytest.mark.parametrize("asked", ["2025-02-31", "hier", "2025", "x" * 5000, "0000-01-01", "2025-02-01T00:00"])
def test_a_day_that_does_not_exist_is_said_to_be_so(cast: Cast, asked: str) -> None:
    answer = Client().get("/fanal/qui-etait-la/", {"jour": asked})
    assert answer.status_code == 400
    assert "Cette date n’existe pas" in answer.content.decode()


def test_those_who_keep_the_directory_present_the_pole_and_everybody_reads_it(cast: Cast, client_as: As) -> None:
    entry = {"headline": "Ni l’un ni l’autre.", "address": "9, rue du Four", "contact_phone": "01 99 00 00 01"}
    assert client_as("paul").post("/fanal/le-pole/decrire/", entry)["Location"] == "/fanal/le-pole/"
    page = _page(Client(), "/fanal/le-pole/")
    assert "Ni l’un ni l’autre." in page
    assert 'href="tel:+33199000001"' in page
    assert "9, rue du Four" in _page(Client(), "/fanal/habitants/")
    assert "/fanal/le-pole/decrire/" not in page


def test_a_date_that_counts_is_noted_in_the_words_of_its_source_or_in_full(cast: Cast, client_as: As) -> None:
    lena, address = client_as("lena"), "/fanal/le-pole/reperes/ajouter/"
    common = {"on": "2026-03-01", "kind": "label", "source_url": "https://source.example/avis"}
    lena.post(address, {**common, "title": "Un label", "when": "printemps 2026", "source": "L’avis"})
    lena.post(address, {**common, "title": "Un autre"})
    refused = lena.post(address, {**common, "title": "", "source_url": "javascript:alert(1)"})
    assert refused.status_code == 422
    page = _page(Client(), "/fanal/le-pole/").replace("\N{NO-BREAK SPACE}", " ")
    for words in ("printemps 2026", "1er mars 2026", "L’avis"):
        assert words in page
    assert "javascript:" not in page


def test_the_table_of_who_may_do_what_is_the_one_that_decides(cast: Cast) -> None:
    page = _page(Client(), "/fanal/qui-peut-quoi/")
    rows = page.split("<tr>")[2:]
    printed = [*ROLES.values(), *READING_SCOPES.values()]
    for row, role in zip(rows, printed, strict=True):
        assert f"{role.label}"[1:] in row
        shown = {right for right, words in RIGHTS.items() if f"{words}"[1:] in row}
        assert shown == role.rights


def test_a_resident_reads_how_to_say_what_is_missing_without_an_account(cast: Cast) -> None:
    page = _page(Client(), "/fanal/habitants/")
    for words in ("3, quai des Lanternes", "tel:+33199000000", "médiatrices", "Les Mains dans le Cambouis"):
        assert words in page
    for name in ("Samira", "Odile"):
        assert name not in page


def test_the_residents_door_opens_on_a_pole_that_has_said_nothing_yet(other_pole: Pole) -> None:
    page = _page(Client(), "/ailleurs/habitants/")
    assert "passez, ou demandez à une structure" in page
    assert "Il suffit d’être deux" in page


def test_one_pole_alone_needs_no_name_in_the_address(cast: Cast) -> None:
    assert Client().get("/")["Location"] == "/fanal/"
    assert Client().get("/structures/?q=velo")["Location"] == "/fanal/structures/?q=velo"
    assert Client().get("/structures/letabli/")["Location"] == "/fanal/structures/letabli/"
    assert Client().get("/rien/du/tout/").status_code == 404
    assert Client().post("/structures/ajouter/", {"name": "X"}).status_code == 404


def test_two_poles_ask_which(cast: Cast, other_pole: Pole) -> None:
    assert Client().get("/structures/").status_code == 404
    page = _page(Client(), "/")
    assert 'href="/fanal/"' in page
    assert 'href="/ailleurs/"' in page


def test_who_acts_in_one_pole_of_two_begins_with_what_waits_there(cast: Cast, other_pole: Pole, client_as: As) -> None:
    assert client_as("nour").get("/")["Location"] == "/fanal/bonjour/"
    assert client_as("samira").get("/")["Location"] == "/fanal/bonjour/"


def test_an_installation_without_a_pole_says_how_to_found_one(db: None) -> None:
    assert "./phares found" in _page(Client(), "/")
    assert Client().get("/structures/").status_code == 404


def _enters(address: str) -> Client:
    """Enter with the code that the mail brings, as anybody does."""
    cache.clear()
    client = Client()
    client.post("/compte/login/code/", {"email": address})
    sent = mail.outbox[-1]
    assert sent.to == [address]
    code = re.search(r"^ *([A-Z0-9]+-[A-Z0-9]+)$", str(sent.body), re.MULTILINE)
    assert code is not None, sent.body
    answer = client.post("/compte/login/code/confirm/", {"code": code.group(1)})
    assert (answer.status_code, answer["Location"]) == (302, "/")
    return client


@pytest.mark.django_db
def test_a_real_pole_is_run_from_its_pages_by_those_whom_the_mail_lets_in() -> None:
    said = {"pole": "Le Quai", "commune": "Port", "given_name": "Ana", "email": "ana@quai.example"}
    call_command("found_pole", **said)
    ana = _enters("ana@quai.example")
    admit = ana.post("/le-quai/structures/ajouter/", {"name": "Le Four d’en Face"})["Location"]
    page = ana.post(admit, {"kind": "hosted", "from_on": "2026-01-05"})["Location"]
    four = Structure.objects.get(slug="le-four-den-face")
    zoe = {"given_name": "Zoé", "email": "Zoe@four.example", "role": "representative", "from_on": "2026-01-05"}
    ana.post("/le-quai/personnes/ajouter/", {**zoe, "acts_for": f"structure-{four.pk}"})
    baker = _enters("zoe@four.example")
    assert baker.get("/")["Location"] == "/le-quai/bonjour/"
    entry = {"name": four.name, "mission": "Du pain.", "legal_form": "company", "visibility": "public"}
    assert baker.post(page + "decrire/", entry)["Location"] == page
    assert baker.post("/le-quai/structures/ajouter/", {"name": "X"}).status_code == 403
    read = _page(Client(), page)
    assert "Du pain." in read
    assert "hébergée" in read.lower()
