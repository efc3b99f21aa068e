"""Reactions of the directory: in the act's own transaction, they only write what is to be done later."""

from datetime import datetime
from typing import Any

from phares.rooms.commons import due
from phares.rooms.commons.journal import Author
from phares.rooms.directory import tasks
from phares.rooms.directory.models import MailChange


def send_invitation(event: Any, by: Author, at: datetime) -> None:
    """Write the letter to the invited person."""
    tasks.mail_invitation.enqueue(event.invitation_id)


def write_to_both_mails(event: Any, by: Author, at: datetime) -> None:
    """Ask the new mail, tell the former one."""
    tasks.mail_confirm_mail.enqueue(event.mail_change_id)
    tasks.mail_refuse_mail.enqueue(event.mail_change_id)


def wait_for_refusal(event: Any, by: Author, at: datetime) -> None:
    """Let a change that the pole asked for wait until its days to refuse are over."""
    change = MailChange.objects.get(pk=event.mail_change_id)
    if change.takes_effect_at > at:
        due.schedule(tasks.MAIL_CHANGE, change.pk, change.takes_effect_at)


def forget_mail_change(event: Any, by: Author, at: datetime) -> None:
    """A refused change is not to be carried out."""
    due.cancel(tasks.MAIL_CHANGE, event.mail_change_id)


def erase_file(event: Any, by: Author, at: datetime) -> None:
    """Have the file of a removed photo erased."""
    tasks.erase_photo_file.enqueue(event.attachment_id)


def tell_those_who_asked(event: Any, by: Author, at: datetime) -> None:
    """Have the answer to a request to join sent to those who asked."""
    tasks.mail_join_answered.enqueue(event.join_request_id)
