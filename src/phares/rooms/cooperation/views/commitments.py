"""Pages of promises: kept, received, changed by both, given up."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, writes
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.cooperation import actions, permissions
from phares.rooms.cooperation.forms.commitments import ChangeForm, DropForm, KeepForm
from phares.rooms.cooperation.models import Commitment
from phares.rooms.cooperation.queries import commitments as queries
from phares.rooms.directory.gate import found, members

ANSWERS = {"yes": True, "no": False}


def _promise(request: Any, pk: int) -> Commitment:
    return found(queries.commitment_numbered(request.actor, request.pole, pk))


def _posted(request: Any) -> Any:
    """Return what was sent; nothing for a page that is only shown."""
    return request.POST if request.method == "POST" else None


def _page(
    request: Any, commitment: Commitment, form: Any, act: Callable[..., Any], said: str, **words: str
) -> HttpResponse:
    """Show the form of one act on a promise, and go back to the cooperation when it is done."""
    address = commitment.cooperation.get_absolute_url()

    def do(entry: dict[str, Any]) -> str:
        act(commitment=commitment, **entry, by=request.actor, at=timezone.now())
        messages.success(request, said)
        return address

    return form_page(
        request,
        form,
        do,
        template="cooperation/promise_act.html",
        commitment=commitment,
        back_url=address,
        back_label=commitment.cooperation.title,
        **words,
    )


@writes
@members
def keep_commitment(request: Any, pk: int) -> HttpResponse:
    """Say that a promise was carried out."""
    commitment = _promise(request, pk)
    require(permissions.can_keep_commitment(request.actor, commitment))
    return _page(
        request,
        commitment,
        KeepForm(_posted(request), initial={"done_on": request.today}),
        actions.keep_commitment,
        _("C’est noté. L’autre partie dira qu’elle l’a reçu."),
        heading=_("C’est fait"),
        submit_label=_("Dire que c’est fait"),
    )


@acts
@members
def acknowledge_commitment(request: Any, pk: int) -> HttpResponse:
    """Say that what was promised was received."""
    commitment = _promise(request, pk)
    actions.acknowledge_commitment(commitment=commitment, by=request.actor, at=timezone.now())
    messages.success(request, _("Bien reçu : la promesse est tenue."))
    return redirect(commitment.cooperation.get_absolute_url())


@writes
@members
def propose_commitment_change(request: Any, pk: int) -> HttpResponse:
    """Propose other words or another day."""
    commitment = _promise(request, pk)
    require(permissions.can_change_commitment(request.actor, commitment))
    return _page(
        request,
        commitment,
        ChangeForm(_posted(request), initial={"what": commitment.what, "due_on": commitment.due_on}),
        actions.propose_commitment_change,
        _("Le changement est proposé. La promesse reste ce qu’elle était tant que l’autre partie n’a pas accepté."),
        heading=_("Changer cette promesse"),
        submit_label=_("Proposer ce changement"),
    )


@writes
@members
def drop_commitment(request: Any, pk: int) -> HttpResponse:
    """Give a promise up, with a word."""
    commitment = _promise(request, pk)
    require(permissions.can_keep_commitment(request.actor, commitment))
    return _page(
        request,
        commitment,
        DropForm(_posted(request)),
        actions.drop_commitment,
        _("La promesse est abandonnée, et votre mot est écrit."),
        heading=_("Abandonner cette promesse"),
        submit_label=_("Abandonner la promesse"),
    )


@acts
@members
def answer_commitment_change(request: Any, pk: int) -> HttpResponse:
    """Accept or refuse the change that the other side proposes."""
    change = found(queries.change_numbered(request.actor, request.pole, pk))
    require(permissions.can_answer_change(request.actor, change))
    answer = ANSWERS.get(request.POST.get("accepted", ""))
    if answer is None:
        raise Refusal(_("Choisissez d’accepter ou de garder la promesse telle qu’elle est."))
    actions.answer_commitment_change(change=change, accepted=answer, by=request.actor, at=timezone.now())
    messages.success(
        request,
        _("Le changement est accepté : la promesse tient avec ses nouveaux mots.")
        if answer
        else _("La promesse reste telle qu’elle était."),
    )
    return redirect(change.commitment.cooperation.get_absolute_url())
