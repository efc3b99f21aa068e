"""Facts: noting what happened, its proof, the end; files are taken for what they contain."""

import io
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from house.scene import PNG
from phares.demo.cast import Cast
from phares.rooms.commons.models import Attachment
from phares.rooms.commons.refusals import NotAllowed
from phares.rooms.cooperation import actions, agreement_pdf
from phares.rooms.cooperation.actions.cooperation import AlreadyOver, EndsInTheFuture, NeverBegan, NotPublic
from phares.rooms.cooperation.actions.fact import NotStarted, NotYetHappened
from phares.rooms.cooperation.models import Cooperation, Fact
from phares.rooms.cooperation.models.cooperation import State
from rooms.cooperation.agreed import TODAY, begun, day, in_force, running

As = Callable[[str], Client]
JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000") + b"\x00" * 40 + bytes.fromhex("ffd9")
WEBP = bytes.fromhex("524946462400000057454250565038201800000030019d012a0100010002003425a4000370" + "00fefbfd5000")


@pytest.fixture(autouse=True)
def _own_store(settings: Any, tmp_path: Path) -> None:
    """Keep what is brought in a folder of the test's own."""
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}},
    }


@pytest.fixture
def cooperation(cast: Cast) -> Cooperation:
    """One that both have signed, seen by the pole."""
    return running(cast)


def _note(client: Client, cooperation: Cooperation, **said: Any) -> Any:
    address = reverse("cooperation:note_fact", args=["fanal", cooperation.pk])
    return client.post(address, {"what": "Douze vélos réparés", "on": TODAY, **said})


def test_a_fact_is_noted_in_one_line_and_shown_with_its_day(
    cast: Cast, cooperation: Cooperation, client_as: As
) -> None:
    assert _note(client_as("nour"), cooperation)["Location"] == cooperation.get_absolute_url()
    for who in ("sam", "awa", "lena"):
        page = client_as(who).get(cooperation.get_absolute_url()).content.decode()
        assert "Douze vélos réparés" in page
        assert ("noté par Nour B." in page) == (who != "awa")


@pytest.mark.parametrize("who", ["awa", "paul", "hind"])
def test_what_happened_is_noted_by_the_parties_or_their_note_taker(
    cast: Cast, cooperation: Cooperation, now: datetime, who: str
) -> None:
    with pytest.raises(NotAllowed):
        actions.note_fact(cooperation=cooperation, on=TODAY, what="x", by=cast.actor(who), at=now)


def test_nothing_happens_tomorrow_or_before_all_have_signed(
    cast: Cast, cooperation: Cooperation, now: datetime
) -> None:
    with pytest.raises(NotYetHappened):
        actions.note_fact(cooperation=cooperation, on=day(1), what="x", by=cast.actor("nour"), at=now)
    with pytest.raises(NotStarted):
        actions.note_fact(cooperation=begun(cast), on=TODAY, what="x", by=cast.actor("nour"), at=now)


def test_just_after_midnight_here_today_has_come(cast: Cast, cooperation: Cooperation) -> None:
    midnight = datetime(2027, 1, 5, 0, 30, tzinfo=timezone.get_default_timezone())
    fact = actions.note_fact(
        cooperation=cooperation, on=midnight.date(), what="Nuit blanche", by=cast.actor("nour"), at=midnight
    )
    assert fact.on == midnight.date()


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("photo.png", PNG, "image/png"),
        ("photo.html", PNG, "image/png"),
        ("photo.jpg", JPEG, "image/jpeg"),
        ("photo.webp", WEBP, "image/webp"),
    ],
)
def test_a_document_is_taken_for_what_it_contains_and_given_back_for_download(
    cast: Cast, cooperation: Cooperation, client_as: As, name: str, content: bytes, kind: str
) -> None:
    _note(client_as("nour"), cooperation, proof=SimpleUploadedFile(name, content, "text/html"))
    fact = Fact.objects.get()
    response = client_as("sam").get(reverse("cooperation:proof", args=["fanal", fact.pk]))
    assert b"".join(response.streaming_content) == content
    assert response["Content-Type"] == kind
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_real_pdf_is_taken(cast: Cast, cooperation: Cooperation, client_as: As) -> None:
    agreement = in_force(cooperation)
    pdf = agreement_pdf.render(agreement.words, 1, agreement.written_at)
    _note(client_as("nour"), cooperation, proof=SimpleUploadedFile("bilan.pdf", pdf))
    assert Attachment.objects.get().content_type == "application/pdf"


HOSTILE = {
    "html named pdf": ("bilan.pdf", b"<!doctype html><script>alert(1)</script>", "pas reconnu ce fichier"),
    "svg": (
        "dessin.svg",
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        "pas reconnu ce fichier",
    ),
    "svg named png": (
        "dessin.png",
        b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
        "pas reconnu ce fichier",
    ),
    "script": ("run.png", b"#!/bin/sh\nrm -rf /\n", "pas reconnu ce fichier"),
    "zip": ("photos.zip", b"PK\x03\x04" + b"\x00" * 60, "pas reconnu ce fichier"),
    "empty": ("vide.png", b"", "Ce fichier est vide"),
    "eleven megabytes": ("gros.png", PNG + b"\x00" * 11_000_000, "dépasse 10 Mo"),
    "a name of no end": (f"{'x' * 200}.png", PNG, "nom de ce fichier est trop long"),
}
STATUSES = {"pas reconnu ce fichier": 415, "dépasse 10 Mo": 413}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_file_that_is_not_what_we_take_is_refused_in_words_and_nothing_is_kept(
    cast: Cast, cooperation: Cooperation, client_as: As, case: str, tmp_path: Path
) -> None:
    name, content, sentence = HOSTILE[case]
    page = _note(client_as("nour"), cooperation, proof=SimpleUploadedFile(name, content, "application/pdf"))
    html = page.content.decode()
    assert page.status_code == STATUSES.get(sentence, 422)
    assert sentence in html
    assert "Douze vélos réparés" in html
    assert not Fact.objects.exists()
    assert not Attachment.objects.exists()
    assert not list(tmp_path.rglob("*.*"))


