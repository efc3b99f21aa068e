"""What is told back: nothing is left out, nothing taken back shows, what was published stays."""

import io
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from phares.demo.cast import Cast
from phares.rooms.commons.refusals import NotAllowed, Refusal
from phares.rooms.territory import actions
from phares.rooms.territory.models import Problem, Restitution, RestitutionVersion, Voice
from phares.rooms.territory.queries import restitution as queries
from phares.rooms.territory.restitution_sheet import sheet_pdf
from rooms.territory.conftest import Say


@pytest.fixture
def who(cast: Cast, now: datetime) -> dict[str, Any]:
    """The coordinator, now."""
    return {"by": cast.actor("lena"), "at": now}


@pytest.fixture
def told(say: Say, cast: Cast, who: dict[str, Any], now: datetime) -> Restitution:
    """The draft of a period in which three spoke, one of them to the pole alone, of two problems, one answered."""
    voices = [say(text, kept=True, shown="public") for text in ("Un banc au soleil", "S’asseoir quelque part")]
    say("Entre nous", kept=True)
    bench, light = (
        actions.write_problem(pole=cast.pole, title=title, kinds=["social"], voices=some, **who)
        for title, some in (("Pas de banc", voices), ("Pas de lumière", ()))
    )
    response = actions.answer_problem(problem=bench, title="Trois bancs", structure=cast.structures["etabli"], **who)
    actions.note_result(response=response, on=timezone.localdate(now), words="Un premier banc posé", **who)
    actions.answer_problem(problem=light, title="Peut-être", outside="La ville", stage="possible", **who)
    today = timezone.localdate(now)
    return actions.begin_restitution(pole=cast.pole, first_on=today - timedelta(days=80), last_on=today, **who)


def _light() -> Problem:
    return Problem.objects.get(title="Pas de lumière")


def test_nothing_is_published_until_each_problem_is_done_or_not_and_why(
    told: Restitution, who: dict[str, Any], client_as: Callable[[str], Client]
) -> None:
    page = told.get_absolute_url()
    assert client_as("").get(page).status_code == 404
    with pytest.raises(Refusal, match="Pas de lumière"):
        actions.publish_restitution(restitution=told, **who)
    lena = client_as("lena")
    line = f"{page}ecrire/{_light().pk}/"
    assert lena.post(line, {"done": "Oui", "why_not": "Non"}).status_code == 422
    bench = Problem.objects.get(title="Pas de banc")
    with pytest.raises(Refusal):
        actions.tell_of_problem(restitution=told, problem=bench, why_not="Non", **who)
    assert lena.post(line, {"why_not": "La ville a refusé : trop cher."}).status_code == 302
    assert client_as("maud").post(f"{page}publier/").status_code == 403
    assert lena.post(f"{page}publier/").status_code == 302
    read = client_as("").get(page).content.decode()
    for words in (
        "Un banc au soleil",
        "Trois bancs",
        "L’Établi",
        "Un premier banc posé",
        "La ville a refusé",
        "Dire autre chose",
    ):
        assert words in read
    assert "Entre nous" not in read
    assert "Quelques paroles" in read  # three would tell who
    assert 'lang="pt">O que foi dito' in read


