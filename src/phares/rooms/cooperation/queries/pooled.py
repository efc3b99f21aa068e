"""Reads on pooled proposals: the same need at several structures, what each would pay, who is in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from django.db.models import Prefetch

from phares.engine import breakeven
from phares.engine.pool import pool
from phares.rooms.commons.row_numbers import row_number
from phares.rooms.cooperation import permissions
from phares.rooms.cooperation.models import Item, PooledPart, PooledProposal
from phares.rooms.cooperation.models.match import Choice
from phares.rooms.cooperation.models.pooled import PooledForm
from phares.rooms.cooperation.queries.reading import engine_item
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole

HELD = ("structure", "group", "resident")
PARTS = Prefetch(
    "parts",
    queryset=PooledPart.objects.select_related(
        "proposal__pole", "need__pole", *(f"need__{held}" for held in HELD), "answered_by"
    ),
)
MOST_NEEDS, MOST_GROUPS = 400, 12


@dataclass(frozen=True)
class PartSeen:
    """One need of a pooled proposal, with what it would pay alone and together, and whether the reader answers it."""

    part: PooledPart
    saving: breakeven.Saving | None
    may_answer: bool


@dataclass(frozen=True)
class PooledSeen:
    """A pooled proposal as its page shows it; it is reckoned for those who are in, or else for all who might be."""

    proposal: PooledProposal
    parts: Sequence[PartSeen]
    outcome: breakeven.Outcome | None
    is_reckoned_for_all: bool

    @property
    def interested(self) -> int:
        """Return how many are in."""
        return sum(one.part.choice == Choice.INTERESTED for one in self.parts)

    @property
    def mine(self) -> list[PartSeen]:
        """Return the parts for which the reader answers."""
        return [one for one in self.parts if one.may_answer]


@dataclass(frozen=True)
class FoundGroup:
    """The same need at several structures, as the engine finds it today."""

    needs: Sequence[Item]
    form: str
    words: Sequence[str]

    @property
    def form_label(self) -> Any:
        """Return the form in words."""
        return PooledForm(self.form).label

    @property
    def key(self) -> str:
        """Return what names the group in a form."""
        return ",".join(str(need.pk) for need in self.needs)


def pooled_list(actor: Actor, pole: Pole) -> list[PooledSeen]:
    """Return the proposals that the actor may see, the latest first."""
    proposals = permissions.visible_pooled(actor, pole).select_related("pole").prefetch_related(PARTS)
    return [_seen(actor, one) for one in proposals]


def pooled_seen(actor: Actor, pole: Pole, pk: int) -> PooledSeen | None:
    """Return one proposal that the actor may see."""
    proposals = permissions.visible_pooled(actor, pole).select_related("pole", "priced_by", "cooperation__pole")
    proposal = proposals.prefetch_related(PARTS).filter(pk=pk).first()
    return _seen(actor, proposal) if proposal else None


def _seen(actor: Actor, proposal: PooledProposal) -> PooledSeen:
    parts = list(proposal.parts.all())
    interested = [one for one in parts if one.choice == Choice.INTERESTED]
    counted = interested if len(interested) > 1 else [one for one in parts if one.choice != Choice.NOT_FOR_US]
    outcome = _reckoned(proposal, counted)
    savings = {one.id: one for one in outcome.savings} if outcome else {}
    seen = [PartSeen(one, savings.get(str(one.pk)), permissions.can_answer_part(actor, one)) for one in parts]
    return PooledSeen(proposal, seen, outcome, len(interested) < 2)


def _reckoned(proposal: PooledProposal, parts: Sequence[PooledPart]) -> breakeven.Outcome | None:
    """Return what the engine reckons from the prices that people wrote; nothing before."""
    if not proposal.is_priced:
        return None
    prices = breakeven.Prices(
        unit_alone=proposal.unit_alone_cents or 0,
        unit_together=proposal.unit_together_cents or 0,
        once_alone=proposal.once_alone_cents or 0,
        once_together=proposal.once_together_cents or 0,
    )
    return breakeven.reckon([breakeven.Part(str(one.pk), Fraction(one.quantity)) for one in parts], prices)


def groups_found(pole: Pole, day: date) -> list[FoundGroup]:
    """Return the same needs at several structures, those of no proposal yet, the largest groups first, a few."""
    needs = Item.objects.filter(pole=pole).needs().open_on(day).filter(pooled_parts=None)
    items = {str(one.pk): one for one in needs.select_related("pole", *HELD)[:MOST_NEEDS]}
    groups = pool([engine_item(one) for one in items.values()], 2)
    return [
        FoundGroup([items[pk] for pk in group.needs], group.form, _words(group.reasons))
        for group in groups[:MOST_GROUPS]
    ]


def _words(reasons: Sequence[Any]) -> list[str]:
    """Return the words and ideas that the needs of a group share."""
    said = [one.facts for one in reasons]
    words = [str(word) for facts in said for name in ("terms", "words") for word in _listed(facts.get(name))]
    return list(dict.fromkeys(words))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def part_numbered(seen: PooledSeen, pk: Any) -> PooledPart | None:
    """Return one part of a proposal."""
    return next((one.part for one in seen.parts if str(one.part.pk) == str(pk)), None)


def needs_named(pole: Pole, key: str) -> list[Item]:
    """Return the needs that a form names."""
    pks = [row_number(one) for one in key[:400].split(",")]
    return list(Item.objects.filter(pole=pole, pk__in=pks).select_related("pole", *HELD))
