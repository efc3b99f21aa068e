"""What residents say: without account, once however often it is sent, read over, told back, taken away."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from phares.demo.cast import CONSOLE, Cast
from phares.rooms.commons.models import JournalEntry
from phares.rooms.commons.refusals import NotAllowed, Refusal
from phares.rooms.commons.signed_links import signed
from phares.rooms.directory.actors import VISITOR
from phares.rooms.territory import actions
from phares.rooms.territory.actions.voice import ContactDraft
from phares.rooms.territory.models import District, Voice, VoiceContact
from phares.rooms.territory.personal_words import found_in, hidden
from phares.rooms.territory.queries import voices as queries
from phares.rooms.territory.views import voices as views
from rooms.territory.conftest import Say

SAY = "/fanal/paroles/dire/"


def entry(text: str, mark: str = "page-1", **more: str) -> dict[str, str]:
    began = signed("voice", (timezone.now() - timedelta(seconds=30)).timestamp())
    return {"text": text, "sense": "missing", "months": "12", "mark": mark, "began": began, **more}


def test_a_visitor_says_it_keeps_a_code_follows_it_and_erases_everything(client_as: Callable[[str], Client]) -> None:
    visitor, maud = client_as(""), client_as("maud")
    answer = visitor.post(
        SAY,
        entry(
            "Un banc à l’ombre, demander M. Dupré au 06 12 34 56 78",
            is_public="on", contact_name="Une voisine", contact_way="passes", contact_words="le jeudi",
        ),
    )  # fmt: skip
    voice = Voice.objects.get()
    receipt = f"/fanal/paroles/suivi/{voice.code}/"
    assert answer["Location"] == receipt
    assert "va les relire" in visitor.get(receipt).content.decode()
    assert "banc" not in visitor.get("/fanal/paroles/").content.decode()
    reading = maud.get(f"/fanal/paroles/a-relire/{voice.pk}/").content.decode()
    assert "M. Dupré" in reading
    assert "06 12 34 56 78" in reading
    assert "peuvent désigner quelqu’un" in reading
    said = {"choice": "keep", "theme": "nature", "sense": "missing", "shared_text": "Un banc à l’ombre"}
    assert maud.post(f"/fanal/paroles/a-relire/{voice.pk}/", said).status_code == 302
    public = visitor.get("/fanal/paroles/").content.decode()
    assert "Un banc à l’ombre" in public
    assert "Dupré" not in public
    assert "voisine" not in public
    typed = visitor.post("/fanal/paroles/suivi/", {"code": voice.code.lower().replace("-", " ")})
    assert typed["Location"] == receipt
    assert "Une voisine" in maud.get("/fanal/paroles/a-rappeler/").content.decode()
    before = JournalEntry.objects.filter(event="VoiceSaid").count()
    assert visitor.post(receipt + "effacer/").status_code == 302
    voice.refresh_from_db()
    assert (voice.text, voice.shared_text, voice.state) == ("", "", "erased")
    assert not VoiceContact.objects.exists()
    assert JournalEntry.objects.filter(event="VoiceSaid").count() == before
    assert "banc" not in visitor.get("/fanal/paroles/").content.decode()


@pytest.mark.usefixtures("within_one_hour")
def test_machines_are_refused_and_hands_are_not(
    client_as: Callable[[str], Client], settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = client_as("")
    assert views.MOST_AN_HOUR == 120  # more than a hall says in an hour
    monkeypatch.setattr(views, "MOST_AN_HOUR", 30)
    now = signed("voice", timezone.now().timestamp())
    for trap in ({"site": "https://vente.example"}, {"began": now}, {"began": "faux"}, {"began": ""}):
        assert visitor.post(SAY, {**entry("Achetez"), **trap}).status_code == 422
    assert not Voice.objects.exists()
    statuses = [visitor.post(SAY, entry(f"Il manque {n} bancs", f"t-{n}")).status_code for n in range(31)]
    assert statuses == [302] * 30 + [429]
    for wrong in ({"text": ""}, {"text": "x" * 1300}, {"theme": "rien"}, {"contact_name": "Une voisine"}):
        assert visitor.post(SAY, {**entry("Un banc", "autre"), **wrong}).status_code == 422


def test_sent_twice_with_the_same_token_it_is_one_voice(several_at_once: Any, cast: Cast, now: datetime) -> None:
    def send() -> Voice:
        return actions.say_voice(pole=cast.pole, text="Un banc", mark="stand-1", by=VISITOR, at=now)

    told = several_at_once(send, send, send)
    assert {one.pk for one in told} == {Voice.objects.get().pk}


def test_the_stall_sends_what_it_kept_and_learns_what_is_refused(client_as: Callable[[str], Client]) -> None:
    maud = client_as("maud")
    sent = [
        {"text": "Des vélos pour les petits", "sense": "could", "months": "12", "mark": "a"},
        {"text": "", "sense": "could", "months": "12", "mark": "b"},
    ]
    for _again in range(2):
        said = maud.post("/fanal/paroles/stand/envoyer/", json.dumps(sent), content_type="application/json").json()
        assert list(said["kept"]) == ["a"]
        assert list(said["refused"]) == ["b"]
    assert Voice.objects.get().channel == "stall"
    for wrong in ("", "{", "[1]", "{}", "[" * 100_000):
        answer = maud.post("/fanal/paroles/stand/envoyer/", wrong, content_type="application/json")
        assert answer.status_code == 400


def test_what_is_nearly_the_same_waits_together_and_is_read_over_at_once(say: Say, cast: Cast, now: datetime) -> None:
    first = say("Il faudrait un banc à l’ombre devant la poste")
    for number in range(12):
        say(f"Il faudrait un banc à l’ombre devant la poste {'!' * number}")
    say("Une crèche qui ouvre avant huit heures")
    heads = list(queries.voices_to_read(cast.pole))
    assert [(head.pk == first.pk, head.others) for head in heads] == [(True, 12), (False, 0)]
    actions.read_voice(voice=first, keep=False, rule="twice", with_doubles=True, by=cast.actor("maud"), at=now)
    assert queries.count_to_read(cast.pole) == 1


def test_whoever_said_it_decides_who_reads_and_until_when(say: Say, cast: Cast, now: datetime) -> None:
    day = timezone.localdate(now)
    everybody, inside = say("Pour tous", kept=True, shown="public"), say("Pour le pôle", kept=True)
    ends = say("Jusqu’à demain", kept=True, shown="public", until_on=day + timedelta(days=1))
    say("Pas encore relue", shown="public")
    asked = queries.Asked()

    def read(who: Any, on: Any) -> set[int]:
        return set(queries.voices_found(who, cast.pole, on, asked).values_list("pk", flat=True))

    assert read(VISITOR, day) == {everybody.pk, ends.pk}
    assert read(cast.actor("sam"), day) == {everybody.pk, ends.pk, inside.pk}
    assert read(VISITOR, day + timedelta(days=2)) == {everybody.pk}
    assert actions.forget_what_is_over(by=CONSOLE, at=now + timedelta(days=3)) == 1
    ends.refresh_from_db()
    assert ends.state == "erased"
    assert ends.text == ""


def test_a_contact_is_erased_on_its_date_and_stands_in_no_page_but_the_list(
    say: Say, cast: Cast, now: datetime, client_as: Callable[[str], Client]
) -> None:
    contact = ContactDraft("phone", "Prénom Secret", "01 99 00 00 77", wants_part=True)
    voice = say("Des outils à prêter", kept=True, shown="public", contact=contact)
    for who in ("", "sam", "paul", "maud"):
        for page in ("/fanal/paroles/", f"/fanal/paroles/suivi/{voice.code}/", "/fanal/habitants/"):
            assert "Secret" not in client_as(who).get(page).content.decode()
    assert client_as("sam").get("/fanal/paroles/a-rappeler/").status_code == 403
    assert "01 99 00 00 77" in client_as("maud").get("/fanal/paroles/a-rappeler/").content.decode()
    actions.forget_what_is_over(by=CONSOLE, at=now + timedelta(days=400))
    assert not VoiceContact.objects.exists()


def test_only_those_who_note_for_others_read_over(say: Say, cast: Cast, now: datetime) -> None:
    voice = say("Un banc")
    with pytest.raises(NotAllowed):
        actions.read_voice(voice=voice, keep=True, by=cast.actor("nour"), at=now)
    with pytest.raises(Refusal):
        actions.read_voice(voice=voice, keep=False, by=cast.actor("maud"), at=now)
    actions.read_voice(voice=voice, keep=True, by=cast.actor("lena"), at=now)
    with pytest.raises(Refusal):
        actions.read_voice(voice=voice, keep=True, by=cast.actor("maud"), at=now)


def test_words_that_tell_who_somebody_is_are_pointed_out() -> None:
    text = "Écrire à rose@quai.example ou au 06.12.34.56.78, voir Mme Durand, Porte B, ou Karim Belaïd à Port-Aval"
    words = [one.words for one in found_in(text, ("Port-Aval",))]
    assert words == ["rose@quai.example", "06.12.34.56.78", "Mme Durand", "Porte B", "Karim Belaïd"]
    assert not any(word in hidden(text, ("Port-Aval",)) for word in words)
    assert found_in("Un banc à l’ombre, 3 poubelles et des arbres") == []


def test_small_counts_are_not_told_to_everybody(say: Say, client_as: Callable[[str], Client]) -> None:
    for number in range(6):
        say(f"Parole {'abcdef'[number] * 9}", kept=True, shown="public", theme="food")
    say("Une seule", kept=True, shown="public", theme="health")
    page = client_as("").get("/fanal/paroles/").content.decode()
    assert "6 paroles" in page
    assert "moins de 5 paroles" in page
    assert ">1 parole<" not in page


def test_five_thousand_lines_are_brought_once_and_bad_ones_are_named(
    cast: Cast, now: datetime, client_as: Callable[[str], Client]
) -> None:
    lines = [f"Parole numéro {n} sur les bancs;12/03/2024;manger;oui" for n in range(4_997)]
    lines += [";12/03/2024;manger;oui", "Avec un jour faux;32/13/2024;manger;", "Thème faux;;bricolades;"]
    content = "\n".join(["Verbatim;Dit le;Thématique;Accord", *lines]).encode()
    brought = actions.bring_voices(pole=cast.pole, content=content, by=cast.actor("maud"), at=now)
    assert (brought.new, brought.before) == (4_997, 0)
    assert [line.number for line in brought.bad] == [4_999, 5_000, 5_001]
    again = actions.bring_voices(pole=cast.pole, content=content, by=cast.actor("maud"), at=now)
    assert (again.new, again.before) == (0, 4_997)
    maud = client_as("maud")
    for wrong in (b"", b"%PDF-1.4", b"prix;nombre\n1;2", b"\x00\x01\x02"):
        file = BytesIO(wrong)
        file.name = "x.csv"
        assert maud.post("/fanal/paroles/importer/", {"table": file}).status_code == 422


def test_papers_print_in_the_languages_of_the_pole(cast: Cast, now: datetime, client_as: Any, say: Say) -> None:
    with pytest.raises(Refusal):
        actions.set_listening_rules(
            pole=cast.pole, languages=["fr", "en"], contact_months=6, by=cast.actor("lena"), at=now
        )
    actions.set_listening_rules(
        pole=cast.pole, languages=["fr", "tr", "uk", "ro"], contact_months=6, by=cast.actor("lena"), at=now
    )
    say("Un lavoir", kept=True, shown="public")
    maud = client_as("maud")
    texts = {}
    for name in ("affiche", "cartes", "feuille-du-hall"):
        address = f"/fanal/paroles/{name}.pdf?mois={timezone.localdate(now):%Y-%m}"
        pages = PdfReader(BytesIO(maud.get(address).content)).pages
        texts[name] = "".join(page.extract_text() for page in pages)
    assert "Burada ne eksik" in texts["affiche"]
    assert "/fanal/paroles/dire/" in texts["affiche"]
    assert "Чого тут бракує" in texts["cartes"]
    assert "Ce aici" not in texts["cartes"]
    assert "Un lavoir" in texts["feuille-du-hall"]


def test_the_place_is_shown_by_pressing_the_map_without_script(
    say: Say, cast: Cast, client_as: Callable[[str], Client]
) -> None:
    ring = [[2.0, 48.0], [2.2, 48.0], [2.2, 48.2], [2.0, 48.2], [2.0, 48.0]]
    District.objects.create(pole=cast.pole, name="Le Quai", rings=[ring], is_drawn=True, source="dessin")
    voice = say("Ici")
    visitor, address = client_as(""), f"/fanal/paroles/suivi/{voice.code}/carte/"
    visitor.post(address, {"point.x": "160", "point.y": "120"})
    voice.refresh_from_db()
    assert (voice.longitude, voice.latitude) == (pytest.approx(2.1, abs=0.002), pytest.approx(48.1, abs=0.002))
    for wrong in ({}, {"point.x": "-4", "point.y": "9"}, {"point.x": "9999999999", "point.y": "é"}):
        assert visitor.post(address, wrong).status_code == 302


def test_outlines_that_are_none_are_refused_in_words(client_as: Callable[[str], Client]) -> None:
    lena = client_as("lena")
    far = {"properties": {"nom": "Loin"}, "geometry": {"type": "Polygon", "coordinates": [[[999, 1], [2, 3], [4, 5]]]}}
    for wrong in (b"", b"{}", b"[1]", b'{"features": []}', json.dumps({"features": [far]}).encode(), b"[" * 100_000):
        file = BytesIO(wrong or b" ")
        file.name = "x.geojson"
        said = {"outlines": file, "kind": "district", "source": "le plan de la ville"}
        assert lena.post("/fanal/territoire/quartiers/", said).status_code == 422
    assert not District.objects.exists()
