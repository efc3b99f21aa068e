"""Pages of what a call asks: adding a row, taking it off, bringing a file of calls."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.directory.gate import found, members
from phares.rooms.funding import actions, permissions
from phares.rooms.funding.forms.calls import AskedPaperForm, CallsFileForm, RuleEntryForm, SkillForm
from phares.rooms.funding.models.call import CallKind
from phares.rooms.funding.queries import calls as queries


def _row_page(
    request: Any, pk: int, form: BaseForm, act: Callable[..., Any], heading: str, lead: str = ""
) -> HttpResponse:
    """Show the form of one row of a call, and lead back to the call."""
    require(permissions.can_keep_funding(request.actor, request.pole))
    one = found(queries.call_numbered(request.actor, request.pole, pk))

    def added(entry: dict[str, Any]) -> str:
        act(call=one, **entry, by=request.actor, at=timezone.now())
        messages.success(request, _("La ligne est ajoutée."))
        return one.get_absolute_url()

    words = {"heading": heading, "lead": lead or one.title, "submit_label": _("Ajouter")}
    return form_page(request, form, added, **words, back_label=one.title, back_url=one.get_absolute_url())


@writes
@members
def ask_skill(request: Any, pk: int) -> HttpResponse:
    """Add a skill or a means to what a call asks."""
    form = SkillForm(request.POST or None)
    return _row_page(request, pk, form, actions.ask_skill, _("Ce que l’appel demande"))


@writes
@members
def ask_rule(request: Any, pk: int) -> HttpResponse:
    """Add a rule on who may answer."""
    form = RuleEntryForm(request.POST or None)
    return _row_page(request, pk, form, actions.ask_rule, _("Qui peut répondre"))


@writes
@members
def ask_paper(request: Any, pk: int) -> HttpResponse:
    """Add a paper to those asked."""
    form = AskedPaperForm(request.POST or None)
    return _row_page(request, pk, form, actions.ask_paper, _("Une pièce demandée"))


@acts
@members
def take_row_off(request: Any, sort: str, pk: int) -> HttpResponse:
    """Take a row off a call."""
    row = found(queries.row_numbered(request.pole, sort, pk))
    actions.take_row_off(row=row, by=request.actor, at=timezone.now())
    return redirect(row.call)


@writes
@members
def bring_calls(request: Any) -> HttpResponse:
    """Bring a file of calls, to be looked at before anything is written."""
    require(permissions.can_keep_funding(request.actor, request.pole))

    def act(entry: dict[str, Any]) -> str:
        upload = entry["file"]
        brought = actions.bring_calls(
            pole=request.pole, name=upload.name, content=upload.read(), by=request.actor, at=timezone.now()
        )
        return reverse("funding:brought_calls", args=[request.pole.slug, brought.pk])

    return form_page(
        request,
        CallsFileForm(request.POST or None, request.FILES or None),
        act,
        heading=_("Apporter un fichier d’appels"),
        lead=_("Rien n’est écrit avant que vous n’ayez relu."),
        submit_label=_("Lire ce fichier"),
        back_label=_("Appels"),
        back_url=reverse("funding:calls", args=[request.pole.slug]),
    )


@reads
@members
def brought_calls(request: Any, pk: int) -> HttpResponse:
    """Show what a file would write, and what is wrong in it."""
    require(permissions.can_keep_funding(request.actor, request.pole))
    brought = found(queries.import_numbered(request.pole, pk))
    ready = [one for one in brought.entries if not one["errors"] and not one["is_known"]]
    kinds = dict(CallKind.choices)
    good = [
        one
        | {
            "closes_on": date.fromisoformat(one["closes_on"]) if one["closes_on"] else None,
            "kind_words": kinds[one["kind"]],
        }
        for one in ready
    ]
    context = {
        "brought": brought,
        "good": good,
        "bad": [one for one in brought.entries if one["errors"]],
        "known": sum(one["is_known"] for one in brought.entries),
    }
    return render(request, "funding/brought_calls.html", context)


@acts
@members
def write_calls(request: Any, pk: int) -> HttpResponse:
    """Note the calls of a file."""
    brought = found(queries.import_numbered(request.pole, pk))
    written = actions.write_calls(brought=brought, by=request.actor, at=timezone.now())
    words = ngettext("%(count)d appel est noté.", "%(count)d appels sont notés.", len(written))
    messages.success(request, words % {"count": len(written)})
    return redirect("funding:calls", request.pole.slug)
