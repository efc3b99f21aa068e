"""Acts on the pole itself: founding it, describing it, writing down its dated events."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory import events, permissions
from phares.rooms.directory.actions.membership import EndsBeforeItBegins
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Milestone, Pole, Structure
from phares.rooms.directory.models.milestone import MilestoneKind


class SlugTaken(Refusal):
    """Another pole of this instance has this address."""

    sentence = _("Un pôle de cette installation a déjà cette adresse.")


@transaction.atomic
def found_pole(
    *,
    slug: str,
    name: str,
    commune: str,
    long_name: str = "",
    is_demonstration: bool = False,
    is_public_record: bool = False,
    by: Actor,
    at: datetime,
) -> Pole:
    """Begin a pole on this instance.

    `is_public_record` marks a pole that is shown from public sources and in which nobody acts.
    """
    require(permissions.can_found_pole(by))
    if Pole.objects.filter(slug=slug).exists():
        raise SlugTaken(field="slug")
    pole = Pole.objects.create(
        slug=slug,
        name=name,
        commune=commune,
        long_name=long_name,
        is_demonstration=is_demonstration,
        is_public_record=is_public_record,
        founded_at=at,
    )
    publish(events.PoleFounded(pole.pk), by=by, at=at)
    return pole


@transaction.atomic
def describe_pole(
    *,
    pole: Pole,
    headline: str = "",
    presentation: str = "",
    governance: str = "",
    address: str = "",
    contact_email: str = "",
    contact_phone: str = "",
    by: Actor,
    at: datetime,
) -> Pole:
    """Say what the pole is, what it is not, who runs it and where to write."""
    require(permissions.can_keep_directory(by, pole))
    pole.headline, pole.presentation, pole.governance = headline, presentation, governance
    pole.address, pole.contact_email, pole.contact_phone = address, contact_email, contact_phone
    pole.save()
    publish(events.PoleDescribed(pole.pk), by=by, at=at)
    return pole


@transaction.atomic
def record_milestone(
    *,
    pole: Pole,
    on: date,
    when: str,
    title: str,
    kind: str = MilestoneKind.EVENT,
    structure: Structure | None = None,
    detail: str = "",
    source: str = "",
    source_url: str = "",
    until_on: date | None = None,
    by: Actor,
    at: datetime,
) -> Milestone:
    """Write down a dated event with its source; a label that ends has its last day."""
    require(permissions.can_keep_directory(by, pole))
    if until_on is not None and until_on < on:
        raise EndsBeforeItBegins(field="until_on")
    milestone = Milestone.objects.create(
        pole=pole,
        structure=structure,
        kind=kind,
        on=on,
        when=when,
        title=title,
        detail=detail,
        source=source,
        source_url=source_url,
        until_on=until_on,
    )
    publish(events.MilestoneRecorded(pole.pk, milestone.pk), by=by, at=at)
    return milestone


@transaction.atomic
def correct_milestone(
    *,
    milestone: Milestone,
    on: date,
    when: str,
    title: str,
    kind: str = MilestoneKind.EVENT,
    structure: Structure | None = None,
    detail: str = "",
    source: str = "",
    source_url: str = "",
    until_on: date | None = None,
    by: Actor,
    at: datetime,
) -> Milestone:
    """Write down a dated event better: another day, other words, a source found since."""
    require(permissions.can_keep_directory(by, milestone.pole))
    if until_on is not None and until_on < on:
        raise EndsBeforeItBegins(field="until_on")
    milestone.on, milestone.when, milestone.title, milestone.kind = on, when, title, kind
    milestone.structure, milestone.until_on = structure, until_on
    milestone.detail, milestone.source, milestone.source_url = detail, source, source_url
    milestone.save()
    publish(events.MilestoneCorrected(milestone.pole_id, milestone.pk), by=by, at=at)
    return milestone
