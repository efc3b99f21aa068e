"""Small counts, pure: what of a count by kind may be told to everybody without telling who."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Told:
    """Counts that may be told: those shown by kind, the sum of the others, the whole; None where it may not be told."""

    shown: dict[str, int]
    together: int
    total: int | None


def told(counts: Mapping[str, int], smallest: int) -> Told:
    """Hide every count under `smallest`, and as many more as it takes so that none is found by subtraction.

    Primary and secondary suppression, as statistical offices do (handbook on statistical disclosure control, Eurostat):
    what is hidden holds at least two kinds and is at least `smallest` together, else the whole is not told either.
    """
    shown = {kind: count for kind, count in counts.items() if count > 0}
    whole = sum(shown.values())
    hidden = [shown.pop(kind) for kind, count in list(shown.items()) if count < smallest]
    while shown and hidden and (len(hidden) < 2 or sum(hidden) < smallest):
        hidden.append(shown.pop(min(shown, key=lambda kind: shown[kind])))
    if hidden and (len(hidden) < 2 or sum(hidden) < smallest):
        return Told({}, 0, None)
    return Told(shown, sum(hidden), whole)
