"""Figures: counted again by another way, safe for visitors, pointing at nobody."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from phares.demo.cast import Cast
from phares.demo.telling import Promise, Telling
from phares.rooms.cooperation.models import Commitment, Cooperation, Fact, Signature
from phares.rooms.cooperation.queries.figures import Figures, figures_of, year_before
from phares.rooms.directory.actors import VISITOR
from phares.rooms.directory.models import Pole


@pytest.fixture
def telling(cast: Cast, now: datetime) -> Telling:
    """The small cast, ready to tell."""
    return Telling(cast, now.date())


def together(
    telling: Telling,
    ago: int,
    *,
    title: str = "Ensemble",
    openness: str = "pole",
    due: int | None = 3,
    parties: Any = None,
) -> Cooperation:
    """Return what two parties signed so many days ago, with one promise of the first to the second."""
    by, to = parties or ("etabli", "roue")
    promise = [Promise(by, to, "Prêter", due)]
    draft = telling.draft(title, "Prêter.", "loan", {by: "", to: ""}, promise, begins=ago, openness=openness)
    return telling.agree(ago + 1, by, draft)


def counted(telling: Telling, who: str = "") -> Figures:
    """Return the figures as this person, or a visitor, reads them."""
    actor = telling.cast.actor(who) if who else VISITOR
    return figures_of(actor, telling.cast.pole, telling.today)


def test_a_text_that_waits_for_a_signature_does_not_count(telling: Telling) -> None:
    promise = [Promise("etabli", "roue", "Prêter")]
    draft = telling.draft("Un prêt", "Prêter.", "loan", {"etabli": "", "roue": ""}, promise, begins=0)
    cooperation = telling.begin(5, "etabli", draft)
    telling.sign(4, cooperation, "etabli")
    assert counted(telling).agreed.value == 0
    telling.sign(3, cooperation, "roue")
    assert counted(telling).agreed.value == counted(telling).running.value == 1


def test_what_is_over_counts_from_the_beginning_and_no_longer_as_running(telling: Telling) -> None:
    telling.end(1, together(telling, 30), "etabli", reached=False, word="")
    assert (counted(telling).agreed.value, counted(telling).running.value) == (1, 0)


@pytest.mark.parametrize(
    ("signed", "fact", "lasts"),
    [(400, 30, 1), (400, None, 0), (400, 380, 0), (300, 30, 0)],
    ids=["old and alive", "old, nothing noted", "old, nothing noted since a year", "young"],
)
def test_lasting_means_signed_a_year_ago_and_a_fact_since(
    telling: Telling, signed: int, fact: int | None, lasts: int
) -> None:
    cooperation = together(telling, signed)
    if fact is not None:
        telling.fact(fact, cooperation, "etabli", "On s’en sert.")
    assert counted(telling).lasting.value == lasts


def test_a_promise_kept_makes_what_is_old_last_as_a_noted_fact_does(telling: Telling) -> None:
    kept, silent = (together(telling, 400, title=title) for title in ("Tenue", "Rien"))
    assert counted(telling).lasting.value == 0
    telling.kept(30, kept, 1)
    assert [one.title for one in counted(telling, "lena").lasting.shown] == ["Tenue"]
    telling.end(2, kept, "etabli", reached=True, word="")
    assert counted(telling).lasting.value == 0
    assert silent.started_at is not None


def test_lasting_begins_on_the_very_day(telling: Telling) -> None:
    before = (telling.today - year_before(telling.today)).days
    for ago, lasts in ((before - 1, 0), (before, 1)):
        telling.fact(1, together(telling, ago), "etabli", "On s’en sert.")
        assert counted(telling).lasting.value == lasts


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_the_year_before_is_a_year_before(day: date) -> None:
    before = year_before(day)
    assert timedelta(365) <= day - before <= timedelta(366)
    assert (before.month, before.day) == (day.month, day.day) or (day.month, day.day) == (2, 29)
    assert before <= year_before(day + timedelta(days=1))


def test_figures_are_the_same_when_counted_again_from_the_signatures(telling: Telling) -> None:
    for ago in (30, 400, 500, 800):
        telling.fact(10, together(telling, ago), "etabli", "On s’en sert.")
    telling.end(2, together(telling, 600), "etabli", reached=True, word="")
    telling.kept(3, together(telling, 90), 1)
    figures = counted(telling)
    assert figures.agreed.value == _signed_by_all(telling.cast.pole)
    assert figures.lasting.value == _lasting(telling)
    assert figures.promises.kept == Commitment.objects.filter(acknowledged_at__isnull=False).count()
    sums = figures.promises
    assert sums.kept + sums.done + sums.dropped + sums.waiting == sums.due


def _signed_by_all(pole: Pole) -> int:
    """Count the cooperations whose text in force has a signature for each party."""
    return sum(
        {party.pk for party in one.parties.all()}
        == set(
            Signature.objects.filter(agreement__cooperation=one, agreement__replaced_at=None).values_list(
                "party", flat=True
            )
        )
        for one in Cooperation.objects.filter(pole=pole)
    )


def _lasting(telling: Telling) -> int:
    """Count, fact by fact, the cooperations signed a year ago of which something was noted since."""
    alive = {fact.cooperation for fact in Fact.objects.all() if telling.today - fact.on < timedelta(days=365)}
    last_signatures = [
        max(Signature.objects.filter(party__cooperation=one).values_list("signed_at", flat=True)).date()
        for one in alive
        if one.ended_on is None
    ]
    return sum((telling.today - day).days >= 365 for day in last_signatures)


def test_a_promise_counts_once_its_day_has_come(telling: Telling) -> None:
    for due in (1, 0, -1, None):
        together(telling, 60, due=due)
    assert counted(telling).promises.due == 2


def test_a_promise_moved_by_both_counts_on_its_new_day(telling: Telling) -> None:
    cooperation = together(telling, 60)
    change = telling.move(10, cooperation, 1, to=-5, by="etabli")
    assert counted(telling).promises.due == 1
    telling.settle_change(9, change, by="roue")
    assert counted(telling).promises.due == 0


def test_few_promises_are_not_counted_in_public(telling: Telling, client_as: Any) -> None:
    address = reverse("cooperation:method", args=[telling.cast.pole.slug])
    for _cooperation in range(2):
        together(telling, 60)
    assert "Trop peu de promesses" in client_as("").get(address).content.decode()
    together(telling, 60)
    page = client_as("").get(address).content.decode()
    assert "Trop peu de promesses" not in page
    assert "0 promesses tenues sur 3" in page


def test_a_visitor_reads_the_names_of_public_cooperations_alone(telling: Telling, client_as: Any) -> None:
    for openness in ("public", "pole", "parties"):
        together(telling, 60, title=f"Montrée : {openness}", openness=openness)
    address = reverse("cooperation:method", args=[telling.cast.pole.slug])
    page = client_as("").get(address).content.decode()
    assert "public" in page
    assert "Montrée\N{NARROW NO-BREAK SPACE}: pole" not in page
    assert "Montrée\N{NARROW NO-BREAK SPACE}: parties" not in page
    assert counted(telling).agreed.others == 2
    assert counted(telling, "awa").agreed.others == 1
    assert counted(telling, "lena").agreed.others == 0


def test_residents_are_counted_once_and_never_named_to_visitors(telling: Telling, client_as: Any) -> None:
    together(telling, 60, parties=("etabli", "samira"), openness="public")
    together(telling, 60, parties=("roue", "samira"), openness="public")
    together(telling, 60, parties=("etabli", "velos"), openness="public")
    residents = counted(telling).residents
    assert (residents.value, residents.people, [group.name for group in residents.groups]) == (
        2, 1, ["Les Mains dans le Cambouis"],
    )  # fmt: skip
    page = client_as("").get(reverse("cooperation:method", args=[telling.cast.pole.slug])).content.decode()
    assert "Samira" not in page
    assert "Les Mains dans le Cambouis" in page


def test_no_structure_is_named_on_the_page_of_figures(telling: Telling, client_as: Any) -> None:
    together(telling, 60, openness="public")
    for who in ("", "awa", "lena"):
        page = client_as(who).get(reverse("cooperation:method", args=[telling.cast.pole.slug])).content.decode()
        main = page[page.index("<main") : page.index("</main>")]
        assert not [one.name for one in telling.cast.structures.values() if one.name in main]


def test_figures_of_another_pole_stay_there(telling: Telling, other_pole: Pole) -> None:
    together(telling, 60)
    assert figures_of(VISITOR, other_pole, telling.today).agreed.value == 0


def test_the_page_of_figures_asks_the_same_of_the_database_whatever_there_is(
    telling: Telling, client_as: Any, django_assert_num_queries: Any
) -> None:
    address = reverse("cooperation:method", args=[telling.cast.pole.slug])
    for _round in range(2):
        together(telling, 400, openness="public")
        with django_assert_num_queries(21):
            assert client_as("").get(address).status_code == 200
