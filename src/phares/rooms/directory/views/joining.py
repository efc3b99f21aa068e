"""Pages of coming in: asking to join without account, the receipt, the answer, the paths of arrival."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons import limits
from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.directory import actions, permissions, queries
from phares.rooms.directory.forms import ArrivalStepsForm, JoinAnswerForm, JoinForm
from phares.rooms.directory.forms.structures import KIND_HINTS
from phares.rooms.directory.gate import found, members
from phares.rooms.directory.membership_words import heading
from phares.rooms.directory.models.membership import MembershipKind

MOST_AN_HOUR, AN_HOUR = 5, 3600


@writes
def ask_to_join(request: Any) -> HttpResponse:
    """Let anybody ask to join, without account; the same visitor does so a few times an hour at most."""
    if request.pole.is_public_record:
        raise Http404

    def act(entry: dict[str, Any]) -> str:
        entry.pop("address_bis")
        limits.spend("join", request, most=MOST_AN_HOUR, seconds=AN_HOUR)
        one = actions.ask_to_join(pole=request.pole, **entry, by=request.actor, at=timezone.now())
        return one.get_absolute_url()

    return form_page(
        request,
        JoinForm(request.POST or None, pole=request.pole, initial={"kind": MembershipKind.ASSOCIATE}),
        act,
        template="directory/ask_to_join.html",
        kind_hints=KIND_HINTS,
    )


@reads
def join_receipt(request: Any, receipt: str) -> HttpResponse:
    """Show those who asked what they said, what was answered, and how far their arrival has got."""
    one = found(queries.join_request_with_receipt(request.pole, receipt))
    arrival = queries.arrival_path(one.structure, request.today) if one.structure else None
    answer = render(request, "directory/join_receipt.html", {"join_request": one, "arrival": arrival})
    answer["Cache-Control"] = "private, no-store"
    answer["Referrer-Policy"] = "no-referrer"
    return answer


@reads
@members
def join_requests(request: Any) -> HttpResponse:
    """Show the requests to join, those that wait first."""
    require(permissions.can_keep_directory(request.actor, request.pole))
    rows = queries.join_requests_of(request.actor, request.pole)
    return render(request, "directory/join_requests.html", {"join_requests": rows})


@writes
@members
def answer_join_request(request: Any, pk: int) -> HttpResponse:
    """Show one request, and answer it with a reason."""
    require(permissions.can_keep_directory(request.actor, request.pole))
    one = found(queries.join_request_numbered(request.actor, request.pole, pk))

    def act(entry: dict[str, Any]) -> str:
        answered = actions.answer_join_request(join_request=one, **entry, by=request.actor, at=timezone.now())
        if answered.structure:
            return answered.structure.get_absolute_url()
        return reverse("directory:join_requests", args=[request.pole.slug])

    return form_page(
        request, JoinAnswerForm(request.POST or None), act, template="directory/join_request.html", join_request=one
    )


@reads
@members
def arrivals(request: Any) -> HttpResponse:
    """Show what is done with those who come in, for each way to take part."""
    require(permissions.can_see_pole(request.actor, request.pole))
    paths = [(kind, heading(kind, 1), steps) for kind, steps in queries.arrival_steps(request.pole)]
    can_keep = permissions.can_keep_directory(request.actor, request.pole)
    return render(request, "directory/arrivals.html", {"paths": paths, "can_keep": can_keep})


@writes
@members
def set_arrival_steps(request: Any, kind: str) -> HttpResponse:
    """Write the checklist of a way to take part."""
    require(permissions.can_keep_directory(request.actor, request.pole))
    known = dict(queries.arrival_steps(request.pole))
    steps = found(known.get(kind))
    address = reverse("directory:arrivals", args=[request.pole.slug])

    def act(entry: dict[str, Any]) -> str:
        actions.set_arrival_steps(pole=request.pole, kind=kind, **entry, by=request.actor, at=timezone.now())
        return address

    return form_page(
        request,
        ArrivalStepsForm(request.POST or None, initial={"steps": "\n".join(one.words for one in steps)}),
        act,
        heading=_("Parcours d’arrivée : %(kind)s") % {"kind": MembershipKind(kind).label},
        lead=_("Ce qui est déjà coché reste écrit, même si une étape disparaît d’ici."),
        submit_label=_("Enregistrer"),
        back_label=_("Parcours d’arrivée"),
        back_url=address,
    )


@acts
@members
def tick_arrival_step(request: Any, pk: int, step: int) -> HttpResponse:
    """Say that a step of an arrival is done."""
    membership = found(queries.membership_numbered(request.pole, pk))
    one = found(queries.step_numbered(request.pole, step))
    actions.tick_arrival_step(membership=membership, step=one, by=request.actor, at=timezone.now())
    return redirect(f"{membership.structure.get_absolute_url()}#arrivee")
