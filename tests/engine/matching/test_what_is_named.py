"""What a reason names: words about the same things, and, as written, only what somebody wrote."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.matching.items import item
from phares.engine.lexicon import default_lexicon
from phares.engine.lexicon.words import fold
from phares.engine.matching import match
from phares.engine.matching.pair import ALIKE

LEXICON = default_lexicon()
TEXTS = st.lists(
    st.sampled_from(
        "scène praticables week-end fête remorque vélo camionnette marché samedi atelier réparer souder ordinateur "
        "cours projecteurs photographier meubles livrer repas tournée matin découper panneaux scie bras monter".split()
    ),
    min_size=1,
    max_size=5,
    unique=True,
).map(" ".join)


def pairs_of(need: str, offer: str) -> list[list[str]]:
    found = match([item("n", need)], [item("o", offer)])
    return [
        pair for one in found for reason in one.reasons if reason.code == "near_sense" for pair in reason.facts["pairs"]
    ]


def alike(one: str, other: str) -> float:
    return float(LEXICON.senses.alike([LEXICON.sense(one)], [LEXICON.sense(other)])[0, 0])


@settings(max_examples=60)
@given(TEXTS, TEXTS)
def test_of_several_pairs_named_each_is_about_the_same_things_more_than_about_others(need: str, offer: str) -> None:
    pairs = pairs_of(need, offer)
    assert len(pairs) < 2 or all(alike(*pair) >= ALIKE for pair in pairs)


def test_words_that_only_share_an_occasion_are_not_named_beside_those_that_go_together() -> None:
    pairs = pairs_of("Une scène pour le week-end", "Des praticables")
    assert pairs == [["scene", "praticables"]]


def test_an_idea_that_nobody_wrote_says_whose_side_only_hints_at_it() -> None:
    need, offer = "Presser un disque", "Enregistrer un podcast en studio"
    (found,) = match([item("n", need)], [item("o", offer)])
    ideas = [reason.facts for reason in found.reasons if reason.code == "same_idea"]
    assert any(facts.get("hinted") == ["need"] for facts in ideas)
    for facts in ideas:
        for side, text in (("need", need), ("offer", offer)):
            if side not in facts.get("hinted", ()):
                said = [word[:4] for word in fold(facts[f"{side}_term"]).split() if len(word) > 3]
                assert any(beginning in fold(text) for beginning in said), facts
