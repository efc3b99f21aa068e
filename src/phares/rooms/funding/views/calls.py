"""Pages of calls: the list, one of them, noting, correcting, what one watches."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt

from phares.rooms.commons import panels
from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.cooperation.models.letter import When
from phares.rooms.directory.gate import found, members
from phares.rooms.funding import actions, permissions
from phares.rooms.funding.forms.calls import CallForm, WatchForm
from phares.rooms.funding.models import Call
from phares.rooms.funding.models.call import CallKind
from phares.rooms.funding.queries import applications as of_applications
from phares.rooms.funding.queries import calls as queries

A_PAGE = 30


def _to_list(request: Any) -> dict[str, str]:
    return {"back_label": _("Appels"), "back_url": reverse("funding:calls", args=[request.pole.slug])}


@reads
def calls(request: Any) -> HttpResponse:
    """Show the calls that this reader may see, narrowed as asked."""
    actor, pole = request.actor, request.pole
    read = {name: request.GET.get(name, "")[:160] for name in ("q", "sorte", "qui", "quand")}
    when = read["quand"] if read["quand"] in {queries.OPEN, queries.PAST, queries.ALL} else queries.OPEN
    kind = read["sorte"] if read["sorte"] in CallKind.values else ""
    issuers = queries.issuers(actor, pole)
    asked = queries.Asked(read["q"], kind, when, read["qui"] if read["qui"] in issuers else "")
    counts = queries.counts(actor, pole, request.today)
    labels = {queries.OPEN: _("Ouverts"), queries.PAST: _("Passés"), queries.ALL: _("Tous")}
    context = {
        "page": Paginator(queries.calls_found(actor, pole, asked, request.today), A_PAGE).get_page(
            request.GET.get("page")
        ),
        "asked": asked,
        "kinds": CallKind.choices,
        "issuers": issuers,
        "views": [(f"{label} ({counts[code]})", f"?quand={code}", code == when) for code, label in labels.items()],
        "can_keep": permissions.can_keep_funding(actor, pole),
        "can_watch": permissions.can_watch(actor, pole),
        "can_see_grants": permissions.can_see_grants(actor, pole),
        "has_none": not counts[queries.ALL],
        "is_none_open": when == queries.OPEN and not counts[queries.OPEN],
        "today": request.today,
    }
    return render(request, "funding/parts/calls_found.html" if request.htmx else "funding/calls.html", context)


@reads
def call(request: Any, pk: int) -> HttpResponse:
    """Show one call: what it asks, who may answer, with which papers, and the answers that this reader sees."""
    one = found(queries.call_numbered(request.actor, request.pole, pk))
    can_keep = permissions.can_keep_funding(request.actor, request.pole)
    context = {
        "call": one,
        "is_open": one.closes_on is None or one.closes_on >= request.today,
        "applications": of_applications.applications_to(request.actor, one),
        "can_keep": can_keep,
        "can_begin": permissions.can_begin_application(request.actor, one) and not one.is_reference,
        "panels": panels.shown("call", request.actor, one, request.today),
        "today": request.today,
    }
    return render(request, "funding/call.html", context)


@writes
@members
def note_call(request: Any) -> HttpResponse:
    """Note a call by hand."""
    require(permissions.can_keep_funding(request.actor, request.pole))
    form = CallForm(request.POST or None)

    def act(entry: dict[str, Any]) -> str:
        noted = actions.note_call(pole=request.pole, **form.arguments(), by=request.actor, at=timezone.now())
        messages.success(request, _("L’appel est noté. Dites maintenant ce qu’il demande, ligne par ligne."))
        return noted.get_absolute_url()

    words = {"heading": _("Noter un appel"), "lead": _("Ce que dit l’annonce ; ce que l’on ne sait pas reste vide.")}
    return form_page(request, form, act, submit_label=_("Noter cet appel"), **words, **_to_list(request))


@writes
@members
def change_call(request: Any, pk: int) -> HttpResponse:
    """Correct what is known of a call."""
    require(permissions.can_keep_funding(request.actor, request.pole))
    one = found(queries.call_numbered(request.actor, request.pole, pk))
    form = CallForm(request.POST or None, initial=_initial(one))

    def act(entry: dict[str, Any]) -> str:
        return actions.change_call(call=one, **form.arguments(), by=request.actor, at=timezone.now()).get_absolute_url()

    back = {"back_label": one.title, "back_url": one.get_absolute_url()}
    return form_page(request, form, act, heading=_("Corriger l’appel"), submit_label=_("Enregistrer"), **back)


def _initial(one: Call) -> dict[str, Any]:
    """Return a call as its form shows it, amounts in euros."""
    said = {name: getattr(one, name) for name in CallForm.base_fields if hasattr(one, name)}
    for name in ("budget", "ceiling"):
        cents = getattr(one, f"{name}_cents")
        said[name] = "" if cents is None else f"{cents // 100},{cents % 100:02d}".removesuffix(",00")
    return said


@acts
@members
def keep_reference_calls(request: Any) -> HttpResponse:
    """Keep the State's past calls for memory."""
    kept = actions.keep_reference_calls(pole=request.pole, by=request.actor, at=timezone.now())
    words = ngettext("%(count)d appel passé est gardé.", "%(count)d appels passés sont gardés.", len(kept))
    messages.success(request, words % {"count": len(kept)})
    return redirect(f"{_to_list(request)['back_url']}?quand={queries.PAST}")


@writes
@members
def watches(request: Any) -> HttpResponse:
    """Show what one watches, and save one more."""
    require(permissions.can_watch(request.actor, request.pole))
    address = reverse("funding:watches", args=[request.pole.slug])

    def act(entry: dict[str, Any]) -> str:
        said = {"words": entry["mots"], "kind": entry["sorte"], "mailed": entry["courriel"]}
        actions.save_watch(pole=request.pole, **said, by=request.actor, at=timezone.now())
        messages.success(request, _("C’est retenu : les appels nouveaux seront dits sur votre première page."))
        return address

    asked = {"mots": request.GET.get("q", "")[:80], "sorte": request.GET.get("sorte", ""), "courriel": When.WEEKLY}
    form = WatchForm(request.POST or None, initial=asked)
    context = {"watches": queries.watches_of(request.actor, request.pole)}
    return form_page(request, form, act, template="funding/watches.html", **context)


@acts
@members
def look_at_watch(request: Any, pk: int) -> HttpResponse:
    """Look at what a watch found."""
    watch = found(queries.watch_numbered(request.actor, request.pole, pk))
    actions.look_at_watch(watch=watch, by=request.actor, at=timezone.now())
    return redirect(f"{_to_list(request)['back_url']}?{urlencode({'q': watch.words, 'sorte': watch.kind})}")


@csrf_exempt
@writes
def stop_watch(request: Any, token: str) -> HttpResponse:
    """Tell a watch by mail no more; the mail program's own button posts here too (RFC 8058)."""
    watch = found(queries.watch_of_link(request.pole, token))
    if request.method == "POST":
        actions.stop_watch(watch=watch, at=timezone.now())
    answer = render(request, "funding/stop_watch.html", {"watch": watch, "is_done": request.method == "POST"})
    answer["Cache-Control"] = "no-store"
    return answer


@acts
@members
def drop_watch(request: Any, pk: int) -> HttpResponse:
    """Want to hear of it no more."""
    watch = found(queries.watch_numbered(request.actor, request.pole, pk))
    actions.drop_watch(watch=watch, by=request.actor, at=timezone.now())
    return redirect("funding:watches", request.pole.slug)
