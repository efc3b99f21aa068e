"""Noting an answer given by phone or face to face."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import writes
from phares.rooms.commons.refusals import require
from phares.rooms.cooperation import actions, permissions
from phares.rooms.cooperation.forms.keeping import PhoneAnswerForm
from phares.rooms.cooperation.queries import matches as queries
from phares.rooms.directory.gate import found, members


@writes
@members
def note_answer(request: Any, pk: int) -> HttpResponse:
    """Note what somebody of one side answered, with who said it; the side reads it and may change it."""
    seen: queries.MatchSeen = found(queries.match_seen(request.actor, request.pole, pk, request.today))
    match = seen.match
    sides = [one for one in seen.sides if permissions.can_note_answer(request.actor, match, one.side)]
    require(bool(sides))
    latest = {one.side: one.answer.pk if one.answer else None for one in sides}

    def act(entry: dict[str, Any]) -> str:
        said = {**entry, "seen": latest[entry["side"]]}
        actions.answer_match(match=match, by=request.actor, at=timezone.now(), **said)
        messages.success(request, _("C’est noté, avec le nom de qui l’a dit."))
        return match.get_absolute_url()

    return form_page(
        request,
        PhoneAnswerForm(
            request.POST if request.method == "POST" else None,
            sides=[(one.side, str(one.holder)) for one in sides],
            day=request.today,
            initial={"side": next((one.side for one in sides if one.answer is None), sides[0].side)},
        ),
        act,
        heading=_("Noter une réponse donnée de vive voix"),
        lead=_("La structure voit que vous l’avez notée, et qui l’a dite. Elle peut la changer."),
        submit_label=_("Noter la réponse"),
        back_label=match.need.title,
        back_url=match.get_absolute_url(),
    )
