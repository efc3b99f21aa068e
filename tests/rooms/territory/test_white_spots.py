"""What is made of a problem that nothing answers; what those who spoke read of it; what a structure takes away."""

from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from phares.demo.cast import Cast
from phares.rooms.commons.refusals import NotAllowed
from phares.rooms.funding.models import Call
from phares.rooms.territory import actions, papers, takeaway
from phares.rooms.territory.models import Figure, Problem
from phares.rooms.territory.queries import door
from phares.rooms.territory.queries import problems as queries
from rooms.territory.conftest import Say


@pytest.fixture
def problem(say: Say, cast: Cast, now: datetime) -> Problem:
    """Nobody can sit down, somebody says."""
    voice = say("Nulle part où s’asseoir", kept=True, shown="public")
    return actions.write_problem(
        pole=cast.pole, title="Pas de banc", kinds=["social"], voices=[voice], by=cast.actor("maud"), at=now
    )


def test_in_one_click_a_white_spot_becomes_a_need_or_a_call_and_stays_bound_to_it(
    problem: Problem, client_as: Callable[[str], Client]
) -> None:
    page, white = f"/fanal/problemes/{problem.pk}/", "/fanal/problemes/qui-repond/"
    lena, sam = client_as("lena"), client_as("sam")
    assert f"{page}groupement/" in lena.get(white).content.decode()
    assert f"{page}groupement/" not in sam.get(white).content.decode()
    assert sam.post(f"{page}groupement/").status_code == 403
    for _twice in range(2):
        answer = lena.post(f"{page}groupement/")
        assert (answer.status_code, answer["Location"]) == (302, f"/fanal/appels/{Call.objects.get().pk}/")
    response = problem.responses.get()
    assert (response.call, response.stage) == (Call.objects.get(), "possible")
    assert f"/fanal/appels/{Call.objects.get().pk}/" in sam.get(page).content.decode()
    assert f'href="{page}"' in sam.get(answer["Location"]).content.decode()  # and the call says what it answers
    assert "Pas de banc" not in client_as("").get(page).content.decode().split("Ce qui y répond")[1].split("<h2")[0]
    sam.post(f"{page}besoin/")
    assert "Les besoins qui en sont nés" in sam.get(page).content.decode()
    assert "Auxquels personne ne répond" in sam.get(white).content.decode()


def test_figures_stand_beside_words_and_follow_a_merge(problem: Problem, cast: Cast, now: datetime) -> None:
    maud = cast.actor("maud")
    said = {"area": "commune", "area_name": "Ici", "on": "2024", "source": "s"}
    figures = [Figure.objects.create(pole=cast.pole, subject=name, value="1", **said) for name in ("Bancs", "Arbres")]
    actions.choose_figures(problem=problem, figures=figures[:1], by=maud, at=now)
    other = actions.write_problem(pole=cast.pole, title="Pas d’ombre", kinds=["social"], by=maud, at=now)
    actions.choose_figures(problem=other, figures=figures[1:], by=maud, at=now)
    actions.merge_problem(problem=problem, into=other, by=maud, at=now)
    assert set(other.figures.all()) == set(figures)
    with pytest.raises(NotAllowed):
        actions.choose_figures(problem=other, figures=[], by=cast.actor("sam"), at=now)


def test_whoever_said_it_reads_on_the_receipt_what_became_of_it(
    problem: Problem, cast: Cast, now: datetime, client_as: Callable[[str], Client]
) -> None:
    voice = problem.voices.get()
    response = actions.answer_problem(
        problem=problem, title="Poser des bancs", outside="La ville", by=cast.actor("maud"), at=now
    )
    actions.note_result(
        response=response, on=timezone.localdate(now), words="Deux bancs posés", by=cast.actor("maud"), at=now
    )
    other = actions.write_problem(
        pole=cast.pole, title="Rien pour s’asseoir", kinds=["social"], by=cast.actor("maud"), at=now
    )
    actions.merge_problem(problem=problem, into=other, by=cast.actor("maud"), at=now)
    read = client_as("").get(f"/fanal/paroles/suivi/{voice.code}/").content.decode()
    assert "Rien pour s’asseoir" in read
    assert "Deux bancs posés" in read
    assert problem.title not in read


def test_the_sheet_for_the_door_tells_what_is_done_and_what_nobody_answers_on_one_page(
    problem: Problem, say: Say, cast: Cast, now: datetime
) -> None:
    maud, day = cast.actor("maud"), timezone.localdate(now)
    for number in range(12):
        words = f"{'abcdefghijkl'[number] * 12} " + "un long récit de ce qui manque au quartier " * 8
        say(words, kept=True, shown="public", sense="could" if number % 2 else "missing")
        one = actions.write_problem(
            pole=cast.pole, title=f"Problème {number} " + "assez long à dire " * 6, kinds=["social"], by=maud, at=now
        )
        if number % 2:
            answer = actions.answer_problem(problem=one, title="Une action " * 12, outside="La ville", by=maud, at=now)
            actions.note_result(response=answer, on=day, words="Un résultat qui se raconte " * 10, by=maud, at=now)
    first, last = day.replace(day=1), (day.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    pdf = PdfReader(BytesIO(papers.door_sheet(door.door_sheet(cast.pole, first, last, day))))
    text = " ".join(pdf.pages[0].extract_text().split())
    assert len(pdf.pages) == 1
    for words in ("Ce qui manque", "Ce qui se fait", "Un résultat", "La ville", "personne ne répond encore"):
        assert words in text


def test_the_week_names_problems_left_alone_to_those_who_listen_only(
    problem: Problem, cast: Cast, now: datetime, client_as: Callable[[str], Client]
) -> None:
    assert list(queries.unanswered(cast.pole)) == [problem]
    for outside in ("La ville", "Le lycée"):
        actions.answer_problem(problem=problem, title="", outside=outside, by=cast.actor("maud"), at=now)
    assert not queries.unanswered(cast.pole).exists()
    assert list(queries.uncoordinated(cast.pole)) == [problem]
    assert "personne ne coordonne" in client_as("lena").get("/fanal/semaine/").content.decode()
    assert "personne ne coordonne" not in client_as("sam").get("/fanal/").content.decode()


def test_a_structure_takes_away_what_it_saw_and_what_it_does(problem: Problem, cast: Cast, now: datetime) -> None:
    sam, roue = cast.actor("sam"), cast.structures["roue"]
    said = {"problem": problem, "by": sam, "at": now}
    actions.observe_problem(text="Vingt personnes debout", observed_on=timezone.localdate(now), **said)
    response = actions.answer_problem(title="Poser des bancs", structure=roue, hours=3, **said)
    actions.note_result(response=response, on=timezone.localdate(now), words="Un banc", by=sam, at=now)
    seen, done = takeaway.parts(sam, roue)
    assert [row["text"] for row in seen.rows] == ["Vingt personnes debout"]
    assert [(row["title"], row["hours"], row["results"][0][-7:]) for row in done.rows] == [
        ("Poser des bancs", 3, "Un banc")
    ]
    assert [part.rows for part in takeaway.parts(sam, cast.structures["etabli"])] == [[], []]
