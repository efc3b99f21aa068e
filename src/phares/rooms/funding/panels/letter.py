"""What the letter of the week says of calls: invitations to answer, and what one's watches found."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from phares.rooms.commons.blocks import Block, Line
from phares.rooms.commons.days import since_words
from phares.rooms.cooperation.models.letter import When
from phares.rooms.cooperation.queries.letter import LetterAsked
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.funding.queries import applications, calls


def show(actor: Actor, asked: LetterAsked, today: date) -> dict[str, Any] | None:
    """Return what waits for who may sign, as far as they want to read of it, and the calls they asked to hear of."""
    invited = [] if asked.wish.proposals == When.NEVER else _invitations(actor, asked.pole, today)
    blocks = [
        Block("invitations", _("On vous invite à répondre à un appel"), invited),
        Block("veilles", _("Des appels que vous suivez"), _watched(actor, asked, today)),
    ]
    told = [block for block in blocks if block.lines]
    return {"blocks": told} if told else None


def _until(closes: date | None, today: date) -> list[str]:
    return [_("à déposer %(when)s") % {"when": since_words(closes, today)}] if closes else []


def _invitations(actor: Actor, pole: Pole, today: date) -> list[Line]:
    if not actor.may("sign", pole):
        return []
    return [
        Line(
            title=one.application.title,
            pieces=[one.application.call.issuer, *_until(one.application.call.closes_on, today)],
            action=_("Répondre"),
            action_url=reverse("funding:answer_invitation", args=[pole.slug, one.pk]),
        )
        for one in applications.invitations_waiting(actor, pole)
    ]


def _watched(actor: Actor, asked: LetterAsked, today: date) -> list[Line]:
    if not asked.is_first:
        return []
    return [
        Line(
            title=one.title,
            pieces=[one.issuer, *_until(one.closes_on, today)],
            action=_("Voir"),
            action_url=one.get_absolute_url(),
        )
        for one in calls.calls_of_letter(actor, asked.pole, asked.since, today)
    ]
