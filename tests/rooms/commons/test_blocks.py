"""Blocks of what waits: a small screen folds what can wait, never what is late."""

from phares.rooms.commons.blocks import Block, Line


def block(*tones: str) -> Block:
    return Block("promises", "Des promesses", [Line(title=str(place), tone=tone) for place, tone in enumerate(tones)])


def test_the_first_line_and_all_down_to_the_last_late_one_are_never_folded() -> None:
    for tones, ahead in (
        (("plain", "plain", "plain"), 1),
        (("late", "late", "plain"), 2),
        (("plain", "plain", "late"), 3),
        (("late",), 1),
        ((), 0),
    ):
        one = block(*tones)
        assert len(one.ahead) == ahead
        assert [*one.ahead, *one.folded] == list(one.lines)
