"""Reads of the charter: the version in force, earlier ones, who signed which."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from phares.rooms.directory import permissions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Charter, CharterSignature, CharterValue, Membership, Pole, Structure
from phares.rooms.directory.models.membership import MembershipKind


@dataclass(frozen=True)
class CharterRead:
    """A version of the charter as one reader reads it; who has not signed is told to those who run the pole only."""

    charter: Charter
    is_in_force: bool
    signatures: list[CharterSignature]
    not_named: int
    still_to_sign: list[Structure]


def charters_of(pole: Pole) -> QuerySet[Charter]:
    """Return the versions of the charter, the latest first."""
    return Charter.objects.filter(pole=pole)


def charter_numbered(pole: Pole, number: int | None = None) -> Charter | None:
    """Return a version of the charter, the one in force when no number is asked for."""
    versions = charters_of(pole).prefetch_related("values")
    return versions.first() if number is None else versions.filter(number=number).first()


def charter_read(actor: Actor, charter: Charter, day: date) -> CharterRead:
    """Return who signed a version, those whose page the reader may see by name."""
    pole = charter.pole
    seen = permissions.visible_structures(actor, pole)
    signed = charter.signatures.select_related("structure__pole")
    named = list(signed.filter(structure__in=seen))
    in_force = not charters_of(pole).filter(number__gt=charter.number).exists()
    waiting: list[Structure] = []
    if in_force and permissions.can_keep_directory(actor, pole):
        here = Membership.objects.on(day).filter(kind__in=[MembershipKind.HOSTED, MembershipKind.ASSOCIATE])
        waiting = list(
            seen.filter(pk__in=here.values("structure"), name_is_established=True)
            .exclude(pk__in=signed.values("structure"))
            .select_related("pole")
        )
    return CharterRead(charter, in_force, named, signed.count() - len(named), waiting)


def signatures_of(structure: Structure) -> QuerySet[CharterSignature]:
    """Return the versions that a structure signed, the latest first."""
    return CharterSignature.objects.filter(structure=structure).select_related("charter").order_by("-charter__number")


def values_in_force(pole: Pole) -> QuerySet[CharterValue]:
    """Return the values that the charter in force names."""
    last = charters_of(pole).values("pk")[:1]
    return CharterValue.objects.filter(charter__in=last).select_related("charter")
