"""Pages of the agenda: registering for a gathering, one's own registration, the list on paper, calendar files."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.directory.gate import found, members
from phares.rooms.directory.queries.gatherings import gathering_numbered
from phares.rooms.publishing import actions, calendar, permissions
from phares.rooms.publishing.forms.agenda import RegistrationForm, RegistrationListForm
from phares.rooms.publishing.queries import agenda as queries


@writes
def register(request: Any, pk: int) -> HttpResponse:
    """Say that one comes, without account; the page that follows is one's own, with the way to cancel."""
    gathering = found(gathering_numbered(request.pole, pk))
    opened = found(queries.list_of(gathering))

    def act(entry: dict[str, Any]) -> str:
        kept = actions.register(
            opened=opened, **entry, language=get_language() or "fr", by=request.actor, at=timezone.now()
        )
        return reverse("publishing:own_registration", args=[request.pole.slug, kept.token])

    return form_page(
        request,
        RegistrationForm(request.POST if request.method == "POST" else None),
        act,
        template="publishing/register.html",
        gathering=gathering,
        opened=opened,
        attendance=queries.attendance_of(opened),
        is_past=gathering.starts_at <= timezone.now(),
    )


@reads
def own_registration(request: Any, token: str) -> HttpResponse:
    """Show where one's registration stands; its address is known to whoever registered."""
    registration = found(queries.registration_with(request.pole, token))
    answer = render(request, "publishing/own_registration.html", {"registration": registration})
    answer["X-Robots-Tag"] = "noindex"
    return answer


@acts
def cancel_registration(request: Any, token: str) -> HttpResponse:
    """Come no more."""
    registration = found(queries.registration_with(request.pole, token))
    actions.cancel_registration(registration=registration, by=request.actor, at=timezone.now())
    messages.success(request, _("C’est noté : vous ne venez plus. Votre place profite à quelqu’un d’autre."))
    return redirect("publishing:own_registration", request.pole.slug, token)


@writes
@members
def open_registrations(request: Any, pk: int) -> HttpResponse:
    """Open the list of those who come, or change it."""
    require(permissions.can_keep_registrations(request.actor, request.pole))
    gathering = found(gathering_numbered(request.pole, pk))
    form = RegistrationListForm(
        request.POST if request.method == "POST" else None,
        initial=RegistrationListForm.of(queries.list_of(gathering)),
    )

    def act(entry: dict[str, Any]) -> str:
        actions.open_registrations(
            gathering=gathering, **form.said(gathering.starts_at), by=request.actor, at=timezone.now()
        )
        return gathering.get_absolute_url()

    return form_page(
        request,
        form,
        act,
        heading=_("Les inscriptions"),
        lead=gathering.title,
        submit_label=_("Enregistrer"),
        back_label=gathering.title,
        back_url=gathering.get_absolute_url(),
    )


@reads
@members
def registrations(request: Any, pk: int) -> HttpResponse:
    """Show those who come and those who wait, as a list to print and tick at the door."""
    require(permissions.can_keep_registrations(request.actor, request.pole))
    gathering = found(gathering_numbered(request.pole, pk))
    opened = found(queries.list_of(gathering))
    context = {
        "gathering": gathering,
        "registrations": queries.registrations_of(opened),
        "attendance": queries.attendance_of(opened),
    }
    return render(request, "publishing/registrations.html", context)


@acts
@members
def call_off(request: Any, pk: int) -> HttpResponse:
    """Call a gathering off."""
    gathering = found(gathering_numbered(request.pole, pk))
    actions.call_off(opened=found(queries.list_of(gathering)), by=request.actor, at=timezone.now())
    messages.success(request, _("La rencontre est annulée ; celles et ceux qui venaient sont prévenus."))
    return redirect(gathering.get_absolute_url())


def _calendar(request: Any, gatherings: Any, name: str) -> HttpResponse:
    file = calendar.of_gatherings(gatherings, request.build_absolute_uri("/"))
    answer = HttpResponse(file, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'inline; filename="{name}.ics"'
    return answer


@reads
def agenda_calendar(request: Any) -> HttpResponse:
    """Give the agenda as a calendar to subscribe to."""
    return _calendar(request, queries.gatherings_in_calendar(request.pole), "agenda")


@reads
def gathering_calendar(request: Any, pk: int) -> HttpResponse:
    """Give one gathering as a calendar file."""
    return _calendar(request, [found(gathering_numbered(request.pole, pk))], "rencontre")
