"""What a person agrees to in this pole: read, given, taken back."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.form_pages import refuse
from phares.rooms.commons.http import acts, writes
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory import actions, permissions, queries
from phares.rooms.directory.forms import ConsentForm, NotedConsentForm
from phares.rooms.directory.gate import found, members
from phares.rooms.directory.models import Person


def _person(request: Any, pk: int) -> Person:
    """Return a person whose consents the reader may write down: themself, or somebody on paper."""
    person = found(queries.person_known(request.pole, str(pk)))
    require(permissions.can_note_consent(request.actor, person, request.pole))
    return person


@writes
@members
def consents(request: Any, pk: int) -> HttpResponse:
    """Show what a person agrees to, and write down that they agree to one thing more."""
    person = _person(request, pk)
    is_own = person == request.user
    form = (ConsentForm if is_own else NotedConsentForm)(request.POST or None)
    status = 200
    if form.is_bound:
        status = _given(request, person, form)
        if status == 302:
            return redirect(_page(request, person))
    context = {
        "form": form,
        "person": person,
        "is_own": is_own,
        "given": queries.consents_of(person, request.pole),
        "holding": {one.pk for one in queries.consents_holding(person, request.pole, request.today).values()},
    }
    return render(request, "directory/consents.html", context, status=status)


def _given(request: Any, person: Person, form: ConsentForm) -> int:
    """Write the consent down; return 302 once done, or the status with which the form is shown again."""
    if not form.is_valid():
        return 422
    entry = {"manner": "site", **form.cleaned_data}
    try:
        actions.give_consent(person=person, pole=request.pole, **entry, by=request.actor, at=timezone.now())
    except Refusal as refusal:
        return refuse(form, refusal)
    messages.success(request, _("C’est noté, et cela se retire quand on veut."))
    return 302


@acts
@members
def withdraw_consent(request: Any, pk: int, consent: int) -> HttpResponse:
    """Take back one thing that was agreed."""
    person = _person(request, pk)
    one = found(queries.consent_numbered(person, request.pole, consent))
    actions.withdraw_consent(consent=one, by=request.actor, at=timezone.now())
    messages.success(request, _("C’est retiré."))
    return redirect(_page(request, person))


def _page(request: Any, person: Person) -> str:
    """Return the address of the page of a person's consents."""
    return reverse("directory:consents", args=[request.pole.slug, person.pk])
