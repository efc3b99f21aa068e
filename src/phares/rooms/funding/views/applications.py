"""Pages of applications: those one sees, the team being composed, the search for the best one."""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, reads, writes
from phares.rooms.commons.refusals import NotAllowed, Refusal, require
from phares.rooms.commons.row_numbers import row_number
from phares.rooms.directory.gate import found, members
from phares.rooms.directory.permissions import visible_structures
from phares.rooms.funding import actions, permissions, proposed, ready
from phares.rooms.funding.forms.applications import BeginForm
from phares.rooms.funding.models import Application
from phares.rooms.funding.models.application import SECONDS, Stage
from phares.rooms.funding.queries import applications as queries
from phares.rooms.funding.queries import calls as of_calls
from phares.rooms.funding.queries import files, team

A_PAGE = 30
CARDS = 6
"""So many have a card, the most useful now; all others are in one list, so that a card costs the same anywhere."""


@reads
@members
def applications(request: Any) -> HttpResponse:
    """Show the answers that this reader sees, and what those of the pole gave, by kind and by size."""
    require(permissions.can_see_grants(request.actor, request.pole))
    page = Paginator(queries.applications_of(request.actor, request.pole), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "by_kind": queries.results_by_kind(request.pole),
        "by_size": queries.results_by_size(request.pole),
        "today": request.today,
    }
    return render(request, "funding/applications.html", context)


def one_seen(request: Any, pk: int) -> Application:
    """Return an answer that this reader sees."""
    return found(queries.application_numbered(request.actor, request.pole, pk))


@reads
@members
def application(request: Any, pk: int) -> HttpResponse:
    """Show the team: what each row gets from whom, who else could take part, what the last search found."""
    one = one_seen(request, pk)
    everyone = team.candidates(request.actor, one.call, request.today)
    context = _team(request, one, everyone) | _proposals(request, one, everyone)
    shown = {card.structure.pk for card in context["cards"]} | {member.structure_id for member in context["in_team"]}
    context["rest"] = [candidate for candidate in everyone if candidate.structure.pk not in shown]
    context["can_file"] = permissions.can_file_application(request.actor, one)
    if one.stage == Stage.COMPOSING:
        missing = files.file_of(one, request.today).missing
        lines = ready.checklist(one, context["in_team"], context["rows"], missing)
        context["lacking"] = sum(line.state == "missing" for line in lines)
    return render(request, "funding/application.html", context)


def _team(request: Any, one: Application, everyone: Sequence[team.Candidate], moved: int = 0) -> dict[str, Any]:
    """Return what the part of the page that cards change shows; the card just moved keeps the keyboard."""
    in_team = team.members_of(one)
    named = {member.structure_id for member in in_team}
    rows = team.coverage(one.call, everyone, team.team_of(in_team))
    cards = team.most_useful(rows, (candidate for candidate in everyone if candidate.structure.pk not in named))[:CARDS]
    return {
        "application": one,
        "rows": rows,
        "covered": sum(row.is_covered for row in rows),
        "in_team": in_team,
        "own": next((member for member in in_team if member.structure_id == request.actor.structure_id), None),
        "cards": cards,
        "can_compose": permissions.can_compose(request.actor, one),
        "moved": moved,
        "is_moved_out_of_sight": moved not in named | {card.structure.pk for card in cards},
        "to_invite": any(member.invited_at is None for member in in_team),
        "today": request.today,
    }


def _proposals(request: Any, one: Application, everyone: Sequence[team.Candidate]) -> dict[str, Any]:
    """Return what the last search for teams found, or how far it is."""
    search, now = queries.last_composition(one), timezone.now()
    locks = proposed.locks(one, search, everyone) if search else []
    in_team = {member.structure_id for member in one.members.all()} if locks else set()
    return {
        "application": one,
        "search": search,
        "is_searching": search is not None and search.is_live(now),
        "seconds_run": search.seconds_run(now) if search else 0,
        "seconds": SECONDS,
        "teams": proposed.teams(one, search, everyone) if search else [],
        "locks": locks,
        "openers": [who for who in proposed.openers(locks) if who.pk not in in_team],
        "can_keep": permissions.can_keep_funding(request.actor, request.pole),
        "conflict": proposed.conflict(one, search, everyone) if search else [],
        "can_compose": permissions.can_compose(request.actor, one),
        "has_team": bool(one.members.all()),
    }


