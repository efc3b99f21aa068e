"""Mails about requests to take part in a cooperation, each to one person."""

from django.urls import reverse
from django_tasks import task

from phares.rooms.commons.retries import tried_again
from phares.rooms.cooperation.mails.joining import send_joining
from phares.rooms.cooperation.mails.notices import people_of
from phares.rooms.cooperation.models import Joining
from phares.rooms.cooperation.models.joining import JoiningState

HOLDERS = [f"{path}{held}" for path in ("", "cooperation__parties__") for held in ("structure", "group", "resident")]


def _joining(pk: int) -> Joining:
    return Joining.objects.select_related("cooperation__pole").prefetch_related(*HOLDERS).get(pk=pk)


@task()
@tried_again(lambda: mail_joining_asked)
def mail_joining_asked(joining_id: int, mandate_id: int) -> None:
    """Tell somebody who signs for a party that its answer is awaited, while it is."""
    joining = _joining(joining_id)
    if joining.state != JoiningState.WAITING:
        return
    answered = set(joining.consents.filter(agreement__replaced_at=None).values_list("party_id", flat=True))
    waiting = [party for party in joining.cooperation.parties.all() if party.pk not in answered]
    people = [one for party in waiting for one in people_of(party.holder, "sign")]
    mandate = next((one for one in people if one.pk == mandate_id), None)
    if mandate is not None:
        address = reverse("cooperation:answer_joining", args=[joining.cooperation.pole.slug, joining.pk])
        send_joining(joining, "cooperation/mails/joining_asked.txt", mandate, address)


@task()
@tried_again(lambda: mail_joining_answered)
def mail_joining_answered(joining_id: int, mandate_id: int) -> None:
    """Tell somebody of those who asked what the parties said."""
    joining = _joining(joining_id)
    mandate = next((one for one in people_of(joining.holder, "sign") if one.pk == mandate_id), None)
    if mandate is not None and joining.state in {JoiningState.JOINED, JoiningState.REFUSED}:
        template, address = "cooperation/mails/joining_answered.txt", joining.cooperation.get_absolute_url()
        send_joining(joining, template, mandate, address, joined=joining.state == JoiningState.JOINED)
