"""Pages of what is brought of the territory itself: figures, outlines, addresses."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.commons.tables.sheet import LARGEST_FILE
from phares.rooms.directory.gate import members
from phares.rooms.territory import actions, permissions
from phares.rooms.territory.actions.districts import LARGEST as LARGEST_OUTLINES
from phares.rooms.territory.actions.table import Brought
from phares.rooms.territory.forms import problems as forms
from phares.rooms.territory.forms.voices import DistrictsForm
from phares.rooms.territory.models import Figure

A_PAGE = 30
MOST_BAD = 20


@reads
def figures(request: Any) -> HttpResponse:
    """Show the figures of the territory, each with the sentence and the source that it comes from."""
    page = Paginator(Figure.objects.filter(pole=request.pole), A_PAGE).get_page(request.GET.get("page"))
    can_bring = permissions.can_set_listening_rules(request.actor, request.pole)
    return render(request, "territory/figures.html", {"page": page, "can_bring": can_bring})


def _name_bad_lines(request: Any, brought: Brought) -> None:
    """Name the lines that were not taken, as many as one reads."""
    for line in brought.bad[:MOST_BAD]:
        messages.error(request, _("Ligne %(number)s : %(why)s") % {"number": line.number, "why": line.reason})
    more = len(brought.bad) - MOST_BAD
    if more > 0:
        messages.error(request, _("Et %(more)s autres lignes à corriger.") % {"more": more})


@writes
@members
def bring_figures(request: Any) -> HttpResponse:
    """Bring a table of figures."""
    require(permissions.can_set_listening_rules(request.actor, request.pole))
    posted = request.method == "POST"
    back = reverse("territory:figures", args=[request.pole.slug])

    def act(entry: dict[str, Any]) -> str:
        content = entry["table"].read(LARGEST_FILE + 1)
        brought = actions.bring_figures(pole=request.pole, content=content, by=request.actor, at=timezone.now())
        said = {"new": brought.new, "before": brought.before}
        messages.success(request, _("%(new)s chiffres nouveaux, %(before)s récrits.") % said)
        _name_bad_lines(request, brought)
        return back

    return form_page(
        request,
        forms.FiguresForm(request.POST if posted else None, request.FILES if posted else None),
        act,
        heading=_("Apporter des chiffres"),
        lead=_("Chaque chiffre garde sa source, sa date et sa phrase d’origine ; aucun n’est mêlé aux paroles."),
        submit_label=_("Lire ce tableau"),
        back_label=_("Les chiffres"),
        back_url=back,
    )


@writes
@members
def bring_addresses(request: Any) -> HttpResponse:
    """Bring a table of addresses, so that one typed on a card finds its place."""
    require(permissions.can_set_listening_rules(request.actor, request.pole))
    posted = request.method == "POST"
    back = reverse("territory:listening_rules", args=[request.pole.slug])

    def act(entry: dict[str, Any]) -> str:
        content = entry["table"].read(LARGEST_FILE + 1)
        brought = actions.bring_addresses(
            pole=request.pole, content=content, source=entry["source"], by=request.actor, at=timezone.now()
        )
        said = {"new": brought.new, "before": brought.before}
        messages.success(request, _("%(new)s adresses nouvelles, %(before)s placées à nouveau.") % said)
        _name_bad_lines(request, brought)
        return back

    return form_page(
        request,
        forms.AddressesForm(request.POST if posted else None, request.FILES if posted else None),
        act,
        heading=_("Les adresses"),
        lead=_("Une adresse dite ou recopiée d’une carte trouve ainsi son point et son quartier, sans réseau."),
        submit_label=_("Lire ce tableau"),
        back_label=_("Nos règles d’écoute"),
        back_url=back,
    )


@writes
@members
def bring_districts(request: Any) -> HttpResponse:
    """Bring the outlines of the districts."""
    require(permissions.can_set_listening_rules(request.actor, request.pole))
    posted = request.method == "POST"
    back = reverse("territory:listening_rules", args=[request.pole.slug])

    def act(entry: dict[str, Any]) -> str:
        content = entry.pop("outlines").read(LARGEST_OUTLINES + 1)
        actions.bring_districts(pole=request.pole, content=content, **entry, by=request.actor, at=timezone.now())
        return back

    return form_page(
        request,
        DistrictsForm(request.POST if posted else None, request.FILES if posted else None),
        act,
        heading=_("Les quartiers"),
        lead=_("Leurs contours font le plan. Un nom déjà connu est redessiné ; aucun n’est retiré."),
        submit_label=_("Apporter ces contours"),
        back_label=_("Nos règles d’écoute"),
        back_url=back,
    )
