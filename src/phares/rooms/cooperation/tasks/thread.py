"""Mails about what is written in a cooperation's common thread, for whoever wants it before the letter."""

from django_tasks import task

from phares.rooms.commons.retries import tried_again
from phares.rooms.cooperation.mails.notices import people_of, send_message
from phares.rooms.cooperation.models import Message
from phares.rooms.cooperation.models.letter import When
from phares.rooms.cooperation.queries.mail_wishes import wants


@task()
@tried_again(lambda: mail_message)
def mail_message(message_id: int, mandate_id: int) -> None:
    """Write to somebody of a party what was said to all, unless it was taken back meanwhile."""
    messages = Message.objects.select_related("cooperation__pole", "structure", "group", "resident", "written_by")
    message = messages.prefetch_related("cooperation__parties__structure", "cooperation__parties__group").get(
        pk=message_id
    )
    if message.withdrawn_at is not None:
        return
    people = [one for party in message.cooperation.parties.all() for one in people_of(party.holder)]
    mandate = next((one for one in people if one.pk == mandate_id), None)
    if mandate is not None and wants(mandate.person, message.cooperation.pole, "messages") == When.AT_ONCE:
        send_message(message, mandate)
