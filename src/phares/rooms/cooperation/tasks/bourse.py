"""Three months after a bourse: one mail to each of those who brought something, and to those who run the pole."""

from datetime import datetime

from django.utils import timezone
from django_tasks import task

from phares.rooms.commons.retries import tried_again
from phares.rooms.cooperation.mails.bourse import send_follow_up
from phares.rooms.cooperation.mails.notices import people_of
from phares.rooms.cooperation.queries.bourse import follow_up, holders_brought
from phares.rooms.directory.models import Gathering, Mandate

BOURSE_FOLLOW_UP = "bourse_follow_up"


@task()
@tried_again(lambda: mail_follow_up)
def mail_follow_up(gathering_id: int, mandate_id: int) -> None:
    """Write to somebody who was there, or who runs the pole, as long as the mandate holds."""
    gathering = Gathering.objects.select_related("pole").get(pk=gathering_id)
    held = Mandate.objects.on(timezone.localdate()).filter(pk=mandate_id)
    mandate = held.select_related("person", "structure", "group", "pole").first()
    if mandate is not None and mandate.person.email and mandate.person.is_active:
        send_follow_up(follow_up(gathering), mandate)


def follow_bourse_up(gathering_id: int, at: datetime) -> None:
    """Carry out the due follow-up: one task for each person to be asked."""
    gathering = Gathering.objects.select_related("pole").get(pk=gathering_id)
    there = [mandate for holder in holders_brought(gathering) for mandate in people_of(holder)]
    held = Mandate.objects.on(timezone.localdate(at)).filter(pole=gathering.pole).select_related("person")
    run = [one for one in held if "see_whom_to_meet" in one.as_role.rights]
    for mandate in {one.person_id: one for one in (*run, *there)}.values():
        mail_follow_up.enqueue(gathering_id, mandate.pk)
