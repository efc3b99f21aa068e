"""La semaine: what waits between those who cooperate, each thing once, by state and date and never by words."""

from datetime import datetime
from typing import Any

import pytest
from django.urls import reverse

from phares.demo import work_telling
from phares.demo.cast import Cast
from phares.demo.telling import Promise, Telling
from phares.rooms.cooperation.models import Cooperation
from phares.rooms.cooperation.models.match import Choice
from phares.rooms.cooperation.panels import week as panel
from phares.rooms.cooperation.queries import week
from phares.rooms.cooperation.queries.cooperations import cooperations_found, register_lines


@pytest.fixture
def telling(cast: Cast, now: datetime) -> Telling:
    """The small cast, ready to tell."""
    return Telling(cast, now.date())


def lent(
    telling: Telling, ago: int = 60, *, due: int | None = 3, parties: tuple[str, str] = ("etabli", "roue")
) -> Cooperation:
    """Return a loan that both parties signed so many days ago, with one promise of the first to the second."""
    by, to = parties
    draft = telling.draft(
        "Un prêt", "Prêter.", "loan", {by: "", to: ""}, [Promise(by, to, "Un secret", due)], begins=ago
    )
    return telling.agree(ago, by, draft)


def titles(telling: Telling, key: str = "lena") -> dict[str, list[str]]:
    """Return the titles of the lines of the week as this person sees it."""
    blocks = panel.show(telling.cast.actor(key), telling.cast.pole, telling.today)["blocks"]
    return {block.key: [line.title for line in block.lines] for block in blocks}


def test_a_need_waits_until_somebody_is_put_before_it(telling: Telling) -> None:
    need = telling.need(9, "etabli", "space", "Un coin sec pour des planches")
    offer = telling.offer(8, "aval", "space", "Un coin sec du hangar")
    assert [one.need for one in week.unanswered_needs(telling.cast.pole, telling.today)] == [need]
    telling.propose(7, need, offer)
    assert not week.unanswered_needs(telling.cast.pole, telling.today)


def test_a_need_waits_again_when_the_only_proposal_is_refused(telling: Telling) -> None:
    need = telling.need(9, "etabli", "space", "Un coin sec pour des planches")
    match = telling.propose(7, need, telling.offer(8, "aval", "space", "Un coin sec du hangar"))
    telling.answer(6, match, "offer", Choice.NOT_FOR_US)
    found = week.unanswered_needs(telling.cast.pole, telling.today)
    assert [(one.need, one.could_help) for one in found] == [(need, 0)]
    assert not week.waiting_proposals(telling.cast.pole, telling.today)


def test_a_need_says_how_many_others_could_help_and_never_counts_its_own_holder(telling: Telling) -> None:
    telling.need(9, "etabli", "skill", "Réparer des vélos d’enfants le mardi")
    for holder in ("roue", "aval", "etabli"):
        telling.offer(8, holder, "skill", "Réparer des vélos d’enfants")
    assert [one.could_help for one in week.unanswered_needs(telling.cast.pole, telling.today)] == [2]


def test_what_was_withdrawn_or_is_past_does_not_wait(telling: Telling) -> None:
    gone = telling.need(9, "etabli", "space", "Un coin sec")
    telling.withdraw(2, gone, "etabli")
    telling.need(9, "etabli", "space", "Une salle hier", until_on=1)
    assert not week.unanswered_needs(telling.cast.pole, telling.today)


def test_a_proposal_waits_for_those_who_have_not_answered(telling: Telling) -> None:
    need = telling.need(9, "etabli", "space", "Un coin sec pour des planches")
    match = telling.propose(7, need, telling.offer(8, "aval", "space", "Un coin sec du hangar"))
    structures = telling.cast.structures
    assert missing(telling) == [[structures["etabli"], structures["aval"]]]
    telling.answer(6, match, "need")
    assert missing(telling) == [[structures["aval"]]]
    telling.answer(5, match, "offer")
    assert missing(telling) == [[]]


def missing(telling: Telling) -> list[list[Any]]:
    """Return whose answers are missing, proposal by proposal."""
    return [list(one.missing) for one in week.waiting_proposals(telling.cast.pole, telling.today)]


def test_a_proposal_put_off_comes_back_on_its_day(telling: Telling) -> None:
    need = telling.need(9, "etabli", "space", "Un coin sec pour des planches")
    match = telling.propose(7, need, telling.offer(8, "aval", "space", "Un coin sec du hangar"))
    telling.answer(6, match, "offer", Choice.LATER, back=-3)
    assert not week.waiting_proposals(telling.cast.pole, telling.today)
    assert week.waiting_proposals(telling.cast.pole, telling.day(-3))


def test_a_proposal_that_became_a_text_waits_for_signatures_only(telling: Telling) -> None:
    need = telling.need(9, "etabli", "space", "Un coin sec pour des planches")
    match = telling.propose(7, need, telling.offer(8, "aval", "space", "Un coin sec du hangar"))
    telling.both_interested(6, match)
    promise = [Promise("aval", "etabli", "Prêter", -30)]
    draft = telling.draft("Un coin sec", "Garder au sec.", "loan", {"etabli": "", "aval": ""}, promise, begins=0)
    cooperation = telling.begin(5, "etabli", draft, match)
    telling.sign(4, cooperation, "aval")
    assert not week.waiting_proposals(telling.cast.pole, telling.today)
    (unsigned,) = week.unsigned_agreements(telling.cast.pole)
    assert list(unsigned.missing) == [telling.cast.structures["etabli"]]
    telling.sign(3, cooperation, "etabli")
    assert not week.unsigned_agreements(telling.cast.pole)


