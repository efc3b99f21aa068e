"""The number of a row as an address or a form bears it: anybody may write anything there."""

LONGEST = 18
"""So many digits always fit the column of numbers; to a longer one, a database answers by an error of its own."""


def row_number(written: object) -> int:
    """Return the number written; 0, which no row has, for anything else."""
    sound = isinstance(written, str) and written.isascii() and written.isdecimal() and len(written) <= LONGEST
    return int(written) if sound else 0  # type: ignore[call-overload]
