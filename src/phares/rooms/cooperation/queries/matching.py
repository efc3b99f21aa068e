"""What the engine is asked, and what it answers: who could help with a need, to whom an offer could serve."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from phares.engine import matching as engine
from phares.engine.lessons import Lesson, learned
from phares.engine.lexicon.words import fold
from phares.engine.matching.outcome import micro
from phares.rooms.cooperation.models import Answer, Commitment, Item, Match, Party
from phares.rooms.cooperation.models.commitment import Outcome
from phares.rooms.cooperation.models.item import Side
from phares.rooms.cooperation.models.match import Choice
from phares.rooms.cooperation.queries import kept
from phares.rooms.cooperation.queries.phrases import phrases
from phares.rooms.cooperation.queries.reading import engine_item
from phares.rooms.directory.models.held import Holder, held_by, holder_key

TOGETHER, KEPT = 2, 3
SHOWN_FOR = timedelta(days=90)
MOST_CARDS, MOST_FOUND = 6, 30
TAUGHT_FOR = timedelta(days=365)
MOST_LESSONS = 50
TEXT = frozenset({"same_words", "close_words", "same_idea", "near_sense"})
ENOUGH_TEXT = micro(0.12)
"""What words, letters, ideas and senses bring together for a card: five cards in the mean on needs never met, where
0.08 without senses gave six, and more of the true answers are among them (docs/engine/matching.md)."""

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Proposal:
    """Another item for an item, with the engine's reasons, and their match where they were put before each other."""

    need: Item
    offer: Item
    other: Item
    found: engine.Match
    match: Match | None = None

    @property
    def reasons(self) -> list[dict[str, Any]]:
        """Return the reasons in the spelling of both."""
        return as_written(kept_reasons(self.found), self.need, self.offer)

    @property
    def missing(self) -> list[dict[str, Any]]:
        """Return what is missing as a match keeps it."""
        return kept_missing(self.found)


@dataclass(frozen=True)
class Proposals:
    """What the page of possible helpers shows: cards, others of the same kind, how many were compared."""

    near: Sequence[Proposal]
    alike: Sequence[Item]
    compared: int


NONE = Proposals((), (), 0)


@dataclass(frozen=True)
class Around:
    """What is known around an item: pairs refused or put off, and matches already proposed, by the other item's id."""

    refused: frozenset[int]
    put_off: frozenset[int]
    matches: Mapping[int, Match]


def proposals_for(item: Item, day: date) -> Proposals:
    """Return who could help with a need, or to whom an offer could serve, best first.

    Never one's own, never a pair that either side refused, never one that this side put off until a later day; what is
    like something that this side set aside before comes lower.
    """
    waiting = kept.waiting(item.pole_id, _other_side(item), day)
    around = _around(item, waiting, day)
    hidden = around.refused | around.put_off
    found = [one for one in _ask(item, waiting, hidden, day) if said_enough(one)]
    others = _with_holders(int(_id_of_other(item, one)) for one in found)
    best = learned(found, _lessons(item, day), {str(pk): engine_item(other) for pk, other in others.items()})
    near = [_proposal(item, others, one, around) for one in best[:MOST_CARDS]]
    named = {one.other.pk for one in near} | hidden
    return Proposals(near, _alike(item, day, named), waiting.count_not_of(item.holder_key))


def _other_side(item: Item) -> str:
    """Return the side that an item looks for."""
    return Side.OFFER if item.is_need else Side.NEED


def _id_of_other(item: Item, found: engine.Match) -> str:
    """Return the id of what is proposed to an item."""
    return found.offer if item.is_need else found.need


def _with_holders(pks: Iterable[int]) -> dict[int, Item]:
    """Return items with all that a card shows of them."""
    items = Item.objects.filter(pk__in=list(pks)).select_related("pole", "structure__pole", "group", "resident")
    return {one.pk: one for one in items}


def _alike(item: Item, day: date, named: Iterable[int]) -> list[Item]:
    """Return a few others of the same kind, the latest first."""
    if item.kind == "other":
        return []
    same = Item.objects.filter(pole=item.pole_id, side=_other_side(item), kind=item.kind).open_on(day)
    others = same.exclude(**held_by(item.holder)).exclude(pk__in=list(named))
    return list(others.select_related("pole", "structure__pole", "group", "resident")[:MOST_CARDS])