def test_a_version_stays_a_correction_stands_beside_it_and_words_taken_back_are_gone(
    told: Restitution, who: dict[str, Any], client_as: Callable[[str], Client], cast: Cast
) -> None:
    actions.tell_of_problem(restitution=told, problem=_light(), why_not="Pas les moyens.", **who)
    version = actions.publish_restitution(restitution=told, **who)
    for attempt in (
        lambda: RestitutionVersion.objects.update(said={}),
        lambda: RestitutionVersion.objects.filter(pk=version.pk)._raw_delete(version._state.db),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt()
    with pytest.raises(Refusal):
        actions.publish_restitution(restitution=told, **who)
    actions.tell_of_problem(restitution=told, problem=_light(), done="Deux lampes en mars.", **who)
    actions.publish_restitution(restitution=told, corrected="La lumière est revenue.", **who)
    visitor, page = client_as(""), told.get_absolute_url()
    latest, first = (visitor.get(address).content.decode() for address in (page, f"{page}version/1/"))
    assert "Deux lampes en mars" in latest
    assert "La lumière est revenue" in latest
    assert "Pas les moyens" in first
    assert "plus récente" in first
    spoken = Voice.objects.get(text="Un banc au soleil")
    assert spoken.text in first
    actions.erase_voice(voice=spoken, **who)
    cast.structures["etabli"].visibility = "pole"
    cast.structures["etabli"].save()
    sheet = b"".join(visitor.get(f"{page}feuille.pdf"))
    texts = [visitor.get(page).content.decode(), visitor.get(f"{page}version/1/").content.decode(), _text(sheet)]
    assert not any("banc au soleil" in text or "L’Établi" in text for text in texts)
    assert visitor.get(f"{page}version/9/").status_code == 404


def test_the_sheet_holds_on_two_sides_however_much_there_is_to_say(
    told: Restitution, who: dict[str, Any], say: Say, cast: Cast
) -> None:
    long = "Des mots et encore des mots pour le dire. " * 14
    for number in range(24):
        say(" ".join(f"mot{number * 97 + place}" for place in range(80)), kept=True, shown="public")
        problem = actions.write_problem(pole=cast.pole, title=f"Problème {number} {'x' * 100}", kinds=["social"], **who)
        actions.tell_of_problem(restitution=told, problem=problem, understood=long, why_not=long, **who)
    actions.tell_of_problem(restitution=told, problem=_light(), why_not=long, **who)
    words = queries.words_to_choose(told, timezone.localdate())
    with pytest.raises(Refusal):
        actions.write_restitution(restitution=told, lead=long, next_words="", voices=words, **who)
    actions.write_restitution(restitution=told, lead=long, next_words=long, voices=words[:12], **who)
    version = actions.publish_restitution(restitution=told, **who)
    seen = queries.told_in(version, cast.pole, timezone.localdate())
    pdf = sheet_pdf(told, seen, address="https://pole.example/r/1/", say_address="https://pole.example/dire/")
    assert len(PdfReader(io.BytesIO(pdf)).pages) <= 2
    assert "autres problèmes" in _text(pdf)


def _text(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_the_week_asks_for_the_quarter_that_nobody_told_back(
    cast: Cast, say: Say, who: dict[str, Any], client_as: Callable[[str], Client]
) -> None:
    first, last = queries.last_quarter(timezone.localdate())
    assert queries.quarter_to_tell(cast.pole, timezone.localdate()) is None
    say("Dit le trimestre dernier", kept=True, said_on=last)
    lena = client_as("lena")
    assert "Rien n’est encore rendu" in lena.get("/fanal/semaine/").content.decode()
    begun = actions.begin_restitution(pole=cast.pole, first_on=first, last_on=last, **who)
    with pytest.raises(Refusal):
        actions.begin_restitution(pole=cast.pole, first_on=first, last_on=last, **who)
    read = lena.get("/fanal/semaine/").content.decode()
    assert "Rien n’est encore rendu" not in read
    assert f"restitutions/{begun.pk}/ecrire/" in read


def test_only_the_coordination_tells_back_and_only_a_period_that_is_over(
    cast: Cast, who: dict[str, Any], now: datetime
) -> None:
    today = timezone.localdate(now)
    period = {"first_on": today, "last_on": today + timedelta(days=9)}
    with pytest.raises(NotAllowed):
        actions.begin_restitution(pole=cast.pole, **period, by=cast.actor("maud"), at=now)
    begun = actions.begin_restitution(pole=cast.pole, **period, **who)
    with pytest.raises(Refusal):
        actions.publish_restitution(restitution=begun, **who)
