"""Held: what belongs to one structure, one residents' group or one resident."""

from typing import Any

from django.db import models
from django.db.models import Q

from phares.rooms.directory.models.person import Person
from phares.rooms.directory.models.structure import ResidentsGroup, Structure

Holder = Structure | ResidentsGroup | Person


class Held(models.Model):
    """Something that exactly one structure, residents' group or resident holds."""

    structure = models.ForeignKey(Structure, models.PROTECT, null=True, blank=True, related_name="+")
    group = models.ForeignKey(ResidentsGroup, models.PROTECT, null=True, blank=True, related_name="+")
    resident = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        abstract = True

    @property
    def holder(self) -> Holder:
        """Return the structure, the group or the resident."""
        return self.structure or self.group or self.resident  # type: ignore[return-value]

    @property
    def holder_key(self) -> str:
        """Return a text that names the holder once in the whole instance, such as `structure-3`."""
        return holder_key(self.holder)


def holder_key(holder: Holder) -> str:
    """Return the text that names a holder once in the whole instance."""
    return f"{_FIELD[type(holder)]}-{holder.pk}"


_FIELD: dict[type, str] = {Structure: "structure", ResidentsGroup: "group", Person: "resident"}


def held_by(holder: Holder) -> dict[str, Any]:
    """Return the fields that make `holder` the holder, for filters and for new rows."""
    return {"structure": None, "group": None, "resident": None, _FIELD[type(holder)]: holder}


def one_holder(name: str) -> models.CheckConstraint:
    """Return the constraint that a row has exactly one holder."""
    one = [
        Q(**{f"{other}__isnull": other != held for other in _FIELD.values()})  # one filled, the others empty
        for held in _FIELD.values()
    ]
    return models.CheckConstraint(condition=one[0] | one[1] | one[2], name=name)
