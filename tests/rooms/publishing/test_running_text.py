"""Running text: the headings that people write stand in order under those of the page."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from phares.rooms.publishing.sheet_text import as_html


@given(st.lists(st.integers(1, 6), min_size=1, max_size=8), st.integers(1, 2))
def test_no_heading_is_skipped_whatever_the_writer_began_with(signs: list[int], under: int) -> None:
    text = "\n\n".join(f"{'#' * many} Partie" for many in signs)
    shown = [under, *(int(level) for level in re.findall(r"<h([1-6])>", as_html(text, under)))]
    assert len(shown) == 1 + len(signs)
    assert all(under < lower <= higher + 1 for higher, lower in pairwise(shown))


def test_a_part_within_a_part_stays_below_it() -> None:
    shown = re.findall(r"<(h[1-6])>", as_html("### Un\n\n##### Dedans\n\n### Deux\n\n# Trois"))
    assert shown == ["h2", "h3", "h2", "h2"]
