"""Pages on people without mail: who is known, and making one known, for those who note for them."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.directory import actions, permissions, queries
from phares.rooms.directory.forms import ResidentForm
from phares.rooms.directory.gate import members

A_PAGE = 30


@reads
@members
def known_residents(request: Any) -> HttpResponse:
    """Show the people without mail whom the pole knows."""
    require(permissions.can_note_for_others(request.actor, request.pole))
    people = queries.known_on_paper(request.pole, request.today)
    page = Paginator(people, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "directory/known_residents.html", {"page": page})


@writes
@members
def register_resident(request: Any) -> HttpResponse:
    """Make somebody known who has no mail: a resident, or who speaks for a residents' group."""
    require(permissions.can_register_resident(request.actor, request.pole))
    address = reverse("directory:known_residents", args=[request.pole.slug])

    @transaction.atomic
    def act(entry: dict[str, Any]) -> str:
        group, by, at = entry.pop("group"), request.actor, timezone.now()
        person = actions.register_person(pole=request.pole, **entry, by=by, at=at)
        role = "spokesperson" if group else "resident"
        actions.give_mandate(
            person=person, pole=request.pole, role=role, group=group, from_on=request.today, by=by, at=at
        )
        said = _("%(name)s est connue du pôle : vous pouvez noter ce qu’elle dit.")
        messages.success(request, said % {"name": person})
        return address

    return form_page(
        request,
        ResidentForm(request.POST or None, pole=request.pole),
        act,
        heading=_("Noter une personne sans adresse électronique"),
        lead=_("Un prénom suffit. Demandez avant d’écrire un nom ou un téléphone, et dites à quoi cela sert."),
        submit_label=_("Enregistrer"),
        back_label=_("Personnes connues sur papier"),
        back_url=address,
    )
