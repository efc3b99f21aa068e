"""What impact shows on the pages of the rooms below."""

from datetime import date
from typing import Any

from django.urls import reverse

from phares.rooms.commons.panels import Panel
from phares.rooms.cooperation.permissions import can_see_ties
from phares.rooms.cooperation.queries.ties import ties_of
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole, Structure
from phares.rooms.funding.models import Grant
from phares.rooms.impact import permissions
from phares.rooms.impact.queries import figures, reports

PUBLIC_FIGURES = ("cooperations", "membres-qui-cooperent", "qui-durent", "emplois")


def show_on_structure(actor: Actor, structure: Structure, today: date) -> dict[str, Any] | None:
    """Return a structure's own ties, to itself and to the coordination alone."""
    if not can_see_ties(actor, structure, structure.pole):
        return None
    living, over = ties_of(structure, structure.pole, today)
    return {"structure": structure, "living": living, "over": len(over)}


def show_on_public(actor: Actor, pole: Pole, today: date) -> dict[str, Any] | None:
    """Return a few figures, where the pole shows them to everybody."""
    if pole.is_public_record or not permissions.is_public(pole):
        return None
    return {"figures": figures.figures_shown(actor, pole, today, PUBLIC_FIGURES)}


def show_on_reading(actor: Actor, pole: Pole, today: date) -> dict[str, Any] | None:
    """Return the reports that a link opens; one that was given alone is what its reader comes for."""
    opened = list(permissions.visible_reports(actor, pole))
    if not opened:
        return None
    return {"reports": opened, "leads_to": reverse("impact:report", args=[pole.slug, opened[0].grant_id])}


def show_on_grant(actor: Actor, grant: Grant, today: date) -> dict[str, Any] | None:
    """Return what was promised to a funder with what is reached today, and the way to its report."""
    report = reports.report_of_grant(actor, grant.pole, grant.pk)
    can_write = reports.grant_to_account_for(actor, grant.pole, grant.pk) is not None
    if report is None and not can_write:
        return None
    reached = reports.reached_of(list(grant.indicators.all()))
    return {"grant": grant, "has_report": report is not None, "can_write": can_write, "reached": reached}


PANELS: tuple[Panel, ...] = (
    Panel("structure", "impact/panels/structure.html", show_on_structure),
    Panel("public", "impact/panels/public.html", show_on_public),
    Panel("grant", "impact/panels/grant.html", show_on_grant),
    Panel("reading", "impact/panels/reading.html", show_on_reading),
)
