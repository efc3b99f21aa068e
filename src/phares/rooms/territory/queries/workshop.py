"""Reads on workshops: the list, the wall as it stands, what may be chosen for it, the minutes of one that is closed."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from phares.rooms.directory.actors import VISITOR
from phares.rooms.directory.models import Gathering, Pole, Structure
from phares.rooms.directory.permissions import visible_structures
from phares.rooms.territory.models import (
    Observation,
    Problem,
    Voice,
    Workshop,
    WorkshopCard,
    WorkshopDecision,
    WorkshopDots,
)
from phares.rooms.territory.models.rules import rules_of
from phares.rooms.territory.models.voice import Shown, State
from phares.rooms.territory.models.workshop import Phase, Presence
from phares.rooms.territory.small_counts import Told, told
from phares.rooms.territory.workshop_rules import Wall, most_dots

MOST_CHOICES = 150
MOST_DRAWN = 40


def workshops_of(pole: Pole) -> QuerySet[Workshop]:
    """Return the workshops of the pole, the latest first."""
    return Workshop.objects.filter(pole=pole).select_related("pole", "gathering__pole")


def workshop_numbered(pole: Pole, pk: int) -> Workshop | None:
    """Return one workshop of the pole."""
    return workshops_of(pole).filter(pk=pk).first()


def workshop_voting(pole: Pole, code: str) -> Workshop | None:
    """Return the workshop whose code this is while dots are placed there, however the code was typed."""
    signs = "".join(sign for sign in code.upper() if sign.isascii() and sign.isalnum())
    return workshops_of(pole).filter(code=signs, phase=Phase.VOTE).first() if signs else None


def gatherings_without_workshop(pole: Pole) -> QuerySet[Gathering]:
    """Return the gatherings that are workshops and for which nothing is prepared yet."""
    return Gathering.objects.filter(pole=pole, kind="workshop", workshop=None).select_related("pole")


@dataclass(frozen=True)
class CardSeen:
    """A card as it is shown: its words today; none where whoever said them took them away."""

    card: WorkshopCard
    words: str
    language: str = ""
    source: str = ""


@dataclass(frozen=True)
class Under:
    """A problem on the wall, the cards under it, and its dots."""

    wall: Any
    cards: list[CardSeen]
    dots: int
    from_wall: int
    merged: list[Any]

    @property
    def drawn(self) -> range:
        """Return as many marks as dots, as far as a screen holds them."""
        return range(min(self.dots, MOST_DRAWN))


@dataclass(frozen=True)
class WallSeen:
    """The whole wall: cards not sorted yet, problems with theirs, cards set aside, who is there, dots left."""

    unsorted: list[CardSeen]
    problems: list[Under]
    aside: list[CardSeen]
    people: int
    placed: int
    most: int

    @property
    def by_dots(self) -> list[Under]:
        """Return the problems, those with most dots first."""
        return sorted(self.problems, key=lambda one: (-one.dots, one.wall.pk))


def cards_of(workshop: Workshop) -> QuerySet[WorkshopCard]:
    """Return the cards of a workshop with what stands on them."""
    return workshop.cards.select_related("voice", "observation__structure", "under__merged_into")


def seen(card: WorkshopCard, day: date) -> CardSeen:
    """Return a card with the words that may still be read."""
    if card.observation is not None:
        source = str(card.observation.structure or card.observation.source)
        return CardSeen(card, card.observation.text, source=source)
    voice = card.voice
    if voice is None or voice.state in (State.ERASED, State.ASIDE) or voice.until_on < day:
        return CardSeen(card, "")
    return CardSeen(card, voice.words, "" if voice.shared_text or voice.translation else voice.language)


def wall_of(workshop: Workshop, day: date) -> WallSeen:
    """Return the wall as it stands."""
    cards = [seen(card, day) for card in cards_of(workshop)]
    walls = list(workshop.wall.select_related("problem__pole", "split_from__pole"))
    column = {one.pk: one.merged_into_id or one.pk for one in walls}
    dots: dict[int, list[int]] = {}
    for wall, hand, count in WorkshopDots.objects.filter(wall__workshop=workshop).values_list("wall", "hand", "count"):
        both = dots.setdefault(wall, [0, 0])
        both[0] += count
        both[1] += 0 if hand else count
    problems = [
        Under(
            one,
            [card for card in cards if column.get(card.card.under_id or 0) == one.pk],
            dots.get(one.pk, [0, 0])[0],
            dots.get(one.pk, [0, 0])[1],
            [each for each in walls if each.merged_into_id == one.pk],
        )
        for one in walls
        if one.merged_into_id is None
    ]
    people = people_at(workshop)
    return WallSeen(
        [card for card in cards if card.card.under_id is None and not card.card.is_aside],
        problems,
        [card for card in cards if card.card.is_aside],
        people,
        sum(one.dots for one in problems),
        most_dots(Wall(people, workshop.dots_each, 0, 0)),
    )


def people_at(workshop: Workshop) -> int:
    """Return how many are there."""
    return workshop.presences.aggregate(total=Sum("count"))["total"] or 0


def next_card(workshop: Workshop, day: date, after: int = 0) -> CardSeen | None:
    """Return the next card to sort, going round after the one that was passed over."""
    waiting = list(cards_of(workshop).filter(under=None, is_aside=False))
    later = [one for one in waiting if one.pk > after] or waiting
    return seen(later[0], day) if later else None


def card_numbered(workshop: Workshop, pk: int) -> WorkshopCard | None:
    """Return one card of a workshop."""
    return cards_of(workshop).filter(pk=pk).first()


def voices_to_choose(pole: Pole, day: date) -> QuerySet[Voice]:
    """Return the words that may be shown in a room: those that everybody may read, those in no problem first."""
    public = Voice.objects.filter(pole=pole, double_of=None).public_on(day).annotate(grouped=Count("problems"))
    return public.order_by("grouped", "-received_at", "-pk")


def observations_to_choose(pole: Pole) -> QuerySet[Observation]:
    """Return what sources and structures that everybody may know of say, the latest first: it is shown in a room."""
    named = Q(structure=None) | Q(structure__in=visible_structures(VISITOR, pole).values("pk"))
    found = Observation.objects.filter(named, problem__pole=pole, problem__merged_into=None)
    return found.select_related("structure", "problem")


def problems_to_put(workshop: Workshop) -> QuerySet[Problem]:
    """Return the problems of the pole that are not on the wall."""
    known = Problem.objects.filter(pole=workshop.pole_id).standing()
    return known.exclude(pk__in=workshop.wall.exclude(problem=None).values("problem"))


@dataclass(frozen=True)
class MinutesProblem:
    """A problem in the minutes: its dots, the words that everybody may read, how many other cards."""

    problem: Problem | None
    title: str
    is_new: bool
    split_from: str
    dots: int
    cards: list[CardSeen]
    others: int
    merged: list[str]


@dataclass(frozen=True)
class Minutes:
    """What a closed workshop left, as it may be read today."""

    said: dict[str, Any]
    problems: list[MinutesProblem]
    aside: int
    people: Told
    kinds: list[tuple[Any, int]]

    @property
    def decisions(self) -> list[dict[str, Any]]:
        """Return what was decided, its days as days."""
        return [
            {**one, "due_on": date.fromisoformat(one["due_on"]) if one["due_on"] else None}
            for one in self.said["decisions"]
        ]


def minutes_of(workshop: Workshop, day: date, *, smallest: int | None = None) -> Minutes:
    """Return the minutes: what was frozen at the closing, with the words that everybody may still read.

    Words taken away since then are counted and shown no more; kinds of people under the smallest count are not told.
    """
    said = workshop.minutes
    cards = {card.pk: card for card in cards_of(workshop)}
    known = Problem.objects.select_related("pole").in_bulk([one["problem"] for one in said["problems"]])
    people = told(said["people"], rules_of(workshop.pole).smallest_count if smallest is None else smallest)
    problems = []
    for one in said["problems"]:
        under = [seen(cards[pk], day) for pk in one["cards"]]
        shown = [card for card in under if card.words and _is_public(card.card)]
        problems.append(
            MinutesProblem(known.get(one["problem"]), one["title"], one["is_new"], one["split_from"], one["dots"],
                           shown, len(under) - len(shown), one.get("merged", []))
        )  # fmt: skip
    kinds = [(label, people.shown[code]) for code, label in Presence.choices if code in people.shown]
    return Minutes(said, problems, len(said["aside"]), people, kinds)


def _is_public(card: WorkshopCard) -> bool:
    """Say whether everybody may read a card: what structures see, and words read over and said for everybody."""
    voice = card.voice
    return voice is None or (voice.state == State.KEPT and voice.shown == Shown.PUBLIC)


def workshops_to_prepare(pole: Pole) -> QuerySet[Workshop]:
    """Return the workshops that are not closed, the nearest first."""
    return workshops_of(pole).filter(closed_at=None).order_by("gathering__starts_at")


def minutes_to_send(pole: Pole) -> QuerySet[Workshop]:
    """Return the closed workshops whose minutes nobody has given yet."""
    return workshops_of(pole).exclude(closed_at=None).filter(sending=None)


def taken_on_by(structure: Structure) -> QuerySet[WorkshopDecision]:
    """Return what a structure took on in workshops that are closed, the latest first."""
    found = WorkshopDecision.objects.filter(structure=structure).exclude(workshop__closed_at=None)
    return found.select_related("workshop__gathering__pole", "wall").order_by("-workshop__closed_at", "pk")
