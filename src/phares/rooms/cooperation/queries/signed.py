"""Reads behind the links of mails: what is asked, and whether it is still to be answered."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from phares.rooms.cooperation import permissions
from phares.rooms.cooperation.models import ChainLink, Item, Match, PooledPart
from phares.rooms.cooperation.models.item import Side
from phares.rooms.cooperation.models.match import Choice
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole

HELD = ("structure", "group", "resident")
Lines = list[tuple[str, str]]


@dataclass(frozen=True)
class Asked:
    """A proposal as a link shows it to one side; `seen` is the answer that the mail knew of."""

    need: Item
    offer: Item | None
    match: Match | None
    side: str
    seen: int | None
    is_answered: bool

    @property
    def own(self) -> Item:
        """Return what the reader's side said."""
        return self.need if self.side == Side.NEED or self.offer is None else self.offer

    @property
    def other(self) -> Item:
        """Return what the other side said."""
        return self.offer if self.side == Side.NEED and self.offer is not None else self.need

    def lines(self) -> Lines:
        """Return both sides: who, and what they said."""
        helper = self.match.holder if self.match is not None else self.offer and self.offer.holder
        offered = self.offer.title if self.offer is not None else _("peut aider")
        return [(str(self.need.holder), self.need.title), (str(helper), offered)]


def proposal_asked(actor: Actor, pole: Pole, facts: dict[str, Any]) -> Asked | None:
    """Return the proposal of a link: a match put before both, or a need and an offer that the engine put together."""
    side = str(facts.get("side", ""))
    if "match" in facts:
        joins = [f"{end}{held}" for end in ("", "need__", "offer__") for held in HELD]
        visible = permissions.visible_matches(actor, pole).select_related("pole", "need", "offer", *joins)
        match = visible.filter(pk=facts["match"]).first()
        if match is None or side not in permissions.sides_of(actor, match):
            return None
        return _asked(match.need, match.offer, match, side, int(facts.get("seen") or 0))
    items = Item.objects.filter(pole=pole).select_related("pole", *HELD)
    need, offer = (items.filter(pk=_number(facts, name)).first() for name in ("need", "offer"))
    own = need if side == Side.NEED else offer
    if need is None or offer is None or own is None or not permissions.can_answer_as(actor, own.holder, pole):
        return None
    match = Match.objects.filter(need=need, offer=offer).first()
    return _asked(need, offer, match if match and match.proposed_at else None, side, 0, known=match)


def _number(facts: dict[str, Any], name: str) -> int:
    """Return an id that a link holds; one that is nobody's where it holds none."""
    held = facts.get(name)
    return held if isinstance(held, int) else 0


def _asked(
    need: Item, offer: Item | None, match: Match | None, side: str, seen: int, known: Match | None = None
) -> Asked:
    """Say also whether this side has answered otherwise than the mail knew."""
    between = match or known
    current = between.answers.filter(side=side).first() if between is not None else None
    return Asked(need, offer, match, side, seen or None, (current.pk if current else 0) != seen)


def item_asked(actor: Actor, pole: Pole, facts: dict[str, Any]) -> Item | None:
    """Return the need or offer of a link."""
    item = Item.objects.filter(pole=pole, pk=_number(facts, "item")).select_related("pole", *HELD).first()
    return item if item is not None and permissions.can_extend_item(actor, item) else None


def link_asked(actor: Actor, pole: Pole, facts: dict[str, Any]) -> ChainLink | None:
    """Return the place in a chain of a link."""
    links = ChainLink.objects.filter(chain__pole=pole, pk=_number(facts, "link"))
    link = links.select_related("chain__pole", "offer", "need", *HELD).first()
    return link if link is not None and permissions.can_answer_link(actor, link) else None


def chain_lines(link: ChainLink) -> Lines:
    """Return who gives what to whom, all around."""
    links = list(link.chain.links.select_related("offer", *HELD))
    takers = [*links[1:], links[0]]
    return [
        (_("%(giver)s donne à %(taker)s") % {"giver": one.holder, "taker": taker.holder}, one.offer.title)
        for one, taker in zip(links, takers, strict=True)
    ]


def part_asked(actor: Actor, pole: Pole, facts: dict[str, Any]) -> PooledPart | None:
    """Return the part in a pooled proposal of a link."""
    parts = PooledPart.objects.filter(proposal__pole=pole, pk=_number(facts, "part"))
    part = parts.select_related("proposal__pole", *(f"need__{held}" for held in HELD)).first()
    return part if part is not None and permissions.can_answer_part(actor, part) else None


def pooled_lines(part: PooledPart) -> Lines:
    """Return what is proposed, and how many have it."""
    proposal = part.proposal
    parts = list(proposal.parts.all())
    interested = sum(one.choice == Choice.INTERESTED for one in parts)
    counted = _("%(all)d structures ont ce besoin, %(interested)d en sont déjà.") % {
        "all": len(parts),
        "interested": interested,
    }
    return [(str(proposal.get_form_display()), proposal.title), (str(part.need.holder), part.need.title), (counted, "")]
