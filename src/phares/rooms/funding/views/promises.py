"""Pages of what an answer proposes to be judged on."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, writes
from phares.rooms.commons.refusals import require
from phares.rooms.directory.gate import found, members
from phares.rooms.funding import actions, permissions
from phares.rooms.funding.forms.applications import ProposedIndicatorForm
from phares.rooms.funding.queries import applications as queries
from phares.rooms.funding.views.applications import one_seen


@writes
@members
def propose_indicator(request: Any, pk: int) -> HttpResponse:
    """Propose a figure to be judged on."""
    one = one_seen(request, pk)
    require(permissions.can_compose(request.actor, one))
    address = reverse("funding:joint_budget", args=[request.pole.slug, pk])

    def act(entry: dict[str, Any]) -> str:
        actions.propose_indicator(application=one, **entry, by=request.actor, at=timezone.now())
        return f"{address}#promesses"

    words = {"heading": _("Un chiffre à atteindre"), "lead": one.title, "submit_label": _("Le proposer")}
    form = ProposedIndicatorForm(request.POST if request.method == "POST" else None)
    return form_page(request, form, act, **words, back_label=_("Le budget"), back_url=address)


@acts
@members
def take_indicator_back(request: Any, pk: int) -> HttpResponse:
    """Propose it no more."""
    one = found(queries.indicator_numbered(request.actor, request.pole, pk))
    actions.take_indicator_back(indicator=one, by=request.actor, at=timezone.now())
    return redirect(reverse("funding:joint_budget", args=[request.pole.slug, one.application_id]) + "#promesses")
