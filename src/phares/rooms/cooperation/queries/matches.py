"""Reads on matches: who answered what, as far as the reader may know, and what is left to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet

from phares.rooms.cooperation import permissions
from phares.rooms.cooperation.models import Answer, Cooperation, Item, Match
from phares.rooms.cooperation.models.item import Side
from phares.rooms.cooperation.models.match import Choice
from phares.rooms.cooperation.queries.matching import as_written
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.directory.models.held import Holder

TO_ANSWER, TO_WRITE, WAITING, PUT_OFF, UNDER_WAY, DECLINED, OVER = (
    "to_answer",
    "to_write",
    "waiting",
    "put_off",
    "under_way",
    "declined",
    "over",
)
"""Where a match stands for one reader, in the order in which a list shows them."""

ORDER = (TO_ANSWER, TO_WRITE, WAITING, PUT_OFF, UNDER_WAY, DECLINED, OVER)


@dataclass(frozen=True)
class SideSeen:
    """One side of a match as a reader may see it: who, what was answered and when, the reason to those it is for."""

    side: str
    holder: Holder
    item: Item | None
    answer: Answer | None
    reason: str
    is_mine: bool

    @property
    def choice(self) -> str:
        """Return what was answered, nothing where it was not."""
        return self.answer.choice if self.answer else ""


@dataclass(frozen=True)
class MatchSeen:
    """A match as a reader may see it."""

    match: Match
    need: SideSeen
    offer: SideSeen
    cooperation: Cooperation | None
    standing: str

    @property
    def reasons(self) -> list[dict[str, Any]]:
        """Return why the two were put together, in the spelling of both."""
        return as_written(self.match.reasons, self.match.need, self.match.offer)

    @property
    def sides(self) -> tuple[SideSeen, SideSeen]:
        """Return both sides, the need first."""
        return self.need, self.offer

    @property
    def mine(self) -> SideSeen | None:
        """Return the side for which the reader answers; the one still to answer first."""
        own = sorted((one for one in self.sides if one.is_mine), key=lambda one: bool(one.answer))
        return own[0] if own else None

    @property
    def theirs(self) -> SideSeen:
        """Return the side that the reader does not answer for."""
        return self.offer if self.mine is self.need else self.need


def matches_seen(actor: Actor, pole: Pole, day: date) -> list[MatchSeen]:
    """Return the matches that the actor may see, those that wait for the actor first, then the latest."""
    seen = [_seen(actor, match, day) for match in _with_everything(permissions.visible_matches(actor, pole))]
    return sorted(seen, key=lambda one: ORDER.index(one.standing))


def match_seen(actor: Actor, pole: Pole, pk: int, day: date) -> MatchSeen | None:
    """Return one match of the pole, when the actor may see it."""
    match = _with_everything(permissions.visible_matches(actor, pole)).filter(pk=pk).first()
    return _seen(actor, match, day) if match else None


def matches_of(actor: Actor, item: Item, day: date) -> list[MatchSeen]:
    """Return the matches of one need or offer that the actor may see."""
    matches = item.matches_as_need if item.is_need else item.matches_as_offer
    visible = permissions.visible_matches(actor, item.pole).filter(pk__in=matches.values("pk"))
    return [_seen(actor, match, day) for match in _with_everything(visible)]


def set_aside_by(actor: Actor, item: Item) -> list[Answer]:
    """Return what the item's own side said was not for it, or for later; to nobody but that side."""
    if not permissions.can_answer_as(actor, item.holder, item.pole):
        return []
    about = {"match__need": item} if item.is_need else {"match__offer": item}
    answers = Answer.objects.filter(side=item.side, match__offer__isnull=False, **about).exclude(
        choice=Choice.INTERESTED
    )
    joins = [f"match__{end}__{held}" for end in ("need", "offer") for held in ("structure", "group", "resident")]
    return list(answers.select_related(*joins).order_by("-answered_at"))


def _with_everything(matches: QuerySet[Match]) -> QuerySet[Match]:
    """Return the matches with all that a line or a page shows of them."""
    ends = ("", "need__", "offer__")
    joins = [f"{end}{held}" for end in ends for held in ("structure", "group", "resident", "pole")]
    running = Prefetch("cooperations", queryset=Cooperation.objects.select_related("pole"))
    answers = Prefetch("answers", queryset=Answer.objects.select_related("answered_by"))
    return matches.select_related(*joins).prefetch_related(answers, running)


def _seen(actor: Actor, match: Match, day: date) -> MatchSeen:
    """Return what this reader may know of a match."""
    answers = {answer.side: answer for answer in match.answers.all()}
    own = permissions.sides_of(actor, match)
    need = _side(Side.NEED, match.need.holder, match.need, answers, own)
    offer = _side(Side.OFFER, match.holder, match.offer, answers, own)
    cooperation = next(iter(match.cooperations.all()), None)
    return MatchSeen(match, need, offer, cooperation, _standing(match, (need, offer), cooperation, day))


def _side(side: str, holder: Holder, item: Item | None, answers: dict[str, Answer], own: Sequence[str]) -> SideSeen:
    """Return one side; its reason is for itself, and for the other side where its writer shared it."""
    answer = answers.get(side)
    may_read = answer is not None and (side in own or (answer.reason_is_shared and bool(own)))
    reason = answer.reason if answer is not None and may_read else ""
    return SideSeen(side, holder, item, answer, reason, side in own)


def _standing(match: Match, sides: tuple[SideSeen, SideSeen], cooperation: Cooperation | None, day: date) -> str:
    """Return where the match stands for the reader."""
    choices = {one.choice for one in sides}
    if cooperation is not None:
        return UNDER_WAY
    if Choice.NOT_FOR_US in choices:
        return DECLINED
    if not match.need.is_open(day) or (match.offer is not None and not match.offer.is_open(day)):
        return OVER
    if choices == {Choice.INTERESTED}:
        return TO_WRITE
    if any(one.is_mine and _waits(one, day) for one in sides):
        return TO_ANSWER
    return PUT_OFF if Choice.LATER in choices else WAITING


def _waits(side: SideSeen, day: date) -> bool:
    """Say whether a side has not answered, or said « later » and that day has come."""
    answer = side.answer
    return answer is None or (answer.choice == Choice.LATER and answer.back_on is not None and answer.back_on <= day)
