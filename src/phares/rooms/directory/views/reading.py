"""Reading by a link: given and stopped by those who run the pole, opened by who has received it."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from phares.rooms.commons import panels
from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.commons.signed_links import read_signed, signed
from phares.rooms.directory import actions, permissions, queries
from phares.rooms.directory.forms import ReadingLinkForm
from phares.rooms.directory.gate import found, members
from phares.rooms.directory.middleware import READING
from phares.rooms.directory.models import ReadingLink
from phares.rooms.directory.roles import READING_SCOPES

PURPOSE = "reading"
JUST_OPENED, ONE_REPORT = "ouvert", "report"
A_PAGE = 30


@reads
@members
def reading_links(request: Any) -> HttpResponse:
    """Show the links that were given, until when, and how often they were opened."""
    require(permissions.can_give_reading_links(request.actor, request.pole))
    page = Paginator(queries.reading_links(request.pole), A_PAGE).get_page(request.GET.get("page"))
    lines = [(link, _address(request, link) if _opens(request, link) else "") for link in page]
    return render(request, "directory/reading_links.html", {"page": page, "lines": lines})


def _opens(request: Any, link: ReadingLink) -> bool:
    """Say whether a link opens today."""
    return link.withdrawn_at is None and link.until_on >= request.today


def _address(request: Any, link: ReadingLink) -> str:
    """Return the whole address that a reader is sent."""
    token = signed(PURPOSE, link.pk)
    return str(request.build_absolute_uri(reverse("directory:open_reading_link", args=[request.pole.slug, token])))


@writes
@members
def give_reading_link(request: Any) -> HttpResponse:
    """Let a funder read until a day."""
    require(permissions.can_give_reading_links(request.actor, request.pole))
    address = reverse("directory:reading_links", args=[request.pole.slug])

    def act(entry: dict[str, Any]) -> str:
        actions.give_reading_link(pole=request.pole, **entry, by=request.actor, at=timezone.now())
        messages.success(request, _("Le lien est fait : envoyez son adresse à la personne qui doit lire."))
        return address

    return form_page(
        request,
        ReadingLinkForm(request.POST or None, initial={"scope": "register"}),
        act,
        template="directory/give_reading_link.html",
        heading=_("Donner un lien de lecture"),
        lead=_("Qui l’ouvre lit, et n’écrit rien. On compte les ouvertures, sans savoir qui ouvre ni ce qui est lu."),
        scope_hints={code: scope.description for code, scope in READING_SCOPES.items()},
        back_label=_("Liens de lecture"),
        back_url=address,
    )


@acts
@members
def withdraw_reading_link(request: Any, pk: int) -> HttpResponse:
    """Stop a link."""
    link = found(queries.reading_link_numbered(request.pole, pk))
    actions.withdraw_reading_link(link=link, by=request.actor, at=timezone.now())
    messages.success(request, _("Le lien est retiré : il n’ouvre plus rien, là où il est ouvert non plus."))
    return redirect("directory:reading_links", request.pole.slug)


@writes
@never_cache
def open_reading_link(request: Any, token: str) -> HttpResponse:
    """Show what a link opens and until when; its button opens it in this browser."""
    pk = read_signed(PURPOSE, token)
    link = found(queries.reading_link_numbered(request.pole, pk)) if pk else None
    if link is None or not _opens(request, link):
        return render(request, "directory/link_over.html", status=410)
    if request.method == "POST":
        actions.open_reading_link(link=link, at=timezone.now())
        if not request.user.is_authenticated:
            request.session.cycle_key()
        request.session[READING] = {**request.session.get(READING, {}), str(request.pole.pk): link.pk}
        to_one = f"?{JUST_OPENED}" if link.scope == ONE_REPORT else ""
        return redirect(reverse("directory:reading", args=[request.pole.slug]) + to_one)
    return render(request, "directory/open_reading_link.html", {"link": link})


@reads
def reading(request: Any) -> HttpResponse:
    """Show to who reads by a link what there is to read, and until when; one just opened leads to its report."""
    link = found(request.actor.link)
    shown = panels.shown("reading", request.actor, request.pole, request.today)
    leads_to = next((panel.context["leads_to"] for panel in shown if panel.context.get("leads_to")), "")
    if leads_to and JUST_OPENED in request.GET:
        return redirect(leads_to)
    return render(request, "directory/reading.html", {"link": link, "panels": shown})
