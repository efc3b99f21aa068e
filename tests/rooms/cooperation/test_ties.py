"""Ties: proved by dated facts, fading without new ones, said in words to oneself and to the coordination alone."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from phares.demo import work_telling as work
from phares.demo.cast import Cast
from phares.demo.telling import Promise, Telling
from phares.rooms.commons.refusals import NotAllowed
from phares.rooms.cooperation import actions, levels
from phares.rooms.cooperation.actions.note import RuleInThePast, UnreasonableFade
from phares.rooms.cooperation.models import Cooperation
from phares.rooms.cooperation.models.cooperation import Form
from phares.rooms.cooperation.models.fade import fade_days
from phares.rooms.cooperation.queries.ties import facts_of_pole, standing_of, ties_of

As = Callable[[str], Client]
THIRTEEN_MONTHS = timedelta(days=396)


@pytest.fixture
def telling(cast: Cast, now: datetime) -> Telling:
    """The small cast, ready to tell."""
    return Telling(cast, now.date())


def together(telling: Telling, ago: int, form: str = "loan", *keys: str) -> Cooperation:
    """Return a cooperation signed so many days ago."""
    keys = keys or ("etabli", "roue")
    promises = [Promise(keys[0], keys[1], "Un secret", None)]
    draft = telling.draft("Un prêt", "Prêter.", form, dict.fromkeys(keys, ""), promises, begins=ago)
    return telling.agree(ago, keys[0], draft)


def words(telling: Telling, key: str = "etabli", day: date | None = None) -> dict[str, str]:
    living, _over = ties_of(telling.holder(key), telling.cast.pole, day or telling.today)
    return {str(tie.other): tie.words for tie in living}


@pytest.mark.parametrize("form", Form.values)
def test_an_agreement_that_all_signed_is_a_tie_of_its_sort(telling: Telling, form: str) -> None:
    together(telling, 10, form)
    assert words(telling) == {"Roue Libre": levels.words_of(levels.OF_FORM[form])}
    assert words(telling, "roue") == {"L’Établi": levels.words_of(levels.OF_FORM[form])}
    assert words(telling, "aval") == {}


def test_a_note_in_passing_is_a_tie_at_once_and_none_once_removed(telling: Telling, now: datetime) -> None:
    holders = [telling.holder("etabli"), telling.holder("roue")]
    note = actions.note_in_passing(
        pole=telling.cast.pole, holders=holders, what="Un conseil", kind="met", by=telling.cast.actor("nour"), at=now
    )
    assert words(telling) == {"Roue Libre": "on se connaît, on s’informe"}
    actions.remove_note(note=note, seen=0, by=telling.cast.actor("sam"), at=now)
    assert words(telling) == {}


def test_thirteen_months_on_the_tie_falls_and_the_page_says_why(
    telling: Telling, client_as: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    cooperation = together(telling, 10)
    later = telling.today + THIRTEEN_MONTHS
    assert words(telling)
    assert words(telling, day=later) == {}
    _living, over = ties_of(telling.holder("etabli"), telling.cast.pole, later)
    assert [str(tie.other) for tie in over] == ["Roue Libre"]
    moment = timezone.now() + THIRTEEN_MONTHS
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment)
    client = client_as("nour")
    page = client.get(reverse("cooperation:ties", args=["fanal"])).content.decode()
    assert "Aucun lien ne compte aujourd’hui" in page
    assert "Ce lien n’est plus compté depuis le" in page
    assert "Un fait nouveau le fera revenir" in page
    page = client.get(cooperation.get_absolute_url()).content.decode()
    assert "aucun fait n’a été noté depuis 365 jours" in page
    actions.note_fact(cooperation=cooperation, on=later, what="Un de plus", by=telling.cast.actor("nour"), at=moment)
    assert words(telling, day=later) == {"Roue Libre": "on s’entraide"}
    assert "Ce lien n’est plus compté" not in client.get(reverse("cooperation:ties", args=["fanal"])).content.decode()


def test_the_rule_by_which_ties_fade_is_dated_and_the_past_keeps_its_own(telling: Telling, now: datetime) -> None:
    pole, lena = telling.cast.pole, telling.cast.actor("lena")
    together(telling, 100)
    actions.set_fade_rule(pole=pole, days=60, from_on=telling.today + timedelta(days=1), by=lena, at=now)
    assert fade_days(pole, telling.today) == 365
    assert words(telling)
    assert words(telling, day=telling.today + timedelta(days=1)) == {}


def test_a_rule_is_within_reason_and_never_in_the_past(telling: Telling, now: datetime) -> None:
    said: dict[str, Any] = {"pole": telling.cast.pole, "by": telling.cast.actor("lena"), "at": now}
    for days in (0, 29, 1831, 10**9):
        with pytest.raises(UnreasonableFade):
            actions.set_fade_rule(days=days, from_on=telling.today, **said)
    with pytest.raises(RuleInThePast):
        actions.set_fade_rule(days=90, from_on=telling.today - timedelta(days=1), **said)
    for who in ("nour", "maud", "hind"):
        with pytest.raises(NotAllowed):
            actions.set_fade_rule(days=90, from_on=telling.today, **{**said, "by": telling.cast.actor(who)})


def test_what_was_proved_keeps_its_sort_when_the_text_changes(telling: Telling) -> None:
    cooperation = together(telling, 200)
    telling.fact(150, cooperation, "etabli", "Prêté")
    draft = telling.draft(
        "Un projet",
        "Autre.",
        "joint_bid",
        {"etabli": "", "roue": ""},
        [Promise("etabli", "roue", "Écrire")],
        begins=100,
    )
    telling.rewrite(100, "etabli", cooperation, draft)
    telling.sign(99, cooperation)
    by_day = {one.fact.on: one.fact.level for one in facts_of_pole(telling.cast.pole, telling.today)}
    assert by_day[telling.day(150)] == levels.HELP
    assert by_day[telling.day(99)] == levels.WORK_TOGETHER


def test_a_job_proves_as_long_as_it_lasts(telling: Telling) -> None:
    cooperation = together(telling, 700, "shared_job")
    assert words(telling) == {}
    work.job(telling, 600, cooperation, "etabli", "Un poste partagé", "1/2")
    assert words(telling) == {"Roue Libre": "on partage des moyens"}


def test_residents_are_in_no_tie_and_their_groups_are(telling: Telling) -> None:
    together(telling, 10, "co_production", "etabli", "velos", "samira")
    assert words(telling) == {"Les Mains dans le Cambouis": "on produit ensemble"}


def test_a_cooperation_not_signed_proves_nothing(telling: Telling) -> None:
    draft = telling.draft(
        "Un prêt", "Prêter.", "loan", {"etabli": "", "roue": ""}, [Promise("etabli", "roue", "X")], begins=1
    )
    cooperation = telling.begin(1, "etabli", draft)
    assert standing_of(cooperation, telling.today) is None
    assert words(telling) == {}


def test_ties_are_shown_to_oneself_and_to_the_coordination_alone(telling: Telling, client_as: As) -> None:
    together(telling, 10)
    address = reverse("cooperation:ties_of", args=["fanal", telling.cast.structures["etabli"].slug])
    for who in ("nour", "idris", "lena"):
        assert "Roue Libre" in client_as(who).get(address).content.decode()
    for who in ("sam", "awa", "paul", "hind", "maud"):
        assert client_as(who).get(address).status_code == 403


def test_a_sort_of_tie_is_said_without_number_arrow_or_order(telling: Telling, client_as: As) -> None:
    for said in levels.WORDS.values():
        assert not re.search(r"\d|niveau|échelle|degré|→|↑|>|plus ", str(said))
    together(telling, 10)
    page = client_as("nour").get(reverse("cooperation:register", args=["fanal"])).content.decode()
    offered = re.findall(r'<option value="(\w+)"[^>]*>on ', page)
    assert len(offered) == 5
    assert not re.search(r"(?i)niveau \d|\d ?/ ?6", page)


def test_all_the_facts_of_a_pole_are_read_in_as_many_questions_whatever_their_number(
    telling: Telling, django_assert_num_queries: Any
) -> None:
    for number in range(2):
        together(telling, 50 + number)
    with django_assert_num_queries(10) as asked:
        facts_of_pole(telling.cast.pole, telling.today)
    for number in range(6):
        telling.fact(20, together(telling, 60 + number), "etabli", "Encore")
    with django_assert_num_queries(len(asked)):
        facts_of_pole(telling.cast.pole, telling.today)
