"""A bourse: what is brought, the page that is projected and refreshes by itself, signing on the spot."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.commons.row_numbers import row_number
from phares.rooms.cooperation import actions, permissions
from phares.rooms.cooperation.actions.bourse import NobodyToSign
from phares.rooms.cooperation.forms.bourse import SpotForm
from phares.rooms.cooperation.queries import bourse as queries
from phares.rooms.cooperation.queries import items as of_items
from phares.rooms.cooperation.queries import matching
from phares.rooms.directory.gate import found, members
from phares.rooms.directory.models import Gathering
from phares.rooms.directory.models.held import holder_key
from phares.rooms.directory.queries.gatherings import gathering_numbered


def _gathering(request: Any, pk: int) -> Gathering:
    """Return the bourse of this number; another kind of gathering is not found."""
    gathering: Gathering = found(gathering_numbered(request.pole, pk))
    return found(gathering if gathering.is_bourse else None)


@reads
@members
def bourse(request: Any, pk: int) -> HttpResponse:
    """Show, large enough to be projected, who could help whom among those there; it asks again by itself."""
    gathering = _gathering(request, pk)
    context = {
        "gathering": gathering,
        "bourse": queries.bourse_of(request.actor, gathering, request.today),
        "can_run": permissions.can_run_bourse(request.actor, gathering),
        "now": timezone.now(),
    }
    template = "cooperation/parts/bourse_live.html" if request.htmx else "cooperation/bourse.html"
    return render(request, template, context)


@acts
@members
def bring_item(request: Any, pk: int) -> HttpResponse:
    """Bring one's own need or offer to a bourse."""
    gathering = _gathering(request, pk)
    item = found(of_items.item_seen(request.actor, request.pole, row_number(request.POST.get("item"))))
    actions.bring_item(gathering=gathering, item=item, by=request.actor, at=timezone.now())
    messages.success(request, _("C’est apporté : vous le verrez à la bourse."))
    return redirect(gathering.get_absolute_url())


@writes
@members
def sign_on_the_spot(request: Any, pk: int) -> HttpResponse:
    """Write in one sentence what both agree on, and sign while they are there."""
    gathering = _gathering(request, pk)
    require(permissions.can_run_bourse(request.actor, gathering))
    asked = request.POST if request.method == "POST" else request.GET
    live = reverse("cooperation:bourse", args=[request.pole.slug, gathering.pk])
    if "besoin" not in asked:
        return redirect(live)
    need, offer = found(queries.pair_at(request.actor, gathering, asked.get("besoin", ""), asked.get("offre", "")))
    signers = {holder_key(item.holder): queries.signers_of(item.holder, request.today) for item in (need, offer)}
    form = SpotForm(
        request.POST if request.method == "POST" else None, need=need, offer=offer, signers=signers, day=request.today
    )

    def act(entry: dict[str, Any]) -> str:
        chosen = form.chosen()
        if any(queries.needs_signer(item.holder) and chosen[holder_key(item.holder)] is None for item in (need, offer)):
            raise NobodyToSign
        why = matching.found_between(need, offer, request.today)
        cooperation = actions.sign_on_the_spot(
            gathering=gathering,
            need=need,
            offer=offer,
            draft=form.draft(),
            signers=chosen,
            reasons=matching.kept_reasons(why),
            missing=matching.kept_missing(why),
            by=request.actor,
            at=timezone.now(),
        )
        messages.success(request, _("Signé : « %(title)s ».") % {"title": cooperation.title})
        return live

    return form_page(
        request,
        form,
        act,
        template="cooperation/sign_on_the_spot.html",
        heading=_("Signer sur place"),
        need=need,
        offer=offer,
        submit_label=_("Les deux signent"),
        back_url=live,
    )
