"""Acts on requests to join: asking without account, answering with a reason and a date."""

import secrets
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory import events, permissions
from phares.rooms.directory.actions.membership import admit_structure
from phares.rooms.directory.actions.people import NobodyActsHere
from phares.rooms.directory.actions.structure import add_structure
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import CharterValue, JoinRequest, Pole, Structure
from phares.rooms.directory.models.join_request import JoinAnswer

MOST_A_DAY = 20


class TooManyAskedToday(Refusal):
    """More asked in a day than anybody reads: a machine does so."""

    sentence = _("Beaucoup de demandes sont arrivées aujourd’hui : revenez demain, ou écrivez à la coordination.")
    status = 429


class NoWayToAnswer(Refusal):
    """Neither mail nor phone."""

    sentence = _("Dites comment vous répondre : une adresse électronique ou un téléphone.")
    status = 422


class AlreadyAnswered(Refusal):
    """An answer was given, and stays."""

    sentence = _("Cette demande a déjà sa réponse.")


class ReasonNeeded(Refusal):
    """Whoever asked is told why."""

    sentence = _("Dites la raison : elle est envoyée avec la réponse.")
    status = 422


@transaction.atomic
def ask_to_join(
    *,
    pole: Pole,
    name: str,
    kind: str,
    brings: str,
    needs: str,
    first_thing: str,
    contact_name: str,
    contact_email: str = "",
    contact_phone: str = "",
    values: Iterable[CharterValue] = (),
    by: Actor,
    at: datetime,
) -> JoinRequest:
    """Ask to take part, in the structure's own words; anybody may, without account."""
    if pole.is_public_record:
        raise NobodyActsHere
    if not (contact_email or contact_phone):
        raise NoWayToAnswer(field="contact_email")
    if pole.join_requests.filter(asked_at__gt=at - timedelta(days=1)).count() >= MOST_A_DAY:
        raise TooManyAskedToday
    join_request = JoinRequest.objects.create(
        pole=pole,
        receipt=secrets.token_urlsafe(32),
        name=name,
        kind=kind,
        brings=brings,
        needs=needs,
        first_thing=first_thing,
        contact_name=contact_name,
        contact_email=contact_email,
        contact_phone=contact_phone,
        language=(get_language() or "fr")[:2],
        asked_at=at,
    )
    join_request.values.set([value for value in values if value.charter.pole_id == pole.pk])
    publish(events.JoinAsked(pole.pk, join_request.pk), by=by, at=at)
    return join_request


@transaction.atomic
def answer_join_request(
    *,
    join_request: JoinRequest,
    answer: str,
    reason: str,
    from_on: date | None = None,
    by: Actor,
    at: datetime,
) -> JoinRequest:
    """Accept or decline, with the reason; who is accepted enters the directory and takes part from a day on."""
    pole = join_request.pole
    require(permissions.can_keep_directory(by, pole))
    join_request = JoinRequest.objects.select_for_update().get(pk=join_request.pk)
    if join_request.answer:
        raise AlreadyAnswered
    if not reason.strip():
        raise ReasonNeeded(field="reason")
    if answer == JoinAnswer.ACCEPTED:
        join_request.structure = _welcome(join_request, from_on or timezone.localdate(at), by, at)
    join_request.answer, join_request.reason, join_request.answered_at = answer, reason, at
    join_request.save()
    publish(events.JoinAnswered(pole.pk, join_request.pk), by=by, at=at)
    return join_request


def _welcome(join_request: JoinRequest, from_on: date, by: Actor, at: datetime) -> Structure:
    """Enter the structure that asked with what it said of itself; its path of arrival begins with its membership."""
    structure = add_structure(pole=join_request.pole, name=join_request.name, by=by, at=at)
    structure.contact_email, structure.contact_phone = join_request.contact_email, join_request.contact_phone
    structure.save()
    admit_structure(structure=structure, kind=join_request.kind, from_on=from_on, by=by, at=at)
    return structure
