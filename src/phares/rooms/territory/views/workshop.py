"""Pages of workshops: the list, one of them, planning, cards, problems, people, going on, closing, minutes."""

import secrets
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.commons.row_numbers import row_number
from phares.rooms.directory.gate import found, members
from phares.rooms.territory import actions, permissions
from phares.rooms.territory.forms import workshop as forms
from phares.rooms.territory.models import Workshop
from phares.rooms.territory.queries import workshop as queries
from phares.rooms.territory.workshop_minutes import minutes_pdf

A_PAGE = 30


def workshop_asked(request: Any, pk: int) -> Workshop:
    """Return the workshop of this number."""
    return found(queries.workshop_numbered(request.pole, pk))


def workshop_run(request: Any, pk: int) -> Workshop:
    """Return the workshop of this number to those who run it."""
    require(permissions.can_run_workshop(request.actor, request.pole))
    return workshop_asked(request, pk)


def posted(request: Any) -> Any:
    """Return what was sent."""
    return request.POST if request.method == "POST" else None


@reads
def workshops(request: Any) -> HttpResponse:
    """Show the workshops, the latest first."""
    context = {
        "page": Paginator(queries.workshops_of(request.pole), A_PAGE).get_page(request.GET.get("page")),
        "can_run": permissions.can_run_workshop(request.actor, request.pole),
    }
    return render(request, "territory/workshops.html", context)


@reads
def workshop(request: Any, pk: int) -> HttpResponse:
    """Show a workshop: how it goes on for those who run it, its minutes to everybody once it is closed."""
    one = workshop_asked(request, pk)
    can_run = permissions.can_run_workshop(request.actor, request.pole)
    context: dict[str, Any] = {"workshop": one, "can_run": can_run}
    if one.is_closed:
        smallest = 1 if can_run else None
        context["minutes"] = queries.minutes_of(one, request.today, smallest=smallest)
        context["sending"] = getattr(one, "sending", None)
    elif permissions.can_see_wall(request.actor, request.pole):
        context["wall"] = queries.wall_of(one, request.today)
        context["decisions"] = one.decisions.select_related("structure__pole", "wall__merged_into")
        context["presences"] = one.presences.all()
    return render(request, "territory/workshop.html", context)


@writes
@members
def plan_workshop(request: Any) -> HttpResponse:
    """Plan a workshop."""
    require(permissions.can_run_workshop(request.actor, request.pole))
    asked = request.GET.get("rencontre", "")
    form = forms.WorkshopForm(
        posted(request), gatherings=queries.gatherings_without_workshop(request.pole), initial={"gathering": asked}
    )

    def act(entry: dict[str, Any]) -> str:
        planned = actions.plan_workshop(pole=request.pole, **form.said(), by=request.actor, at=timezone.now())
        return planned.get_absolute_url()

    return form_page(
        request,
        form,
        act,
        heading=_("Préparer un atelier"),
        lead=_("On y trie des cartes ensemble, on pose des points, et l’on dit qui fait quoi ensuite."),
        submit_label=_("Préparer"),
        back_label=_("Les ateliers"),
        back_url=reverse("territory:workshops", args=[request.pole.slug]),
    )


def about(request: Any, form: Any, act: Any, one: Workshop, heading: str, **context: Any) -> HttpResponse:
    """Show a form on one workshop."""
    return form_page(
        request,
        form,
        act,
        heading=heading,
        submit_label=context.pop("submit_label", _("Enregistrer")),
        back_label=str(one),
        back_url=one.get_absolute_url(),
        **context,
    )


@writes
@members
def choose_cards(request: Any, pk: int) -> HttpResponse:
    """Choose the cards to bring."""
    one = workshop_run(request, pk)
    brought = one.cards.values_list("voice", "observation")
    now = {"voices": [voice for voice, _other in brought], "observations": [other for _voice, other in brought]}
    form = forms.CardsForm(posted(request), workshop=one, day=request.today, initial=now)

    def act(entry: dict[str, Any]) -> str:
        chosen = {name: entry.get(name, ()) for name in ("voices", "observations")}
        actions.choose_cards(workshop=one, **chosen, by=request.actor, at=timezone.now())
        return one.get_absolute_url()

    return about(
        request, form, act, one, _("Choisir les cartes"),
        lead=_("Elles seront lues à voix haute et projetées : seules les paroles que tout le monde peut lire sont là."),
    )  # fmt: skip


