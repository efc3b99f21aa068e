"""What the engine is asked, and what it answers: who could help with a need, to whom an offer could serve.

Three hundred items are read and compared in a tenth of a second on one core, and a pole has fewer that still wait:
nothing is kept between two pages, so that what one reads is always of today.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from phares.engine import matching as engine
from phares.engine.lexicon.words import fold
from phares.engine.matching.outcome import micro
from phares.rooms.cooperation.models import Commitment, Item, Match, Party
from phares.rooms.cooperation.models.commitment import Outcome
from phares.rooms.cooperation.models.item import Side
from phares.rooms.cooperation.models.match import Choice
from phares.rooms.cooperation.weekly_times import slots
from phares.rooms.directory.models.held import Holder, held_by, holder_key

TOGETHER, KEPT = 2, 3
SHOWN_FOR = timedelta(days=90)
MOST_CARDS, MOST_FOUND = 6, 30
TEXT = frozenset({"same_words", "close_words", "same_idea"})
ENOUGH_TEXT = micro(0.08)
"""What words, letters and ideas bring together for a card: on the demonstration's needs, chance stays below."""

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

    Never one's own, never a pair that either side refused, never one that this side put off until a later day.
    """
    others = {one.pk: one for one in _waiting(item, day)}
    around = _around(item, others.values(), day)
    hidden = around.refused | around.put_off
    asked = {pk: other for pk, other in others.items() if pk not in around.put_off}
    near = [
        _proposal(item, asked, found, around)
        for found in _ask(item, asked.values(), around.refused, day)
        if _text_points(found) >= ENOUGH_TEXT
    ][:MOST_CARDS]
    named = {one.other.pk for one in near} | hidden
    alike = [other for other in others.values() if other.kind == item.kind != "other" and other.pk not in named]
    return Proposals(near, alike[:MOST_CARDS], len(others))


def found_between(item: Item, other: Item, day: date) -> engine.Match | None:
    """Return what the engine says of one pair today; nothing where it would not put them together."""
    return next(iter(_ask(item, [other], frozenset(), day)), None)


def kept_reasons(found: engine.Match | None) -> list[dict[str, Any]]:
    """Return the reasons as a match keeps them: code, points, facts."""
    return [{**one.facts, "code": one.code, "points": one.points} for one in found.reasons] if found else []


def kept_missing(found: engine.Match | None) -> list[dict[str, Any]]:
    """Return what is missing as a match keeps it: code, facts."""
    return [{**one.facts, "code": one.code} for one in found.missing] if found else []


def as_written(reasons: Iterable[dict[str, Any]], need: Item, offer: Item | None) -> list[dict[str, Any]]:
    """Return reasons to be shown: words with the accents that the need and the offer gave them."""
    spelled = _spelling(need), _spelling(offer)
    return [_spell(one, *spelled) for one in reasons]


def _spelling(item: Item | None) -> dict[str, str]:
    """Return how an item writes each word that the engine reads without accents."""
    return {fold(word): word.lower() for word in _WORD.findall(_all_text(item))} if item else {}


def _spell(reason: dict[str, Any], of_need: Mapping[str, str], of_offer: Mapping[str, str]) -> dict[str, Any]:
    """Return a reason with its words as they were written; those of the lexicon stay as they are."""
    spelled = dict(reason)
    if "words" in spelled:
        spelled["words"] = [of_need.get(word, word) for word in spelled["words"]]
    if "pairs" in spelled:
        spelled["pairs"] = [[of_need.get(one, one), of_offer.get(other, other)] for one, other in spelled["pairs"]]
    if "need_term" in spelled:
        one, other = spelled["need_term"], spelled["offer_term"]
        spelled |= {"need_term": of_need.get(one, one), "offer_term": of_offer.get(other, other)}
    return spelled


def _all_text(item: Item) -> str:
    """Return all that was said of an item."""
    return f"{item.title} {item.text} {item.quote}"


def engine_item(item: Item) -> engine.Item:
    """Return a need or an offer as the engine reads it.

    The fields of activity of its structure are left out: tried on the demonstration, they put forward pairs that share
    nothing but « insertion » or « éducation populaire », and found none that words and ideas do not find.
    """
    structure = item.structure
    return engine.Item(
        id=str(item.pk),
        by=item.holder_key,
        title=item.title,
        text=f"{item.text} {item.quote}".strip(),
        kind=item.kind,
        lat=structure.latitude if structure else None,
        lon=structure.longitude if structure else None,
        from_on=item.from_on,
        until_on=item.until_on,
        weekly=slots(item.weekly),
        quantity=Fraction(item.quantity) if item.quantity is not None else None,
        unit=item.unit or None,
        exchange=item.exchange or None,
    )


def _waiting(item: Item, day: date) -> Iterable[Item]:
    """Return what still waits on the other side, in the same pole."""
    side = Side.OFFER if item.is_need else Side.NEED
    waiting = Item.objects.filter(pole=item.pole_id, side=side).open_on(day).exclude(**held_by(item.holder))
    return waiting.select_related("pole", "structure__pole", "group", "resident")


def _ask(item: Item, others: Iterable[Item], refused: frozenset[int], day: date) -> Sequence[engine.Match]:
    """Ask the engine about an item and what stands on the other side."""
    asked, offered = engine_item(item), [engine_item(other) for other in others]
    ties, shown = _ties(item.holder), _shown_lately(item, day)
    if item.is_need:
        refusals = [engine.Refusal(asked.id, str(pk)) for pk in refused]
        return engine.match([asked], offered, ties, refusals, shown, top=MOST_FOUND)
    refusals = [engine.Refusal(str(pk), asked.id) for pk in refused]
    return engine.answerable(asked, offered, ties, refusals, shown, top=MOST_FOUND)


def _proposal(item: Item, others: Mapping[int, Item], found: engine.Match, around: Around) -> Proposal:
    """Return what the engine found with the items themselves."""
    other = others[int(found.offer if item.is_need else found.need)]
    need, offer = (item, other) if item.is_need else (other, item)
    return Proposal(need, offer, other, found, around.matches.get(other.pk))


def _text_points(found: engine.Match) -> int:
    """Return what words, letters and ideas bring."""
    return sum(one.micro_points for one in found.reasons if one.code in TEXT)


def _around(item: Item, others: Iterable[Item], day: date) -> Around:
    """Read the answers already given around an item."""
    refused: set[int] = set()
    put_off: set[int] = set()
    matches: dict[int, Match] = {}
    own_offers = {one.pk: one.holder_key for one in others} if item.is_need else {}
    for match in _matches_around(item):
        named = _named_by(match, item, own_offers)
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


def _named_by(match: Match, item: Item, offers: Mapping[int, str]) -> set[int]:
    """Return the other items that a match is about; one without offer is about all that its helper offers."""
    if not item.is_need:
        return {match.need_id}
    if match.offer_id is not None:
        return {match.offer_id}
    return {pk for pk, key in offers.items() if key == match.holder_key}


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
