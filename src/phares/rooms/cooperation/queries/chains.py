"""Reads on chains of barter: those that the engine finds today, those proposed, with what each gives and receives."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch

from phares.engine import cycles as engine
from phares.rooms.commons.row_numbers import row_number
from phares.rooms.cooperation import permissions
from phares.rooms.cooperation.models import Chain, ChainLink, Item
from phares.rooms.cooperation.models.chain import FEWEST_LINKS, MOST_LINKS
from phares.rooms.cooperation.models.item import Exchange, Side
from phares.rooms.cooperation.queries import kept, matching
from phares.rooms.cooperation.queries.reading import engine_item
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.directory.models.held import Holder, holder_key

HELD = ("structure", "group", "resident")
ITEMS = [f"{name}__{held}" for name in ("offer", "need") for held in HELD]
LINKS = Prefetch("links", queryset=ChainLink.objects.select_related("chain__pole", "offer", "need", *HELD, *ITEMS))
MOST_NEEDS, MOST_CHAINS, MOST_CYCLES, FOR_EACH = 300, 10, 10_000, 5


@dataclass(frozen=True)
class Given:
    """One gift of a chain: who gives what to whom, for which need, and what they receive in turn."""

    giver: Holder
    taker: Holder
    offer: Item
    need: Item
    received: Item
    link: ChainLink | None = None
    may_answer: bool = False

    @property
    def balance(self) -> Decimal | None:
        """Return what the giver gives more than it receives, where both are counted in one unit."""
        given, received = self.offer, self.received
        comparable = given.unit == received.unit and given.quantity is not None and received.quantity is not None
        return given.quantity - received.quantity if comparable and given.quantity and received.quantity else None


@dataclass(frozen=True)
class ChainSeen:
    """A chain as its page shows it."""

    chain: Chain
    gifts: Sequence[Given]

    @property
    def accepted(self) -> int:
        """Return how many have accepted; never who has not."""
        return sum(bool(gift.link and gift.link.accepted) for gift in self.gifts)

    @property
    def mine(self) -> ChainLink | None:
        """Return the first place that the reader may answer for and that waits."""
        waiting = (one.link for one in self.gifts if one.may_answer and one.link and one.link.accepted is None)
        return next(waiting, None) if self.chain.is_waiting else None


@dataclass(frozen=True)
class FoundChain:
    """A chain that the engine finds and nobody has proposed yet."""

    gifts: Sequence[Given]

    @property
    def key(self) -> str:
        """Return what names it in a form: offer and need of each gift, in giving order."""
        return ",".join(f"{one.offer.pk}-{one.need.pk}" for one in self.gifts)


def chains_seen(actor: Actor, pole: Pole) -> list[ChainSeen]:
    """Return the chains that the actor may see, the latest first."""
    chains = permissions.visible_chains(actor, pole).select_related("pole").prefetch_related(LINKS)
    return [_seen(actor, chain) for chain in chains]


def chain_seen(actor: Actor, pole: Pole, pk: int) -> ChainSeen | None:
    """Return one chain that the actor may see."""
    chain = permissions.visible_chains(actor, pole).select_related("pole").prefetch_related(LINKS).filter(pk=pk).first()
    return _seen(actor, chain) if chain else None


def link_numbered(actor: Actor, pole: Pole, chain_pk: int, pk: Any) -> ChainLink | None:
    """Return one place of a chain that the actor may see."""
    seen = chain_seen(actor, pole, chain_pk)
    links = [one.link for one in seen.gifts if one.link is not None] if seen else []
    return next((link for link in links if str(link.pk) == str(pk)), None)


def _seen(actor: Actor, chain: Chain) -> ChainSeen:
    links = list(chain.links.all())
    around = zip(links, [*links[1:], *links[:1]], [*links[-1:], *links[:-1]], strict=True)
    gifts = [
        Given(
            link.holder,
            taker.holder,
            link.offer,
            link.need,
            giver.offer,
            link,
            permissions.can_answer_link(actor, link),
        )
        for link, taker, giver in around
    ]
    return ChainSeen(chain, gifts)


def chains_found(pole: Pole, day: date) -> list[FoundChain]:
    """Return the chains of three to five that the engine finds among open needs and offers, best first, a few.

    An offer against money is no gift of a chain, and what was refused by either side is left out.
    """
    edges, items = _edges(pole, day)
    try:
        cycles = engine.elementary(edges, longest=MOST_LINKS, most=MOST_CYCLES)
    except engine.TooMany:
        cycles = engine.elementary(edges, longest=FEWEST_LINKS, most=10 * MOST_CYCLES)
    known = {
        frozenset((link.offer_id, link.need_id) for link in chain.links.all())
        for chain in Chain.objects.filter(pole=pole).prefetch_related("links")
    }
    long_enough = (cycle for cycle in cycles if len(cycle.edges) >= FEWEST_LINKS)
    found = [
        FoundChain(_gifts(cycle, items))
        for cycle in long_enough
        if frozenset((int(edge.offer), int(edge.need)) for edge in cycle.edges) not in known
    ]
    return found[:MOST_CHAINS]


def _edges(pole: Pole, day: date) -> tuple[list[engine.Edge], dict[int, Item]]:
    """Return who could give what to whom: for each open need that asks no money, the few best offers."""
    offers = kept.waiting(pole.pk, Side.OFFER, day)
    needs = Item.objects.filter(pole=pole).needs().open_on(day).exclude(exchange=Exchange.PAID)
    asked = list(needs.select_related("pole", *HELD)[:MOST_NEEDS])
    refused = matching.refused_offers(asked)
    found = {
        need.pk: [
            one
            for one in offers.answers(engine_item(need), refused=refused.get(need.pk, ()), top=FOR_EACH)
            if matching.said_enough(one)
        ]
        for need in asked
    }
    named = {int(one.offer) for matches in found.values() for one in matches}
    given = Item.objects.filter(pk__in=named).exclude(exchange=Exchange.PAID).select_related("pole", *HELD)
    items = {one.pk: one for one in (*asked, *given)}
    edges = [
        engine.Edge(holder_key(items[int(one.offer)].holder), need.holder_key, str(need.pk), one.offer, one.micro_score)
        for need in asked
        for one in found[need.pk]
        if int(one.offer) in items
    ]
    return edges, items


def _gifts(cycle: engine.Cycle, items: dict[int, Item]) -> list[Given]:
    """Return the gifts of a chain that the engine found."""
    edges = cycle.edges
    before = [*edges[-1:], *edges[:-1]]
    return [
        Given(
            items[int(edge.offer)].holder,
            items[int(edge.need)].holder,
            items[int(edge.offer)],
            items[int(edge.need)],
            items[int(last.offer)],
        )
        for edge, last in zip(edges, before, strict=True)
    ]


def given_named(pole: Pole, key: str) -> list[tuple[Item, Item]] | None:
    """Return the pairs of offer and need that a form names; nothing where it names none."""
    pairs = [[row_number(one) for one in pair.split("-")] for pair in key[:200].split(",")]
    if not all(len(pair) == 2 and all(pair) for pair in pairs):
        return None
    pks = {one for pair in pairs for one in pair}
    items = {one.pk: one for one in Item.objects.filter(pole=pole, pk__in=pks).select_related("pole", *HELD)}
    if set(items) != pks:
        return None
    return [(items[offer], items[need]) for offer, need in pairs]
