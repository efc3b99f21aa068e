"""Reads on those for whom something can be noted: structures, residents' groups, residents."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from phares.rooms.commons.row_numbers import row_number
from phares.rooms.directory import permissions as directory
from phares.rooms.directory import queries as of_directory
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Person, Pole, ResidentsGroup, Structure
from phares.rooms.directory.models.held import Holder, holder_key

Choices = list[tuple[str, list[tuple[str, str]]]]


def holder_choices(actor: Actor, pole: Pole, day: date) -> Choices:
    """Return those for whom one may note, by sort: residents, their groups, structures."""
    sorts: list[tuple[str, Any]] = [
        (_("Habitantes et habitants"), of_directory.residents_of(pole, day)),
        (_("Groupes"), of_directory.residents_groups(pole)),
        (_("Structures"), directory.visible_structures(actor, pole)),
    ]
    return [(label, [(holder_key(one), str(one)) for one in held]) for label, held in sorts]


def holder_named(pole: Pole, key: str) -> Holder | None:
    """Return the structure, the group or the resident of this pole that `key` names, such as `structure-3`."""
    kind, _dash, number = key.partition("-")
    found: dict[str, Any] = {
        "structure": Structure.objects.filter(pole=pole),
        "group": ResidentsGroup.objects.filter(pole=pole),
        "resident": Person.objects.filter(mandates__pole=pole, mandates__role="resident").distinct(),
    }
    holder: Holder | None = found[kind].filter(pk=row_number(number)).first() if kind in found else None
    return holder
