"""Before a need or an offer is no longer shown: one mail to its holder, whose link prolongs it in one click."""

from datetime import datetime

from django.utils import timezone
from django_tasks import task

from phares.rooms.commons.retries import tried_again
from phares.rooms.cooperation.mails.notices import people_of, send_expiry
from phares.rooms.cooperation.models import Item
from phares.rooms.cooperation.models.letter import When
from phares.rooms.cooperation.queries.mail_wishes import wants

EXPIRY_REMINDER = "expiry_reminder"


@task()
@tried_again(lambda: mail_expiry)
def mail_expiry(item_id: int, mandate_id: int) -> None:
    """Write to somebody of the holder who wants to hear at once, as long as the need or the offer is about to end.

    The others read of it in the two letters before its last day.
    """
    item = Item.objects.select_related("pole", "structure", "group", "resident").get(pk=item_id)
    if not item.is_open(timezone.localdate()) or item.expires_on is None:
        return
    mandate = next((one for one in people_of(item.holder) if one.pk == mandate_id), None)
    if mandate is not None and wants(mandate.person, item.pole, "own_items") == When.AT_ONCE:
        send_expiry(item, mandate)


def remind_of_expiry(item_id: int, at: datetime) -> None:
    """Carry out the due reminder: one task for each person to be asked."""
    item = Item.objects.select_related("structure", "group", "resident").filter(pk=item_id).first()
    if item is not None and item.is_open(timezone.localdate(at)):
        for mandate in people_of(item.holder):
            mail_expiry.enqueue(item_id, mandate.pk)
