"""Saying a need or an offer: one thing per screen, read again at the end, said once."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.http import writes
from phares.rooms.commons.refusals import NotAllowed, Refusal, require
from phares.rooms.cooperation import actions, permissions
from phares.rooms.cooperation.forms.draft import REVIEW, Draft
from phares.rooms.cooperation.forms.saying import NeedOrOffer, Question
from phares.rooms.cooperation.models import Item
from phares.rooms.cooperation.models.item import Side
from phares.rooms.cooperation.views import drafts
from phares.rooms.directory.gate import members
from phares.rooms.directory.models.held import held_by


@writes
@members
def say(request: Any) -> HttpResponse:
    """Ask the first question; its answer begins a draft. `?cote=need` or `?cote=offer` says beforehand which it is."""
    require(permissions.can_say(request.actor, request.pole))
    draft = Draft(drafts.saying(request), _answered_by_link(request))
    slug = draft.first_unanswered()
    if request.method != "POST":
        return _screen(request, draft, draft.question(slug))
    form = draft.question(slug, request.POST)
    if not form.is_valid():
        return _screen(request, draft, form, status=422)
    draft.keep(form)
    key = drafts.keep_draft(request, draft)
    return _to(request, key, draft.first_unanswered())


@writes
@members
def say_step(request: Any, key: str, step: str) -> HttpResponse:
    """Ask one question of a draft, or show all of it to be read again and said."""
    require(permissions.can_say(request.actor, request.pole))
    if item_id := drafts.item_said_from(request, key):
        return redirect("cooperation:helpers", request.pole.slug, item_id)
    draft = drafts.draft_named(request, key)
    if draft is None:
        messages.info(request, _("Ce brouillon n’est plus là : on recommence, ce n’est pas long."))
        return redirect("cooperation:say", request.pole.slug)
    if step not in draft.slugs:
        raise Http404
    return _review(request, draft, key) if step == REVIEW else _ask(request, draft, key, step)


def _answered_by_link(request: Any) -> dict[str, dict[str, list[str]]]:
    """Return the answer that the link brought, when it is one."""
    side = request.GET.get("cote", "")
    return {NeedOrOffer.slug: {"side": [side]}} if side in Side.values else {}


def _ask(request: Any, draft: Draft, key: str, step: str) -> HttpResponse:
    """Show one question with what was answered before; keep what is sent and go on."""
    if request.method != "POST":
        return _screen(request, draft, draft.question(step), key)
    form = draft.question(step, request.POST)
    if not form.is_valid():
        return _screen(request, draft, form, key, status=422)
    draft.keep(form)
    drafts.keep_draft(request, draft, key)
    return _to(request, key, REVIEW if "relu" in request.GET else draft.after(step))


def _review(request: Any, draft: Draft, key: str) -> HttpResponse:
    """Show all that is about to be said; say it."""
    left = draft.first_left()
    if left != REVIEW:
        return _to(request, key, left)
    said = draft.said()
    if request.method != "POST":
        return _reading(request, draft, key, said)
    try:
        item = _say(request, key, said)
    except NotAllowed:
        raise
    except Refusal as refusal:
        return _reading(request, draft, key, said, str(refusal.sentence), refusal.status)
    drafts.keep_said(request, key, item.pk)
    messages.success(request, _("C’est noté."))
    return redirect("cooperation:helpers", request.pole.slug, item.pk)


def _say(request: Any, key: str, said: dict[str, Any]) -> Item:
    """Do the act that fits: for somebody the pole knows, or for somebody met for the first time."""
    act = actions.say_item if "holder" in said else actions.say_item_of_newcomer
    return act(pole=request.pole, draft=key, by=request.actor, at=timezone.now(), **said)


def _screen(request: Any, draft: Draft, form: Question, key: str = "", status: int = 200) -> HttpResponse:
    """Show one question."""
    before, optional = draft.before(form.slug), form.optional and key
    context = {
        "form": form,
        "number": draft.slugs.index(form.slug) + 1,
        "total": len(draft.slugs),
        "back_url": _address(request, key, before) if key and before else "",
        "skip_url": _address(request, key, draft.after(form.slug)) if optional else "",
    }
    return render(request, "cooperation/say.html", context, status=status)


def _reading(
    request: Any, draft: Draft, key: str, said: dict[str, Any], refusal: str = "", status: int = 200
) -> HttpResponse:
    """Show what is about to be said, as it will be shown, each part with the way to change it."""
    shown = {name: value for name, value in said.items() if name not in {"holder", "given_name", "family_name"}}
    held = held_by(said["holder"]) if "holder" in said else {}
    newcomer = f"{said.get('given_name', '')} {said.get('family_name', '')}".strip()
    context = {
        "item": Item(pole=request.pole, **shown, **held),
        "for_whom": said.get("holder") or newcomer,
        "notes_for_another": draft.saying.actor.holder is None,
        "change": {slug: f"{_address(request, key, slug)}?relu" for slug in draft.slugs},
        "refusal": refusal,
        "number": len(draft.slugs),
        "back_url": _address(request, key, draft.before(REVIEW)),
        "today": request.today,
    }
    return render(request, "cooperation/say_review.html", context, status=status)


def _to(request: Any, key: str, step: str) -> HttpResponse:
    """Go to a screen of the draft."""
    return redirect(_address(request, key, step))


def _address(request: Any, key: str, step: str) -> str:
    """Return the address of a screen of the draft."""
    return reverse("cooperation:say_step", args=[request.pole.slug, key, step])
