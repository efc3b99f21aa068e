"""The stall: a page that keeps what is said on the phone, and sends it when the network is back."""

import json
import secrets
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.http import acts, reads
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory.gate import members
from phares.rooms.territory import actions, permissions
from phares.rooms.territory.forms.voices import CardVoiceForm
from phares.rooms.territory.models.voice import Channel
from phares.rooms.territory.queries import voices as queries

MOST_AT_ONCE = 50
LARGEST = 300_000


@reads
@members
def stall(request: Any) -> HttpResponse:
    """Show the page to take to the street; without script it sends each voice at once."""
    require(permissions.can_listen(request.actor, request.pole))
    form = CardVoiceForm(pole=request.pole, initial={"mark": secrets.token_urlsafe(24), "channel": Channel.STALL})
    answer = render(request, "territory/stall.html", {"form": form})
    answer["Cache-Control"] = "private, no-cache"
    return answer


@reads
@members
def stall_worker(request: Any) -> HttpResponse:
    """Give the script by which the browser opens the stall's page without network."""
    require(permissions.can_listen(request.actor, request.pole))
    page = reverse("territory:stall", args=[request.pole.slug])
    answer = render(request, "territory/stall_worker.js", {"page": page}, content_type="text/javascript; charset=utf-8")
    answer["Service-Worker-Allowed"] = page
    return answer


@acts
@members
def send_voices(request: Any) -> HttpResponse:
    """Take what a phone kept, each voice once however often it is sent; say which are kept and which are refused."""
    require(permissions.can_listen(request.actor, request.pole))
    entries = _entries(request)
    if entries is None:
        return JsonResponse({"error": _("Cet envoi n’a pas pu être lu.")}, status=400)
    kept: dict[str, str] = {}
    refused: dict[str, str] = {}
    entries = entries[:MOST_AT_ONCE]
    there = queries.codes_of(request.pole, [entry.get("mark", "") for entry in entries])
    for entry in entries:
        mark = entry.get("mark", "")[:64]
        if mark in there:
            kept[mark] = there[mark]
            continue
        form = CardVoiceForm({**entry, "channel": Channel.STALL}, pole=request.pole)
        if not form.is_valid():
            refused[mark] = " ".join(dict.fromkeys(str(error) for errors in form.errors.values() for error in errors))
            continue
        try:
            voice = actions.say_voice(
                pole=request.pole, **form.said(request.today), code=entry.get("code", ""), by=request.actor,
                at=timezone.now(),
            )  # fmt: skip
        except Refusal as refusal:
            refused[mark] = str(refusal.sentence)
            continue
        kept[mark] = voice.code
    address = reverse("territory:voices_to_read", args=[request.pole.slug])
    return JsonResponse({"kept": kept, "refused": refused, "address": address})


def _entries(request: Any) -> list[dict[str, Any]] | None:
    """Return the voices that were sent; None for what is no list of them."""
    try:
        sent = json.loads(request.body) if len(request.body) <= LARGEST else None
    except (ValueError, RecursionError):
        return None
    if not isinstance(sent, list) or not all(isinstance(one, dict) for one in sent):
        return None
    return [{str(name): value for name, value in one.items() if isinstance(value, str)} for one in sent]
