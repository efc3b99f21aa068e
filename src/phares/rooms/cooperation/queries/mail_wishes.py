"""When a person hears of what, and when a pole's next letter leaves."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from phares.rooms.cooperation.models import Item, LetterDay, MailWish, Match
from phares.rooms.cooperation.models.letter import Weekday
from phares.rooms.directory.models import Person, Pole

WEEK = timedelta(days=7)
LEAVES_AT = time(7, 30)


def mail_wish(person: Person, pole: Pole) -> MailWish:
    """Return what a person wants to receive, and when; what everybody receives where they have not said."""
    return MailWish.objects.filter(person=person, pole=pole).first() or MailWish(person=person, pole=pole)


def wants(person: Person, pole: Pole, subject: str) -> str:
    """Return when a person wants to hear of a subject."""
    when: str = getattr(mail_wish(person, pole), subject)
    return when


def cannot_wait(match: Match, now: datetime) -> bool:
    """Say whether the next letter would come too late: the need begins before it, or one of the two ends."""
    last = timezone.localdate(next_letter_at(match.pole, now))
    begins = match.need.from_on
    soon = begins is not None and timezone.localdate(now) <= begins <= last
    return soon or any(ends_before_letter(item, now) for item in (match.need, match.offer) if item)


def ends_before_letter(item: Item, now: datetime) -> bool:
    """Say whether a need or an offer ends before the next letter leaves."""
    last = timezone.localdate(next_letter_at(item.pole, now))
    return any(day is not None and day <= last for day in (item.until_on, item.expires_on))


def letter_weekday(pole: Pole) -> int:
    """Return the day of the week on which the pole's letter leaves."""
    chosen = LetterDay.objects.filter(pole=pole).first()
    return chosen.weekday if chosen else Weekday.TUESDAY


def next_letter_at(pole: Pole, after: datetime) -> datetime:
    """Return when the next letter leaves after a moment."""
    local = timezone.localtime(after)
    ahead = (letter_weekday(pole) - local.weekday()) % 7
    moment = timezone.make_aware(datetime.combine(local.date() + timedelta(days=ahead), LEAVES_AT))
    return (
        moment
        if moment > after
        else timezone.make_aware(datetime.combine(local.date() + WEEK + timedelta(days=ahead), LEAVES_AT))
    )
