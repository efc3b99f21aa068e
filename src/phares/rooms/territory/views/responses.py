"""Pages of responses: answering, results, coordinating; what covers what, what to do first; a need from a problem."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.commons.row_numbers import row_number
from phares.rooms.cooperation.queries.holders import holder_choices, holder_named
from phares.rooms.directory.gate import found, members
from phares.rooms.territory import actions, permissions
from phares.rooms.territory.drawing import dots_of, drawing_of
from phares.rooms.territory.forms import problems as forms
from phares.rooms.territory.models.problem import Kind
from phares.rooms.territory.queries import coverage as of_coverage
from phares.rooms.territory.queries import problems as queries
from phares.rooms.territory.queries.voices import districts_of


@writes
@members
def answer_problem(request: Any, pk: int) -> HttpResponse:
    """Say what answers a problem."""
    one = found(queries.problem_numbered(request.actor, request.pole, pk))
    require(permissions.can_answer_problem(request.actor, one))
    posted = request.POST if request.method == "POST" else None
    form = forms.ResponseForm(posted, actor=request.actor, pole=request.pole, initial=_answering(request))

    def act(entry: dict[str, Any]) -> str:
        actions.answer_problem(problem=one, **form.said(), by=request.actor, at=timezone.now())
        return one.get_absolute_url()

    return form_page(
        request,
        form,
        act,
        heading=_("Dire ce qui y répond"),
        lead=one.title,
        submit_label=_("Enregistrer"),
        back_label=one.title,
        back_url=one.get_absolute_url(),
    )


def _answering(request: Any) -> dict[str, Any]:
    """Return what the form begins with: the cooperation that the page named, or the reader's structure."""
    if named := row_number(request.GET.get("cooperation")):
        return {"cooperation": named}
    return {"structure": request.actor.structure_id}


@writes
@members
def note_result(request: Any, pk: int) -> HttpResponse:
    """Note what a response gave."""
    response = found(queries.visible_responses(request.actor, request.pole).filter(pk=pk).first())
    require(permissions.can_note_result(request.actor, response))
    back = response.problem.get_absolute_url()

    def act(entry: dict[str, Any]) -> str:
        actions.note_result(response=response, **entry, by=request.actor, at=timezone.now())
        return back

    return form_page(
        request,
        forms.ResultForm(request.POST if request.method == "POST" else None, initial={"on": request.today}),
        act,
        heading=_("Dire ce que cela a donné"),
        lead=response.title,
        submit_label=_("Enregistrer"),
        back_label=response.problem.title,
        back_url=back,
    )


@writes
@members
def name_coordinator(request: Any, pk: int) -> HttpResponse:
    """Say who coordinates the responses."""
    require(permissions.can_write_problem(request.actor, request.pole))
    one = found(queries.problem_numbered(request.actor, request.pole, pk))

    def act(entry: dict[str, Any]) -> str:
        actions.name_coordinator(problem=one, **entry, by=request.actor, at=timezone.now())
        return one.get_absolute_url()

    return form_page(
        request,
        forms.CoordinatorForm(
            request.POST if request.method == "POST" else None,
            actor=request.actor,
            pole=request.pole,
            initial={"structure": one.coordinator_id},
        ),
        act,
        heading=_("Qui coordonne"),
        lead=one.title,
        submit_label=_("Enregistrer"),
        back_label=one.title,
        back_url=one.get_absolute_url(),
    )


@writes
@members
def need_from_problem(request: Any, pk: int) -> HttpResponse:
    """Make a need of a problem that nothing answers: at once for one's own, or noted for somebody."""
    one = found(queries.problem_numbered(request.actor, request.pole, pk))
    own = request.actor.holder if request.actor.may("say", request.pole) else None
    require(own is not None or request.actor.may("note_for_others", request.pole))

    def said_for(holder: Any) -> str:
        item = actions.make_need_of_problem(problem=one, holder=holder, by=request.actor, at=timezone.now())
        messages.success(request, _("C’est devenu un besoin : on cherche qui peut y répondre."))
        return item.get_absolute_url()

    if own is not None and request.method == "POST":
        return redirect(said_for(own))
    choices = holder_choices(request.actor, request.pole, request.today)
    return form_page(
        request,
        forms.NeedForm(request.POST if request.method == "POST" else None, choices=choices),
        lambda entry: said_for(found(holder_named(request.pole, entry["holder"]))),
        heading=_("En faire un besoin"),
        lead=one.title,
        submit_label=_("En faire un besoin"),
        back_label=one.title,
        back_url=one.get_absolute_url(),
    )


@acts
@members
def call_from_problem(request: Any, pk: int) -> HttpResponse:
    """Make a call for a coalition of a problem that nothing answers; its page then asks what it takes."""
    require(permissions.can_make_call(request.actor, request.pole))
    one = found(queries.problem_numbered(request.actor, request.pole, pk))
    call = actions.make_call_of_problem(problem=one, by=request.actor, at=timezone.now())
    messages.success(request, _("C’est devenu un appel du pôle : dites ce qu’il faut, et un groupement se cherche."))
    return redirect(call.get_absolute_url())


@reads
def coverage(request: Any) -> HttpResponse:
    """Show which problem is answered, by whom, and what is white on either side."""
    kind = request.GET.get("sorte", "") if request.GET.get("sorte") in Kind.values else ""
    address = reverse("territory:coverage", args=[request.pole.slug])
    covered = of_coverage.coverage_of(request.actor, request.pole, kind)
    drawing = drawing_of(districts_of(request.pole))
    context = {
        "coverage": covered,
        "drawing": drawing,
        "dots": dots_of([row.seen for row in covered.rows], drawing),
        "can_call": permissions.can_make_call(request.actor, request.pole),
        "tabs": [(_("Tous"), address, not kind)]
        + [(one.label.capitalize(), f"{address}?sorte={one.value}", kind == one.value) for one in Kind],
        "can_need": request.actor.may("note_for_others", request.pole)
        or (request.actor.may("say", request.pole) and request.actor.holder is not None),
    }
    return render(request, "territory/coverage.html", context)


@reads
@members
def first_things(request: Any) -> HttpResponse:
    """Show what to do first with so little, proven, with the reasons."""
    form = forms.MeansForm(request.GET if "euros" in request.GET else {"euros": 5000, "heures": 120})
    shown = None
    if form.is_valid():
        euros, hours = form.cleaned_data["euros"], form.cleaned_data["heures"]
        things = of_coverage.first_things(request.actor, request.pole, euro_cents=euros * 100, hours=hours)
        shown = of_coverage.told(things)
    status = 200 if shown is not None else 422
    return render(request, "territory/first_things.html", {"form": form, "shown": shown}, status=status)
