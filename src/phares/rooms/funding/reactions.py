"""What funding does when something happened; each is a row written in the same transaction, done later."""

from datetime import datetime, timedelta
from typing import Any

from phares.rooms.commons import due
from phares.rooms.commons.days import as_day
from phares.rooms.commons.journal import Author
from phares.rooms.cooperation.models.letter import When
from phares.rooms.cooperation.queries.mail_wishes import next_letter_at
from phares.rooms.directory.models import Mandate
from phares.rooms.funding import tasks
from phares.rooms.funding.models import Call, Member
from phares.rooms.funding.queries.calls import watches_telling

A_MOMENT = timedelta(minutes=10)
"""Calls noted one after the other, or from one file, are told in one mail."""


def search_for_teams(event: Any, by: Author, at: datetime) -> None:
    """Hand the search that was asked to the worker, with the eyes of whoever asked it."""
    if by.mandate_id is not None:
        tasks.find_teams.enqueue(event.composition_id, by.mandate_id)


def tell_invited(event: Any, by: Author, at: datetime) -> None:
    """Write to those who may sign for the structures that were just invited."""
    invited = Member.objects.filter(application=event.application_id, invited_at=at, accepted=None)
    held = Mandate.objects.on(as_day(at)).filter(person__is_active=True).exclude(person__email=None)
    for member in invited:
        signing = {
            one.person_id: one
            for one in held.filter(structure=member.structure_id).select_related("person")
            if "sign" in one.as_role.rights and one.person.email
        }
        for mandate in signing.values():
            tasks.mail_invitation.enqueue(member.pk, mandate.pk)


def tell_watchers(event: Any, by: Author, at: datetime) -> None:
    """Set when each watch that a new call answers is told: in a moment, or when the letter leaves."""
    call = Call.objects.select_related("pole").get(pk=event.call_id)
    if call.is_reference:
        return
    for watch in watches_telling(call):
        soon = at + A_MOMENT if watch.mailed == When.AT_ONCE else next_letter_at(call.pole, at)
        due.schedule(tasks.WATCH_FOUND, watch.pk, soon)
