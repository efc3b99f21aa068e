"""One amount split by a key, in exact fractions, then rounded once to cents that always add up.

Days present weigh (prorata temporis), and empty surface keeps its row: its share falls on the lessor, never on the
others (Code de commerce, R145-35).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from phares.engine.allocation.key import By, Equal, Fixed, Key, Mix
from phares.engine.allocation.party import Party, Period
from phares.engine.allocation.rounding import largest_remainder


class Unsplittable(ValueError):
    """A key that cannot divide the amount among these parties; `where` is the place in the key."""

    def __init__(self, where: str, complaint: str) -> None:
        super().__init__(f"{where}: {complaint}")
        self.where, self.complaint = where, complaint


@dataclass(frozen=True, slots=True)
class Part:
    """What one branch of the key lays on a party, with the numbers it comes from.

    By a weight: cents = amount * (weight * days / period's days) / of. A lump sum has neither weight nor `of`.
    """

    code: str
    cents: Fraction
    amount: Fraction
    name: str | None = None
    weight: Fraction | None = None
    of: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """What one party is charged: exact, then in cents; a vacant row is `borne_by` the lessor. The parts add up."""

    id: str
    cents: int
    exact: Fraction
    days: int
    parts: tuple[Part, ...]
    borne_by: str | None = None


@dataclass(frozen=True, slots=True)
class _Table:
    parties: Sequence[Party]
    period: Period

    def parts(self, amount: Fraction, key: Key, where: str) -> list[tuple[str, Part]]:
        """Every part that a key makes of an amount, with the party it falls on."""
        match key:
            case Equal():
                return self._weighed(amount, "equal", None, dict.fromkeys(self._ids, Fraction(1)), where)
            case By(name):
                weights = {party.id: party.weights.get(name, Fraction(0)) for party in self.parties}
                return self._weighed(amount, "by", name, weights, where)
            case Mix():
                return self._mixed(amount, key, where)
            case Fixed():
                return self._fixed_first(amount, key, where)

    def _mixed(self, amount: Fraction, key: Mix, where: str) -> list[tuple[str, Part]]:
        total = sum((share for share, _ in key.parts), Fraction(0))
        if total != 1:
            raise Unsplittable(f"{where}.mix", f"shares sum to {total}, not 1")
        parts: list[tuple[str, Part]] = []
        for place, (share, inner) in enumerate(key.parts):
            parts += self.parts(amount * share, inner, f"{where}.mix[{place}].key")
        return parts

    def _fixed_first(self, amount: Fraction, key: Fixed, where: str) -> list[tuple[str, Part]]:
        stranger = next((one for one in key.cents if one not in self._ids), None)
        if stranger is not None:
            raise Unsplittable(f"{where}.fixed.{stranger}", f"unknown id ({stranger})")
        rest = amount - sum(key.cents.values())
        if rest < 0:
            raise Unsplittable(f"{where}.fixed", f"sums to {sum(key.cents.values())}, above the amount {amount}")
        lumps = [(one, Part("fixed", Fraction(cents), amount)) for one, cents in key.cents.items()]
        return lumps + self.parts(rest, key.then, f"{where}.then")

    @property
    def _ids(self) -> list[str]:
        return [party.id for party in self.parties]

    def _weighed(
        self, amount: Fraction, code: str, name: str | None, weights: Mapping[str, Fraction], where: str
    ) -> list[tuple[str, Part]]:
        present = {party.id: Fraction(party.days_in(self.period), self.period.days) for party in self.parties}
        total = sum((weights[one] * present[one] for one in weights), Fraction(0))
        if total == 0:
            raise Unsplittable(f"{where}.{code}", "weights sum to 0")
        return [
            (one, Part(code, amount * weight * present[one] / total, amount, name, weight, total))
            for one, weight in weights.items()
        ]


def split(
    amount_cents: int, period: Period, key: Key, parties: Sequence[Party], lessor: str | None = None
) -> tuple[Share, ...]:
    """What each party is charged, by id; the cents sum to the amount.

    A vacant row needs a lessor, who bears it. Weights that sum to 0, or lump sums above the amount, are refused.
    """
    if lessor is None and any(party.vacant for party in parties):
        raise Unsplittable("lessor", "missing, and a row is vacant")
    held: dict[str, list[Part]] = {party.id: [] for party in parties}
    for one, part in _Table(parties, period).parts(Fraction(amount_cents), key, "key"):
        held[one].append(part)
    exact = {one: sum((part.cents for part in parts), Fraction(0)) for one, parts in held.items()}
    cents = largest_remainder(exact)
    return tuple(
        Share(
            party.id,
            cents[party.id],
            exact[party.id],
            party.days_in(period),
            tuple(held[party.id]),
            lessor if party.vacant else None,
        )
        for party in sorted(parties, key=lambda party: party.id)
    )
