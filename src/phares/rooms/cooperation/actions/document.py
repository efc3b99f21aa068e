"""Acts on documents and messages: bringing a document or a new version, writing to all the parties, taking it back."""

from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.attachments import keep_attachment
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.cooperation import events, permissions
from phares.rooms.cooperation.models import Cooperation, Document, DocumentVersion, Message
from phares.rooms.cooperation.models.document import DocumentKind
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models.held import held_by

LONGEST_MESSAGE = 2000


class DocumentUnnamed(Refusal):
    """A document says what it is."""

    sentence = _("Dites ce qu’est ce document.")
    status = 400


class VersionMeanwhile(Refusal):
    """Somebody brought another version while the page was open."""

    sentence = _("Quelqu’un a apporté une autre version entre-temps : regardez-la avant d’apporter la vôtre.")


class MessageEmpty(Refusal):
    """Nothing is said."""

    sentence = _("Écrivez quelque chose, en deux mille signes au plus.")
    status = 400


@transaction.atomic
def bring_document(
    *, cooperation: Cooperation, kind: str, title: str, proof: "UploadedFile[Any]", by: Actor, at: datetime
) -> DocumentVersion:
    """Bring a new document, its first version."""
    require(permissions.can_bring_document(by, cooperation))
    if kind not in DocumentKind.values or not title.strip():
        raise DocumentUnnamed(field="title")
    document = Document.objects.create(cooperation=cooperation, kind=kind, title=title)
    return _version(document, 1, "", proof, by, at)


@transaction.atomic
def bring_version(
    *, document: Document, seen: int, change: str = "", proof: "UploadedFile[Any]", by: Actor, at: datetime
) -> DocumentVersion:
    """Bring another version; the former ones stay. `seen` is the number of the latest one that the page showed."""
    require(permissions.can_bring_document(by, document.cooperation))
    document = Document.objects.select_for_update(of=("self",)).select_related("cooperation").get(pk=document.pk)
    if document.versions.count() != seen:
        raise VersionMeanwhile
    return _version(document, seen + 1, change, proof, by, at)


def _version(
    document: Document, number: int, change: str, proof: "UploadedFile[Any]", by: Actor, at: datetime
) -> DocumentVersion:
    version = DocumentVersion.objects.create(
        document=document,
        number=number,
        file=keep_attachment(proof, by=by, at=at),
        change=change,
        brought_by_id=by.person_id,
        brought_at=at,
    )
    cooperation = document.cooperation
    publish(events.DocumentBrought(cooperation.pole_id, cooperation.pk, version.pk), by=by, at=at)
    return version


@transaction.atomic
def write_message(*, cooperation: Cooperation, text: str, by: Actor, at: datetime) -> Message:
    """Say something to all the parties."""
    require(permissions.can_write_message(by, cooperation))
    holder = by.holder
    require(holder is not None)
    if not 0 < len(text.strip()) <= LONGEST_MESSAGE:
        raise MessageEmpty(field="text")
    message = Message.objects.create(
        cooperation=cooperation,
        text=text.strip(),
        written_by_id=by.person_id,
        written_at=at,
        **held_by(holder),  # type: ignore[arg-type]
    )
    publish(events.MessageWritten(cooperation.pole_id, cooperation.pk, message.pk), by=by, at=at)
    return message


@transaction.atomic
def withdraw_message(*, message: Message, by: Actor, at: datetime) -> Message:
    """Take a message back: its words are erased, and the thread says that something was taken back."""
    require(permissions.can_withdraw_message(by, message))
    message = Message.objects.select_for_update(of=("self",)).select_related("cooperation").get(pk=message.pk)
    if message.withdrawn_at is None:
        message.text, message.withdrawn_at = "", at
        message.save(update_fields=["text", "withdrawn_at"])
        publish(events.MessageWithdrawn(message.cooperation.pole_id, message.cooperation_id, message.pk), by=by, at=at)
    return message
