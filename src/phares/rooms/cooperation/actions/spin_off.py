"""Acts on spin-offs: writing down that a structure was born of what others did together."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.cooperation import events, permissions
from phares.rooms.cooperation.models import Cooperation, SpinOff
from phares.rooms.cooperation.models.cooperation import Openness
from phares.rooms.cooperation.models.spin_off import Precision
from phares.rooms.directory.actions import record_lineage
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole, Structure
from phares.rooms.directory.models.lineage import LineageKind


class NoOrigin(Refusal):
    """A lineage has an origin: a cooperation of the register, or a source that says so."""

    sentence = _("Dites de quelle coopération elle est née, ou quelle source le dit.")
    status = 400


class RecordedBefore(Refusal):
    """The same lineage is written already."""

    sentence = _("Cette naissance est déjà écrite.")


@transaction.atomic
def record_spin_off(
    *,
    pole: Pole,
    structure: Structure,
    on: date,
    precision: Precision = Precision.DAY,
    cooperation: Cooperation | None = None,
    parents: Sequence[Structure] = (),
    what: str = "",
    source: str = "",
    source_url: str = "",
    by: Actor,
    at: datetime,
) -> SpinOff:
    """Write down from which cooperation, or from which structures as a source tells it, a structure comes.

    Its lineage in the directory follows: the structures named, and those that took part in the cooperation, unless
    its parties keep to themselves that they do. What the directory says already is not written again.
    """
    require(permissions.can_record_spin_off(by, pole))
    if cooperation is None and not source.strip():
        raise NoOrigin(field="cooperation")
    poles = {structure.pole_id, *(one.pole_id for one in parents), cooperation.pole_id if cooperation else pole.pk}
    if poles != {pole.pk} or structure in parents:
        raise NoOrigin(field="structure")
    Structure.objects.select_for_update().get(pk=structure.pk)
    if SpinOff.objects.filter(structure=structure, cooperation=cooperation).exists():
        raise RecordedBefore
    spin_off = SpinOff.objects.create(
        pole=pole,
        structure=structure,
        cooperation=cooperation,
        on=on,
        precision=precision,
        what=what,
        source=source,
        source_url=source_url,
        recorded_by_id=by.person_id,
        recorded_at=at,
    )
    _write_lineage(spin_off, [*parents, *_parents_shown(cooperation)], by, at)
    publish(events.SpinOffRecorded(pole.pk, spin_off.pk), by=by, at=at)
    return spin_off


def _parents_shown(cooperation: Cooperation | None) -> list[Structure]:
    """Return the structures that took part in a cooperation whose parties let others know of it."""
    if cooperation is None or cooperation.openness == Openness.PARTIES:
        return []
    return [party.structure for party in cooperation.parties.select_related("structure__pole") if party.structure]


def _write_lineage(spin_off: SpinOff, parents: Sequence[Structure], by: Actor, at: datetime) -> None:
    structure = spin_off.structure
    known = set(structure.lineages.filter(kind=LineageKind.BORN_FROM).values_list("other_id", flat=True))
    for parent in {one.pk: one for one in parents if one.pk not in {*known, structure.pk}}.values():
        record_lineage(
            structure=structure,
            other=parent,
            kind=LineageKind.BORN_FROM,
            on=spin_off.on,
            source=spin_off.source,
            source_url=spin_off.source_url,
            by=by,
            at=at,
        )
