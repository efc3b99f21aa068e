"""What follows when somebody asks to take part in what others do, and when the parties have answered."""

from datetime import datetime
from typing import Any

from phares.rooms.commons.journal import Author
from phares.rooms.cooperation.mails.notices import people_of
from phares.rooms.cooperation.models import Joining, Party
from phares.rooms.cooperation.tasks import joining as tasks


def tell_parties_of_joining(event: Any, by: Author, at: datetime) -> None:
    """Ask those who sign for the parties, each once, whether they agree."""
    parties = Party.objects.filter(cooperation=event.cooperation_id).select_related("structure", "group", "resident")
    people = {one.person_id: one for party in parties for one in people_of(party.holder, "sign")}
    for mandate in people.values():
        tasks.mail_joining_asked.enqueue(event.joining_id, mandate.pk)


def tell_newcomer(event: Any, by: Author, at: datetime) -> None:
    """Tell those who asked what the parties said."""
    joining = Joining.objects.select_related("structure", "group", "resident").get(pk=event.joining_id)
    for mandate in people_of(joining.holder, "sign"):
        if mandate.person_id != by.person_id:
            tasks.mail_joining_answered.enqueue(joining.pk, mandate.pk)
