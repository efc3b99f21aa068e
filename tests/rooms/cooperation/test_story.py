"""The story of the first page: five linked steps with their dates, or fewer, and never what is not public."""

from datetime import datetime
from typing import Any

import pytest
from django.urls import reverse

from phares.demo.cast import Cast
from phares.demo.telling import Promise, Telling
from phares.rooms.commons.days import day_words
from phares.rooms.cooperation.models import Cooperation
from phares.rooms.cooperation.queries.story import story_of


@pytest.fixture
def telling(cast: Cast, now: datetime) -> Telling:
    """The small cast, ready to tell."""
    return Telling(cast, now.date())


def told(telling: Telling, *, visibility: str = "public", openness: str = "public") -> Cooperation:
    """Return a cooperation that began with what Samira said, and that the pole tells."""
    need = telling.need(
        90,
        "samira",
        "skill",
        "Faire réparer un vélo",
        quote="Personne ne répare ici.",
        said_on=92,
        visibility=visibility,
    )
    match = telling.propose(80, need, telling.offer(85, "roue", "skill", "Réparer des vélos", visibility="public"))
    telling.both_interested(79, match)
    parties = {"roue": "", "samira": "", "etabli": ""}
    promises = [
        Promise("roue", "etabli", "Réparer", 20),
        Promise("etabli", "roue", "Prêter", 10),
        Promise("etabli", "roue", "Ouvrir", -9),
    ]
    draft = telling.draft("L’atelier", "Réparer.", "co_production", parties, promises, begins=70, openness=openness)
    cooperation = telling.agree(71, "roue", draft, match)
    telling.kept(20, cooperation, 1)
    telling.drop(12, cooperation, 2, "Un mot entre nous")
    telling.fact(15, cooperation, "roue", "Dix vélos repartis.")
    telling.put_on_first_page(5, cooperation)
    return cooperation


def page_of(telling: Telling, client: Any) -> str:
    """Return the first page as this reader sees it."""
    return client.get(reverse("directory:public", args=[telling.cast.pole.slug])).content.decode()


def steps_of(page: str) -> list[str]:
    """Return the steps of the story as the page shows them."""
    story = page[page.index('<ol class="story">') :]
    return story[: story.index("</ol>")].split("<li>")[1:]


def test_the_story_has_five_steps_each_with_its_date(telling: Telling, client_as: Any) -> None:
    told(telling)
    page = page_of(telling, client_as(""))
    steps = steps_of(page)
    assert len(steps) == 5
    for step, day, words in zip(
        steps,
        (92, 90, 80, 70, 15),
        ("Personne ne répare", "Faire réparer", "Roue Libre", "1 promesse tenue", "Dix vélos"),
        strict=True,
    ):
        assert words in step
        assert day_words(telling.day(day)) in step or day_words(telling.day(day), year=False) in step


def test_the_story_tells_promises_by_number_and_never_by_name_or_word(telling: Telling, client_as: Any) -> None:
    told(telling)
    page = page_of(telling, client_as(""))
    assert "1 abandonnée avec un mot, 1 à venir" in page
    assert "Un mot entre nous" not in page
    assert "Ouvrir" not in page


def test_a_resident_is_not_named_on_the_first_page(telling: Telling, client_as: Any) -> None:
    told(telling)
    assert "Samira" not in page_of(telling, client_as(""))


def test_a_story_whose_need_was_said_to_the_pole_alone_begins_with_the_agreement(
    telling: Telling, client_as: Any
) -> None:
    told(telling, visibility="pole")
    page = page_of(telling, client_as(""))
    assert len(steps_of(page)) == 2
    assert "Personne ne répare" not in page


def test_a_story_whose_parties_close_it_is_told_no_more(telling: Telling, client_as: Any) -> None:
    cooperation = told(telling)
    Cooperation.objects.filter(pk=cooperation.pk).update(openness="pole")
    assert story_of(telling.cast.pole) is None
    assert "L’atelier" not in page_of(telling, client_as(""))


def test_the_latest_choice_is_told(telling: Telling) -> None:
    first = told(telling)
    promise = [Promise("etabli", "roue", "Prêter")]
    draft = telling.draft(
        "Une autre", "Prêter.", "loan", {"etabli": "", "roue": ""}, promise, begins=30, openness="public"
    )
    second = telling.agree(30, "etabli", draft)
    telling.put_on_first_page(3, second)
    story = story_of(telling.cast.pole)
    assert story is not None
    assert story.cooperation == second
    assert story.need is None
    telling.put_on_first_page(1, first)
    assert story_of(telling.cast.pole).cooperation == first  # type: ignore[union-attr]


def test_without_story_a_visitor_reads_nothing_of_it_and_the_coordination_is_invited_to_choose(
    telling: Telling, client_as: Any
) -> None:
    assert '<ol class="story">' not in page_of(telling, client_as(""))
    assert "raconter une histoire" not in page_of(telling, client_as(""))
    assert "raconter une histoire" in page_of(telling, client_as("lena"))
