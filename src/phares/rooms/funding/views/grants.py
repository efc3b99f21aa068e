"""Pages of grants: all of them, one, and what is noted there."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons import panels
from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.directory.gate import found, members
from phares.rooms.funding import actions, budget, permissions
from phares.rooms.funding.forms.grants import DayForm, GrantForm, IndicatorForm, PaymentForm
from phares.rooms.funding.models import Grant
from phares.rooms.funding.queries import grants as queries
from phares.rooms.funding.queries import team

A_PAGE = 30


@reads
@members
def grants(request: Any) -> HttpResponse:
    """Show every grant to whoever acts in the pole."""
    require(permissions.can_see_grants(request.actor, request.pole))
    page = Paginator(queries.grants_of(request.actor, request.pole), A_PAGE).get_page(request.GET.get("page"))
    can_keep = permissions.can_keep_funding(request.actor, request.pole)
    return render(request, "funding/grants.html", {"page": page, "can_keep": can_keep})


@reads
@members
def grant(request: Any, pk: int) -> HttpResponse:
    """Show one grant: its money, its promises, its report."""
    one = _grant(request, pk)
    answered = permissions.visible_applications(request.actor, request.pole).filter(grant=one).first()
    context = {
        "grant": one,
        "standing": queries.standing(one),
        "can_keep": permissions.can_keep_funding(request.actor, request.pole),
        "application": answered,
        "table": budget.budget_of(answered.call, team.members_of(answered)) if answered else None,
        "panels": panels.shown("grant", request.actor, one, request.today),
    }
    return render(request, "funding/grant.html", context)


def _grant(request: Any, pk: int) -> Grant:
    return found(queries.grant_numbered(request.actor, request.pole, pk))


@writes
@members
def open_grant(request: Any) -> HttpResponse:
    """Write a grant down."""
    require(permissions.can_keep_funding(request.actor, request.pole))

    def act(entry: dict[str, Any]) -> str:
        said = {"amount_cents": entry.pop("amount"), **entry}
        return actions.open_grant(pole=request.pole, **said, by=request.actor, at=timezone.now()).get_absolute_url()

    return form_page(
        request,
        GrantForm([one.name for one in queries.funders_of(request.pole)], request.POST or None),
        act,
        heading=_("Noter une subvention"),
        lead=_("Ce que dit la convention ; les versements et les promesses s’ajoutent ensuite."),
        submit_label=_("Noter cette subvention"),
        back_label=_("Subventions"),
        back_url=reverse("funding:grants", args=[request.pole.slug]),
    )


def _noted(
    request: Any, one: Grant, form: BaseForm, act: Callable[[dict[str, Any]], Any], heading: str
) -> HttpResponse:
    """Show a small form that notes something on a grant and leads back to it."""
    require(permissions.can_keep_funding(request.actor, request.pole))

    def noted(entry: dict[str, Any]) -> str:
        act(entry)
        messages.success(request, _("C’est noté."))
        return one.get_absolute_url()

    words = {"heading": heading, "lead": one.title, "submit_label": _("Noter")}
    return form_page(request, form, noted, **words, back_label=one.title, back_url=one.get_absolute_url())


@writes
@members
def plan_payment(request: Any, pk: int) -> HttpResponse:
    """Write down a payment that is expected."""
    one = _grant(request, pk)

    def act(entry: dict[str, Any]) -> None:
        said = {"amount_cents": entry.pop("amount"), **entry}
        actions.plan_payment(grant=one, **said, by=request.actor, at=timezone.now())

    return _noted(request, one, PaymentForm(request.POST or None), act, _("Un versement attendu"))


@writes
@members
def receive_payment(request: Any, pk: int) -> HttpResponse:
    """Note that a payment came in."""
    payment = found(queries.payment_numbered(request.actor, request.pole, pk))

    def act(entry: dict[str, Any]) -> None:
        actions.receive_payment(payment=payment, **entry, by=request.actor, at=timezone.now())

    form = DayForm(request.POST or None, initial={"on": request.today})
    return _noted(request, payment.grant, form, act, _("Ce versement est arrivé"))


@writes
@members
def promise_indicator(request: Any, pk: int) -> HttpResponse:
    """Write down a figure that was promised."""
    one = _grant(request, pk)

    def act(entry: dict[str, Any]) -> None:
        actions.promise_indicator(grant=one, **entry, by=request.actor, at=timezone.now())

    return _noted(request, one, IndicatorForm(request.POST or None), act, _("Un chiffre promis"))


@writes
@members
def send_grant_report(request: Any, pk: int) -> HttpResponse:
    """Note that the report left."""
    one = _grant(request, pk)

    def act(entry: dict[str, Any]) -> None:
        actions.send_grant_report(grant=one, **entry, by=request.actor, at=timezone.now())

    form = DayForm(request.POST or None, initial={"on": request.today})
    return _noted(request, one, form, act, _("Le compte rendu est parti"))


@acts
@members
def remove_payment(request: Any, pk: int) -> HttpResponse:
    """Take off a payment written by mistake."""
    payment = found(queries.payment_numbered(request.actor, request.pole, pk))
    actions.remove_payment(payment=payment, by=request.actor, at=timezone.now())
    return redirect(payment.grant)


@acts
@members
def remove_indicator(request: Any, pk: int) -> HttpResponse:
    """Take off an indicator written by mistake."""
    indicator = found(queries.indicator_numbered(request.actor, request.pole, pk))
    actions.remove_indicator(indicator=indicator, by=request.actor, at=timezone.now())
    return redirect(indicator.grant)
