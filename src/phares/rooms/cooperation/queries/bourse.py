"""Reads of a bourse: what was brought, who could help whom among those there, what was signed, what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from phares.engine import matching as engine
from phares.rooms.cooperation import permissions
from phares.rooms.cooperation.models import BourseSigning, Cooperation, Item, ItemBrought, Match
from phares.rooms.cooperation.models.match import Choice
from phares.rooms.cooperation.queries import matching
from phares.rooms.cooperation.queries.items import visible_items_with_holder
from phares.rooms.cooperation.queries.reading import engine_item
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Gathering, Mandate, Person, ResidentsGroup
from phares.rooms.directory.models.held import Holder, held_by, holder_key

MOST_PAIRS, FOR_EACH = 40, 3
FOLLOWED_AFTER = timedelta(days=91)
HELD = ("structure", "group", "resident")


@dataclass(frozen=True)
class Pair:
    """A need and an offer of a bourse that the engine puts side by side, with what it says of them."""

    need: Item
    offer: Item
    found: engine.Match

    @property
    def reasons(self) -> list[dict[str, Any]]:
        """Return the reasons in the spelling of both."""
        return matching.as_written(matching.kept_reasons(self.found), self.need, self.offer)


@dataclass(frozen=True)
class Bourse:
    """A bourse as its page shows it to one reader."""

    gathering: Gathering
    needs: Sequence[Item]
    offers: Sequence[Item]
    pairs: Sequence[Pair]
    signed: Sequence[Cooperation]
    signed_count: int


def bourse_of(actor: Actor, gathering: Gathering, day: date) -> Bourse:
    """Return what was brought that the reader may see, the pairs not signed yet, the agreements signed there."""
    items = _brought(actor, gathering)
    waiting = [item for item in items if item.is_open(day)]
    signings = BourseSigning.objects.filter(gathering=gathering)
    seen = permissions.visible_cooperations(actor, gathering.pole).filter(bourse_signing__in=signings)
    return Bourse(
        gathering,
        [item for item in items if item.is_need],
        [item for item in items if not item.is_need],
        _pairs([one for one in waiting if one.is_need], [one for one in waiting if not one.is_need]),
        list(seen.select_related("pole").order_by("bourse_signing__signed_at")),
        signings.count(),
    )


def _brought(actor: Actor, gathering: Gathering) -> list[Item]:
    """Return the needs and offers brought to a bourse that the reader may see, in the order in which they came."""
    visible = visible_items_with_holder(actor, gathering.pole).filter(brought_to__gathering=gathering)
    return list(visible.filter(withdrawn_at=None).order_by("brought_to__brought_at", "brought_to__pk"))


def _pairs(needs: Sequence[Item], offers: Sequence[Item]) -> list[Pair]:
    """Return who could help whom among those there, best first; never a pair that either side refused."""
    asked = {str(one.pk): one for one in needs}
    offered = {str(one.pk): one for one in offers}
    refused = matching.refused_offers(needs)
    out = [engine.Refusal(str(need), str(offer)) for need, pks in refused.items() for offer in pks]
    found = engine.match(
        [engine_item(one) for one in needs], [engine_item(one) for one in offers], refusals=out, top=FOR_EACH
    )
    near = [one for one in found if matching.said_enough(one)]
    best = sorted(near, key=lambda one: (-one.micro_score, int(one.need), int(one.offer)))
    return [Pair(asked[one.need], offered[one.offer], one) for one in best[:MOST_PAIRS]]


def pair_at(actor: Actor, gathering: Gathering, need_pk: str, offer_pk: str) -> tuple[Item, Item] | None:
    """Return a need and an offer brought to this bourse that the reader may see."""
    items = {str(one.pk): one for one in _brought(actor, gathering)}
    need, offer = items.get(need_pk), items.get(offer_pk)
    if need is None or offer is None or not need.is_need or offer.is_need:
        return None
    return need, offer


def own_items_to_bring(actor: Actor, gathering: Gathering, day: date) -> QuerySet[Item]:
    """Return the open needs and offers of those acted for that are not brought yet."""
    if actor.holder is None:
        return Item.objects.none()
    brought = ItemBrought.objects.filter(gathering=gathering).values("item")
    own = visible_items_with_holder(actor, gathering.pole).open_on(day).filter(**held_by(actor.holder))
    return own.exclude(pk__in=brought)


def signers_of(holder: Holder, day: date) -> list[Mandate]:
    """Return who may sign for a structure or a group today; for a resident, nobody but themselves."""
    if isinstance(holder, Person):
        return []
    field = "group" if isinstance(holder, ResidentsGroup) else "structure"
    held = Mandate.objects.on(day).filter(**{field: holder}).select_related("person", "structure", "group", "pole")
    return [one for one in held if "sign" in one.as_role.rights]


def needs_signer(holder: Holder) -> bool:
    """Say whether somebody has to be chosen who signs for this holder: a structure is bound by its representative."""
    return not isinstance(holder, Person | ResidentsGroup)


def bourses_to_follow(pole_id: int, since: date, until: date) -> list[Gathering]:
    """Return the bourses held between two days at which something was brought."""
    held = Gathering.objects.filter(pole=pole_id, kind="bourse", starts_at__date__gte=since, starts_at__date__lte=until)
    return list(held.filter(items_brought__isnull=False).distinct().select_related("pole").order_by("starts_at"))


@dataclass(frozen=True)
class Followed:
    """What became of a bourse: agreements signed there, and others since, between those whom it put together."""

    gathering: Gathering
    brought: int
    signed: int
    running: int
    since: int


def follow_up(gathering: Gathering) -> Followed:
    """Count what was brought to a bourse and what became of it."""
    items = ItemBrought.objects.filter(gathering=gathering).values("item")
    signings = BourseSigning.objects.filter(gathering=gathering)
    there = Cooperation.objects.filter(bourse_signing__in=signings)
    matches = Match.objects.filter(need__in=items, offer__in=items).exclude(answers__choice=Choice.NOT_FOR_US)
    later = Cooperation.objects.filter(match__in=matches, started_at__isnull=False).exclude(pk__in=there)
    return Followed(gathering, items.count(), signings.count(), there.running().count(), later.count())


def holders_brought(gathering: Gathering) -> list[Holder]:
    """Return those who brought something, each once."""
    brought = ItemBrought.objects.filter(gathering=gathering).select_related(*(f"item__{held}" for held in HELD))
    return list({holder_key(one.item.holder): one.item.holder for one in brought}.values())
