"""Pages of ties: those of one structure or group in words, with the facts that prove them; how they fade."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.cooperation import actions, permissions
from phares.rooms.cooperation.forms.ties import FadeForm
from phares.rooms.cooperation.models.fade import fade_days
from phares.rooms.cooperation.queries import ties as queries
from phares.rooms.directory.gate import found, members
from phares.rooms.directory.models.held import Holder
from phares.rooms.directory.permissions import visible_structures


@reads
@members
def ties(request: Any) -> HttpResponse:
    """Show one's own ties."""
    if request.actor.holder is None:
        raise Http404
    return _page(request, request.actor.holder)


@reads
@members
def ties_of(request: Any, slug: str) -> HttpResponse:
    """Show the ties of a structure to itself or to the coordination."""
    return _page(request, found(visible_structures(request.actor, request.pole).filter(slug=slug).first()))


def _page(request: Any, holder: Holder) -> HttpResponse:
    require(permissions.can_see_ties(request.actor, holder, request.pole))
    living, over = queries.ties_of(holder, request.pole, request.today)
    return render(
        request,
        "cooperation/ties.html",
        {
            "holder": holder,
            "living": living,
            "over": over,
            "days": fade_days(request.pole, request.today),
            "can_note": permissions.can_note_in_passing(request.actor, request.pole),
        },
    )


@writes
@members
def set_fade_rule(request: Any) -> HttpResponse:
    """Say for how long a tie counts after its last fact."""
    require(permissions.can_set_fade_rule(request.actor, request.pole))
    back = reverse("cooperation:method", args=[request.pole.slug])

    def act(entry: dict[str, Any]) -> str:
        actions.set_fade_rule(pole=request.pole, **entry, by=request.actor, at=timezone.now())
        messages.success(request, _("La règle est écrite. Elle vaut à partir de ce jour ; le passé garde la sienne."))
        return back

    now = {"days": fade_days(request.pole, request.today), "from_on": request.today}
    return form_page(
        request,
        FadeForm(request.POST if request.method == "POST" else None, initial=now),
        act,
        heading=_("Combien de temps un lien compte"),
        lead=_("Un lien est prouvé par des faits datés. Sans fait nouveau pendant ces jours, il ne compte plus."),
        submit_label=_("Fixer cette règle"),
        back_label=_("Comment on le sait"),
        back_url=back,
    )
