"""Personal records: what the pole keeps and why, what it holds on me, my copy, my erasure."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from phares.rooms.commons import privacy
from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.directory import actions, permissions, queries
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.forms import ErasureForm
from phares.rooms.directory.gate import found, members
from phares.rooms.directory.models import Person
from phares.rooms.directory.personal_copy import as_archive, as_json, copy_of
from phares.rooms.directory.recent_entry import recently_entered


@reads
def processing_register(request: Any) -> HttpResponse:
    """Print the register of processings, from the very declarations that the access page and erasure follow."""
    periods = queries.retention_periods(request.today)
    table = [(one, periods.get(one.period)) for one in privacy.declared()]
    return render(request, "directory/processing_register.html", {"table": table, "periods": periods.values()})


@reads
@login_required
@never_cache
def my_record(request: Any) -> HttpResponse:
    """Show all that is held on me, use by use."""
    return render(request, "directory/my_record.html", {"person": request.user, "lines": _lines(request.user)})


def _lines(person: Person) -> list[tuple[privacy.Processing, int]]:
    """Return each use with how many records of it name the person; the journal's own are counted with it."""
    counted: dict[str, int] = {}
    for held in privacy.held_on(person.pk):
        if one := privacy.processing_of(held.noun):
            counted[one.code] = counted.get(one.code, 0) + len(held.rows)
    counted["journal"] = counted.get("journal", 0) + queries.acts_in_journal(person)
    return [(one, counted[one.code]) for one in privacy.declared() if counted.get(one.code)]


@reads
@login_required
@recently_entered
@never_cache
def my_record_json(request: Any) -> HttpResponse:
    """Give my copy as JSON."""
    return _download(as_json(copy_of(request.user, timezone.now())), "application/json", "mes-donnees.json")


@reads
@login_required
@recently_entered
@never_cache
def my_record_archive(request: Any) -> HttpResponse:
    """Give my copy as an archive, with the files that I brought."""
    content = as_archive(request.user, copy_of(request.user, timezone.now()))
    return _download(content, "application/zip", "mes-donnees.zip")


@reads
@members
@never_cache
def person_record(request: Any, pk: int) -> HttpResponse:
    """Give the copy of somebody who asks the pole for it, to those who keep them in the directory."""
    person = found(queries.person_known(request.pole, str(pk)))
    require(permissions.can_erase_person(request.actor, person, request.pole))
    content = as_json(copy_of(person, timezone.now()))
    return _download(content, "application/json", f"donnees-{slugify(str(person)) or person.pk}.json")


def _download(content: bytes, kind: str, name: str) -> HttpResponse:
    """Return a file to keep, never shown in the page."""
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@writes
@login_required
@recently_entered
def erase_me(request: Any) -> HttpResponse:
    """Erase me: my name and contact details go, and I am outside."""
    person = request.user

    def act(entry: dict[str, Any]) -> str:
        actions.erase_person(person=person, by=Actor(person), at=timezone.now())
        logout(request)
        messages.success(request, _("Votre nom et vos coordonnées sont effacés."))
        return reverse("front")

    return _erasure(request, person, act, _("Mes données"), reverse("my_record"))


@writes
@members
def erase_person(request: Any, pk: int) -> HttpResponse:
    """Erase somebody who asked the pole for it."""
    person = found(queries.person_known(request.pole, str(pk)))
    require(permissions.can_erase_person(request.actor, person, request.pole))

    def act(entry: dict[str, Any]) -> str:
        actions.erase_person(person=person, pole=request.pole, by=request.actor, at=timezone.now())
        messages.success(request, _("Le nom et les coordonnées sont effacés."))
        return reverse("directory:people", args=[request.pole.slug])

    back = reverse("directory:person", args=[request.pole.slug, person.pk])
    return _erasure(request, person, act, str(person), back)


def _erasure(
    request: Any, person: Person, act: Callable[[dict[str, Any]], str], back_label: str, back_url: str
) -> HttpResponse:
    """Show what goes, what stays and why, and ask for a tick."""
    return form_page(
        request,
        ErasureForm(request.POST if request.method == "POST" else None),
        act,
        template="directory/erase_person.html",
        person=person,
        is_own=person == request.user,
        back_label=back_label,
        back_url=back_url,
    )
