"""Pages of the go / no-go room: the checklist, the invitation, go or no-go, the group, its shares."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.directory.gate import found, members
from phares.rooms.funding import actions, budget, permissions, ready
from phares.rooms.funding.forms.applications import GoForm, GroupChoiceForm, InvitationForm, SharesForm
from phares.rooms.funding.models import Application, Member
from phares.rooms.funding.queries import applications as queries
from phares.rooms.funding.queries import files, team
from phares.rooms.funding.views.applications import one_seen


def _to(one: Application) -> dict[str, str]:
    return {"back_label": one.title, "back_url": one.get_absolute_url()}


def _sent(request: Any) -> Any:
    return request.POST if request.method == "POST" else None


@reads
@members
def go_room(request: Any, pk: int) -> HttpResponse:
    """Show whether the file may leave: each rule with its text, who answered what, the group and its shares."""
    one = one_seen(request, pk)
    file = files.file_of(one, request.today)
    in_team = file.members
    everyone = team.candidates(request.actor, one.call, request.today)
    rows = team.coverage(one.call, everyone, team.team_of(in_team))
    context = {
        "application": one,
        "checks": ready.checklist(one, in_team, rows, file.missing),
        "in_team": in_team,
        "elsewhere": queries.elsewhere(one),
        "own": next((member for member in in_team if member.structure_id == request.actor.structure_id), None),
        "can_compose": permissions.can_compose(request.actor, one),
        "can_sign": request.actor.may("sign", request.pole),
        "can_see_reasons": permissions.can_see_reasons(request.actor, one),
        "today": request.today,
    }
    return render(request, "funding/go_room.html", context)


def _own_member(request: Any, pk: int) -> Member:
    """Return a member of an answer that this reader may answer for."""
    member: Member = found(queries.member_numbered(request.actor, request.pole, pk))
    require(permissions.can_answer_invitation(request.actor, member))
    return member


@writes
@members
def answer_invitation(request: Any, pk: int) -> HttpResponse:
    """Say whether one's structure takes part."""
    member = _own_member(request, pk)

    def act(entry: dict[str, Any]) -> str:
        said = {**entry, "accepted": entry["accepted"] == "yes"}
        actions.answer_invitation(member=member, **said, by=request.actor, at=timezone.now())
        messages.success(request, _("Votre réponse est notée ; vous pouvez en changer jusqu’au dépôt."))
        return member.application.get_absolute_url()

    form = InvitationForm(_sent(request), initial={"reason": member.reason, "conflict": member.conflict})
    heading = _("%(name)s est invitée à répondre") % {"name": member.structure}
    words = {"heading": heading, "lead": member.application.call.title, "submit_label": _("Répondre")}
    return form_page(request, form, act, **words, **_to(member.application))


@writes
@members
def say_go(request: Any, pk: int) -> HttpResponse:
    """Say whether the file should leave."""
    member = _own_member(request, pk)

    def act(entry: dict[str, Any]) -> str:
        actions.say_go(member=member, **entry, by=request.actor, at=timezone.now())
        return reverse("funding:go_room", args=[request.pole.slug, member.application_id])

    form = GoForm(_sent(request), initial={"go": member.go, "reason": member.go_reason})
    words = {"heading": _("On y va ?"), "lead": member.application.title, "submit_label": _("Le dire")}
    return form_page(request, form, act, **words, **_to(member.application))


@writes
@members
def choose_group(request: Any, pk: int) -> HttpResponse:
    """Choose the form of the group and its lead."""
    one = one_seen(request, pk)
    require(permissions.can_compose(request.actor, one))
    partners = [member for member in team.members_of(one) if member.accepted]

    def act(entry: dict[str, Any]) -> str:
        lead = next(member.structure for member in partners if str(member.structure_id) == entry["lead"])
        actions.choose_group(application=one, form=entry["form"], lead=lead, by=request.actor, at=timezone.now())
        return reverse("funding:go_room", args=[request.pole.slug, pk])

    initial = {"form": one.form, "lead": str(one.lead_id or "")}
    form = GroupChoiceForm(partners, _sent(request), initial=initial, is_tender=one.call.is_tender)
    lead = _("Le mandataire se choisit parmi les structures qui ont accepté.")
    words = {"heading": _("La forme du groupement"), "lead": lead, "submit_label": _("Choisir")}
    return form_page(request, form, act, **words, **_to(one))


def _shares_of_a_way(request: Any, one: Application, partners: list[Member]) -> Mapping[int, int]:
    """Return the shares that the way of splitting asked for in the address gives; none when it asks for none."""
    if "comme" not in request.GET:
        return {}
    everyone = team.candidates(request.actor, one.call, request.today)
    ways = budget.ways_of_splitting(budget.budget_of(one.call, partners), everyone)
    return next((way.shares for way in ways if way.code == request.GET.get("comme")), {})


@writes
@members
def share_out(request: Any, pk: int) -> HttpResponse:
    """Write the shares of the partners."""
    one = one_seen(request, pk)
    require(permissions.can_compose(request.actor, one))
    partners = [member for member in team.members_of(one) if member.accepted]
    form = SharesForm(partners, _sent(request), shares=_shares_of_a_way(request, one, partners))

    def act(entry: dict[str, Any]) -> str:
        actions.share_out(application=one, shares=form.shares(), by=request.actor, at=timezone.now())
        return reverse("funding:go_room", args=[request.pole.slug, pk])

    words = {"heading": _("Les parts"), "lead": _("Ensemble elles font 100 %."), "submit_label": _("Écrire ces parts")}
    return form_page(request, form, act, **words, **_to(one))
