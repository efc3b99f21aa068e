"""Work done outside the page: letters, each tried again by itself, and files to erase."""

from datetime import datetime

from django.utils import timezone
from django_tasks import task

from phares.rooms.commons.attachments import erase_attachment
from phares.rooms.commons.models import Attachment
from phares.rooms.commons.retries import tried_again
from phares.rooms.directory import actions, mails
from phares.rooms.directory.actors import job
from phares.rooms.directory.models import Invitation, JoinRequest, MailChange, Person

MAIL_CHANGE = "mail_change"
RETENTION = "retention"


@task()
@tried_again(lambda: mail_invitation)
def mail_invitation(invitation_id: int) -> None:
    """Send an invitation that still opens something."""
    waiting = Invitation.objects.open(timezone.now()).select_related("person", "pole", "sent_by")
    if invitation := waiting.filter(pk=invitation_id).first():
        mails.send_invitation(invitation)


@task()
@tried_again(lambda: mail_confirm_mail)
def mail_confirm_mail(mail_change_id: int) -> None:
    """Ask the new mail to answer."""
    if change := _waiting(mail_change_id):
        taken = Person.objects.filter(email=change.new_email).exclude(pk=change.person_id)
        mails.send_confirm_mail(change, is_taken=taken.exists())


@task()
@tried_again(lambda: mail_refuse_mail)
def mail_refuse_mail(mail_change_id: int) -> None:
    """Tell the former mail."""
    if change := _waiting(mail_change_id):
        mails.send_refuse_mail(change)


def _waiting(mail_change_id: int) -> MailChange | None:
    """Return a change of mail that nobody has refused."""
    return MailChange.objects.filter(pk=mail_change_id, refused_at=None).select_related("person", "asked_by").first()


def change_mail(mail_change_id: int, at: datetime) -> None:
    """Carry out a confirmed change of mail once the days to refuse are over; one that no longer holds stays undone."""
    change = MailChange.objects.filter(pk=mail_change_id).first()
    try:
        if change:
            actions.apply_mail_change(change=change, at=at)
    except (actions.MailChangeOver, actions.MailAlreadyKnown):
        return


@task()
@tried_again(lambda: erase_photo_file)
def erase_photo_file(attachment_id: int) -> None:
    """Erase the file of a photo that was taken off."""
    for attachment in Attachment.objects.filter(pk=attachment_id):
        erase_attachment(attachment)


@task()
@tried_again(lambda: mail_join_answered)
def mail_join_answered(join_request_id: int) -> None:
    """Write to those who asked to join what the pole answered."""
    join_request = JoinRequest.objects.select_related("pole").filter(pk=join_request_id).exclude(answer="").first()
    if join_request is not None and join_request.contact_email:
        mails.send_join_answered(join_request)


def keep_no_longer(day_number: int, at: datetime) -> None:
    """Remove, once a day, the personal records whose period is over."""
    actions.keep_no_longer(by=job("retention"), at=at)
