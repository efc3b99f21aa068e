"""Mails about what was said: it ends soon, it was noted by somebody else; about a message, or a moment to meet."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from phares.rooms.cooperation import calendar_file, links
from phares.rooms.cooperation.mails.sending import send
from phares.rooms.cooperation.models import Answer, Item, Message, ProposedTime
from phares.rooms.cooperation.permissions import side_holder
from phares.rooms.directory.models import Mandate, Person
from phares.rooms.directory.models.held import Holder
from phares.rooms.directory.models.structure import Structure


def people_of(holder: Holder, right: str = "say") -> list[Mandate]:
    """Return the mandates of those with a mail who may use `right` today for a structure or a group, one a person."""
    if isinstance(holder, Person):
        return []
    field = "structure" if isinstance(holder, Structure) else "group"
    held = Mandate.objects.on(timezone.localdate()).filter(**{field: holder}, person__is_active=True)
    known = held.select_related("person", "pole", "structure", "group")
    once = {one.person_id: one for one in known if right in one.as_role.rights and one.person.email}
    return sorted(once.values(), key=lambda one: one.person_id)


def send_expiry(item: Item, mandate: Mandate) -> None:
    """Ask whether a need or an offer still holds; the link prolongs it in one click."""
    address = links.link(links.EXTEND, item.pole, mandate=mandate.pk, item=item.pk)
    send(
        "cooperation/mails/item_expires.txt",
        mandate.person,
        item.pole,
        address.removeprefix(settings.PHARES_PUBLIC_ADDRESS.rstrip("/")),
        subject="own_items",
        item=item,
    )


def send_item_noted(item: Item, mandate: Mandate) -> None:
    """Tell a structure what somebody noted for it."""
    address = item.get_absolute_url()
    send("cooperation/mails/item_noted.txt", mandate.person, item.pole, address, subject="own_items", item=item)


def send_answer_noted(answer: Answer, mandate: Mandate) -> None:
    """Tell a structure what answer somebody noted for it."""
    match = answer.match
    own = side_holder(match, answer.side)
    send(
        "cooperation/mails/answer_noted.txt",
        mandate.person,
        match.pole,
        match.get_absolute_url(),
        subject="own_items",
        answer=answer,
        match=match,
        own=own,
    )


def send_message(message: Message, mandate: Mandate) -> None:
    """Tell a party what was written in the common thread, with its words."""
    cooperation = message.cooperation
    send(
        "cooperation/mails/message.txt",
        mandate.person,
        cooperation.pole,
        reverse("cooperation:thread", args=[cooperation.pole.slug, cooperation.pk]),
        subject="messages",
        message=message,
        cooperation=cooperation,
        own=mandate.structure or mandate.group,
    )


def send_time(time: ProposedTime, mandate: Mandate) -> None:
    """Tell the other side of a moment that is proposed, both sides of one that is accepted, with its calendar file."""
    match = time.match
    page = settings.PHARES_PUBLIC_ADDRESS.rstrip("/") + match.get_absolute_url()
    own = mandate.structure or mandate.group
    other = match.need.holder if own == match.holder else match.holder
    attached = [("rendez-vous.ics", calendar_file.ics(time, page), "text/calendar")] if time.accepted else []
    send(
        "cooperation/mails/time.txt",
        mandate.person,
        match.pole,
        match.get_absolute_url(),
        subject="answers",
        attached=attached,
        time=time,
        match=match,
        own=own,
        who=other,
    )
