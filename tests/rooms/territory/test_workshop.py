"""A workshop from its preparation to its minutes: what is sorted, weighed and decided, then nothing moves."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from phares.demo.cast import Cast
from phares.rooms.commons.models import JournalEntry
from phares.rooms.commons.refusals import NotAllowed, Refusal
from phares.rooms.territory import actions
from phares.rooms.territory.models import Problem, Voice, Workshop, WorkshopDots
from phares.rooms.territory.queries import workshop as queries
from phares.rooms.territory.small_counts import told
from phares.rooms.territory.workshop_rules import Wall, most_dots, why_not
from rooms.territory.conftest import Say


@given(st.dictionaries(st.sampled_from("abcdefg"), st.integers(0, 40)), st.integers(2, 12))
def test_no_count_under_the_smallest_is_told_nor_found_by_subtraction(counts: dict[str, int], smallest: int) -> None:
    public = told(counts, smallest)
    assert all(public.shown[kind] == counts[kind] >= smallest for kind in public.shown)
    hidden = [count for kind, count in counts.items() if count and kind not in public.shown]
    if public.total is None:
        assert not public.shown
        assert len(hidden) == 1 or sum(hidden) < smallest
    else:
        assert sum(public.shown.values()) + public.together == public.total == sum(counts.values())
        assert not hidden or (len(hidden) > 1 and public.together >= smallest)


@given(st.integers(0, 6), st.integers(1, 4), st.lists(st.tuples(st.integers(0, 7), st.integers(0, 5)), max_size=14))
def test_dots_never_pass_what_those_present_have_together(people: int, each: int, asked: list[tuple[int, int]]) -> None:
    hands: dict[int, int] = {}  # hand 0 is the wall
    for hand, dots in asked:
        others = {key: count for key, count in hands.items() if key != hand}
        wall = Wall(people, each, sum(others.values()), sum(1 for key, count in others.items() if key and count))
        if not why_not(wall, dots, by_hand=hand > 0):
            hands[hand] = dots
    placed = Wall(people, each, 0, 0)
    assert sum(hands.values()) <= most_dots(placed)
    assert all(dots <= each for hand, dots in hands.items() if hand)
    assert sum(1 for hand, dots in hands.items() if hand and dots) <= people


@pytest.fixture
def who(cast: Cast, now: datetime) -> dict[str, Any]:
    """The mediator, now."""
    return {"by": cast.actor("maud"), "at": now}


@pytest.fixture
def workshop(cast: Cast, say: Say, who: dict[str, Any], now: datetime) -> Workshop:
    """A workshop with two public words brought, of which one already speaks of a known problem."""
    public = [say(text, kept=True, shown="public") for text in ("Pas de bus le soir", "Rentrer tard à pied")]
    actions.write_problem(pole=cast.pole, title="Le bus du soir", kinds=["social"], voices=public, **who)
    one = actions.plan_workshop(pole=cast.pole, title="Que faire du soir ?", starts_at=now, place="La cour", **who)
    kept_inside = say("Pour le pôle seulement", kept=True)
    return actions.choose_cards(workshop=one, voices=[*public, kept_inside], **who)


def _sorted(workshop: Workshop, who: dict[str, Any]) -> Any:
    """Sort the two cards, the second set apart in a new problem; one more is said there."""
    known = Problem.objects.get(title="Le bus du soir")
    actions.turn_workshop(workshop=workshop, phase="sort", **who)
    there = actions.put_problem(workshop=workshop, problem=known, **who)
    new = actions.put_problem(workshop=workshop, title="Pas de lumière", kinds=["social"], split_from=known, **who)
    for card, wall in zip(workshop.cards.all(), (there, new), strict=True):
        actions.sort_card(card=card, under=wall, **who)
    card = actions.write_card(workshop=workshop, text="Un lampadaire sur deux", **who)
    actions.sort_card(card=card, under=new, **who)
    return there, new


def test_only_words_that_everybody_may_read_are_projected(workshop: Workshop) -> None:
    assert workshop.cards.count() == 2


def test_closing_groups_the_voices_with_their_lineage_and_freezes_the_minutes(
    workshop: Workshop, who: dict[str, Any], client_as: Callable[[str], Client], now: datetime, cast: Cast
) -> None:
    there, new = _sorted(workshop, who)
    for counts in ({}, {"residents": 7, "companies": 2}):
        actions.count_people(workshop=workshop, counts=counts, **who)
        if not counts:
            with pytest.raises(Refusal):
                actions.turn_workshop(workshop=workshop, phase="vote", **who)
    assert Problem.objects.count() == 1  # nothing is grouped before the closing
    actions.turn_workshop(workshop=workshop, phase="vote", **who)
    actions.place_dots(workshop=workshop, counts={there.pk: 4, new.pk: 9}, **who)
    with pytest.raises(Refusal):
        actions.place_dots(workshop=workshop, counts={there.pk: 28}, **who)
    with pytest.raises(Refusal):
        actions.count_people(workshop=workshop, counts={"residents": 4}, **who)
    actions.note_decision(workshop=workshop, wall=new, words="Écrire à la ville", who="le groupe du soir", **who)
    lamp = {"words": "Essayer une lampe", "structure": cast.structures["etabli"]}
    actions.note_decision(workshop=workshop, **lamp, **who)
    closed = actions.close_workshop(workshop=workshop, next_on=timezone.localdate() + timedelta(days=20), **who)
    part = Problem.objects.get(title="Pas de lumière")
    assert part.split_from == Problem.objects.get(title="Le bus du soir")
    assert {voice.text for voice in part.voices.all()} == {"Rentrer tard à pied", "Un lampadaire sur deux"}
    assert [voice.text for voice in part.split_from.voices.all()] == ["Pas de bus le soir"]
    assert not WorkshopDots.objects.exists()
    minutes = queries.minutes_of(closed, timezone.localdate(now))
    assert [(one.title, one.dots, len(one.cards), one.others) for one in minutes.problems] == [
        ("Pas de lumière", 9, 1, 1),
        ("Le bus du soir", 4, 1, 0),
    ]
    page = client_as("").get(closed.get_absolute_url()).content.decode()
    assert "Rentrer tard à pied" in page
    assert "Un lampadaire sur deux" not in page  # said in the room, not for everybody
    assert "<span>entreprises" not in page  # two of them would be known
    assert lamp["words"] in client_as("").get(lamp["structure"].get_absolute_url()).content.decode()
    assert client_as("").get(f"{closed.get_absolute_url()}compte-rendu.pdf").content.startswith(b"%PDF")


def test_after_the_closing_nothing_moves_but_words_taken_back_are_gone(
    workshop: Workshop, who: dict[str, Any], cast: Cast, client_as: Callable[[str], Client]
) -> None:
    there, _new = _sorted(workshop, who)
    actions.close_workshop(workshop=workshop, **who)
    card = there.cards.get()
    for act in (
        lambda: actions.sort_card(card=card, is_aside=True, **who),
        lambda: actions.note_decision(workshop=workshop, words="Encore", who="nous", **who),
        lambda: actions.count_people(workshop=workshop, counts={"residents": 3}, **who),
        lambda: actions.close_workshop(workshop=workshop, **who),
        lambda: actions.write_card(workshop=workshop, text="Trop tard", **who),
    ):
        with pytest.raises(Refusal):
            act()
    for attempt in (
        lambda: Workshop.objects.filter(pk=workshop.pk).update(minutes={}),
        lambda: workshop.cards.all()._raw_delete(card._state.db),
        lambda: workshop.cards.update(is_aside=False, under=None),
        lambda: workshop.presences.create(kind="others", count=3),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt()
    actions.write_problem(
        pole=cast.pole, problem=there.problem, title="Un autre nom", kinds=["social"], voices=(), **who
    )
    actions.erase_voice(voice=card.voice, **who)
    page = client_as("lena").get(workshop.get_absolute_url()).content.decode()
    assert "Le bus du soir" in page
    assert "Pas de bus le soir" not in page


def test_a_phone_places_its_dots_without_a_name_and_changes_them(
    workshop: Workshop, who: dict[str, Any], client_as: Callable[[str], Client]
) -> None:
    there, new = _sorted(workshop, who)
    actions.count_people(workshop=workshop, counts={"residents": 1}, **who)
    actions.turn_workshop(workshop=workshop, phase="vote", **who)
    phone, other = client_as("sam"), client_as("")
    found = phone.post("/fanal/ateliers/points/", {"code": workshop.code.lower()})
    address = found["Location"]
    boxes = [f"points-{one.pk}" for one in (there, new)]
    hand = phone.get(address).context["form"]["hand"].initial
    sent = {"hand": hand, boxes[0]: "2", boxes[1]: "1"}
    assert [phone.post(address, sent).status_code for _twice in range(2)] == [302, 302]
    assert sum(WorkshopDots.objects.values_list("count", flat=True)) == 3
    assert phone.post(address, {**sent, boxes[0]: "3"}).status_code == 422  # four dots of three
    assert phone.post(address, {**sent, boxes[0]: "0"}).status_code == 302
    assert other.post(address, {"hand": "x" * 30, boxes[0]: "1"}).status_code == 422  # one person is there, and voted
    assert other.post(address, {"hand": "x", boxes[0]: "1"}).status_code == 422
    assert other.get("/fanal/ateliers/points/ZZZZZ/").status_code == 404
    assert sum(WorkshopDots.objects.values_list("count", flat=True)) == 1
    told_of = JournalEntry.objects.filter(event="WorkshopDotsPlaced")
    assert told_of.exists()
    assert not told_of.exclude(person_id=None).exists()


def test_sorting_by_buttons_shows_the_next_card_and_writes_a_new_problem(
    workshop: Workshop, who: dict[str, Any], client_as: Callable[[str], Client]
) -> None:
    actions.turn_workshop(workshop=workshop, phase="sort", **who)
    maud, page = client_as("maud"), f"/fanal/ateliers/{workshop.pk}/trier/"
    first, second = workshop.cards.all()
    assert maud.post(page, {"carte": first.pk, "title": "Nouveau", "kinds": []}).status_code == 422
    assert maud.post(page, {"carte": first.pk, "title": "Nouveau", "kinds": ["social"]}).status_code == 302
    shown = maud.get(page)
    assert shown.context["shown"].card == second
    assert maud.post(page, {"carte": second.pk, "ou": "987654321"}).status_code == 404
    assert maud.post(page, {"carte": second.pk, "ou": workshop.wall.get().pk}).status_code == 302
    assert "Toutes les cartes sont rangées" in maud.get(page).content.decode()
    assert maud.get(f"/fanal/ateliers/{workshop.pk}/mur/")["Refresh"]
    assert client_as("sam").post(page, {"carte": first.pk, "ou": "cote"}).status_code == 403


def test_a_card_that_seems_to_name_somebody_waits_to_be_read_over(workshop: Workshop, who: dict[str, Any]) -> None:
    named = actions.write_card(workshop=workshop, text="Demandez à Mme Untelle, au 4", is_public=True, mark="n", **who)
    plain = actions.write_card(workshop=workshop, text="Une fontaine", is_public=True, mark="p", **who)
    again = actions.write_card(workshop=workshop, text="Une fontaine", is_public=True, mark="p", **who)
    states = [Voice.objects.get(pk=card.voice_id).state for card in (named, plain)]
    assert states == ["waiting", "kept"]
    assert again.pk == plain.pk


def test_only_those_who_listen_run_a_workshop(workshop: Workshop, cast: Cast, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        actions.turn_workshop(workshop=workshop, phase="sort", by=cast.actor("sam"), at=now)
    with pytest.raises(NotAllowed):
        actions.place_dots(workshop=workshop, counts={}, by=cast.actor("sam"), at=now)


def test_the_list_and_the_wall_ask_as_many_questions_whatever_their_length(
    workshop: Workshop, who: dict[str, Any], client_as: Callable[[str], Client], django_assert_max_num_queries: Any
) -> None:
    actions.turn_workshop(workshop=workshop, phase="sort", **who)
    for number in range(12):
        wall = actions.put_problem(workshop=workshop, title=f"Problème {number}", kinds=["social"], **who)
        card = actions.write_card(workshop=workshop, text=f"La carte numéro {number}", mark=f"c{number}", **who)
        actions.sort_card(card=card, under=wall, **who)
    maud = client_as("maud")
    for page in ("", f"{workshop.pk}/", f"{workshop.pk}/mur/", f"{workshop.pk}/trier/"):
        with django_assert_max_num_queries(32):
            assert maud.get(f"/fanal/ateliers/{page}").status_code == 200
