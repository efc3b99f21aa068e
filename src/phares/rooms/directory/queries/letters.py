"""Reads of what letters lead to: invitations and changes of mail that still wait for an answer."""

from datetime import datetime

from phares.rooms.directory.models import Invitation, MailChange, Person, Pole
from phares.rooms.directory.models.mail_change import TO_ANSWER


def open_invitation(pk: int, at: datetime) -> Invitation | None:
    """Return an invitation that still lets its person in."""
    return Invitation.objects.open(at).filter(pk=pk).select_related("person", "pole", "sent_by").first()


def last_invitation(person: Person, pole: Pole) -> Invitation | None:
    """Return the last letter that the pole sent to the person."""
    return Invitation.objects.filter(person=person, pole=pole).first()


def mail_change_to_confirm(pk: int, at: datetime) -> MailChange | None:
    """Return a change that its new mail may still confirm."""
    asked = MailChange.objects.filter(pk=pk, refused_at=None, confirmed_at=None, asked_at__gt=at - TO_ANSWER)
    return asked.select_related("person").first()


def mail_change_to_refuse(pk: int, at: datetime) -> MailChange | None:
    """Return a change that the former mail may still refuse, carried out or not."""
    asked = MailChange.objects.filter(pk=pk, refused_at=None, asked_at__gt=at - TO_ANSWER)
    return asked.select_related("person").first()


def waiting_mail_change(person: Person, at: datetime) -> MailChange | None:
    """Return the change of a person's mail that is neither carried out nor refused."""
    asked = MailChange.objects.filter(person=person, refused_at=None, applied_at=None, asked_at__gt=at - TO_ANSWER)
    return asked.first()
