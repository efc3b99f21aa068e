"""Pages of cooperations: the register, one cooperation, its end, the story of the first page."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons import panels
from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.cooperation import actions, permissions, register_export
from phares.rooms.cooperation.forms.commitments import EndForm, LeaveForm
from phares.rooms.cooperation.levels import Family, level_choices
from phares.rooms.cooperation.models.cooperation import Form, State
from phares.rooms.cooperation.queries import agreements, commitments, work
from phares.rooms.cooperation.queries import cooperations as queries
from phares.rooms.cooperation.queries import ties as of_ties
from phares.rooms.cooperation.queries.joining import joinings_of
from phares.rooms.cooperation.queries.spin_offs import births_of
from phares.rooms.directory.gate import found, members

ASKED = {
    "q": "words",
    "etat": "state",
    "forme": "form",
    "structure": "structure",
    "famille": "family",
    "lien": "tie",
}
"""What the address of the register may ask, and what the query calls it."""
MOST_EXPORTED = 5_000


def _asked(request: Any) -> dict[str, str]:
    return {name: request.GET.get(name, "").strip()[:80] for name in ASKED}


def _found(request: Any, asked: dict[str, str]) -> Any:
    return queries.cooperations_found(
        request.actor, request.pole, **{ASKED[name]: value for name, value in asked.items()}
    )


@reads
def register(request: Any) -> HttpResponse:
    """Show the cooperations that the reader may see, found by words, state, form and structure."""
    actor, pole = request.actor, request.pole
    asked = _asked(request)
    rows = _found(request, asked)
    page = Paginator(rows, 30).get_page(request.GET.get("page"))
    lines = queries.register_lines(actor, pole, page)
    return render(
        request,
        "cooperation/parts/cooperations_found.html" if request.htmx else "cooperation/register.html",
        {
            "page": page,
            "lines": lines,
            "asked": asked,
            "narrowed": any(asked.values()),
            "others": 0 if any(asked.values()) else queries.count_not_named(actor, pole),
            "sees_promises": any(line.promised is not None for line in lines),
            "states": State.choices if actor.mandate else [one for one in State.choices if one[0] != State.TO_SIGN],
            "forms": Form.choices,
            "families": Family.choices,
            "ties": level_choices(),
            "today": request.today,
            "asked_for": request.GET.urlencode(),
            "structures": queries.structures_in_register(actor, pole),
            "can_note": permissions.can_see_notes(actor, pole),
            "can_begin": permissions.can_begin_unmatched(actor, pole),
        },
    )


@reads
def register_csv(request: Any) -> HttpResponse:
    """Give what the register shows this reader as CSV; what they may not see is not in it."""
    return _exported(request, "csv")


@reads
def register_xlsx(request: Any) -> HttpResponse:
    """Give the same as a workbook."""
    return _exported(request, "xlsx")


def _exported(request: Any, ending: str) -> HttpResponse:
    rows = _found(request, _asked(request))[:MOST_EXPORTED]
    lines = queries.register_lines(request.actor, request.pole, rows)
    table = register_export.table(lines, request.today)
    content, content_type = register_export.WRITERS[ending](table)
    answer = HttpResponse(content, content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="cooperations-{request.today:%Y-%m-%d}.{ending}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@reads
def cooperation(request: Any, pk: int) -> HttpResponse:
    """Show one cooperation: who, what for, what was promised and what became of it, what happened."""
    actor = request.actor
    one = found(queries.cooperation_numbered(actor, request.pole, pk))
    context: dict[str, Any] = {
        "cooperation": one,
        "sees_promises": permissions.can_see_promises(actor, one),
        "sees_reasons": permissions.can_see_reasons(actor, one),
        "parties": queries.shown_parties(actor, one),
        "moments": queries.moments_of(one),
        "panels": panels.shown("cooperation", actor, one, request.today),
        "births": births_of(actor, one),
        "joinings": (joinings := joinings_of(actor, one)),
        "can_join": one.state == State.RUNNING
        and permissions.can_ask_to_join(actor, one)
        and not any(shown.waits and actor.acts_for(shown.joining.holder) for shown in joinings),
    }
    if context["sees_promises"]:
        asking = next((shown.joining for shown in joinings if shown.to_answer), None)
        context |= _between_parties(request, one, asking)
    return render(request, "cooperation/cooperation.html", context)


def _between_parties(request: Any, one: Any, asking: Any) -> dict[str, Any]:
    """Return what the page shows to those who see the promises, and what they may do."""
    actor, today = request.actor, request.today
    lines = commitments.promise_lines(actor, one, today)
    signed = agreements.signed_parties(one)
    meetings, can_work = work.meetings_of(one), one.started_at is not None
    to_do = [action for meeting in meetings for action in meeting.actions.all() if action.done_on is None]
    return {
        "proves": of_ties.standing_of(one, today),
        "jobs": work.jobs_of(actor, one),
        "meetings": meetings,
        "documents": work.documents_of(one),
        "calls": work.calls_of(actor, one),
        "doable": {action.pk for action in to_do if _may_do(actor, action, one)},
        "can_declare": can_work and permissions.can_declare_job(actor, one),
        "can_meet": can_work and permissions.can_note_meeting(actor, one),
        "can_bring": permissions.can_bring_document(actor, one),
        "can_call": can_work and not one.is_over and permissions.can_note_call(actor, request.pole),
        "can_record": can_work and permissions.can_record_spin_off(actor, request.pole),
        "lines": lines,
        "next": commitments.next_thing(actor, one, lines, signed, today, asking),
        "missing": [party for party in one.parties.all() if party.pk not in signed],
        "can_note": one.started_at is not None and permissions.can_note_fact(actor, one),
        "can_end": not one.is_over and permissions.can_end_cooperation(actor, one),
        "can_tell": one.is_tellable and permissions.can_choose_story(actor, request.pole),
    }


def _may_do(actor: Any, action: Any, one: Any) -> bool:
    """Ask about an action without reading its cooperation again."""
    action.meeting.cooperation = one
    return permissions.can_do_action(actor, action)


@writes
@members
def end_cooperation(request: Any, pk: int) -> HttpResponse:
    """Say that a cooperation is over, or leave there a text that not everybody has signed."""
    one = found(queries.cooperation_with_promises(request.actor, request.pole, pk))
    require(permissions.can_end_cooperation(request.actor, one))
    has_begun = one.started_at is not None
    form_class = EndForm if has_begun else LeaveForm

    def act(entry: dict[str, Any]) -> str:
        never_begun = {} if has_begun else {"ended_on": request.today, "reached": False}
        actions.end_cooperation(cooperation=one, **entry, **never_begun, by=request.actor, at=timezone.now())
        messages.success(request, _("C’est écrit. Ce qui a été fait reste dans le registre."))
        return one.get_absolute_url()

    return form_page(
        request,
        form_class(request.POST if request.method == "POST" else None, initial={"ended_on": request.today}),
        act,
        heading=_("Terminer cette coopération") if has_begun else _("Laisser cet accord"),
        lead=_("Les promesses restent telles qu’elles sont : tenues, à tenir ou abandonnées.")
        if has_begun
        else _("Toutes les parties n’ont pas signé. Rien n’est effacé ; personne n’aura plus à signer."),
        submit_label=_("Écrire la fin") if has_begun else _("Laisser cet accord"),
        back_label=one.title,
        back_url=one.get_absolute_url(),
    )


@acts
@members
def choose_story(request: Any, pk: int) -> HttpResponse:
    """Tell this cooperation on the pole's first page."""
    one = found(queries.cooperation_numbered(request.actor, request.pole, pk))
    actions.choose_story(cooperation=one, by=request.actor, at=timezone.now())
    messages.success(request, _("La première page du pôle raconte maintenant cette coopération."))
    return redirect(one.get_absolute_url())
