"""Where each act on structures and on coming in shows, as `test_every_act_shows` reads it."""

from collections.abc import Callable
from typing import Any

from phares.rooms.commons.days import day_words
from phares.rooms.commons.models import JournalEntry
from phares.rooms.directory.models import (
    ArrivalTick,
    Charter,
    CharterSignature,
    JoinRequest,
    Lineage,
    Membership,
    Photo,
    Size,
    Structure,
)

Shown = tuple[str, list[Any], list[str]]


def _page(structure: Structure, *told: str) -> Shown:
    return "directory:structure", [structure.slug], list(told)


def _structure(row: JournalEntry) -> Structure:
    return Structure.objects.get(pk=row.subjects["subject_structure_id"])


def _identified(row: JournalEntry) -> Shown:
    structure = _structure(row)
    return _page(structure, structure.siret, structure.rna)


def _capacities(row: JournalEntry) -> Shown:
    structure = _structure(row)
    return _page(structure, *(one.name for one in structure.capacities.all()))


def _levels(row: JournalEntry) -> Shown:
    structure = _structure(row)
    return "directory:choose_field_levels", [structure.slug], [structure.name]


def _ended(row: JournalEntry) -> Shown:
    membership = Membership.objects.get(pk=row.subjects["membership_id"])
    return _page(membership.structure, str(membership.get_kind_display()).capitalize())


def _photo(row: JournalEntry) -> Shown:
    photo = Photo.objects.get(pk=row.subjects["photo_id"])
    return _page(photo.structure, photo.caption, photo.credit)


def _around(row: JournalEntry) -> Shown:
    structure = _structure(row)
    return "directory:outside_actors", [], [structure.name, structure.axes]


def _size(row: JournalEntry) -> Shown:
    size = Size.objects.get(pk=row.subjects["size_id"])
    return _page(size.structure, day_words(size.on))


def _lineage(row: JournalEntry) -> Shown:
    lineage = Lineage.objects.get(pk=row.subjects["lineage_id"])
    return "directory:structure", [lineage.structure.slug], [lineage.other.name, day_words(lineage.on)]


def _charter(row: JournalEntry) -> Shown:
    charter = Charter.objects.get(pk=row.subjects["charter_id"])
    return "directory:charter_version", [charter.number], [value.name for value in charter.values.all()]


def _signature(row: JournalEntry) -> Shown:
    signature = CharterSignature.objects.get(pk=row.subjects["charter_signature_id"])
    return (
        "directory:charter_version",
        [signature.charter.number],
        [signature.structure.name, day_words(signature.signed_at)],
    )


def _asked(row: JournalEntry) -> Shown:
    return "directory:join_requests", [], [JoinRequest.objects.get(pk=row.subjects["join_request_id"]).name]


def _answered(row: JournalEntry) -> Shown:
    request = JoinRequest.objects.get(pk=row.subjects["join_request_id"])
    return "directory:answer_join_request", [request.pk], [request.reason]


def _steps(row: JournalEntry) -> Shown:
    return "directory:arrivals", [], ["Signer la charte"]


def _ticked(row: JournalEntry) -> Shown:
    tick = ArrivalTick.objects.get(pk=row.subjects["arrival_tick_id"])
    return _page(tick.membership.structure, tick.step.words, day_words(tick.done_at))


SHOWN_OF_STRUCTURES: dict[str, Callable[[JournalEntry], Shown]] = {
    "StructureIdentified": _identified,
    "CapacitiesSaid": _capacities,
    "FieldLevelsChosen": _levels,
    "MembershipEnded": _ended,
    "PhotoAdded": _photo,
    "OutsideActorDescribed": _around,
    "SizeCounted": _size,
    "LineageRecorded": _lineage,
    "CharterAdopted": _charter,
    "CharterSigned": _signature,
    "JoinAsked": _asked,
    "JoinAnswered": _answered,
    "ArrivalStepsSet": _steps,
    "ArrivalStepTicked": _ticked,
}