def _composed(request: Any, pk: int, act: Callable[..., object], structure: int) -> HttpResponse:
    """Move one structure and show the team anew: the part of the page that changes, or all of it without JavaScript."""
    one = found(queries.team_numbered(request.actor, request.pole, pk))
    if not structure:
        require(permissions.can_compose(request.actor, one))
        raise Refusal(_("Choisissez une structure dans la liste."))
    sought = visible_structures(request.actor, request.pole).filter(pk=structure)
    who, refused = found(sought.only(*team.NAMED).first()), ""
    try:
        act(application=one, structure=who, by=request.actor, at=timezone.now())
    except NotAllowed:
        raise
    except Refusal as refusal:
        if not request.htmx:
            raise
        one, refused = found(queries.team_numbered(request.actor, request.pole, pk)), str(refusal.sentence)
    if not request.htmx:
        return redirect(f"{one.get_absolute_url()}#equipe")
    everyone = team.candidates(request.actor, one.call, request.today)
    context = _team(request, one, everyone, who.pk) | {"refused": refused}
    return render(request, "funding/parts/team.html", context)


@writes
@members
def begin_application(request: Any, pk: int) -> HttpResponse:
    """Begin an answer to a call."""
    call = found(of_calls.call_numbered(request.actor, request.pole, pk))
    require(permissions.can_begin_application(request.actor, call))

    def act(entry: dict[str, Any]) -> str:
        begun = actions.begin_application(call=call, **entry, by=request.actor, at=timezone.now())
        return begun.get_absolute_url()

    words = {"heading": _("Répondre ensemble"), "lead": call.title, "submit_label": _("Composer l’équipe")}
    form = BeginForm(request.POST if request.method == "POST" else None)
    return form_page(request, form, act, **words, back_label=call.title, back_url=call.get_absolute_url())


@acts
@members
def add_member(request: Any, pk: int, structure: int) -> HttpResponse:
    """Put a structure in the team."""
    return _composed(request, pk, actions.add_member, structure)


@acts
@members
def add_chosen_member(request: Any, pk: int) -> HttpResponse:
    """Put in the team a structure chosen in the list of all."""
    return _composed(request, pk, actions.add_member, row_number(request.POST.get("structure")))


@acts
@members
def remove_member(request: Any, pk: int, structure: int) -> HttpResponse:
    """Take a structure out of the team."""
    return _composed(request, pk, actions.remove_member, structure)


@acts
@members
def ask_for_teams(request: Any, pk: int) -> HttpResponse:
    """Ask the machine for the best teams."""
    one = one_seen(request, pk)
    actions.ask_for_teams(application=one, by=request.actor, at=timezone.now())
    return redirect(f"{one.get_absolute_url()}#propositions")


@reads
@members
def search_state(request: Any, pk: int) -> HttpResponse:
    """Show where the search for teams stands; the page asks again by itself while it runs."""
    one = one_seen(request, pk)
    everyone = team.candidates(request.actor, one.call, request.today)
    return render(request, "funding/parts/proposals.html", _proposals(request, one, everyone))


@acts
@members
def take_team(request: Any, pk: int, place: int) -> HttpResponse:
    """Take one of the teams that were found."""
    one = one_seen(request, pk)
    everyone = team.candidates(request.actor, one.call, request.today)
    search = queries.last_composition(one)
    if search is not None and request.POST.get("search", str(search.pk)) != str(search.pk):
        raise Refusal(_("Une autre recherche a répondu entre-temps : relisez les équipes proposées."))
    teams = proposed.teams(one, search, everyone) if search else []
    chosen = found(teams[place - 1] if 0 < place <= len(teams) else None)
    structures = [seat.structure for seat in chosen.seats]
    actions.take_team(application=one, structures=structures, by=request.actor, at=timezone.now())
    messages.success(request, _("L’équipe est composée ainsi. Personne n’est encore invité."))
    return redirect(f"{one.get_absolute_url()}#equipe")


@acts
@members
def invite_members(request: Any, pk: int) -> HttpResponse:
    """Ask the members who were not asked yet."""
    one = one_seen(request, pk)
    asked = actions.invite_members(application=one, by=request.actor, at=timezone.now())
    words = ngettext("%(count)d structure est invitée.", "%(count)d structures sont invitées.", asked)
    messages.success(request, words % {"count": asked})
    return redirect(one)
