"""The act by which a structure chooses who reads which field of its page."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory import events, permissions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.findable import make_findable
from phares.rooms.directory.models import FieldVisibility, Structure
from phares.rooms.directory.models.field_visibility import HIDEABLE, FieldLevel


class FieldNotHideable(Refusal):
    """The field goes with the page, or the level does not exist."""

    sentence = _("Ce choix n’existe pas : le nom, la phrase et la commune vont avec la page.")
    status = 422


@transaction.atomic
def choose_field_levels(*, structure: Structure, levels: Mapping[str, str], by: Actor, at: datetime) -> Structure:
    """Keep some fields to the pole or to its coordination; a field that is not named is shown to everybody."""
    require(permissions.can_describe_structure(by, structure))
    if not (levels.keys() <= HIDEABLE.keys() and set(levels.values()) <= set(FieldLevel.values)):
        raise FieldNotHideable
    structure.field_visibilities.all().delete()
    FieldVisibility.objects.bulk_create(
        FieldVisibility(structure=structure, field=field, level=level)
        for field, level in levels.items()
        if level != FieldLevel.PUBLIC
    )
    make_findable(structure)
    publish(events.FieldLevelsChosen(structure.pole_id, structure.pk), by=by, at=at)
    return structure
