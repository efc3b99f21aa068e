"""What the home says of calls: invitations to answer, papers to bring, what one watches."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from phares.rooms.commons.blocks import Block, Line
from phares.rooms.commons.days import since_words
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.funding.queries import applications, calls, files

MOST = 3


def show(actor: Actor, pole: Pole, today: date) -> dict[str, Any] | None:
    """Return what calls ask of the reader."""
    lines = []
    if actor.structure_id is not None and actor.may("say", pole):
        lines = [*_invitations(actor, pole, today), *_papers(actor, pole, today)]
    lines += _watches(actor, pole)
    if not lines:
        return None
    block = Block("appels", _("Des appels à répondre ensemble"), lines)
    return {"blocks": [block.cut(MOST, all_url=reverse("funding:applications", args=[pole.slug]))]}


def _invitations(actor: Actor, pole: Pole, today: date) -> list[Line]:
    lines = []
    for member in applications.invitations_waiting(actor, pole):
        closes = member.application.call.closes_on
        lines.append(
            Line(
                title=member.application.title,
                url=member.application.get_absolute_url(),
                pieces=[_("votre structure est invitée"), *([since_words(closes, today)] if closes else [])],
                action=_("Voir") if not actor.may("sign", pole) else _("Répondre"),
                action_url=reverse("funding:answer_invitation", args=[pole.slug, member.pk])
                if actor.may("sign", pole)
                else member.application.get_absolute_url(),
            )
        )
    return lines


def _papers(actor: Actor, pole: Pole, today: date) -> list[Line]:
    return [
        Line(
            title=one.title,
            url=one.get_absolute_url(),
            pieces=[
                ngettext("%(count)d de vos pièces manque", "%(count)d de vos pièces manquent", count) % {"count": count}
            ],
            action=_("Les apporter"),
            action_url=reverse("funding:own_papers", args=[pole.slug]),
        )
        for one, count in files.papers_lacking(actor, pole, today)
    ]


def _watches(actor: Actor, pole: Pole) -> list[Line]:
    address = reverse("funding:watches", args=[pole.slug])
    return [
        Line(
            title=str(one.watch),
            pieces=[ngettext("%(count)d appel nouveau", "%(count)d appels nouveaux", one.new) % {"count": one.new}],
            action=_("Voir"),
            action_url=address,
        )
        for one in (calls.watches_of(actor, pole) if actor.person_id else [])
        if one.new
    ]
