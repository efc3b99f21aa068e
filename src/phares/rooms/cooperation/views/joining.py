"""Pages of those who ask to take part in what others do, and of the parties that answer."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, writes
from phares.rooms.commons.refusals import require
from phares.rooms.cooperation import actions, permissions
from phares.rooms.cooperation.forms.joining import AnswerJoiningForm, AskForm
from phares.rooms.cooperation.models.joining import JoiningState
from phares.rooms.cooperation.queries import joining as queries
from phares.rooms.cooperation.queries.agreements import number_in_force
from phares.rooms.cooperation.queries.cooperations import cooperation_numbered
from phares.rooms.directory.gate import found, members


@writes
@members
def ask_to_join(request: Any, pk: int) -> HttpResponse:
    """Ask to take part in a cooperation, for one's own structure or group or for a resident who is present."""
    cooperation = found(cooperation_numbered(request.actor, request.pole, pk))
    require(permissions.can_ask_to_join(request.actor, cooperation))

    def act(entry: dict[str, Any]) -> str:
        actions.ask_to_join(cooperation=cooperation, **entry, by=request.actor, at=timezone.now())
        messages.success(request, _("C’est demandé. Chaque partie dira si elle est d’accord."))
        return cooperation.get_absolute_url()

    choices = queries.possible_newcomers(request.actor, cooperation, request.today)
    return form_page(
        request,
        AskForm(choices, data=request.POST if request.method == "POST" else None),
        act,
        heading=_("Je veux participer"),
        lead=_("%(title)s. Chaque partie dira si elle est d’accord ; cette demande vaut signature de l’accord.")
        % {"title": cooperation.title},
        submit_label=_("Demander à prendre part"),
        back_label=cooperation.title,
        back_url=cooperation.get_absolute_url(),
    )


@writes
@members
def answer_joining(request: Any, pk: int) -> HttpResponse:
    """Show who wants to take part and who has agreed, and answer for one's party."""
    shown = found(queries.joining_numbered(request.actor, request.pole, pk))
    joining, actor = shown.joining, request.actor
    cooperation = joining.cooperation
    require(bool(permissions.own_parties(actor, cooperation, "sign")))

    def act(entry: dict[str, Any]) -> str:
        said: dict[str, Any] = {"joining": joining, "party": entry["party"], "by": actor, "at": timezone.now()}
        if entry["answer"] == "no":
            actions.refuse_joining(**said, word=entry["word"])
            messages.success(request, _("C’est dit : la demande n’est pas acceptée."))
        elif actions.agree_to_joining(**said, seen=entry["seen"]).state == JoiningState.JOINED:
            messages.success(request, _("Toutes les parties sont d’accord : %(name)s prend part.") % {"name": joining})
        else:
            messages.success(request, _("C’est dit. Les autres parties n’ont pas encore toutes répondu."))
        return cooperation.get_absolute_url()

    answering = shown.to_answer or permissions.own_parties(actor, cooperation, "sign")
    return form_page(
        request,
        AnswerJoiningForm(
            answering,
            data=request.POST if request.method == "POST" else None,
            initial={"party": answering[0].pk, "seen": number_in_force(cooperation)},
        ),
        act,
        template="cooperation/joining.html",
        shown=shown,
        cooperation=cooperation,
        heading=_("%(name)s veut prendre part") % {"name": joining},
        submit_label=_("Répondre"),
        back_label=cooperation.title,
        back_url=cooperation.get_absolute_url(),
    )


@acts
@members
def withdraw_joining(request: Any, pk: int) -> HttpResponse:
    """Take back one's request to take part."""
    shown = found(queries.joining_numbered(request.actor, request.pole, pk))
    actions.withdraw_joining(joining=shown.joining, by=request.actor, at=timezone.now())
    messages.success(request, _("La demande est reprise."))
    return redirect(shown.joining.cooperation.get_absolute_url())
