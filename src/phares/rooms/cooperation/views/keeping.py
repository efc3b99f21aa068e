"""Pages of what was said: saying that it is right, prolonging it, counting what is left of it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.days import day_words
from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, writes
from phares.rooms.commons.refusals import require
from phares.rooms.cooperation import actions, permissions
from phares.rooms.cooperation.forms.keeping import ExtendForm, LeftForm
from phares.rooms.cooperation.queries import items as queries
from phares.rooms.directory.gate import found, members


@writes
@members
def extend_item(request: Any, pk: int) -> HttpResponse:
    """Prolong a need or an offer in one click."""
    item = found(queries.item_seen(request.actor, request.pole, pk))
    require(permissions.can_extend_item(request.actor, item))

    def act(entry: dict[str, Any]) -> str:
        kept = actions.extend_item(item=item, by=request.actor, at=timezone.now())
        messages.success(request, _("C’est prolongé jusqu’au %(day)s.") % {"day": day_words(kept.expires_on)})
        return item.get_absolute_url()

    return form_page(
        request,
        ExtendForm(request.POST if request.method == "POST" else None),
        act,
        heading=_("Toujours d’actualité ?"),
        lead=_("« %(title)s » sera montré six mois de plus.") % {"title": item.title},
        submit_label=_("Prolonger"),
        back_label=item.title,
        back_url=item.get_absolute_url(),
    )


@acts
@members
def keep_noted_item(request: Any, pk: int) -> HttpResponse:
    """Say that what somebody noted for one's structure is right."""
    item = found(queries.item_seen(request.actor, request.pole, pk))
    actions.keep_noted_item(item=item, by=request.actor, at=timezone.now())
    messages.success(request, _("C’est entendu : cela reste tel que c’est noté."))
    return redirect(item.get_absolute_url())


@writes
@members
def count_left(request: Any, pk: int) -> HttpResponse:
    """Say how much of an offer is left."""
    offer = found(queries.item_seen(request.actor, request.pole, pk))
    require(permissions.can_count_left(request.actor, offer))

    def act(entry: dict[str, Any]) -> str:
        actions.count_left(offer=offer, left=entry["left"], by=request.actor, at=timezone.now())
        messages.success(request, _("C’est compté."))
        return offer.get_absolute_url()

    return form_page(
        request,
        LeftForm(request.POST if request.method == "POST" else None, initial={"left": offer.quantity_left}),
        act,
        heading=_("Combien en reste-t-il ?"),
        lead=offer.title,
        submit_label=_("Enregistrer"),
        back_label=offer.title,
        back_url=offer.get_absolute_url(),
    )
