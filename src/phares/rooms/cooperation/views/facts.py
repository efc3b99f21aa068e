"""Pages of facts: noting what happened, opening its proof."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.attachments import as_download
from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.cooperation import actions, permissions
from phares.rooms.cooperation.forms.facts import FactForm
from phares.rooms.cooperation.queries import cooperations as queries
from phares.rooms.directory.gate import found, members


@writes
@members
def note_fact(request: Any, pk: int) -> HttpResponse:
    """Write down what happened, with a document where there is one."""
    cooperation = found(queries.cooperation_numbered(request.actor, request.pole, pk))
    require(permissions.can_note_fact(request.actor, cooperation))

    def act(entry: dict[str, Any]) -> str:
        actions.note_fact(cooperation=cooperation, **entry, by=request.actor, at=timezone.now())
        messages.success(request, _("C’est noté."))
        return cooperation.get_absolute_url()

    sent = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    return form_page(
        request,
        FactForm(**sent, initial={"on": request.today}),
        act,
        heading=_("Noter ce qui s’est passé"),
        lead=cooperation.title,
        submit_label=_("Noter"),
        back_label=cooperation.title,
        back_url=cooperation.get_absolute_url(),
    )


@reads
@members
def proof(request: Any, pk: int) -> HttpResponse:
    """Give the document of a fact, for download."""
    fact = found(queries.fact_with_proof(request.actor, request.pole, pk))
    download: Any = as_download(found(fact.proof))
    return download
