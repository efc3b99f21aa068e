"""Work of funding done outside the page: the search for teams, the mails of invitations and of watches."""

from datetime import datetime

from django.utils import timezone
from django_tasks import task

from phares.rooms.commons.retries import tried_again
from phares.rooms.cooperation.models.letter import SUBJECTS, When
from phares.rooms.cooperation.queries.letter import mandates_to_write_to
from phares.rooms.cooperation.queries.mail_wishes import WEEK, mail_wish, next_letter_at
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Mandate
from phares.rooms.funding import actions, mails
from phares.rooms.funding.models import Composition, Member, Watch
from phares.rooms.funding.models.application import SolveState, Stage
from phares.rooms.funding.queries.calls import calls_watched

WATCH_FOUND = "watch_found"


@task()
def find_teams(composition_id: int, mandate_id: int) -> None:
    """Search for the teams that were asked; one that is done, or that another worker does, is left alone."""
    composition = Composition.objects.filter(pk=composition_id, state=SolveState.WAITING).first()
    mandate = Mandate.objects.select_related("person", "pole", "structure", "group").filter(pk=mandate_id).first()
    if composition is None or mandate is None or mandate.person is None:
        return
    actions.find_teams(composition=composition, by=Actor(mandate.person, mandate), at=timezone.now())


@task()
@tried_again(lambda: mail_invitation)
def mail_invitation(member_id: int, mandate_id: int) -> None:
    """Write to who may sign, unless they answered or want no such mail; the letter of the week tells it where it can.

    A call that closes within a week of the next letter does not wait for it.
    """
    today = timezone.localdate()
    member = Member.objects.select_related("application__call", "application__pole", "structure").filter(pk=member_id)
    mandate = Mandate.objects.on(today).select_related("person", "pole").filter(pk=mandate_id).first()
    one = member.first()
    if one is None or mandate is None or one.accepted is not None or one.application.stage != Stage.COMPOSING:
        return
    pole, closes = one.application.pole, one.application.call.closes_on
    when = mail_wish(mandate.person, pole).proposals
    last = timezone.localdate(next_letter_at(pole, timezone.now()) + WEEK)
    if when == When.AT_ONCE or (when == When.WEEKLY and closes is not None and closes <= last):
        mails.send_invitation(one, mandate)


@task()
@tried_again(lambda: mail_watch)
def mail_watch(watch_id: int) -> None:
    """Tell a person what their watch found since they looked or were told; whoever gets the letter reads it there."""
    watch = Watch.objects.select_related("pole", "person").filter(pk=watch_id).first()
    if watch is None or watch.mailed == When.NEVER or not watch.person.email:
        return
    today, wish = timezone.localdate(), mail_wish(watch.person, watch.pole)
    if all(getattr(wish, name) == When.NEVER for name in SUBJECTS):
        return
    if watch.mailed == When.WEEKLY and watch.person_id in mandates_to_write_to(watch.pole, today):
        return
    calls = calls_watched(watch, today)
    if calls:
        mails.send_calls_found(watch, calls)
        Watch.objects.filter(pk=watch.pk).update(told_at=max(one.noted_at for one in calls))


def tell_watch(watch_id: int, at: datetime) -> None:
    """Carry out the due telling of a watch."""
    mail_watch.enqueue(watch_id)
