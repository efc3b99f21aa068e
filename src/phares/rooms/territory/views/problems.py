"""Pages of problems: the list and its map, one of them, writing, splitting, merging, observing, answering."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons import panels
from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.commons.row_numbers import row_number
from phares.rooms.directory.gate import found, members
from phares.rooms.territory import actions, permissions
from phares.rooms.territory.drawing import dots_of, drawing_of
from phares.rooms.territory.forms import problems as forms
from phares.rooms.territory.models import Problem, Voice
from phares.rooms.territory.models.problem import Kind
from phares.rooms.territory.models.voice import State
from phares.rooms.territory.queries import problems as queries
from phares.rooms.territory.queries import voices as of_voices

A_PAGE = 30
MOST_VOICES = 100


def _kind(request: Any) -> str:
    """Return the kind asked for, where it is one."""
    kind = request.GET.get("sorte", "")
    return kind if kind in Kind.values else ""


@reads
def problems(request: Any) -> HttpResponse:
    """Show the problems, how far each is answered, and where."""
    kind = _kind(request)
    page = Paginator(queries.problems_of(request.actor, request.pole, kind), A_PAGE).get_page(request.GET.get("page"))
    lines = queries.seen(request.actor, page.object_list, request.pole)
    drawing = drawing_of(of_voices.districts_of(request.pole))
    address = reverse("territory:problems", args=[request.pole.slug])
    context = {
        "page": page,
        "lines": lines,
        "drawing": drawing,
        "dots": dots_of(lines, drawing),
        "tabs": [(_("Tous"), address, not kind)]
        + [(one.label.capitalize(), f"{address}?sorte={one.value}", kind == one.value) for one in Kind],
        "can_write": permissions.can_write_problem(request.actor, request.pole),
    }
    return render(request, "territory/problems.html", context)


def _problem(request: Any, pk: int) -> Problem:
    return found(queries.problem_numbered(request.actor, request.pole, pk))


@reads
def problem(request: Any, pk: int) -> HttpResponse:
    """Show a problem: what was said, what is seen, which sources disagree, what answers it, who coordinates."""
    one = _problem(request, pk)
    if one.merged_into:
        return redirect(one.merged_into.get_absolute_url())
    responses = [
        (response, permissions.can_note_result(request.actor, response))
        for response in one.shown_responses  # type: ignore[attr-defined]
    ]
    observations = list(one.observations.select_related("structure__pole"))
    context = {
        "problem": one,
        "voices": queries.voices_of(request.actor, one, request.today)[:MOST_VOICES],
        "agreeing": [each for each in observations if not each.says_otherwise],
        "disagreeing": [each for each in observations if each.says_otherwise],
        "responses": responses,
        "several": sum(response.stage in queries.DONE for response, _can_note in responses) > 1,
        "figures": one.figures.all(),
        "needs": queries.needs_of(request.actor, one),
        "merged": one.merged.all(),
        "parts": one.parts.standing().select_related("pole"),
        "can_write": permissions.can_write_problem(request.actor, request.pole),
        "can_observe": permissions.can_observe(request.actor, request.pole),
        "can_answer": permissions.can_answer_problem(request.actor, one),
        "can_need": _can_need(request),
        "can_call": permissions.can_make_call(request.actor, request.pole),
        "panels": panels.shown("problem", request.actor, one, request.today),
    }
    return render(request, "territory/problem.html", context)


def _can_need(request: Any) -> bool:
    """Say whether the reader may make a need of a problem: for their own, or noted for others."""
    actor = request.actor
    return (actor.may("say", request.pole) and actor.holder is not None) or actor.may("note_for_others", request.pole)


def _voices_asked(request: Any) -> Any:
    """Return the voices that a suggestion names, those alone where it names none."""
    alone = queries.voices_alone(request.pole, request.today)
    named = [pk for pk in map(row_number, request.GET.getlist("parole")) if pk][:60]
    chosen = alone.filter(pk__in=named) if named else alone
    return Voice.objects.filter(pk__in=[voice.pk for voice in chosen[:60]])


@writes
@members
def write_problem(request: Any) -> HttpResponse:
    """Write a problem from voices."""
    require(permissions.can_write_problem(request.actor, request.pole))
    voices = _voices_asked(request)
    ticked = [voice.pk for voice in voices] if request.GET.getlist("parole") else []
    form = forms.ProblemForm(
        request.POST if request.method == "POST" else None,
        pole=request.pole,
        voices=voices,
        initial={"concerned": "everyone", "voices": ticked},
    )
    return _write(request, form, None)


@writes
@members
def rewrite_problem(request: Any, pk: int) -> HttpResponse:
    """Write a problem again, and put more voices with it."""
    require(permissions.can_write_problem(request.actor, request.pole))
    one = _problem(request, pk)
    names = ("title", "text", "causes", "concerned", "district")
    kinds = [kind.value for kind in Kind if getattr(one, f"is_{kind.value}")]
    form = forms.ProblemForm(
        request.POST if request.method == "POST" else None,
        pole=request.pole,
        voices=_voices_asked(request),
        initial={**{name: getattr(one, name) for name in names}, "kinds": kinds},
    )
    return _write(request, form, one)


def _write(request: Any, form: forms.ProblemForm, one: Problem | None) -> HttpResponse:
    """Show the form of a problem, new or known."""
    back = one.get_absolute_url() if one else reverse("territory:problems", args=[request.pole.slug])

    def act(entry: dict[str, Any]) -> str:
        entry.setdefault("voices", [])
        written = actions.write_problem(pole=request.pole, problem=one, **entry, by=request.actor, at=timezone.now())
        return written.get_absolute_url()

    return form_page(
        request,
        form,
        act,
        heading=_("Récrire ce problème") if one else _("Écrire un problème"),
        submit_label=_("Enregistrer"),
        back_label=one.title if one else _("Les problèmes"),
        back_url=back,
    )


@reads
@members
def groups_of_voices(request: Any) -> HttpResponse:
    """Show voices that seem to speak of one thing; nothing is grouped before somebody says so."""
    require(permissions.can_write_problem(request.actor, request.pole))
    groups = queries.groups_to_suggest(request.pole, request.today)
    return render(request, "territory/groups_of_voices.html", {"groups": groups})


@writes
@members
def split_problem(request: Any, pk: int) -> HttpResponse:
    """Make a problem of its own of some voices."""
    require(permissions.can_write_problem(request.actor, request.pole))
    one = _problem(request, pk)
    form = forms.SplitForm(
        request.POST if request.method == "POST" else None, voices=one.voices.exclude(state=State.ERASED)
    )

    def act(entry: dict[str, Any]) -> str:
        part = actions.split_problem(problem=one, **entry, by=request.actor, at=timezone.now())
        return part.get_absolute_url()

    return _about(request, form, act, one, _("Mettre des paroles à part"))


@writes
@members
def merge_problem(request: Any, pk: int) -> HttpResponse:
    """Merge a problem into another."""
    require(permissions.can_write_problem(request.actor, request.pole))
    one = _problem(request, pk)
    form = forms.MergeForm(request.POST if request.method == "POST" else None, problem=one)

    def act(entry: dict[str, Any]) -> str:
        into = actions.merge_problem(problem=one, into=entry["into"], by=request.actor, at=timezone.now())
        return into.get_absolute_url()

    return _about(request, form, act, one, _("C’est le même problème qu’un autre"))


@writes
@members
def observe_problem(request: Any, pk: int) -> HttpResponse:
    """Say what one sees of a problem."""
    require(permissions.can_observe(request.actor, request.pole))
    one = _problem(request, pk)
    form = forms.ObservationForm(
        request.POST if request.method == "POST" else None, initial={"observed_on": request.today}
    )

    def act(entry: dict[str, Any]) -> str:
        actions.observe_problem(problem=one, **entry, by=request.actor, at=timezone.now())
        return one.get_absolute_url()

    return _about(request, form, act, one, _("Dire ce que l’on voit"))


def _about(request: Any, form: Any, act: Any, one: Problem, heading: str) -> HttpResponse:
    """Show a form on one problem."""
    return form_page(
        request,
        form,
        act,
        heading=heading,
        lead=one.title,
        submit_label=_("Enregistrer"),
        back_label=one.title,
        back_url=one.get_absolute_url(),
    )


@writes
@members
def choose_figures(request: Any, pk: int) -> HttpResponse:
    """Choose the figures that stand beside the words of a problem."""
    require(permissions.can_write_problem(request.actor, request.pole))
    one = _problem(request, pk)
    posted = request.POST if request.method == "POST" else None
    form = forms.ProblemFiguresForm(posted, pole=request.pole, initial={"figures": one.figures.all()})

    def act(entry: dict[str, Any]) -> str:
        actions.choose_figures(problem=one, **entry, by=request.actor, at=timezone.now())
        return one.get_absolute_url()

    return _about(request, form, act, one, _("Mettre des chiffres à côté"))
