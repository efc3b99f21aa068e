"""Acts on memberships: a structure takes part from a day on, and until a day."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory import events, permissions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Membership, Structure
from phares.rooms.directory.models.membership import Bounds


class MembershipsOverlap(Refusal):
    """The structure already takes part on some of these days."""

    sentence = _(
        "Cette structure participe déjà au pôle sur une partie de ces dates : mettez d’abord fin à cette participation."
    )


class EndsBeforeItBegins(Refusal):
    """The last day comes before the first."""

    sentence = _("La date de fin vient avant la date de début.")


class SameKind(Refusal):
    """Nothing would change."""

    sentence = _("Elle participe déjà de cette façon ce jour-là.")


class ChangesBeforeItBegins(Refusal):
    """The change would come before the first day, or on it."""

    sentence = _("Le changement vient après le premier jour de la participation.")


class AlreadyOver(Refusal):
    """The membership had ended before the change."""

    sentence = _("Cette participation est finie avant ce jour : écrivez plutôt une nouvelle participation.")


@transaction.atomic
def admit_structure(
    *,
    structure: Structure,
    kind: str,
    from_on: date,
    until_on: date | None = None,
    bounds: str = Bounds.KNOWN,
    surface_m2: Decimal | None = None,
    source: str = "",
    source_url: str = "",
    by: Actor,
    at: datetime,
) -> Membership:
    """Write down that a structure takes part in the pole in one way during a period."""
    require(permissions.can_keep_directory(by, structure.pole))
    if until_on is not None and until_on < from_on:
        raise EndsBeforeItBegins(field="until_on")
    try:
        with transaction.atomic():
            membership = Membership.objects.create(
                structure=structure,
                kind=kind,
                from_on=from_on,
                until_on=until_on,
                bounds=bounds,
                surface_m2=surface_m2,
                source=source,
                source_url=source_url,
            )
    except IntegrityError as error:
        raise MembershipsOverlap(field="from_on") from error
    publish(events.StructureAdmitted(structure.pole_id, membership.pk, structure.pk), by=by, at=at)
    return membership


@transaction.atomic
def end_membership(*, membership: Membership, until_on: date, by: Actor, at: datetime) -> Membership:
    """Write down the last day of a structure's taking part; what it did until then stays."""
    structure = membership.structure
    require(permissions.can_keep_directory(by, structure.pole))
    if until_on < membership.from_on:
        raise EndsBeforeItBegins(field="until_on")
    try:
        with transaction.atomic():
            membership.until_on = until_on
            membership.save(update_fields=["until_on"])
    except IntegrityError as error:
        raise MembershipsOverlap(field="until_on") from error
    publish(events.MembershipEnded(structure.pole_id, membership.pk, structure.pk), by=by, at=at)
    return membership


@transaction.atomic
def change_membership(
    *, membership: Membership, kind: str, from_on: date, source: str = "", by: Actor, at: datetime
) -> Membership:
    """Write down that a structure takes part in another way from a day on; how it took part before stays as it was."""
    if kind == membership.kind:
        raise SameKind(field="kind")
    if from_on <= membership.from_on:
        raise ChangesBeforeItBegins(field="from_on")
    last = membership.until_on
    if last is not None and last < from_on:
        raise AlreadyOver(field="from_on")
    before = end_membership(membership=membership, until_on=from_on - timedelta(days=1), by=by, at=at)
    return admit_structure(
        structure=before.structure, kind=kind, from_on=from_on, until_on=last, source=source, by=by, at=at
    )
