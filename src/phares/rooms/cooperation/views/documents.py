"""Pages of documents, of the common thread and of spin-offs."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.attachments import as_download
from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.cooperation import actions, permissions
from phares.rooms.cooperation.forms.work import DocumentForm, MessageForm, SpinOffForm, VersionForm
from phares.rooms.cooperation.models import Cooperation
from phares.rooms.cooperation.queries import work as queries
from phares.rooms.cooperation.queries.cooperations import cooperation_numbered, cooperation_with_promises
from phares.rooms.cooperation.queries.spin_offs import births
from phares.rooms.directory.gate import found, members
from phares.rooms.directory.permissions import visible_structures


def _cooperation(request: Any, pk: int) -> Cooperation:
    return found(cooperation_with_promises(request.actor, request.pole, pk))


def _files(request: Any) -> dict[str, Any]:
    return {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}


def _to(cooperation: Cooperation) -> dict[str, str]:
    return {"back_label": cooperation.title, "back_url": cooperation.get_absolute_url()}


@writes
@members
def bring_document(request: Any, pk: int) -> HttpResponse:
    """Bring a document."""
    cooperation = _cooperation(request, pk)
    require(permissions.can_bring_document(request.actor, cooperation))

    def act(entry: dict[str, Any]) -> str:
        actions.bring_document(cooperation=cooperation, **entry, by=request.actor, at=timezone.now())
        messages.success(request, _("Le document est là."))
        return cooperation.get_absolute_url()

    words = {"heading": _("Apporter un document"), "lead": cooperation.title, "submit_label": _("Apporter")}
    return form_page(request, DocumentForm(**_files(request)), act, **words, **_to(cooperation))


@writes
@members
def bring_version(request: Any, pk: int) -> HttpResponse:
    """Bring another version of a document."""
    document = found(queries.document_numbered(request.actor, request.pole, pk))
    require(permissions.can_bring_document(request.actor, document.cooperation))

    def act(entry: dict[str, Any]) -> str:
        actions.bring_version(document=document, **entry, by=request.actor, at=timezone.now())
        messages.success(request, _("La nouvelle version est là ; les autres restent."))
        return document.cooperation.get_absolute_url()

    form = VersionForm(**_files(request), initial={"seen": document.versions.count()})
    words = {"heading": _("Une nouvelle version"), "lead": document.title, "submit_label": _("Apporter cette version")}
    return form_page(request, form, act, **words, **_to(document.cooperation))


@reads
@members
def document_version(request: Any, pk: int) -> HttpResponse:
    """Give one version of a document, for download."""
    version = found(queries.version_numbered(request.actor, request.pole, pk))
    download: Any = as_download(version.file)
    return download


@writes
@members
def thread(request: Any, pk: int) -> HttpResponse:
    """Show what the parties say to one another, and write there."""
    cooperation = _cooperation(request, pk)
    if not permissions.can_see_thread(request.actor, cooperation):
        raise Http404
    address = reverse("cooperation:thread", args=[request.pole.slug, pk])

    def act(entry: dict[str, Any]) -> str:
        actions.write_message(cooperation=cooperation, **entry, by=request.actor, at=timezone.now())
        return f"{address}#dernier"

    form = MessageForm(request.POST if request.method == "POST" else None)
    context = {"cooperation": cooperation, "thread": queries.thread_of(cooperation)}
    return form_page(request, form, act, template="cooperation/thread.html", **context)


@acts
@members
def withdraw_message(request: Any, pk: int) -> HttpResponse:
    """Take a message back."""
    message = found(queries.message_numbered(request.actor, request.pole, pk))
    actions.withdraw_message(message=message, by=request.actor, at=timezone.now())
    messages.success(request, _("Votre message est retiré."))
    return redirect("cooperation:thread", request.pole.slug, message.cooperation_id)


@reads
def spin_offs(request: Any) -> HttpResponse:
    """Show which structures were born of what others did together, and where each comes from."""
    rows = births(request.actor, request.pole)
    return render(request, "cooperation/spin_offs.html", {"births": rows})


@writes
@members
def record_spin_off(request: Any, pk: int) -> HttpResponse:
    """Write down that a structure was born of this cooperation."""
    cooperation = found(cooperation_numbered(request.actor, request.pole, pk))
    require(permissions.can_record_spin_off(request.actor, request.pole))

    def act(entry: dict[str, Any]) -> str:
        actions.record_spin_off(
            pole=request.pole, cooperation=cooperation, **entry, by=request.actor, at=timezone.now()
        )
        messages.success(request, _("C’est écrit : sa page et celle de la coopération le disent."))
        return cooperation.get_absolute_url()

    structures = list(visible_structures(request.actor, request.pole).select_related("pole"))
    sent = {"data": request.POST} if request.method == "POST" else {}
    form = SpinOffForm(structures, **sent, initial={"on": request.today})
    words = {
        "heading": _("Une structure en est née"),
        "lead": cooperation.title,
        "submit_label": _("Écrire cette naissance"),
    }
    return form_page(request, form, act, **words, **_to(cooperation))
