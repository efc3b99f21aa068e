"""Pages of people: who is known, who acts for whom, and as whom one acts."""

from typing import Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, previous_page, reads, writes
from phares.rooms.commons.numbers import capitalised
from phares.rooms.commons.refusals import require
from phares.rooms.directory import actions, permissions, queries
from phares.rooms.directory.forms import LastDayForm, MandateForm, PersonForm
from phares.rooms.directory.gate import found, members
from phares.rooms.directory.middleware import CAME_FROM, CHOSEN_MANDATE
from phares.rooms.directory.models import Person
from phares.rooms.directory.roles import ROLES

A_PAGE = 30
LONGEST_ASKED = 80


@acts
@members
def act_for(request: Any) -> HttpResponse:
    """Choose the mandate with which one acts in this pole, and stay on the page where one was if it opens to it."""
    chosen = request.POST.get("mandate", "")
    if chosen in {str(mandate.pk) for mandate in request.mandates}:
        kept = request.session.get(CHOSEN_MANDATE, {})
        request.session[CHOSEN_MANDATE] = {**kept, str(request.pole.pk): int(chosen)}
    page = previous_page(request)
    if f"/{request.pole.slug}/" not in page:
        return redirect("directory:home", request.pole.slug)
    request.session[CAME_FROM] = urlsplit(page).path
    return redirect(page)


@reads
@members
def people(request: Any) -> HttpResponse:
    """Show who acts for whom, for those who keep the directory."""
    require(permissions.can_keep_directory(request.actor, request.pole))
    asked = request.GET.get("q", "").strip()[:LONGEST_ASKED]
    listed = queries.people_found(request.pole, request.today, asked)
    page = Paginator(listed.current, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "directory/people.html", {"page": page, "over": listed.over, "asked": asked})


@writes
@members
def register_person(request: Any) -> HttpResponse:
    """Make a person known and give them a mandate; `?personne=` gives a mandate to somebody the pole knows."""
    require(permissions.can_keep_directory(request.actor, request.pole))
    if known_as := request.GET.get("personne"):
        return _known_person(request, found(queries.person_known(request.pole, known_as)))
    form = PersonForm(request.POST or None, pole=request.pole, initial=_start(request))

    @transaction.atomic
    def act(entry: dict[str, Any]) -> str:
        person = _registered(request, form, entry)
        address = _mandated(request, person, entry)
        if entry["invited"] and person.email:
            actions.invite_person(person=person, pole=request.pole, by=request.actor, at=timezone.now())
        return address

    return _person_page(request, form, act, _("Ajouter une personne"))


def _start(request: Any) -> dict[str, Any]:
    """Return what the form begins with: today, and the structure from whose page one came (`?pour=`)."""
    structure = queries.structure_named(request.actor, request.pole, request.GET.get("pour", ""))
    acts_for = f"structure-{structure.pk}" if structure else ""
    return {"from_on": request.today, "role": "representative", "acts_for": acts_for}


def _known_person(request: Any, person: Person) -> HttpResponse:
    """Give a mandate to a person whom the pole knows."""
    form = MandateForm(request.POST or None, pole=request.pole, initial=_start(request))
    heading = _("Donner un mandat à %(name)s") % {"name": person}
    return _person_page(request, form, lambda entry: _mandated(request, person, entry), heading)


def _registered(request: Any, form: PersonForm, entry: dict[str, Any]) -> Person:
    """Return the person of the entry: made known now, or known already where one has said that it is the same."""
    if entry["same_person"] and (known := queries.person_with_mail(entry["email"])):
        return known
    said = {name: entry[name] for name in ("given_name", "family_name", "phone")}
    try:
        return actions.register_person(
            pole=request.pole, **said, email=entry["email"] or None, by=request.actor, at=timezone.now()
        )
    except actions.MailAlreadyKnown:
        form.asks_whether_same = True
        raise


def _mandated(request: Any, person: Person, entry: dict[str, Any]) -> str:
    """Give the mandate of the entry, say how the person can act, and return the address of the list."""
    said: dict[str, Any] = {name: entry[name] for name in ("role", "from_on", "until_on")}
    said |= queries.holder_of_mandate(request.pole, **entry["holder"])
    actions.give_mandate(person=person, pole=request.pole, **said, by=request.actor, at=timezone.now())
    messages.success(request, _way_in(person))
    return reverse("directory:people", args=[request.pole.slug])


def _way_in(person: Person) -> str:
    """Return how a person can act from now on."""
    if person.is_on_paper:
        return _("%(name)s n’a pas d’adresse électronique : quelqu’un note pour cette personne.") % {"name": person}
    return _("%(name)s peut entrer avec l’adresse %(mail)s : un code et un lien y sont envoyés à chaque fois.") % {
        "name": person,
        "mail": person.email,
    }


def _person_page(request: Any, form: MandateForm, act: Any, heading: str) -> HttpResponse:
    """Show the form of a person or of a mandate, with what each role is for."""
    hints = {role.code: role.description for role in ROLES.values()}
    return form_page(request, form, act, template="directory/register_person.html", heading=heading, role_hints=hints)


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
        lead=_("%(role)s, pour %(whom)s. Ce qui a été signé avec ce mandat reste signé.")
        % {"role": capitalised(str(mandate.as_role.label)), "whom": mandate.acts_for},
        submit_label=_("Enregistrer"),
        back_label=_("Personnes et mandats"),
        back_url=address,
    )