def _status(client: Client, address: str) -> int:
    response = client.get(address)
    if response.streaming:
        b"".join(response.streaming_content)
    return response.status_code


def test_a_proof_is_opened_by_parties_and_coordination_only(
    cast: Cast, cooperation: Cooperation, client_as: As, stranger: Any
) -> None:
    _note(client_as("nour"), cooperation, proof=SimpleUploadedFile("photo.png", PNG))
    address = reverse("cooperation:proof", args=["fanal", Fact.objects.get().pk])
    statuses = {who: _status(client_as(who), address) for who in ("nour", "sam", "lena", "hind", "awa", "maud", "")}
    assert statuses == {"nour": 200, "sam": 200, "lena": 200, "hind": 200, "awa": 404, "maud": 404, "": 302}
    away = Client()
    away.force_login(stranger.person, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert away.get(address).status_code == 403
    assert away.get(address.replace("/fanal/", "/ailleurs/")).status_code == 404
    assert "Ouvrir le document" not in client_as("awa").get(cooperation.get_absolute_url()).content.decode()


def test_a_fact_without_document_has_no_proof_to_open(cast: Cast, cooperation: Cooperation, client_as: As) -> None:
    _note(client_as("nour"), cooperation)
    address = reverse("cooperation:proof", args=["fanal", Fact.objects.get().pk])
    assert client_as("nour").get(address).status_code == 404


# ------------------------------------------------------------------ the end, the story


@pytest.mark.parametrize(("sent", "state"), [("yes", State.ENDED), ("no", State.STOPPED)])
def test_a_party_says_that_it_is_over_and_how(
    cast: Cast, cooperation: Cooperation, client_as: As, sent: str, state: str
) -> None:
    address = reverse("cooperation:end_cooperation", args=["fanal", cooperation.pk])
    client_as("sam").post(address, {"reached": sent, "ended_on": TODAY, "word": "Merci à tous."})
    cooperation.refresh_from_db()
    assert cooperation.state == state
    page = client_as("nour").get(cooperation.get_absolute_url()).content.decode()
    assert "Merci à tous." in page
    assert ("La coopération est terminée" in page) == (sent == "yes")
    assert "button-next" not in page


def test_an_end_comes_once_not_tomorrow_and_never_before_the_beginning(
    cast: Cast, cooperation: Cooperation, now: datetime
) -> None:
    sam = cast.actor("sam")
    with pytest.raises(EndsInTheFuture):
        actions.end_cooperation(cooperation=cooperation, ended_on=day(1), reached=True, by=sam, at=now)
    with pytest.raises(NeverBegan):
        actions.end_cooperation(cooperation=begun(cast), ended_on=TODAY, reached=True, by=sam, at=now)
    actions.end_cooperation(cooperation=cooperation, ended_on=TODAY, reached=True, by=sam, at=now)
    with pytest.raises(AlreadyOver):
        actions.end_cooperation(cooperation=cooperation, ended_on=TODAY, reached=False, by=sam, at=now)


@pytest.mark.parametrize("who", ["idris", "awa", "lena", "maud", "hind"])
def test_only_who_signs_ends(cast: Cast, cooperation: Cooperation, now: datetime, who: str) -> None:
    with pytest.raises(NotAllowed):
        actions.end_cooperation(cooperation=cooperation, ended_on=TODAY, reached=True, by=cast.actor(who), at=now)


def test_a_text_that_nobody_wants_to_sign_is_left_there(cast: Cast, client_as: As) -> None:
    cooperation = begun(cast)
    address = reverse("cooperation:end_cooperation", args=["fanal", cooperation.pk])
    assert "Laisser cet accord" in client_as("sam").get(address).content.decode()
    client_as("sam").post(address, {"word": ""})
    page = client_as("nour").get(cooperation.get_absolute_url()).content.decode()
    assert "laissée sans être signée" in page
    assert "Lire et signer" not in page


def test_the_story_is_chosen_among_what_its_parties_made_public(cast: Cast, client_as: As, now: datetime) -> None:
    public, hidden = running(cast, openness="public"), running(cast)
    with pytest.raises(NotPublic):
        actions.choose_story(cooperation=hidden, by=cast.actor("lena"), at=now)
    assert "Raconter sur la première page" not in client_as("lena").get(hidden.get_absolute_url()).content.decode()
    assert "Raconter sur la première page" not in client_as("nour").get(public.get_absolute_url()).content.decode()
    assert "Raconter sur la première page" in client_as("lena").get(public.get_absolute_url()).content.decode()
    client_as("lena").post(reverse("cooperation:choose_story", args=["fanal", public.pk]))
    public.refresh_from_db()
    assert public.story_chosen_at is not None
    assert public.story_chosen_at - now < timedelta(minutes=1)


def test_the_store_keeps_the_name_for_people_and_another_for_the_disk(
    cast: Cast, cooperation: Cooperation, client_as: As, tmp_path: Path
) -> None:
    _note(client_as("nour"), cooperation, proof=SimpleUploadedFile("../../été à deux.png", io.BytesIO(PNG).read()))
    attachment = Attachment.objects.get()
    assert attachment.name == "été à deux.png"
    assert [path.name for path in tmp_path.rglob("*.png")] == [f"{attachment.sha256[:24]}.png"]
