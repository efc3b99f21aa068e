"""The common budget: the lines of the form (CERFA 12156), what partners wrote on them, what is asked, how it is split.

Charges are accounts 60 to 68, resources 70 to 79; what is given in kind stands apart (86 and 87) and weighs on neither.
What is asked of the call is what charges in money exceed the other resources by.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from phares.engine.allocation import Fairness, game_of_values, largest_remainder, shapley
from phares.rooms.funding.models import Call, Member
from phares.rooms.funding.models.application import WHOLE
from phares.rooms.funding.queries.team import Candidate

CHARGES: dict[str, Any] = {
    "60": _("Achats"),
    "61": _("Services extérieurs"),
    "62": _("Autres services extérieurs"),
    "63": _("Impôts et taxes"),
    "64": _("Charges de personnel"),
    "65": _("Autres charges de gestion courante"),
    "66": _("Charges financières"),
    "67": _("Charges exceptionnelles"),
    "68": _("Dotations aux amortissements et provisions"),
}
RESOURCES: dict[str, Any] = {
    "70": _("Ventes et prestations"),
    "74": _("Autres subventions"),
    "75": _("Cotisations, dons et mécénat"),
    "76": _("Produits financiers"),
    "77": _("Produits exceptionnels"),
    "78": _("Reprises sur amortissements et provisions"),
    "79": _("Transferts de charges"),
}
IN_KIND: dict[str, Any] = {
    "86": _("Emplois des contributions volontaires en nature"),
    "87": _("Contributions volontaires en nature"),
}
ACCOUNTS = CHARGES | RESOURCES | IN_KIND
MOST_PLAYERS = 14
WAYS: dict[str, tuple[Any, Any]] = {
    "effort": (
        _("Selon ce que chacun dépense"),
        _("montant demandé × charges en argent du partenaire ÷ charges en argent de tous"),
    ),
    "equal": (_("À parts égales"), _("montant demandé ÷ nombre de partenaires")),
    "possible": (
        _("Selon ce que chacun rend possible"),
        _(
            "La moyenne, sur tous les ordres d’arrivée possibles, des lignes de l’appel que chaque partenaire fait "
            "couvrir en arrivant ; puis le montant demandé, en proportion."
        ),
    ),
}


@dataclass(frozen=True)
class Line:
    """One account with what each partner wrote, in the order of the partners, and the sum."""

    account: str
    label: Any
    cents: tuple[int, ...]

    @property
    def total(self) -> int:
        """Return the sum of the line."""
        return sum(self.cents)


@dataclass(frozen=True)
class Budget:
    """The whole table."""

    members: Sequence[Member]
    charges: Sequence[Line]
    resources: Sequence[Line]
    in_kind: Sequence[Line]
    call: Call

    @property
    def cost(self) -> int:
        """Return the charges in money."""
        return sum(line.total for line in self.charges)

    @property
    def own(self) -> int:
        """Return the resources in money that do not come from this call."""
        return sum(line.total for line in self.resources)

    @property
    def asked(self) -> int:
        """Return what is asked of the call."""
        return max(self.cost - self.own, 0)

    @property
    def efforts(self) -> dict[int, int]:
        """Return what each partner spends in money, by structure."""
        return {
            member.structure_id: sum(line.cents[place] for line in self.charges)
            for place, member in enumerate(self.members)
        }

    @property
    def by_partner(self) -> list[tuple[Member, int, int, int]]:
        """Return each partner with its charges in money, its other resources, and what it gives in kind."""
        given = [line for line in self.in_kind if line.account == "86"]
        return [
            (member, *(sum(line.cents[place] for line in lines) for lines in (self.charges, self.resources, given)))
            for place, member in enumerate(self.members)
        ]  # type: ignore[misc]

    @property
    def unwritten(self) -> list[Member]:
        """Return the partners who have written nothing yet."""
        lines = [*self.charges, *self.resources, *self.in_kind]
        return [member for place, member in enumerate(self.members) if not any(line.cents[place] for line in lines)]

    @property
    def over_ceiling(self) -> int:
        """Return by how much what is asked passes the ceiling of the call; 0 when it does not."""
        return max(self.asked - self.call.ceiling_cents, 0) if self.call.ceiling_cents else 0

    @property
    def is_too_large_to_share_by_what_each_makes_possible(self) -> bool:
        """Say whether the partners are too many for all their sets to be weighed."""
        return len(self.members) > MOST_PLAYERS

    @property
    def most_at_rate(self) -> int | None:
        """Return the most that the rate of the call lets one ask for these charges."""
        return None if self.call.rate is None else int(Decimal(self.cost) * self.call.rate / 100)

    @property
    def over_rate(self) -> int:
        """Return by how much what is asked passes the rate; 0 when it does not."""
        return 0 if self.most_at_rate is None else max(self.asked - self.most_at_rate, 0)

    @property
    def in_kind_gap(self) -> int:
        """Return what the two lines in kind differ by: the form wants them equal."""
        return sum(line.total * (1 if line.account == "86" else -1) for line in self.in_kind)


def budget_of(call: Call, members: Iterable[Member]) -> Budget:
    """Return the table of the members who accepted."""
    inside = [one for one in members if one.accepted]
    prefetch_related_objects(inside, "cells")
    written = {(one.pk, cell.account): cell.amount_cents for one in inside for cell in one.cells.all()}

    def lines(accounts: dict[str, Any]) -> list[Line]:
        return [
            Line(account, label, tuple(written.get((one.pk, account), 0) for one in inside))
            for account, label in accounts.items()
        ]

    return Budget(inside, lines(CHARGES), lines(RESOURCES), lines(IN_KIND), call)


@dataclass(frozen=True)
class Way:
    """One way of splitting what is asked: what each partner gets by structure, and whether it holds.

    `cents` make what is asked; `shares`, in hundredths of a percent, make the whole.
    """

    code: str
    cents: dict[int, int]
    shares: dict[int, int]
    fairness: Fairness | None = None

    @property
    def label(self) -> Any:
        """Return what the way goes by."""
        return WAYS[self.code][0]

    @property
    def formula(self) -> Any:
        """Return how it is computed."""
        return WAYS[self.code][1]

    @property
    def would_leave(self) -> frozenset[int]:
        """Return the partners who by themselves would cover more than what they are given, where there are some."""
        if self.fairness is None or self.fairness.in_core:
            return frozenset()
        return frozenset(int(pk) for pk in self.fairness.worst.of)


def ways_of_splitting(table: Budget, found: Sequence[Candidate]) -> list[Way]:
    """Return what is asked split by effort, equally, and by what each makes possible; each sums to the cent."""
    structures = [one.structure_id for one in table.members]
    if not structures or not table.asked:
        return []
    ways = [_by("equal", table.asked, dict.fromkeys(structures, Fraction(1)))]
    if sum(table.efforts.values()):
        ways.insert(0, _by("effort", table.asked, {pk: Fraction(cents) for pk, cents in table.efforts.items()}))
    fairness = _fairness(table, found, structures)
    if fairness is not None and sum(share for _pk, share in fairness.shares):
        parts = {int(pk): share for pk, share in fairness.shares}
        ways.append(_by("possible", table.asked, parts, fairness))
    return ways


def _by(code: str, asked: int, weights: dict[int, Fraction], fairness: Fairness | None = None) -> Way:
    total = sum(weights.values())

    def split(whole: int) -> dict[int, int]:
        exact = {f"{pk:012d}": whole * weight / total for pk, weight in weights.items()}
        return {int(pk): part for pk, part in largest_remainder(exact).items()}

    return Way(code, split(asked), split(WHOLE), fairness)


def _fairness(table: Budget, found: Sequence[Candidate], structures: list[int]) -> Fairness | None:
    """Return what each partner makes possible: a set is worth the weights of the rows that it covers by itself."""
    if len(structures) > MOST_PLAYERS or not table.call.requirements.all():
        return None
    ordered = sorted(structures)
    values = dict(enumerate(_worth(table.call, found, ordered)))
    return shapley(game_of_values([f"{pk:012d}" for pk in ordered], values))


def _worth(call: Call, found: Sequence[Candidate], ordered: list[int]) -> list[Fraction]:
    """Return what each set of partners is worth by itself; a set is a number whose bits are its partners, in order."""
    brings = {one.structure.pk: one.brings for one in found}
    worth = [Fraction(0)] * (1 << len(ordered))
    for row in call.requirements.all():
        have = [(Decimal(0), 0)]
        for pk in ordered:
            amount = brings.get(pk, {}).get(row.pk, Decimal(0))
            have += [(before + amount, people + (amount > 0)) for before, people in have]
        for team, (total, people) in enumerate(have):
            if total >= row.amount and people >= row.members:
                worth[team] += row.weight
    return worth
