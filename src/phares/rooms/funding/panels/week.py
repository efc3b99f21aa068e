"""What the week says of calls and grants, for those who keep them."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from phares.rooms.commons.blocks import Block, Line
from phares.rooms.commons.days import since_words
from phares.rooms.cooperation.sharing_words import euros
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.funding import permissions
from phares.rooms.funding.queries import grants

MOST = 6


def show_grants(actor: Actor, pole: Pole, today: date) -> dict[str, Any] | None:
    """Return the reports owed to funders and the payments that are awaited."""
    if not permissions.can_keep_funding(actor, pole):
        return None
    lines = [
        Line(
            title=one.title,
            url=one.get_absolute_url(),
            pieces=[
                one.funder.name,
                _("compte rendu à rendre %(when)s") % {"when": since_words(one.report_due_on, today)},
            ],
            action=_("Noter son départ"),
            action_url=reverse("funding:send_grant_report", args=[pole.slug, one.pk]),
        )
        for one in grants.reports_owed(actor, pole, today)
    ]
    lines += [
        Line(
            title=payment.grant.title,
            url=payment.grant.get_absolute_url(),
            pieces=[
                payment.grant.funder.name,
                f"{payment.label}, {euros(payment.amount_cents)}",
                _("attendu %(when)s") % {"when": since_words(payment.due_on or today, today)},
            ],
            action=_("Noter son arrivée"),
            action_url=reverse("funding:receive_payment", args=[pole.slug, payment.pk]),
        )
        for payment in grants.payments_awaited(actor, pole, today)
    ]
    block = Block("subventions", _("Les subventions"), lines)
    return {"blocks": [block.cut(MOST, all_url=reverse("funding:grants", args=[pole.slug]))]}
