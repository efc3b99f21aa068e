"""Mails about what was noted for others and about moments to see each other, each to one person."""

from django.utils import timezone
from django_tasks import task

from phares.rooms.commons.retries import tried_again
from phares.rooms.cooperation.mails import notices
from phares.rooms.cooperation.models import Answer, Item, ProposedTime
from phares.rooms.cooperation.models.letter import When
from phares.rooms.cooperation.permissions import side_holder
from phares.rooms.cooperation.queries.mail_wishes import cannot_wait, ends_before_letter, wants
from phares.rooms.directory.models import Mandate, Pole
from phares.rooms.directory.models.held import Holder

_ENDS = [f"match__{end}{held}" for end in ("", "need__", "offer__") for held in ("structure", "group", "resident")]


def _mandate(holder: Holder, mandate_id: int) -> Mandate | None:
    """Return the mandate when it still holds for the holder."""
    return next((one for one in notices.people_of(holder) if one.pk == mandate_id), None)


def _is_told_now(mandate: Mandate, pole: Pole, *, cannot_wait: bool) -> bool:
    """Say whether the person is written to before the letter."""
    when = wants(mandate.person, pole, "own_items")
    return when == When.AT_ONCE or (when == When.WEEKLY and cannot_wait)


@task()
@tried_again(lambda: mail_item_noted)
def mail_item_noted(item_id: int, mandate_id: int) -> None:
    """Write to somebody of the holder what was noted for them, unless they have looked at it or taken it back.

    Who has not chosen to hear at once reads it in the letter, unless it would come too late.
    """
    item = Item.objects.select_related("pole", "structure", "group", "resident", "noted_by").get(pk=item_id)
    mandate = _mandate(item.holder, mandate_id)
    if mandate is None or item.kept_at is not None or item.withdrawn_at is not None:
        return
    if _is_told_now(mandate, item.pole, cannot_wait=ends_before_letter(item, timezone.now())):
        notices.send_item_noted(item, mandate)


@task()
@tried_again(lambda: mail_answer_noted)
def mail_answer_noted(answer_id: int, mandate_id: int) -> None:
    """Write to somebody of the side for which an answer was noted, or leave it to the letter where that is soon enough.

    One replaced meanwhile is not told.
    """
    answer = Answer.objects.select_related("match__pole", "match__need", "match__offer", "answered_by", *_ENDS).filter(
        pk=answer_id
    )
    one = answer.first()
    mandate = _mandate(side_holder(one.match, one.side), mandate_id) if one else None
    if one is None or mandate is None:
        return
    if _is_told_now(mandate, one.match.pole, cannot_wait=cannot_wait(one.match, timezone.now())):
        notices.send_answer_noted(one, mandate)


@task()
@tried_again(lambda: mail_time)
def mail_time(time_id: int, side: str, mandate_id: int, answered: bool) -> None:
    """Write to somebody of one side about a moment; one answered meanwhile is told by its answer alone."""
    time = ProposedTime.objects.select_related("match__pole", "match__need", *_ENDS).filter(pk=time_id).first()
    if time is None or (time.answered_at is not None) != answered:
        return
    mandate = _mandate(side_holder(time.match, side), mandate_id)
    if mandate is not None:
        notices.send_time(time, mandate)