@pytest.mark.parametrize(("due", "is_there"), [(30, True), (0, True), (-7, True), (-8, False), (None, False)])
def test_a_promise_is_there_from_seven_days_before_its_day(telling: Telling, due: int | None, is_there: bool) -> None:
    lent(telling, due=due)
    assert week.promises_due(telling.cast.pole, telling.today).exists() is is_there


def test_a_promise_that_was_done_or_whose_cooperation_is_over_does_not_wait(telling: Telling) -> None:
    telling.done(2, lent(telling), 1)
    telling.end(1, lent(telling), "etabli", reached=True, word="")
    assert not week.promises_due(telling.cast.pole, telling.today).exists()


@pytest.mark.parametrize(("ago", "is_silent"), [(90, False), (91, True)])
def test_a_cooperation_is_silent_after_ninety_days_without_a_fact(telling: Telling, ago: int, is_silent: bool) -> None:
    cooperation = lent(telling, 200)
    telling.fact(ago, cooperation, "etabli", "On s’en sert.")
    assert bool(week.silent_cooperations(telling.cast.pole, telling.today)) is is_silent


def test_a_meeting_or_a_promise_kept_is_news_in_the_week_and_in_the_register(telling: Telling) -> None:
    pole, lena = telling.cast.pole, telling.cast.actor("lena")
    met, kept = lent(telling, 200), lent(telling, 200)
    work_telling.meet(telling, 40, met, "etabli", "On continue.")
    telling.kept(20, kept, 1)
    assert not week.silent_cooperations(pole, telling.today)
    lines = register_lines(lena, pole, cooperations_found(lena, pole))
    assert {line.cooperation: line.last_fact_on for line in lines} == {met: telling.day(40), kept: telling.day(20)}


def test_a_young_cooperation_is_not_silent(telling: Telling) -> None:
    lent(telling, 30)
    assert not week.silent_cooperations(telling.cast.pole, telling.today)


def test_whom_to_meet_are_those_to_whom_nothing_was_proposed_for_three_months(telling: Telling) -> None:
    pole, today, structures = telling.cast.pole, telling.today, telling.cast.structures
    assert set(week.structures_to_meet(pole, today)) == set(structures.values())
    need = telling.need(80, "etabli", "space", "Un coin sec pour des planches")
    telling.propose(79, need, telling.offer(80, "aval", "space", "Un coin sec du hangar"))
    assert set(week.structures_to_meet(pole, today)) == {structures["roue"], structures["langues"]}
    assert structures["aval"] in week.structures_to_meet(pole, telling.day(-12))


def test_only_the_coordination_sees_whom_to_meet(telling: Telling) -> None:
    assert titles(telling)["meet"]
    assert "meet" not in titles(telling, "paul")


def test_whom_to_meet_is_named_on_no_other_page(telling: Telling, client_as: Any) -> None:
    slug = telling.cast.pole.slug
    for key in ("", "nour", "hind", "maud", "paul"):
        client = client_as(key)
        for name in (
            "directory:public",
            "directory:home",
            "directory:week",
            "directory:structures",
            "cooperation:method",
        ):
            page = client.get(reverse(name, args=[slug]), follow=True).content.decode()
            assert "proposer une rencontre" not in page, (key, name)


def test_the_week_never_shows_what_was_promised_nor_a_word_between_parties(telling: Telling, client_as: Any) -> None:
    cooperation = lent(telling)
    telling.move(1, cooperation, 1, to=-4, by="etabli", word="Un mot entre nous")
    need = telling.need(9, "etabli", "space", "Un coin sec pour des planches")
    match = telling.propose(7, need, telling.offer(8, "aval", "space", "Un coin sec du hangar"))
    telling.answer(6, match, "need", Choice.LATER, back=0, reason="Une raison à nous", reason_is_shared=True)
    page = client_as("lena").get(reverse("directory:week", args=[telling.cast.pole.slug])).content.decode()
    assert "Un prêt" in page
    for kept_quiet in ("Un secret", "Un mot entre nous", "Une raison à nous"):
        assert kept_quiet not in page


def test_every_line_of_the_week_has_one_action_that_opens(telling: Telling, client_as: Any) -> None:
    lent(telling, 200)
    telling.need(9, "etabli", "space", "Un coin sec pour des planches")
    need = telling.need(9, "roue", "space", "Une salle le mardi")
    telling.propose(7, need, telling.offer(8, "aval", "space", "Une salle le mardi"))
    draft = telling.draft(
        "À signer", "Voir.", "loan", {"etabli": "", "aval": ""}, [Promise("aval", "etabli", "Voir")], begins=0
    )
    telling.begin(5, "etabli", draft)
    lena = client_as("lena")
    blocks = panel.show(telling.cast.actor("lena"), telling.cast.pole, telling.today)["blocks"]
    assert {block.key for block in blocks if block.lines} == {
        "needs", "proposals", "signatures", "promises", "silent", "meet"
    }  # fmt: skip
    for line in (line for block in blocks for line in block.lines):
        assert line.action
        assert lena.get(line.action_url).status_code == 200, line.action_url


def test_more_things_to_show_ask_no_more_of_the_database(
    telling: Telling, client_as: Any, django_assert_num_queries: Any
) -> None:
    address = reverse("directory:week", args=[telling.cast.pole.slug])
    lena = client_as("lena")
    for _round in range(2):
        lent(telling, 200)
        lent(telling, 200, parties=("roue", "aval"))
        telling.need(9, "etabli", "space", "Un coin sec pour des planches")
        need = telling.need(9, "roue", "space", "Une salle le mardi")
        telling.propose(7, need, telling.offer(8, "aval", "space", "Une salle le mardi"))
        with django_assert_num_queries(39):
            assert lena.get(address).status_code == 200
