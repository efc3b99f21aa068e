"""Problems, what answers them, what nobody answers; figures beside, never inside."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from phares.demo.cast import Cast
from phares.rooms.commons.refusals import NotAllowed, Refusal
from phares.rooms.cooperation.models import Item
from phares.rooms.directory.actors import VISITOR
from phares.rooms.territory import actions
from phares.rooms.territory.models import Figure, Problem
from phares.rooms.territory.queries import coverage as of_coverage
from phares.rooms.territory.queries import problems as queries
from rooms.cooperation.agreed import running
from rooms.territory.conftest import Say


@pytest.fixture
def problem(say: Say, cast: Cast, now: datetime) -> Problem:
    """Two people say that there is no bench; a mediator makes a problem of it."""
    voices = [say(text, kept=True, shown="public") for text in ("Un banc au soleil", "Nulle part où s’asseoir")]
    return actions.write_problem(
        pole=cast.pole, title="Pas de banc", kinds=["social"], voices=voices, by=cast.actor("maud"), at=now
    )


def test_a_resident_s_words_become_a_problem_a_need_and_a_response(
    problem: Problem, cast: Cast, now: datetime, client_as: Callable[[str], Client]
) -> None:
    page = f"/fanal/problemes/{problem.pk}/"
    read = client_as("").get(page).content.decode()
    assert "Un banc au soleil" in read
    assert "Personne n’y répond encore" in read
    maud, sam = client_as("maud"), client_as("sam")
    assert "Pas de banc" in maud.get("/fanal/problemes/qui-repond/").content.decode()
    assert sam.post(page + "besoin/").status_code == 302
    assert Item.objects.get().title == "Pas de banc"
    own, others = (cast.structures[key].pk for key in ("roue", "etabli"))
    said = {"title": "Poser trois bancs", "extent": "whole", "stage": "running"}
    assert sam.post(page + "repondre/", {**said, "structure": others}).status_code == 422
    assert sam.post(page + "repondre/", {**said, "structure": own}).status_code == 302
    assert sam.post(page + "repondre/", {**said, "structure": own, "outside": "La ville"}).status_code == 422
    assert maud.post(page + "repondre/", {**said, "outside": "La ville", "extent": "part"}).status_code == 302
    read = client_as("").get(page).content.decode()
    assert "Poser trois bancs" in read
    assert "personne ne coordonne" in read
    assert "La ville" in sam.get("/fanal/structures/roue-libre/").content.decode()
    maud.post(page + "coordonner/", {"structure": own})
    assert "Roue Libre coordonne" in client_as("").get(page).content.decode()
    result = f"/fanal/problemes/reponses/{problem.responses.first().pk}/resultat/"
    assert sam.post(result, {"on": "2999-01-01", "words": "Fait"}).status_code == 422
    assert sam.post(result, {"on": timezone.localdate().isoformat(), "words": "Trois bancs posés"}).status_code == 302
    assert client_as("awa").post(result, {"on": "2024-01-01", "words": "x"}).status_code == 403
    assert "Trois bancs posés" in client_as("").get(page).content.decode()


def test_splitting_and_merging_keep_every_voice_and_the_lineage(problem: Problem, cast: Cast, now: datetime) -> None:
    maud = cast.actor("maud")
    all_voices = set(problem.voices.values_list("pk", flat=True))
    one = problem.voices.order_by("pk")[:1]
    part = actions.split_problem(problem=problem, title="Du soleil", voices=one, by=maud, at=now)
    assert part.split_from == problem
    assert problem.voices.count() == part.voices.count() == 1
    with pytest.raises(Refusal):
        actions.split_problem(problem=part, title="Encore", voices=part.voices.all(), by=maud, at=now)
    with pytest.raises(Refusal):
        actions.merge_problem(problem=problem, into=problem, by=maud, at=now)
    actions.merge_problem(problem=part, into=problem, by=maud, at=now)
    assert set(problem.voices.values_list("pk", flat=True)) == all_voices
    with pytest.raises(Refusal):
        actions.merge_problem(problem=problem, into=part, by=maud, at=now)
    with pytest.raises(NotAllowed):
        actions.merge_problem(problem=part, into=problem, by=cast.actor("sam"), at=now)


def test_a_merge_keeps_every_response_but_one_cooperation_said_on_both(
    problem: Problem, cast: Cast, now: datetime, client_as: Callable[[str], Client]
) -> None:
    maud, together = cast.actor("maud"), running(cast)
    other = actions.write_problem(pole=cast.pole, title="Debout", kinds=["social"], by=maud, at=now)
    for one in (problem, other):
        actions.answer_problem(problem=one, title="Ensemble", cooperation=together, by=maud, at=now)
    actions.answer_problem(problem=problem, title="Seule", outside="La ville", by=maud, at=now)
    actions.merge_problem(problem=problem, into=other, by=maud, at=now)
    assert sorted(one.title for one in other.responses.all()) == ["Ensemble", "Seule"]
    for number in ("9" * 30, "-1", "x", "٣"):
        said = {"title": "x", "voices": [number]}
        assert client_as("maud").post(f"/fanal/problemes/{other.pk}/separer/", said).status_code == 422


def test_like_words_are_suggested_together_and_nothing_is_grouped_by_itself(
    say: Say, cast: Cast, now: datetime
) -> None:
    bikes = {say(text, kept=True).pk for text in ("Réparer les vélos du quartier", "Réparer nos vélos cassés")}
    say("Une piscine", kept=True)
    groups = queries.groups_to_suggest(cast.pole, timezone.localdate(now))
    assert [{voice.pk for voice in group} for group in groups] == [bikes]
    assert not Problem.objects.exists()


def test_the_portfolio_chooses_within_the_means_and_says_why(problem: Problem, cast: Cast, now: datetime) -> None:
    maud = cast.actor("maud")
    other = actions.write_problem(pole=cast.pole, title="Pas d’ombre", kinds=["ecological"], by=maud, at=now)
    said = {"structure": cast.structures["etabli"], "stage": "possible", "by": maud, "at": now}
    for one in (problem, other):
        actions.answer_problem(problem=one, title="Une place à nous", cost_cents=300_00, hours=10, **said)
    actions.answer_problem(problem=problem, title="Un chantier", cost_cents=9_000_00, hours=1, extent="whole", **said)
    things = of_coverage.first_things(maud, cast.pole, euro_cents=500_00, hours=20)
    told = of_coverage.told(things)
    assert [str(one["response"]) for one in told["chosen"]] == ["Une place à nous"]
    assert told["proven"]
    assert told["spent_euros"] == 300
    assert {reason["code"] for one in told["left_out"] for reason in one["reasons"]} == {"beyond_the_budget"}


def test_lists_ask_as_many_questions_whatever_their_length(
    problem: Problem,
    cast: Cast,
    now: datetime,
    client_as: Callable[[str], Client],
    django_assert_max_num_queries: object,
) -> None:
    for number in range(12):
        one = actions.write_problem(
            pole=cast.pole, title=f"Problème {number}", kinds=["social"], by=cast.actor("maud"), at=now
        )
        actions.answer_problem(problem=one, title="Oui", outside="La ville", by=cast.actor("maud"), at=now)
    for page in ("/fanal/problemes/", "/fanal/problemes/qui-repond/", "/fanal/paroles/"):
        with django_assert_max_num_queries(32):
            assert client_as("sam").get(page).status_code == 200


def test_figures_are_brought_with_their_source_and_bad_lines_are_named(cast: Cast, now: datetime) -> None:
    table = (
        "Sujet;Valeur;Maille;Territoire;Date;Source;Phrase;Périmètre ambigu\n"
        "Emplois;30 000;département;Ici;2015;Fiche;plus de 30 000 salariés;oui\n"
        "Emplois;5;planète;Ici;2015;Fiche;;\nSans source;1;commune;Ici;2015;;;\n"
    ).encode()
    for new, before in ((1, 0), (0, 1)):
        brought = actions.bring_figures(pole=cast.pole, content=table, by=cast.actor("lena"), at=now)
        assert (brought.new, brought.before, [line.number for line in brought.bad]) == (new, before, [3, 4])
    assert Figure.objects.get().is_ambiguous
    with pytest.raises(Refusal):
        actions.bring_figures(pole=cast.pole, content=b"a;b\n1;2", by=cast.actor("lena"), at=now)


def test_nobody_reads_a_voice_of_a_problem_that_is_not_theirs_to_read(
    say: Say, cast: Cast, now: datetime, problem: Problem
) -> None:
    kept_inside = say("Dit au pôle seulement", kept=True)
    actions.write_problem(
        pole=cast.pole, title=problem.title, kinds=["social"], voices=[kept_inside], problem=problem,
        by=cast.actor("maud"), at=now,
    )  # fmt: skip
    day = timezone.localdate(now)
    assert kept_inside not in queries.voices_of(VISITOR, problem, day)
    assert kept_inside in queries.voices_of(cast.actor("sam"), problem, day)
    assert kept_inside not in queries.voices_of(cast.actor("sam"), problem, day + timedelta(days=800))
