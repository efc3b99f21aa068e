"""Reads of the weekly letter: what waits for one person, mandate by mandate, and who is to be written to."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import translation

from phares.rooms.commons import panels
from phares.rooms.commons.blocks import Block
from phares.rooms.cooperation import permissions
from phares.rooms.cooperation.models import (
    ChainLink,
    Cooperation,
    Item,
    MailWish,
    Message,
    Party,
    PooledPart,
)
from phares.rooms.cooperation.models.letter import SUBJECTS, When
from phares.rooms.cooperation.models.match import Choice
from phares.rooms.cooperation.queries import matching
from phares.rooms.cooperation.queries.items import visible_items_with_holder
from phares.rooms.cooperation.queries.mail_wishes import mail_wish
from phares.rooms.cooperation.queries.matches import TO_ANSWER, MatchSeen, matches_seen
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Mandate, Person, Pole
from phares.rooms.directory.models.held import held_by

EXPIRES_WITHIN = timedelta(days=14)
MOST_NEW, MOST_FOUND = 5, 3


@dataclass(frozen=True)
class ThreadNews:
    """What was written in one common thread since the last letter: how many messages, and the last of them."""

    cooperation: Cooperation
    count: int
    last: Message


@dataclass(frozen=True)
class LetterAsked:
    """What rooms above are asked for a part of a letter: since when, what its person wants to read.

    `is_first`: what is the person's own, whichever mandate they use, is told in this part alone.
    """

    pole: Pole
    since: datetime
    wish: MailWish
    is_first: bool


@dataclass(frozen=True)
class LetterPart:
    """What one mandate's part of the letter tells, sort by sort; each thing asks for one action."""

    mandate: Mandate
    to_answer: Sequence[MatchSeen] = ()
    found: Sequence[matching.Proposal] = ()
    chains: Sequence[ChainLink] = ()
    pooled: Sequence[PooledPart] = ()
    answered: Sequence[MatchSeen] = ()
    closed: Sequence[ChainLink] = ()
    threads: Sequence[ThreadNews] = ()
    noted: Sequence[Item] = ()
    noted_answers: Sequence[MatchSeen] = ()
    expiring: Sequence[Item] = ()
    above: Sequence[Block] = ()

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to tell."""
        return not any(getattr(self, sort.name) for sort in fields(self) if sort.name != "mandate")


@dataclass(frozen=True)
class Letter:
    """One person's letter of one pole: a part for each structure or group they answer for, then what others said."""

    person: Person
    pole: Pole
    parts: Sequence[LetterPart]
    new: Sequence[Item]

    @property
    def told(self) -> list[LetterPart]:
        """Return the parts that have something to tell."""
        return [part for part in self.parts if not part.is_empty]

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to tell."""
        return not self.told and not self.new


def letter_of(mandates: Sequence[Mandate], day: date, since: datetime) -> Letter:
    """Return what waits for a person, mandate by mandate, and what others said since the last letter."""
    person, pole = mandates[0].person, mandates[0].pole
    wish = mail_wish(person, pole)
    parts = [part_of(one, day, since, wish, is_first=one == mandates[0]) for one in mandates]
    new = (
        [] if wish.proposals == When.NEVER else _said_since([Actor(person, one) for one in mandates], pole, day, since)
    )
    return Letter(person, pole, parts, new)


def part_of(mandate: Mandate, day: date, since: datetime, wish: MailWish, *, is_first: bool = True) -> LetterPart:
    """Return what waits for those whom a mandate acts for, as far as its person wants to read of it here.

    What was told at once already, an answer or a message, is not told again; what still waits for an answer is.
    """
    actor, pole = Actor(mandate.person, mandate), mandate.pole
    told: dict[str, Any] = {}
    seen = matches_seen(actor, pole, day)
    if wish.proposals != When.NEVER:
        own = Item.objects.filter(pole=pole, **held_by(mandate.structure or mandate.group)).open_on(day)  # type: ignore[arg-type]
        told["to_answer"] = [one for one in seen if one.standing == TO_ANSWER and one.mine]
        told["found"] = _found_for(own.select_related("pole", "structure", "group", "resident"), day)
        told["chains"] = links_to_answer(actor, pole)
        told["pooled"] = parts_to_answer(actor, pole, day)
    if wish.answers == When.WEEKLY:
        told["answered"] = [one for one in seen if _was_answered(one, since)]
        told["closed"] = _chains_settled(actor, pole, since)
    if wish.messages == When.WEEKLY:
        told["threads"] = _threads(actor, pole, since)
    if wish.own_items != When.NEVER:
        weekly = wish.own_items == When.WEEKLY
        told["noted"] = items_to_keep(actor, pole, day)
        told["noted_answers"] = [one for one in seen if _was_noted(one, since)] if weekly else []
        told["expiring"] = items_expiring(actor, pole, day)
    with translation.override(mandate.person.language):
        above = panels.shown("letter", actor, LetterAsked(pole, since, wish, is_first), day)
        told["above"] = [block for panel in above for block in panel.context["blocks"]]
    return LetterPart(mandate, **told)


def _was_noted(seen: MatchSeen, since: datetime) -> bool:
    """Say whether somebody else noted one's own answer since the last letter."""
    answer = seen.mine.answer if seen.mine else None
    return answer is not None and answer.noted_for_another and answer.answered_at >= since


