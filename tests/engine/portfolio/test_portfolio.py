"""What to do first: every set that fits tried one by one, laws of the reasons, and an example told."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import chain, combinations

import pytest

from phares.engine.portfolio import Cell, Portfolio, Response, TooGreat, portfolio

SHARES = (Fraction(0), Fraction(1, 3), Fraction(1, 2), Fraction(1))


def drawn(seed: int) -> tuple[list[Cell], list[Response], dict[str, int]]:
    chance = random.Random(seed)  # noqa: S311  (a seeded draw, no secret)
    cells = [
        Cell(f"c{at}", Fraction(chance.randint(0, 9), chance.choice((1, 1, 2))), chance.choice(SHARES[:3]))
        for at in range(chance.randint(0, 6))
    ]
    responses = [
        Response(
            f"r{at}",
            {"euros": chance.randint(0, 6), "hours": chance.randint(0, 4)},
            {cell.id: chance.choice(SHARES) for cell in chance.sample(cells, chance.randint(0, len(cells)))},
        )
        for at in range(chance.randint(0, 7))
    ]
    return cells, responses, {"euros": chance.randint(0, 12), "hours": chance.randint(0, 8)}


def merit(cells: Sequence[Cell], some: Sequence[Response], budget: Mapping[str, int]) -> tuple[Fraction, ...] | None:
    """By the words of the document: weight of the furthest answers, then what is taken, then how many; none: unfit."""
    taken = [sum(one.takes[name] for one in some) for name in budget]
    if any(much > there for much, there in zip(taken, budget.values(), strict=True)):
        return None
    furthest = [max([cell.answered, *(one.answers.get(cell.id, Fraction(0)) for one in some)]) for cell in cells]
    won = sum((cell.weight * (share - cell.answered) for cell, share in zip(cells, furthest, strict=True)), Fraction(0))
    return (-won, *map(Fraction, taken), Fraction(len(some)))


@pytest.mark.parametrize("seed", range(40))
def test_the_best_of_all_sets_is_found_and_its_reasons_hold(seed: int) -> None:
    cells, responses, budget = drawn(seed)
    found = portfolio(cells, responses, budget)
    sets = chain.from_iterable(combinations(responses, n) for n in range(len(responses) + 1))
    merits = [worth for worth in (merit(cells, some, budget) for some in sets) if worth is not None]
    chosen = [one for one in responses if one.id in {each.id for each in found.chosen}]
    assert merit(cells, chosen, budget) == min(merits)
    assert found.proven
    assert found.bound is None
    reasons_hold(found, cells, responses, budget)
    mixed = random.Random(seed)  # noqa: S311  (a seeded draw, no secret)
    assert portfolio(mixed.sample(cells, len(cells)), mixed.sample(responses, len(responses)), budget) == found


def reasons_hold(
    found: Portfolio, cells: Sequence[Cell], responses: Sequence[Response], budget: Mapping[str, int]
) -> None:
    chosen = [one for one in responses if one.id in {each.id for each in found.chosen}]
    assert sum((one.points for one in found.chosen), Fraction(0)) == found.weight
    for one in found.chosen:
        points = [reason.facts["points"] for reason in one.reasons if reason.code == "answers"]
        assert sum(points, Fraction(0)) == one.points  # type: ignore[arg-type]
        assert 0 < one.lost_without <= one.points  # the best set carries nobody for nothing
    assert {one.id for one in (*found.chosen, *found.left_out)} == {one.id for one in responses}
    for left in found.left_out:
        (response,) = (one for one in responses if one.id == left.id)
        with_it = merit(cells, [*chosen, response], budget)
        codes = {reason.code for reason in left.reasons}
        if codes == {"adds_nothing"}:
            unlimited = dict.fromkeys(budget, 10**6)
            assert merit(cells, [*chosen, response], unlimited)[0] == -found.weight  # type: ignore[index]
        else:
            assert with_it is None
            assert codes in ({"would_add", "short_of"}, {"beyond_the_budget"})
    open_weight = sum((cell.weight * (1 - cell.answered) for cell in cells), Fraction(0))
    assert sum((gap.weight for gap in found.gaps), Fraction(0)) == open_weight - found.weight


def test_with_so_little_two_small_answers_go_before_a_great_one() -> None:
    cells = [Cell("moving", Fraction(5)), Cell("eating", Fraction(4)), Cell("reading", Fraction(3), Fraction(1, 2))]
    responses = [
        Response("bus", {"euros": 900}, {"moving": Fraction(1), "reading": Fraction(1, 2)}),
        Response("garden", {"euros": 400}, {"eating": Fraction(1)}),
        Response("lifts", {"euros": 500}, {"moving": Fraction(1, 2)}),
        Response("palace", {"euros": 9_000}, {"reading": Fraction(1)}),
    ]
    found = portfolio(cells, responses, {"euros": 900})
    assert [(one.id, one.points) for one in found.chosen] == [("garden", 4), ("lifts", Fraction(5, 2))]
    assert [(one.id, one.reasons[0].code) for one in found.left_out] == [
        ("bus", "would_add"),
        ("palace", "beyond_the_budget"),
    ]
    assert found.left_out[0].reasons[1].facts == {"means": "euros", "over": 900}
    assert [(gap.cell, gap.weight, gap.by) for gap in found.gaps] == [
        ("moving", Fraction(5, 2), ("bus",)),
        ("reading", Fraction(3, 2), ("palace",)),
    ]
    assert found.spent == {"euros": 900}
    assert found.within_reach == Fraction(21, 2)


def test_a_means_that_the_budget_does_not_name_is_not_counted_and_nothing_gives_nothing() -> None:
    one = Response("a", {"hours": 10**30}, {"c": Fraction(1)})
    assert [each.id for each in portfolio([Cell("c")], [one], {}).chosen] == ["a"]
    assert portfolio([], [], {"euros": 0}) == Portfolio((), (), (), Fraction(0), Fraction(0), {"euros": 0}, True, None)


def test_a_search_cut_short_keeps_the_quick_answer_and_says_what_no_set_passes() -> None:
    cells = [Cell(one) for one in "abc"]
    shared = {"a": Fraction(1), "b": Fraction(1), "not asked about": Fraction(1)}
    responses = [Response("1", {"euros": 2}, shared), Response("2", {"euros": 3}, {"c": Fraction(1)})]
    found = portfolio(cells, responses, {"euros": 4}, seconds=0)
    assert (found.proven, found.bound, [one.id for one in found.chosen]) == (False, 3, ["1"])


def test_numbers_too_great_for_an_exact_search_are_refused() -> None:
    with pytest.raises(TooGreat):
        portfolio([Cell("c", Fraction(10**20))], [Response("a", {}, {"c": Fraction(1)})], {})
