"""The page of one person, for those who keep the directory: what is known, put right; the letter that invites."""

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
from phares.rooms.directory import actions, permissions, queries
from phares.rooms.directory.forms import MailForm, PersonDetailsForm
from phares.rooms.directory.gate import found, members
from phares.rooms.directory.models import Person


def _person(request: Any, pk: int) -> Person:
    """Return a person whom this pole knows, to those who keep its directory."""
    require(permissions.can_keep_directory(request.actor, request.pole))
    return found(queries.person_known(request.pole, str(pk)))


@reads
@members
def person(request: Any, pk: int) -> HttpResponse:
    """Show what is known of a person, the mandates they hold or held here, and whether they have come in."""
    one = _person(request, pk)
    return render(
        request,
        "directory/person.html",
        {
            "person": one,
            "held": queries.mandates_given(one, request.pole),
            "invitation": queries.last_invitation(one, request.pole),
            "change": queries.waiting_mail_change(one, timezone.now()),
            "can_keep": permissions.can_keep_person(request.actor, one, request.pole),
            "now": timezone.now(),
        },
    )


@writes
@members
def correct_person(request: Any, pk: int) -> HttpResponse:
    """Put right a name, a phone or a language."""
    one = _person(request, pk)
    require(permissions.can_correct_person(request.actor, one, request.pole))

    def act(entry: dict[str, Any]) -> str:
        actions.correct_person(person=one, **entry, pole=request.pole, by=request.actor, at=timezone.now())
        return _page(request, one)

    said = {name: getattr(one, name) for name in PersonDetailsForm.base_fields}
    form = PersonDetailsForm(request.POST or None, initial=said)
    return _form(request, one, form, act, _("Corriger : %(name)s") % {"name": one})


@writes
@members
def change_mail(request: Any, pk: int) -> HttpResponse:
    """Ask that a person's mail become another one, or give one to somebody who had none."""
    one = _person(request, pk)
    require(permissions.can_correct_person(request.actor, one, request.pole))

    def act(entry: dict[str, Any]) -> str:
        change = actions.ask_mail_change(person=one, **entry, pole=request.pole, by=request.actor, at=timezone.now())
        messages.success(request, _told(change is None, entry["email"]))
        return _page(request, one)

    lead = _(
        "Cette personne est déjà entrée : la nouvelle adresse devra répondre,"
        " et l’ancienne aura trois jours pour refuser."
    )
    return _form(
        request,
        one,
        MailForm(request.POST or None),
        act,
        _("Adresse électronique : %(name)s") % {"name": one},
        lead if one.last_login and one.email else "",
    )


def _told(is_done: bool, email: str) -> str:
    """Return what becomes of the mail that was typed."""
    if is_done:
        return _("L’adresse est notée.")
    return _("Un mail est parti à %(mail)s pour confirmer ; l’ancienne adresse est prévenue.") % {"mail": email}


@acts
@members
def invite_person(request: Any, pk: int) -> HttpResponse:
    """Send the letter that opens the site."""
    one = _person(request, pk)
    actions.invite_person(person=one, pole=request.pole, by=request.actor, at=timezone.now())
    messages.success(request, _("L’invitation part à %(mail)s.") % {"mail": one.email})
    return redirect(_page(request, one))


@acts
@members
def withdraw_invitation(request: Any, pk: int) -> HttpResponse:
    """Take back the letter that has not served yet."""
    one = _person(request, pk)
    invitation = found(queries.last_invitation(one, request.pole))
    actions.withdraw_invitation(invitation=invitation, by=request.actor, at=timezone.now())
    messages.success(request, _("L’invitation est retirée : son lien n’ouvre plus rien."))
    return redirect(_page(request, one))


def _page(request: Any, one: Person) -> str:
    """Return the address of a person's page."""
    return reverse("directory:person", args=[request.pole.slug, one.pk])


def _form(request: Any, one: Person, form: Any, act: Any, heading: str, lead: str = "") -> HttpResponse:
    """Show a form about a person."""
    return form_page(
        request,
        form,
        act,
        heading=heading,
        lead=lead,
        submit_label=_("Enregistrer"),
        back_label=str(one),
        back_url=_page(request, one),
    )
