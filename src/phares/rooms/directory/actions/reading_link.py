"""Acts on reading links: letting a funder read until a day, stopping it, opening it."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory import events, permissions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole, ReadingLink
from phares.rooms.directory.models.reading_link import LONGEST


class LinkTooLong(Refusal):
    """The last day is past, or more than a year away."""

    sentence = _("Un lien de lecture dure un an au plus : choisissez un dernier jour, d’aujourd’hui à dans un an.")


class LinkOver(Refusal):
    """The link was taken back or is past its last day."""

    sentence = _("Ce lien de lecture n’ouvre plus rien : son dernier jour est passé, ou il a été retiré.")


@transaction.atomic
def give_reading_link(*, pole: Pole, reader: str, scope: str, until_on: date, by: Actor, at: datetime) -> ReadingLink:
    """Let somebody without account read, within a scope, until a day."""
    require(permissions.can_give_reading_links(by, pole))
    today = timezone.localdate(at)
    if not today <= until_on <= today + LONGEST:
        raise LinkTooLong(field="until_on")
    link = ReadingLink.objects.create(
        pole=pole, reader=reader, scope=scope, until_on=until_on, made_by=by.person, made_at=at
    )
    publish(events.ReadingLinkGiven(pole.pk, link.pk), by=by, at=at)
    return link


@transaction.atomic
def withdraw_reading_link(*, link: ReadingLink, by: Actor, at: datetime) -> None:
    """Stop a link at once, in the browsers where it is open too."""
    require(permissions.can_give_reading_links(by, link.pole))
    if not ReadingLink.objects.filter(pk=link.pk, withdrawn_at=None).update(withdrawn_at=at):
        raise LinkOver
    publish(events.ReadingLinkWithdrawn(link.pole_id, link.pk), by=by, at=at)


@transaction.atomic
def open_reading_link(*, link: ReadingLink, at: datetime) -> None:
    """Count one opening; neither who opens nor what they read is kept."""
    if not ReadingLink.objects.open(timezone.localdate(at)).filter(pk=link.pk).update(visits=F("visits") + 1):
        raise LinkOver
