"""Pages of notes in passing: noting in a few taps, the list, one note with its history, its document."""

import secrets
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.attachments import as_download
from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, reads, writes
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.cooperation import actions, permissions
from phares.rooms.cooperation.forms.notes import CorrectNoteForm, NoteForm, NoteProofForm
from phares.rooms.cooperation.models import Note
from phares.rooms.cooperation.models.note import NoteKind
from phares.rooms.cooperation.queries import notes as queries
from phares.rooms.cooperation.queries.holders import holder_named
from phares.rooms.directory.gate import found, members
from phares.rooms.directory.models.held import holder_key


def _address(request: Any, pk: int) -> str:
    return reverse("cooperation:note", args=[request.pole.slug, pk])


def _note(request: Any, pk: int) -> Note:
    return found(queries.note_numbered(request.actor, request.pole, pk))


def _choices(holders: list[Any]) -> list[tuple[str, str]]:
    return [(holder_key(holder), str(holder)) for holder in holders]


@writes
@members
def note_in_passing(request: Any) -> HttpResponse:
    """Note what two did together: one line, with whom, a button."""
    actor, pole = request.actor, request.pole
    require(permissions.can_note_in_passing(actor, pole))
    own = holder_key(actor.holder) if actor.holder is not None else ""
    form = NoteForm(
        _choices(queries.possible_with(actor, pole, request.today)),
        _choices(queries.residents_to_note(actor, pole, request.today)),
        own=own,
        data=request.POST if request.method == "POST" else None,
        initial={"on": request.today, "kind": NoteKind.HELPED, "draft": secrets.token_hex(16)},
    )

    def act(entry: dict[str, Any]) -> str:
        holders = [found(holder_named(pole, key)) for key in entry["keys"]]
        note = actions.note_in_passing(
            pole=pole,
            holders=holders,
            what=entry["what"],
            kind=entry["kind"],
            on=entry["on"],
            draft=entry["draft"][:32],
            by=actor,
            at=timezone.now(),
        )
        messages.success(request, _("C’est noté, et cela compte dès maintenant."))
        return _address(request, note.pk)

    back = reverse("directory:home", args=[pole.slug])
    return form_page(request, form, act, template="cooperation/note_in_passing.html", back_url=back)


@reads
@members
def notes(request: Any) -> HttpResponse:
    """Show what was noted in passing, as far as the reader may see it."""
    require(permissions.can_see_notes(request.actor, request.pole))
    page = Paginator(queries.notes_seen(request.actor, request.pole), 30).get_page(request.GET.get("page"))
    context = {"page": page, "can_note": permissions.can_note_in_passing(request.actor, request.pole)}
    return render(request, "cooperation/notes.html", context)


@reads
@members
def note(request: Any, pk: int) -> HttpResponse:
    """Show one note, its document, and what it said before."""
    one = _note(request, pk)
    can_correct = one.removed_at is None and permissions.can_correct_note(request.actor, one)
    return render(
        request,
        "cooperation/note.html",
        {
            "note": one,
            "can_correct": can_correct,
            "can_note": permissions.can_note_in_passing(request.actor, request.pole),
        },
    )


@writes
@members
def correct_note(request: Any, pk: int) -> HttpResponse:
    """Mend a note."""
    one = _note(request, pk)
    require(permissions.can_correct_note(request.actor, one))

    def act(entry: dict[str, Any]) -> str:
        actions.correct_note(note=one, **entry, by=request.actor, at=timezone.now())
        messages.success(request, _("C’est corrigé. Ce qui était écrit avant reste dans l’histoire de la note."))
        return _address(request, one.pk)

    now = {"what": one.what, "on": one.on, "kind": one.kind, "seen": one.versions.count()}
    return form_page(
        request,
        CorrectNoteForm(request.POST if request.method == "POST" else None, initial=now),
        act,
        heading=_("Corriger cette note"),
        submit_label=_("Corriger"),
        back_label=one.what,
        back_url=_address(request, one.pk),
    )


@acts
@members
def remove_note(request: Any, pk: int) -> HttpResponse:
    """Take a note away."""
    one = _note(request, pk)
    seen = request.POST.get("seen", "")
    if not seen.isdecimal() or len(seen) > 6:
        require(permissions.can_correct_note(request.actor, one))
        raise Refusal(_("Ouvrez la note avant de la retirer."))
    actions.remove_note(note=one, seen=int(seen), by=request.actor, at=timezone.now())
    messages.success(request, _("La note est retirée : elle ne compte plus."))
    return redirect(_address(request, one.pk))


@writes
@members
def prove_note(request: Any, pk: int) -> HttpResponse:
    """Bring a document for a note."""
    one = _note(request, pk)
    require(permissions.can_correct_note(request.actor, one))

    def act(entry: dict[str, Any]) -> str:
        actions.prove_note(note=one, **entry, by=request.actor, at=timezone.now())
        messages.success(request, _("Le document est joint."))
        return _address(request, one.pk)

    sent = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    return form_page(
        request,
        NoteProofForm(**sent),
        act,
        heading=_("Joindre un document"),
        lead=one.what,
        submit_label=_("Joindre"),
        back_label=one.what,
        back_url=_address(request, one.pk),
    )


@reads
@members
def note_proof(request: Any, pk: int) -> HttpResponse:
    """Give the document of a note, for download."""
    download: Any = as_download(found(_note(request, pk).proof))
    return download
