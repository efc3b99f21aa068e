"""Reads of the actors around the pole, by what each is to it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from phares.rooms.directory import permissions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.cards import Card, card_of
from phares.rooms.directory.models import Membership, Pole, Structure
from phares.rooms.directory.models.membership import MembershipKind
from phares.rooms.directory.models.structure import OutsideKind

_KIND_OF = {MembershipKind.PARTNER: OutsideKind.PARTNER, MembershipKind.SUPPORT: OutsideKind.SUPPORTER}


@dataclass(frozen=True)
class Around:
    """Those who are one thing to the pole."""

    kind: OutsideKind
    cards: list[Card]


def actors_around(actor: Actor, pole: Pole, day: date) -> list[Around]:
    """Return the actors around the pole by kind: those entered as such, partners and supporters of the day with them.

    An authority or a school that supports the pole stands with what it is, where its legal form says it.
    """
    held = Membership.objects.on(day).filter(structure__pole=pole, kind__in=_KIND_OF)
    kind_of = {one.structure_id: _KIND_OF[MembershipKind(one.kind)] for one in held}
    seen = permissions.visible_structures(actor, pole).filter(~Q(outside_kind="") | Q(pk__in=kind_of))
    found = seen.select_related("pole").prefetch_related("fields", "field_visibilities")
    cards: dict[str, list[Card]] = {kind: [] for kind in OutsideKind.values}
    for structure in found:
        cards[structure.outside_kind or _kind(structure, kind_of)].append(card_of(actor, structure))
    return [Around(kind, cards[kind]) for kind in OutsideKind if cards[kind]]


def _kind(structure: Structure, kind_of: dict[int, OutsideKind]) -> str:
    """Return what a partner or a supporter is to the pole."""
    return OutsideKind.AUTHORITY if structure.legal_form == "authority" else kind_of[structure.pk]