def found_between(item: Item, other: Item, day: date) -> engine.Match | None:
    """Return what the engine says of one pair today; nothing where it would not put them together."""
    found = learned(_ask_of_one(item, other, day), _lessons(item, day), {str(other.pk): engine_item(other)})
    return next(iter(found), None)


def kept_reasons(found: engine.Match | None) -> list[dict[str, Any]]:
    """Return the reasons as a match keeps them: code, points, facts."""
    return [{**one.facts, "code": one.code, "points": one.points} for one in found.reasons] if found else []


def kept_missing(found: engine.Match | None) -> list[dict[str, Any]]:
    """Return what is missing as a match keeps it: code, facts."""
    return [{**one.facts, "code": one.code} for one in found.missing] if found else []


def as_written(reasons: Iterable[dict[str, Any]], need: Item, offer: Item | None) -> list[dict[str, Any]]:
    """Return reasons to be shown: words with the accents that the need and the offer gave them."""
    return as_said(reasons, _all_text(need), _all_text(offer) if offer else "")


def as_said(reasons: Iterable[dict[str, Any]], need: str, offer: str) -> list[dict[str, Any]]:
    """Return reasons to be shown: words with the accents that these two texts gave them."""
    spelled = _spelling(need), _spelling(offer)
    told = [_spell(one, *spelled) for one in reasons]
    return [{**one, "words": phrases(one["words"], need, offer)} if "words" in one else one for one in told]


def _spelling(text: str) -> dict[str, str]:
    """Return how a text writes each word that the engine reads without accents."""
    return {fold(word): word.lower() for word in _WORD.findall(text)}


def _spell(reason: dict[str, Any], of_need: Mapping[str, str], of_offer: Mapping[str, str]) -> dict[str, Any]:
    """Return a reason with its words as they were written; those of the lexicon stay as they are."""
    spelled = dict(reason)
    if "pairs" in spelled:
        spelled["pairs"] = [[of_need.get(one, one), of_offer.get(other, other)] for one, other in spelled["pairs"]]
    if "need_term" in spelled:
        one, other = spelled["need_term"], spelled["offer_term"]
        spelled |= {"need_term": of_need.get(one, one), "offer_term": of_offer.get(other, other)}
    return spelled


def _all_text(item: Item) -> str:
    """Return all that was said of an item."""
    return f"{item.title} {item.text} {item.quote}"


def _ask(item: Item, waiting: kept.Waiting, hidden: frozenset[int], day: date) -> list[engine.Match]:
    """Ask the engine about an item and what waits on the other side.

    A need is asked of all offers, an offer of all needs; it is always the need that says what answers it.
    """
    asked, ties, shown = engine_item(item), _ties(item.holder), _shown_lately(item, day)
    return waiting.answers(asked, refused=hidden, ties=ties, shown=shown, top=MOST_FOUND)


def _ask_of_one(item: Item, other: Item, day: date) -> Sequence[engine.Match]:
    """Ask the engine about one pair."""
    need, offer = (item, other) if item.is_need else (other, item)
    ties, shown = _ties(item.holder), _shown_lately(item, day)
    return engine.match([engine_item(need)], [engine_item(offer)], ties, (), shown, top=1)


def _proposal(item: Item, others: Mapping[int, Item], found: engine.Match, around: Around) -> Proposal:
    """Return what the engine found with the items themselves."""
    other = others[int(found.offer if item.is_need else found.need)]
    need, offer = (item, other) if item.is_need else (other, item)
    return Proposal(need, offer, other, found, around.matches.get(other.pk))


def said_enough(found: engine.Match) -> bool:
    """Say whether words, letters and ideas bring enough for a card."""
    return sum(one.micro_points for one in found.reasons if one.code in TEXT) >= ENOUGH_TEXT


