"""Proposing when to see each other, answering, and the file for one's calendar."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.cooperation import actions, calendar_file, permissions
from phares.rooms.cooperation.forms.keeping import TimeForm
from phares.rooms.cooperation.queries import matches as of_matches
from phares.rooms.cooperation.queries.meeting import time_numbered
from phares.rooms.directory.gate import found, members


@writes
@members
def propose_time(request: Any, pk: int) -> HttpResponse:
    """Propose a moment to the other side of a match."""
    seen: of_matches.MatchSeen = found(of_matches.match_seen(request.actor, request.pole, pk, request.today))
    require(permissions.can_propose_time(request.actor, seen.match))
    mine = seen.mine
    form = TimeForm(request.POST if request.method == "POST" else None, day=request.today)

    def act(entry: dict[str, Any]) -> str:
        side = mine.side if mine else ""
        actions.propose_time(match=seen.match, side=side, **form.said(), by=request.actor, at=timezone.now())
        messages.success(request, _("C’est proposé : l’autre côté répond quand il veut."))
        return seen.match.get_absolute_url()

    return form_page(
        request,
        form,
        act,
        heading=_("Proposer un moment pour se voir"),
        lead=_("À %(name)s. Une fois accepté, chacun peut le mettre dans son agenda.") % {"name": seen.theirs.holder},
        submit_label=_("Proposer ce moment"),
        back_label=seen.match.need.title,
        back_url=seen.match.get_absolute_url(),
    )


@acts
@members
def answer_time(request: Any, pk: int) -> HttpResponse:
    """Accept a proposed moment, or not."""
    time = found(time_numbered(request.actor, request.pole, pk))
    accepted = request.POST.get("accepted") == "yes"
    actions.answer_time(time=time, accepted=accepted, by=request.actor, at=timezone.now())
    messages.success(
        request,
        _("C’est pris : mettez-le dans votre agenda.") if accepted else _("C’est dit. Proposez un autre moment."),
    )
    return redirect(time.match.get_absolute_url())


@reads
@members
def time_ics(request: Any, pk: int) -> HttpResponse:
    """Give the moment as a calendar file."""
    time = found(time_numbered(request.actor, request.pole, pk))
    address = settings.PHARES_PUBLIC_ADDRESS.rstrip("/") + time.match.get_absolute_url()
    answer = HttpResponse(calendar_file.ics(time, address), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="rendez-vous-{time.starts_at:%Y-%m-%d}.ics"'
    return answer
