"""What publishing shows on the pages of the rooms below."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from phares.rooms.commons.blocks import Block, Line
from phares.rooms.commons.days import as_day
from phares.rooms.commons.panels import Panel
from phares.rooms.cooperation.models import Cooperation
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Gathering, Pole, Structure
from phares.rooms.publishing import for_machines, permissions
from phares.rooms.publishing.models import ExperienceSheet
from phares.rooms.publishing.models.sheet import SheetState
from phares.rooms.publishing.queries import agenda, desk, sheets
from phares.rooms.publishing.queries.precedents import precedents_of
from phares.rooms.territory.models import Problem

MOST = 3


def show_on_cooperation(actor: Actor, cooperation: Cooperation, today: date) -> dict[str, Any] | None:
    """Return the sheet that tells this cooperation, or the button that begins it."""
    out = (
        permissions.visible_sheets(actor, cooperation.pole)
        .filter(cooperation=cooperation)
        .select_related("pole")
        .first()
    )
    mine = permissions.can_begin_sheet(actor, cooperation)
    begun = ExperienceSheet.objects.filter(cooperation=cooperation).first() if mine else None
    may_begin = mine and begun is None and cooperation.started_at is not None
    return {"sheet": out, "begun": begun, "may_begin": may_begin} if out or begun or may_begin else None


def show_on_structure(actor: Actor, structure: Structure, today: date) -> dict[str, Any] | None:
    """Return the published sheets that are about a structure or name it."""
    found = list(sheets.sheets_of_structure(actor, structure)[:MOST])
    return {"lines": sheets.index_lines(actor, structure.pole, found)} if found else None


def show_on_home(actor: Actor, pole: Pole, today: date) -> dict[str, Any] | None:
    """Return the sheets that wait for the reader's word."""
    reviews = desk.reviews_to_answer(actor, pole)
    lines = [
        Line(
            title=str(review.sheet),
            pieces=[_("on y cite %(name)s") % {"name": review.holder}],
            action=_("Relire"),
            action_url=reverse("publishing:answer_review", args=[pole.slug, review.pk]),
        )
        for review in reviews
    ]
    block = Block("fiches", _("Des fiches à relire"), lines, why=_("Elles ne paraissent que si vous les acceptez."))
    return {"blocks": [block]} if lines else None


def show_on_week(actor: Actor, pole: Pole, today: date) -> dict[str, Any] | None:
    """Return the sheets that wait for those who publish."""
    if not permissions.can_publish(actor, pole):
        return None
    waiting = desk.sheets_on_desk(actor, pole).filter(state=SheetState.AGREED)
    lines = [
        Line(
            title=str(sheet),
            pieces=[_("acceptée par toutes celles et tous ceux qu’elle cite")],
            action=_("La publier"),
            action_url=reverse("publishing:desk_sheet", args=[pole.slug, sheet.pk]),
        )
        for sheet in waiting
    ]
    return {"blocks": [Block("fiches-pretes", _("Des fiches prêtes à paraître"), lines)]}


def show_on_public(actor: Actor, pole: Pole, today: date) -> dict[str, Any] | None:
    """Return the latest sheets."""
    found = sheets.sheets_found(actor, pole, sheets.Asked())[:MOST]
    lines = sheets.index_lines(actor, pole, sheets.read_in_order(found))
    return {"lines": lines} if lines else None


def show_organisation(actor: Actor, pole: Pole, today: date) -> dict[str, Any] | None:
    """Return the pole in the words of machines."""
    address = for_machines.whole(reverse("directory:public", args=[pole.slug]))
    return {"facts": {"@context": for_machines.CONTEXT, **for_machines.organisation(pole, address)}}


def show_structure_facts(actor: Actor, structure: Structure, today: date) -> dict[str, Any] | None:
    """Return a structure in the words of machines, as everybody may read it."""
    return {"facts": for_machines.structure(structure)} if structure.name_is_established else None


def show_on_gathering(actor: Actor, gathering: Gathering, today: date) -> dict[str, Any] | None:
    """Return how to come to a gathering, and the list for those who keep it."""
    opened = agenda.list_of(gathering)
    return {
        "opened": opened,
        "attendance": agenda.attendance_of(opened) if opened else None,
        "is_past": as_day(gathering.starts_at) < today,
        "can_keep": permissions.can_keep_registrations(actor, gathering.pole),
    }


def show_on_problem(actor: Actor, problem: Problem, today: date) -> dict[str, Any] | None:
    """Return the published sheets nearest to a problem of the territory: what others have done already."""
    found = precedents_of(problem.title, problem.text)
    return {"precedents": found} if found else None


PANELS: tuple[Panel, ...] = (
    Panel("cooperation", "publishing/panels/cooperation.html", show_on_cooperation),
    Panel("structure", "publishing/panels/sheets.html", show_on_structure),
    Panel("structure_facts", "publishing/panels/facts.html", show_structure_facts),
    Panel("home", "directory/parts/block.html", show_on_home),
    Panel("week", "directory/parts/block.html", show_on_week),
    Panel("gathering", "publishing/panels/gathering.html", show_on_gathering),
    Panel("problem", "publishing/panels/precedents.html", show_on_problem),
    Panel("public", "publishing/panels/facts.html", show_organisation),
    Panel("public", "publishing/panels/sheets.html", show_on_public),
)
