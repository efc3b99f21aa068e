"""Pages of people: who is known, who acts for whom, residents' groups, and as whom one acts."""

from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, previous_page, reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.directory import actions, permissions, queries
from phares.rooms.directory.forms import LastDayForm, PersonForm, ResidentsGroupForm
from phares.rooms.directory.gate import found, members
from phares.rooms.directory.middleware import CHOSEN_MANDATE


@acts
@members
def act_for(request: Any) -> HttpResponse:
    """Choose the mandate with which one acts in this pole."""
    chosen = request.POST.get("mandate", "")
    if chosen in {str(mandate.pk) for mandate in request.mandates}:
        kept = request.session.get(CHOSEN_MANDATE, {})
        request.session[CHOSEN_MANDATE] = {**kept, str(request.pole.pk): int(chosen)}
    return redirect(previous_page(request))


@reads
@members
def people(request: Any) -> HttpResponse:
    """Show every mandate that holds today, for those who keep the directory."""
    require(permissions.can_keep_directory(request.actor, request.pole))
    return render(request, "directory/people.html", {"mandates": queries.people_found(request.pole, request.today)})


@writes
@members
def register_person(request: Any) -> HttpResponse:
    """Make a person known and give them a mandate."""
    require(permissions.can_keep_directory(request.actor, request.pole))

    @transaction.atomic
    def act(entry: dict[str, Any]) -> str:
        common = {"pole": request.pole, "by": request.actor, "at": timezone.now()}
        names = {name: entry[name] for name in ("given_name", "family_name")}
        person = actions.register_person(**names, email=entry["email"] or None, **common)
        holder = queries.holder_of_mandate(request.pole, **entry["holder"])
        period = {name: entry[name] for name in ("role", "from_on", "until_on")}
        actions.give_mandate(person=person, **holder, **period, **common)
        return reverse("directory:people", args=[request.pole.slug])

    return form_page(
        request,
        PersonForm(request.POST or None, pole=request.pole, initial={"from_on": request.today, "role": "representative"}),
        act,
        heading=_("Ajouter une personne"),
        submit_label=_("Enregistrer"),
        back_label=_("Personnes et mandats"),
        back_url=reverse("directory:people", args=[request.pole.slug]),
    )


@writes
@members
def end_mandate(request: Any, pk: int) -> HttpResponse:
    """Write down the last day of a mandate."""
    mandate = found(queries.mandate_numbered(request.pole, pk))
    require(permissions.can_keep_directory(request.actor, request.pole))
    address = reverse("directory:people", args=[request.pole.slug])

    def act(entry: dict[str, Any]) -> str:
        actions.end_mandate(mandate=mandate, **entry, by=request.actor, at=timezone.now())
        return address

    return form_page(
        request,
        LastDayForm(request.POST or None, initial={"until_on": request.today}),
        act,
        heading=_("Fin du mandat de %(name)s") % {"name": mandate.person},
        lead=_("Ce qui a été signé avec ce mandat reste signé."),
        submit_label=_("Enregistrer"),
        back_label=_("Personnes et mandats"),
        back_url=address,
    )


@reads
@members
def residents_groups(request: Any) -> HttpResponse:
    """Show the residents' groups of the pole."""
    can_form = permissions.can_form_residents_group(request.actor, request.pole)
    groups = queries.residents_groups(request.pole)
    return render(request, "directory/residents_groups.html", {"groups": groups, "can_form": can_form})


@writes
@members
def form_residents_group(request: Any) -> HttpResponse:
    """Write down that residents act together."""
    require(permissions.can_form_residents_group(request.actor, request.pole))
    address = reverse("directory:residents_groups", args=[request.pole.slug])

    def act(entry: dict[str, Any]) -> str:
        actions.form_residents_group(pole=request.pole, **entry, by=request.actor, at=timezone.now())
        return address

    return form_page(
        request,
        ResidentsGroupForm(request.POST or None),
        act,
        heading=_("Noter un groupe d’habitantes et d’habitants"),
        lead=_("Un nom suffit : ni statuts, ni adresse électronique."),
        submit_label=_("Enregistrer"),
        back_label=_("Groupes"),
        back_url=address,
    )