def _was_answered(seen: MatchSeen, since: datetime) -> bool:
    """Say whether the other side answered since the last letter, and nothing is asked for in return."""
    answer = seen.theirs.answer if seen.mine else None
    recent = answer is not None and answer.answered_at >= since and answer.match.proposed_at is not None
    return recent and seen.standing != TO_ANSWER


def _chains_settled(actor: Actor, pole: Pole, since: datetime) -> list[ChainLink]:
    """Return one's places in chains that all accepted, or that somebody did not want, since the last letter."""
    if actor.holder is None:
        return []
    own = ChainLink.objects.filter(chain__pole=pole, accepted=True, **held_by(actor.holder))
    settled = own.filter(Q(chain__agreed_at__gte=since) | Q(chain__closed_at__gte=since))
    return list(settled.select_related("chain__pole", "offer", "need"))


def _threads(actor: Actor, pole: Pole, since: datetime) -> list[ThreadNews]:
    """Return the common threads in which somebody else wrote since the last letter, the latest first."""
    own = Party.objects.filter(permissions.mine(actor)).values("cooperation_id")
    said = Message.objects.filter(cooperation__pole=pole, cooperation__in=own, withdrawn_at=None, written_at__gte=since)
    others = said.exclude(written_by=actor.person_id).order_by("-pk")
    by_thread: dict[int, list[Message]] = {}
    for message in others.select_related("cooperation__pole", "structure", "group", "resident"):
        by_thread.setdefault(message.cooperation_id, []).append(message)
    return [ThreadNews(found[0].cooperation, len(found), found[0]) for found in by_thread.values()]


def _found_for(own: QuerySet[Item], day: date) -> list[matching.Proposal]:
    """Return the best proposal for each of one's own needs and offers that nobody has taken up yet, a few."""
    found = []
    for item in own.order_by("-said_at")[:10]:
        near = [one for one in matching.proposals_for(item, day).near if one.match is None]
        found += near[:1]
    return found[:MOST_FOUND]


def _said_since(actors: Sequence[Actor], pole: Pole, day: date, since: datetime) -> list[Item]:
    """Return the needs that others said since the last letter."""
    said = visible_items_with_holder(actors[0], pole).needs().open_on(day).filter(said_at__gte=since)
    return [item for item in said if not any(actor.acts_for(item.holder) for actor in actors)][:MOST_NEW]


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


def mandates_to_write_to(pole: Pole, day: date) -> dict[int, list[Mandate]]:
    """Return the mandates of those who answer for somebody and have a mail, person by person.

    Two mandates of one person for the same structure are one; who wants nothing of the letter is not here.
    """
    stopped = MailWish.objects.filter(pole=pole, **dict.fromkeys(SUBJECTS, When.NEVER)).values("person")
    held = Mandate.objects.on(day).filter(pole=pole, person__is_active=True).exclude(person__in=stopped)
    with_mail = held.exclude(person__email=None).exclude(person__email="")
    people: dict[int, dict[Any, Mandate]] = {}
    for one in with_mail.select_related("person", "pole", "structure", "group").order_by("pk"):
        if "say" in one.as_role.rights and (one.structure_id or one.group_id):
            people.setdefault(one.person_id, {}).setdefault((one.structure_id, one.group_id), one)
    return {person: list(mandates.values()) for person, mandates in people.items()}


def is_answered(seen: MatchSeen, side: str, answer_id: int) -> bool:
    """Say whether a side of a match has answered since a mail that showed this answer, or none."""
    current = next((one.answer for one in seen.sides if one.side == side), None)
    return (current.pk if current else 0) != answer_id
