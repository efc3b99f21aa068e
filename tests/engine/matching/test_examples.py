"""What the matching proposes, and why, on examples that a coordinator would recognise."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from engine.matching.items import item
from phares.engine.matching import Index, Item, Match, Refusal, Slot, Tie, answerable, match


def codes(found: Match) -> set[str]:
    return {reason.code for reason in found.reasons}


def facts(found: Match, code: str) -> dict[str, Any]:
    return next(dict(reason.facts) for reason in found.reasons if reason.code == code)


def lacks(found: Match) -> dict[str, dict[str, Any]]:
    return {lack.code: dict(lack.facts) for lack in found.missing}


def one(need: Item, offer: Item, **around: Any) -> Match | None:
    found = match([need], [offer], **around)
    return found[0] if found else None


def offered(found: tuple[Match, ...]) -> list[str]:
    return [proposal.offer for proposal in found]


def test_the_same_words_are_named_whatever_their_accents_and_plurals() -> None:
    found = one(item("n", "Des VÉLOS cargos"), item("o", "velo cargo"))
    assert found is not None
    assert facts(found, "same_words")["words"] == ["cargos", "velos"]


def test_a_typing_error_still_finds_its_word() -> None:
    found = one(item("n", "une photocopieuse"), item("o", "fotocopieuse en libre accès"))
    assert found is not None
    assert facts(found, "close_words")["pairs"][0] == ["photocopieuse", "fotocopieuse"]


@pytest.mark.parametrize(
    ("need", "offer", "concept"),
    [
        ("On déborde, les cartons s’entassent dans le couloir", "Box au sec de 12 m³", "storage"),
        ("Nos salariés n’arrivent pas à venir tôt le matin", "Covoiturage et prêt de scooters", "lift_mobility"),
        ("Son conjoint épuisé ne peut jamais sortir", "Relayage à domicile par des professionnelles", "carer_respite"),
        ("Personne ne sait lire un bilan chez nous", "Expert-comptable à la retraite", "accounting"),
        ("La cave a été inondée", "Pompe de relevage", "flood_risk"),
        ("We are running out of space", "Hangar fermé", "storage"),
    ],
)
def test_an_everyday_phrase_finds_the_offer_that_shares_no_word_with_it(need: str, offer: str, concept: str) -> None:
    found = one(item("n", need), item("o", offer))
    assert found is not None
    assert concept in {reason.facts.get("concept") for reason in found.reasons}


def test_an_idea_that_helps_another_is_named_as_the_way_through() -> None:
    found = one(item("n", "conserver nos denrées périssables"), item("o", "banque alimentaire"))
    assert found is not None
    idea = facts(found, "same_idea")
    assert (idea["concept"], idea["through"]) == ("cold_room", "food_aid")


def test_a_structure_is_never_proposed_its_own_offer() -> None:
    assert one(item("n", "un camion", by="A"), item("o", "un camion", by="A")) is None


def test_a_refused_pair_is_not_proposed_again_but_its_two_sides_are_to_others() -> None:
    needs, offers = [item("n", "un camion"), item("m", "un camion")], [item("o", "camion"), item("p", "camion")]
    found = match(needs, offers, refusals=[Refusal("n", "o", "too far")])
    assert {(pair.need, pair.offer) for pair in found} == {("m", "o"), ("m", "p"), ("n", "p")}


def test_periods_that_do_not_meet_leave_the_pair_out_and_their_last_day_counts() -> None:
    need = item("n", "une salle", from_on=date(2026, 5, 2), until_on=date(2026, 5, 9))
    assert one(need, item("o", "une salle", until_on=date(2026, 5, 1))) is None
    found = one(need, item("o", "une salle", until_on=date(2026, 5, 2)))
    assert found is not None
    assert facts(found, "dates_fit") == {"days": 1, "of": 8}
    assert lacks(found)["days"] == {"have": 1, "want": 8, "short": 7}


def test_weekly_times_that_do_not_meet_leave_the_pair_out() -> None:
    morning, noon = Slot(0, 540, 720), Slot(0, 720, 780)
    assert one(item("n", "une salle", weekly=(morning,)), item("o", "une salle", weekly=(noon,))) is None


def test_common_weekly_times_are_told_and_the_rest_is_missing() -> None:
    need = item("n", "une salle", weekly=(Slot(0, 540, 660), Slot(0, 600, 720), Slot(3, 0, 60)))
    found = one(need, item("o", "une salle", weekly=(Slot(0, 630, 1440),)))
    assert found is not None
    assert facts(found, "common_times")["times"] == ["MON 10:30-12:00"]
    assert lacks(found)["times"] == {"have_minutes": 90, "want_minutes": 240, "short_minutes": 150}


def test_a_quantity_that_falls_short_is_said_and_one_that_fits_counts() -> None:
    need = item("n", "des chaises", quantity=Fraction(40), unit="Pièces")
    short = one(need, item("o", "des chaises", quantity=Fraction(51, 2), unit="pieces"))
    assert short is not None
    assert lacks(short)["quantity"] == {"have": "51/2", "want": 40, "short": "29/2", "unit": "Pièces"}
    enough = one(need, item("o", "des chaises", quantity=Fraction(40), unit="pieces"))
    assert enough is not None
    assert "quantity_fits" in codes(enough)
    assert "quantity" not in lacks(enough)


def test_quantities_in_different_units_are_not_compared() -> None:
    need = item("n", "du bois", quantity=Fraction(4), unit="kg")
    found = one(need, item("o", "du bois", quantity=Fraction(1), unit="m3"))
    assert found is not None
    assert not lacks(found)


def test_paid_is_not_free_and_that_is_said() -> None:
    found = one(item("n", "un barnum", exchange="free"), item("o", "un barnum", exchange="paid"))
    assert found is not None
    assert lacks(found)["exchange"] == {"have": "paid", "want": "free"}


def test_the_nearer_of_two_like_offers_comes_first() -> None:
    need = item("n", "un barnum", lat=48.93, lon=2.34)
    far, near = item("a", "un barnum", lat=45.76, lon=4.84), item("b", "un barnum", lat=48.94, lon=2.35)
    assert offered(match([need], [far, near])) == ["b", "a"]


def test_those_who_already_cooperate_come_first_among_equals() -> None:
    offers = [item("a", "un barnum", by="A"), item("b", "un barnum", by="B")]
    found = match([item("n", "un barnum", by="N")], offers, ties=[Tie("B", "N", 2), Tie("N", "B", 4)])
    assert offered(found) == ["b", "a"]
    assert facts(found[0], "kept_together") == {"level": 4}


def test_a_structure_shown_often_lets_one_that_answers_nearly_as_well_pass() -> None:
    offers = [item("a", "prêt de barnum", by="A"), item("b", "barnum", by="B")]
    assert offered(match([item("n", "prêt de barnum")], offers))[0] == "a"
    alike = [item("a", "barnum", by="A", lat=48.9, lon=2.3), item("b", "barnum", by="B")]
    need = item("n", "barnum", lat=48.9, lon=2.3)
    assert offered(match([need], alike)) == ["a", "b"]
    guarded = match([need], alike, shown={"A": 30})
    assert offered(guarded) == ["b", "a"]
    assert [reason.micro_points < 0 for reason in guarded[1].reasons if reason.code == "shown_often"] == [True]


def test_the_same_kind_alone_is_no_reason_to_propose() -> None:
    assert one(item("n", "un barnum", kind="equipment"), item("o", "une trompette", kind="equipment")) is None


def test_same_kind_and_common_tags_add_to_words() -> None:
    need = item("n", "un barnum", kind="equipment", tags=("Fête", "été"))
    found = one(need, item("o", "un barnum", kind="equipment", tags=("fete",)))
    assert found is not None
    assert facts(found, "same_tags") == {"tags": ["Fête"]}
    assert facts(found, "same_kind") == {"kind": "equipment"}


def test_no_more_than_the_top_is_proposed_and_ranks_follow_the_score() -> None:
    found = match([item("n", "un barnum")], [item(f"o{at}", "barnum") for at in range(5)], top=3)
    assert [(pair.rank, pair.offer) for pair in found] == [(1, "o0"), (2, "o1"), (3, "o2")]


def test_an_offer_learns_which_needs_it_could_answer() -> None:
    needs = [item("a", "un vélo"), item("b", "un barnum pour la fête"), item("c", "barnum")]
    offer = item("o", "barnum")
    found = answerable(offer, needs)
    assert [(pair.rank, pair.need) for pair in found] == [(1, "c"), (2, "b")]
    assert [pair.micro_score for pair in found] == [
        pair.micro_score for name in ("c", "b") for pair in match(needs, [offer]) if pair.need == name
    ]


def test_nothing_to_match_gives_nothing() -> None:
    assert match([], []) == ()
    assert match([item("n", "un barnum")], []) == ()
    assert Index([]).answers(item("n", "")) == ()
    assert match([item("n", ""), item("m", "le la les")], [item("o", ""), item("p", "!!!")]) == ()
