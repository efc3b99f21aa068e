"""A row's number as anybody may write it."""

import pytest

from phares.rooms.commons.row_numbers import row_number


def test_a_number_is_read_and_anything_else_is_the_number_of_no_row() -> None:
    assert row_number("27") == 27
    assert row_number("9" * 18) == 10**18 - 1


@pytest.mark.parametrize("written", ["", "-1", "1.0", " 3", "³", "٣", "9" * 19, "\x00", "abc", None, 3])
def test_what_is_no_number_of_a_row_names_none(written: object) -> None:
    assert row_number(written) == 0
