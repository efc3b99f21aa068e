"""Acts on the letter: the day on which it leaves, and what each person wants to receive."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.cooperation import events, permissions
from phares.rooms.cooperation.models import LetterDay, MailWish
from phares.rooms.cooperation.models.letter import SUBJECTS, Weekday, When
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Person, Pole


class NoSuchDay(Refusal):
    """Not one of the seven days."""

    sentence = _("Choisissez un jour de la semaine.")
    status = 400


class NoSuchMoment(Refusal):
    """Neither at once, nor in the letter, nor never."""

    sentence = _("Choisissez quand nous vous écrivons.")
    status = 400


@transaction.atomic
def choose_letter_day(*, pole: Pole, weekday: int, by: Actor, at: datetime) -> LetterDay:
    """Choose the day of the week on which the pole's letter leaves."""
    require(permissions.can_choose_letter_day(by, pole))
    if weekday not in Weekday.values:
        raise NoSuchDay(field="weekday")
    chosen, _is_new = LetterDay.objects.update_or_create(pole=pole, defaults={"weekday": weekday})
    publish(events.LetterDayChosen(pole.pk), by=by, at=at)
    return chosen


@transaction.atomic
def wish_mails(
    *, pole: Pole, proposals: str, answers: str, messages: str, own_items: str, by: Actor, at: datetime
) -> MailWish:
    """Choose what one receives of a pole, and when, subject by subject."""
    require(by.person is not None and permissions.can_wish_mails(by, pole))
    chosen = {"proposals": proposals, "answers": answers, "messages": messages, "own_items": own_items}
    for name, when in chosen.items():
        if when not in When.values:
            raise NoSuchMoment(field=name)
    wish, _is_new = MailWish.objects.update_or_create(
        person=by.person, pole=pole, defaults={**chosen, "changed_at": at}
    )
    publish(events.MailWishChanged(pole.pk, wish.person_id), by=by, at=at)
    return wish


@transaction.atomic
def stop_mails(*, person: Person, pole: Pole, subject: str = "", at: datetime) -> MailWish:
    """Stop what is told of one subject, or all of it, for whoever holds the link that only their mails carry."""
    stopped = dict.fromkeys([subject] if subject in SUBJECTS else SUBJECTS, When.NEVER)
    wish, _is_new = MailWish.objects.update_or_create(person=person, pole=pole, defaults={**stopped, "changed_at": at})
    publish(events.MailWishChanged(pole.pk, person.pk), by=Actor(person=person), at=at)
    return wish
