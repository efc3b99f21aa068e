"""Mails of the directory: one subject, one action, one line that says why one receives it."""

from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from phares.rooms.commons.signed_links import signed
from phares.rooms.directory.models import Invitation, JoinRequest, MailChange

INVITATION, CONFIRM_MAIL, REFUSE_MAIL = "invitation", "confirm_mail", "refuse_mail"


def send_invitation(invitation: Invitation) -> None:
    """Send the letter that opens the site."""
    link = _link("accept_invitation", signed(INVITATION, invitation.pk))
    _send("directory/mails/invitation.txt", invitation.email, invitation.person.language, link, invitation=invitation)


def send_confirm_mail(change: MailChange, *, is_taken: bool) -> None:
    """Ask the new mail to answer; one that somebody else has is told so, and opens nothing."""
    template = "directory/mails/mail_taken.txt" if is_taken else "directory/mails/confirm_mail.txt"
    link = _link("confirm_mail", signed(CONFIRM_MAIL, change.pk))
    _send(template, change.new_email, change.person.language, link, change=change)


def send_refuse_mail(change: MailChange) -> None:
    """Tell the former mail, which may refuse."""
    link = _link("refuse_mail", signed(REFUSE_MAIL, change.pk))
    _send("directory/mails/refuse_mail.txt", change.old_email, change.person.language, link, change=change)


def send_join_answered(join_request: JoinRequest) -> None:
    """Tell those who asked to join what the pole answered, and why."""
    link = settings.PHARES_PUBLIC_ADDRESS.rstrip("/") + join_request.get_absolute_url()
    template = "directory/mails/join_answered.txt"
    _send(template, join_request.contact_email, join_request.language, link, join_request=join_request)


def _link(page: str, token: str) -> str:
    """Return the address of a page that a token opens."""
    return settings.PHARES_PUBLIC_ADDRESS.rstrip("/") + reverse(page, args=[token])


def _send(template: str, email: str, language: str, link: str, **context: Any) -> None:
    """Write in the reader's language; the first line of the template is the subject."""
    with translation.override(language):
        text = render_to_string(template, {"link": link, **context})
    subject, _, body = text.strip().partition("\n")
    send_mail(" ".join(subject.split()), body.strip() + "\n", None, [email])
