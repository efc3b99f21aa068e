"""Reads of the weekly letter: what waits for one mandate, who is to be written to, on which day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from phares.rooms.cooperation import permissions
from phares.rooms.cooperation.models import ChainLink, Item, LetterDay, MailWish, PooledPart
from phares.rooms.cooperation.models.letter import Weekday
from phares.rooms.cooperation.models.match import Choice
from phares.rooms.cooperation.queries import matching
from phares.rooms.cooperation.queries.items import visible_items_with_holder
from phares.rooms.cooperation.queries.matches import TO_ANSWER, MatchSeen, matches_seen
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Mandate, Person, Pole
from phares.rooms.directory.models.held import held_by

WEEK = timedelta(days=7)
LEAVES_AT = time(7, 30)
EXPIRES_WITHIN = timedelta(days=14)
MOST_NEW, MOST_FOUND = 5, 3


@dataclass(frozen=True)
class Letter:
    """What one mandate's letter tells, sort by sort; each thing asks for one action."""

    mandate: Mandate
    to_answer: Sequence[MatchSeen]
    found: Sequence[matching.Proposal]
    chains: Sequence[ChainLink]
    pooled: Sequence[PooledPart]
    noted: Sequence[Item]
    expiring: Sequence[Item]
    new: Sequence[Item]

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to tell."""
        waits = (self.to_answer, self.found, self.chains, self.pooled, self.noted, self.expiring, self.new)
        return not any(waits)


def letter_of(mandate: Mandate, day: date) -> Letter:
    """Return what waits for those whom a mandate acts for, and what others said in the week before."""
    actor, pole = Actor(mandate.person, mandate), mandate.pole
    own = Item.objects.filter(pole=pole, **held_by(mandate.structure or mandate.group)).open_on(day)  # type: ignore[arg-type]
    return Letter(
        mandate,
        [one for one in matches_seen(actor, pole, day) if one.standing == TO_ANSWER and one.mine],
        _found_for(own.select_related("pole", "structure", "group", "resident"), day),
        links_to_answer(actor, pole),
        parts_to_answer(actor, pole, day),
        items_to_keep(actor, pole, day),
        items_expiring(actor, pole, day),
        _said_lately(actor, pole, day),
    )


def _found_for(own: QuerySet[Item], day: date) -> list[matching.Proposal]:
    """Return the best proposal for each of one's own needs and offers that nobody has taken up yet, a few."""
    found = []
    for item in own.order_by("-said_at")[:10]:
        near = [one for one in matching.proposals_for(item, day).near if one.match is None]
        found += near[:1]
    return found[:MOST_FOUND]


def _said_lately(actor: Actor, pole: Pole, day: date) -> list[Item]:
    """Return the needs that others said since the last letter."""
    since = timezone.make_aware(datetime.combine(day - WEEK, LEAVES_AT))
    said = visible_items_with_holder(actor, pole).needs().open_on(day).filter(said_at__gte=since)
    others = [item for item in said if not actor.acts_for(item.holder)]
    return others[:MOST_NEW]


def items_to_keep(actor: Actor, pole: Pole, day: date) -> list[Item]:
    """Return what others noted for those acted for, and that nobody of theirs has looked at."""
    if actor.holder is None:
        return []
    noted = visible_items_with_holder(actor, pole).open_on(day).filter(**held_by(actor.holder))
    waiting = noted.filter(noted_for_another=True, kept_at=None)
    return [item for item in waiting if permissions.can_keep_noted_item(actor, item)]


def items_expiring(actor: Actor, pole: Pole, day: date) -> list[Item]:
    """Return the needs and offers of those acted for that are shown for two weeks more at most."""
    if actor.holder is None:
        return []
    own = visible_items_with_holder(actor, pole).open_on(day).filter(**held_by(actor.holder))
    return list(own.filter(expires_on__lte=day + EXPIRES_WITHIN).order_by("expires_on", "pk"))


def links_to_answer(actor: Actor, pole: Pole) -> list[ChainLink]:
    """Return the places in chains that wait for those acted for."""
    if actor.holder is None:
        return []
    links = ChainLink.objects.filter(chain__pole=pole, accepted=None, **held_by(actor.holder))
    waiting = links.filter(chain__agreed_at=None, chain__closed_at=None)
    return list(waiting.select_related("chain__pole", "offer", "need", "structure", "group", "resident"))


def parts_to_answer(actor: Actor, pole: Pole, day: date) -> list[PooledPart]:
    """Return the parts of pooled proposals that wait for those acted for; « later » waits again from its day on."""
    if actor.holder is None:
        return []
    own = {f"need__{name}": held for name, held in held_by(actor.holder).items()}
    again = Q(choice="") | Q(choice=Choice.LATER, back_on__lte=day)
    parts = PooledPart.objects.filter(again, proposal__pole=pole, need__met_at=None, need__withdrawn_at=None, **own)
    return list(parts.select_related("proposal__pole", "need__structure", "need__group", "need__resident"))


def mandates_to_write_to(pole: Pole, day: date) -> list[Mandate]:
    """Return the mandates of those who answer for somebody, have a mail and did not stop the letter."""
    stopped = MailWish.objects.filter(pole=pole, weekly=False).values("person")
    held = Mandate.objects.on(day).filter(pole=pole, person__is_active=True).exclude(person__in=stopped)
    with_mail = held.exclude(person__email=None).exclude(person__email="")
    known = with_mail.select_related("person", "pole", "structure", "group")
    return [one for one in known if "say" in one.as_role.rights and (one.structure_id or one.group_id)]


def wants_at_once(person: Person, pole: Pole) -> bool:
    """Say whether a person wants to be told at once of an answer."""
    return not MailWish.objects.filter(person=person, pole=pole, at_once=False).exists()


def mail_wish(person: Person, pole: Pole) -> MailWish:
    """Return what a person wants to receive; what everybody receives where they have not said."""
    found = MailWish.objects.filter(person=person, pole=pole).first()
    return found or MailWish(person=person, pole=pole, weekly=True, at_once=True)


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


def is_answered(seen: MatchSeen, side: str, answer_id: int) -> bool:
    """Say whether a side of a match has answered since a mail that showed this answer, or none."""
    current = next((one.answer for one in seen.sides if one.side == side), None)
    return (current.pk if current else 0) != answer_id