@writes
@members
def put_problem(request: Any, pk: int) -> HttpResponse:
    """Put known problems on the wall."""
    one = workshop_run(request, pk)

    def act(entry: dict[str, Any]) -> str:
        for problem in entry["problems"]:
            actions.put_problem(workshop=one, problem=problem, by=request.actor, at=timezone.now())
        return one.get_absolute_url()

    form = forms.KnownProblemsForm(posted(request), workshop=one)
    return about(request, form, act, one, _("Mettre des problèmes connus au mur"))


@acts
@members
def take_problem_off(request: Any, pk: int) -> HttpResponse:
    """Take a problem off the wall."""
    one = workshop_run(request, pk)
    wall = found(one.wall.select_related("workshop").filter(pk=row_number(request.POST.get("wall"))).first())
    actions.take_problem_off(wall=wall, by=request.actor, at=timezone.now())
    return redirect(one.get_absolute_url())


@writes
@members
def count_people(request: Any, pk: int) -> HttpResponse:
    """Count who is there."""
    one = workshop_run(request, pk)
    form = forms.PeopleForm(posted(request), workshop=one)

    def act(entry: dict[str, Any]) -> str:
        actions.count_people(workshop=one, counts=form.counts(), by=request.actor, at=timezone.now())
        return one.get_absolute_url()

    return about(request, form, act, one, _("Compter qui est là"), lead=_("Par sorte, sans aucun nom."))


@writes
@members
def write_card(request: Any, pk: int) -> HttpResponse:
    """Write a card in the room; the next one follows at once."""
    one = workshop_run(request, pk)
    form = forms.CardForm(posted(request), initial={"mark": secrets.token_urlsafe(24)})
    form.fields["text"].widget.attrs["autofocus"] = True

    def act(entry: dict[str, Any]) -> str:
        actions.write_card(workshop=one, **entry, by=request.actor, at=timezone.now())
        messages.success(request, _("La carte est au mur."))
        return reverse("territory:write_card", args=[request.pole.slug, one.pk])

    return about(request, form, act, one, _("Écrire une carte"), submit_label=_("Mettre au mur, carte suivante"))


@acts
@members
def turn_workshop(request: Any, pk: int) -> HttpResponse:
    """Go on to the next part, or back."""
    one = workshop_run(request, pk)
    phase = request.POST.get("phase", "")
    actions.turn_workshop(workshop=one, phase=phase, by=request.actor, at=timezone.now())
    return redirect(one.get_absolute_url())


@writes
@members
def note_decision(request: Any, pk: int) -> HttpResponse:
    """Note what is decided and who takes it on."""
    one = workshop_run(request, pk)

    def act(entry: dict[str, Any]) -> str:
        actions.note_decision(workshop=one, **entry, by=request.actor, at=timezone.now())
        return one.get_absolute_url()

    form = forms.DecisionForm(posted(request), actor=request.actor, workshop=one)
    return about(request, form, act, one, _("Noter une décision"))


@acts
@members
def drop_decision(request: Any, pk: int) -> HttpResponse:
    """Take a decision out again."""
    one = workshop_run(request, pk)
    decision = found(one.decisions.filter(pk=row_number(request.POST.get("decision"))).first())
    actions.drop_decision(decision=decision, by=request.actor, at=timezone.now())
    return redirect(one.get_absolute_url())


@writes
@members
def close_workshop(request: Any, pk: int) -> HttpResponse:
    """Close the workshop."""
    one = workshop_run(request, pk)

    def act(entry: dict[str, Any]) -> str:
        actions.close_workshop(workshop=one, **entry, by=request.actor, at=timezone.now())
        messages.success(request, _("C’est clos : le compte rendu ne bougera plus."))
        return one.get_absolute_url()

    return about(
        request, forms.CloseForm(posted(request)), act, one, _("Clore l’atelier"), submit_label=_("Clore"),
        lead=_("Les paroles rejoignent leurs problèmes, les nouveaux problèmes sont écrits, et plus rien ne bouge."),
    )  # fmt: skip


@writes
@members
def send_minutes(request: Any, pk: int) -> HttpResponse:
    """Note that the minutes were given."""
    one = workshop_run(request, pk)

    def act(entry: dict[str, Any]) -> str:
        actions.send_minutes(workshop=one, **entry, by=request.actor, at=timezone.now())
        return one.get_absolute_url()

    form = forms.SendMinutesForm(posted(request), initial={"sent_on": request.today})
    return about(request, form, act, one, _("Le compte rendu est donné"))


@reads
def workshop_minutes(request: Any, pk: int) -> HttpResponse:
    """Give the minutes of a closed workshop, to print."""
    one = workshop_asked(request, pk)
    closed: Workshop = found(one if one.is_closed else None)
    answer = HttpResponse(minutes_pdf(closed, request.today), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="atelier-{one.gathering.starts_at:%Y-%m-%d}.pdf"'
    return answer