def _around(item: Item, waiting: kept.Waiting, day: date) -> Around:
    """Read the answers already given around an item."""
    refused: set[int] = set()
    put_off: set[int] = set()
    matches: dict[int, Match] = {}
    for match in _matches_around(item):
        named = _named_by(match, item, waiting)
        answers = {answer.side: answer for answer in match.answers.all()}
        mine = answers.get(item.side)
        if any(answer.choice == Choice.NOT_FOR_US for answer in answers.values()):
            refused |= named
        elif mine is not None and mine.choice == Choice.LATER and (mine.back_on or day) > day:
            put_off |= named
        elif match.offer_id is not None and match.proposed_at is not None:
            matches |= dict.fromkeys(named, match)
    return Around(frozenset(refused), frozenset(put_off), matches)


def _matches_around(item: Item) -> Iterable[Match]:
    """Return the matches of a need, or those of an offer and of its holder's own word."""
    own_word = Q(offer__isnull=True, **held_by(item.holder))
    about = Q(need=item) if item.is_need else Q(offer=item) | own_word
    return Match.objects.filter(about).select_related("structure", "group", "resident").prefetch_related("answers")


def _named_by(match: Match, item: Item, waiting: kept.Waiting) -> set[int]:
    """Return the other items that a match is about; one without offer is about all that its helper offers."""
    if not item.is_need:
        return {match.need_id}
    if match.offer_id is not None:
        return {match.offer_id}
    return {pk for pk in waiting.marks if waiting.held_by(pk) == match.holder_key}


def refused_offers(needs: Sequence[Item]) -> dict[int, set[int]]:
    """Return, for each need, the offers that either side refused."""
    refused: dict[int, set[int]] = defaultdict(set)
    pairs = Match.objects.filter(need__in=needs, offer__isnull=False, answers__choice=Choice.NOT_FOR_US)
    for need, offer in pairs.values_list("need_id", "offer_id"):
        refused[need].add(offer)
    return refused


def _ties(holder: Holder) -> list[engine.Tie]:
    """Return with whom the holder has cooperated: began together, or also kept a promise."""
    own = Party.objects.filter(cooperation__started_at__isnull=False, **held_by(holder)).values("cooperation")
    kept = Commitment.objects.filter(cooperation=OuterRef("cooperation"), outcome=Outcome.KEPT)
    parties = Party.objects.filter(cooperation__in=own).exclude(**held_by(holder)).annotate(has_kept=Exists(kept))
    key = holder_key(holder)
    return [
        engine.Tie(key, party.holder_key, KEPT if party.has_kept else TOGETHER)
        for party in parties.select_related("structure", "group", "resident")
    ]


def _shown_lately(item: Item, day: date) -> dict[str, int]:
    """Return how often each helper was proposed in the last ninety days."""
    since = timezone.make_aware(datetime.combine(day - SHOWN_FOR, time()))
    lately = Match.objects.filter(pole=item.pole_id, proposed_at__gte=since).order_by()
    columns = ("structure", "group", "resident")
    counted = lately.values(*columns).annotate(times=Count("pk"))
    return {f"{name}-{row[name]}": row["times"] for row in counted for name in columns if row[name] is not None}


def _lessons(item: Item, day: date) -> list[Lesson]:
    """Return what this side set aside in the last year and why; nobody else's refusals teach anything here."""
    since = timezone.make_aware(datetime.combine(day - TAUGHT_FOR, time()))
    own = Q(side=Side.NEED, **{f"match__need__{name}": held for name, held in held_by(item.holder).items() if held})
    own |= Q(side=Side.OFFER, **{f"match__{name}": held for name, held in held_by(item.holder).items() if held})
    refused = Answer.objects.filter(own, choice=Choice.NOT_FOR_US, answered_at__gte=since).exclude(why="")
    return [_lesson(answer) for answer in refused.select_related("match__need", "match__offer")[:MOST_LESSONS]]


def _lesson(answer: Answer) -> Lesson:
    """Return one refusal with what the refused thing was like."""
    match = answer.match
    other = match.offer if answer.side == Side.NEED else match.need
    near = next((one["km"] for one in match.reasons if one.get("code") == "near"), None)
    return Lesson(answer.why, near, other.kind if other else None, (other.exchange or None) if other else None)
