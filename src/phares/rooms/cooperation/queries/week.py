"""Reads of the week: what waits in the pole, by state and date; never the words that parties give each other."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Prefetch, Q, QuerySet

from phares.rooms.commons.days import as_day
from phares.rooms.cooperation.models import (
    Commitment,
    Cooperation,
    Item,
    Joining,
    JoiningConsent,
    Match,
    Party,
    Signature,
)
from phares.rooms.cooperation.models.commitment import Outcome
from phares.rooms.cooperation.models.cooperation import State
from phares.rooms.cooperation.models.item import Side
from phares.rooms.cooperation.models.match import Choice
from phares.rooms.cooperation.permissions import side_holder
from phares.rooms.cooperation.queries import kept, matching
from phares.rooms.cooperation.queries.last_fact import last_fact_on, with_last_fact
from phares.rooms.cooperation.queries.reading import engine_item
from phares.rooms.directory.models import Membership, Pole, Structure
from phares.rooms.directory.models.held import Holder

WITHIN = timedelta(days=7)
NO_NEWS_FOR = timedelta(days=90)
NOBODY_PROPOSED_FOR = timedelta(days=90)
MOST_COUNTED = 30
HELD = ("structure", "group", "resident")
PARTIES = Prefetch("parties", queryset=Party.objects.select_related(*HELD))


@dataclass(frozen=True)
class UnansweredNeed:
    """A need that nobody was put before yet, and how many others could help according to the engine.

    Those that have waited longest are counted; of the others, where many wait, it is not asked.
    """

    need: Item
    could_help: int
    is_counted: bool = True


@dataclass(frozen=True)
class WaitingProposal:
    """A proposal, with those whose answer is missing; nobody is missing where both only have to write."""

    match: Match
    missing: Sequence[Holder]


@dataclass(frozen=True)
class UnsignedAgreement:
    """A text, with the parties whose signature is missing."""

    cooperation: Cooperation
    missing: Sequence[Holder]


@dataclass(frozen=True)
class WaitingJoining:
    """A request to take part, with the parties that have not said yes to it."""

    joining: Joining
    missing: Sequence[Holder]


@dataclass(frozen=True)
class SilentCooperation:
    """A cooperation that goes on, with the last day of which something is known."""

    cooperation: Cooperation
    last_on: date


def unanswered_needs(pole: Pole, day: date) -> list[UnansweredNeed]:
    """Return the open needs that no living proposal answers, the one said first at the top."""
    alive = Match.objects.proposed().exclude(answers__choice=Choice.NOT_FOR_US).values("need_id")
    needs = list(
        Item.objects.filter(pole=pole)
        .needs()
        .open_on(day)
        .exclude(pk__in=alive)
        .select_related("pole", *HELD)
        .prefetch_related("structure__fields")
        .order_by("said_on", "pk")
    )
    helpers = _could_help(pole, needs[:MOST_COUNTED], day)
    return [UnansweredNeed(need, len(helpers[str(need.pk)]), place < MOST_COUNTED) for place, need in enumerate(needs)]


def _could_help(pole: Pole, needs: Sequence[Item], day: date) -> dict[str, set[str]]:
    """Return who could help with each need, by the same measure as the page of possible helpers."""
    offers, refused = kept.waiting(pole.pk, Side.OFFER, day), matching.refused_offers(needs)
    helpers: dict[str, set[str]] = defaultdict(set)
    for need in needs:
        for found in offers.answers(engine_item(need), refused=refused[need.pk], top=matching.MOST_FOUND):
            if matching.said_enough(found):
                helpers[str(need.pk)].add(offers.held_by(int(found.offer)))
    return helpers


def waiting_proposals(pole: Pole, day: date) -> list[WaitingProposal]:
    """Return the proposals that wait for an answer, or for a text, the oldest first; not those declined or put off."""
    matches = (
        Match.objects.proposed()
        .filter(pole=pole, cooperations=None)
        .exclude(answers__choice=Choice.NOT_FOR_US)
        .select_related("pole", "offer", *HELD, *(f"need__{held}" for held in HELD))
        .prefetch_related("answers")
        .order_by("proposed_at", "pk")
    )
    return [WaitingProposal(match, _missing(match, day)) for match in matches if _still_waits(match, day)]


def _still_waits(match: Match, day: date) -> bool:
    """Say whether both sides are still open and neither has put it off until a day to come."""
    is_open = match.need.is_open(day) and (match.offer is None or match.offer.is_open(day))
    return is_open and not any(answer.back_on is not None and answer.back_on > day for answer in match.answers.all())


def _missing(match: Match, day: date) -> list[Holder]:
    """Return those who have not said that they are interested."""
    interested = {answer.side for answer in match.answers.all() if answer.choice == Choice.INTERESTED}
    return [side_holder(match, side) for side in Side.values if side not in interested]


def unsigned_agreements(pole: Pole) -> list[UnsignedAgreement]:
    """Return the texts that wait for signatures, the oldest first."""
    waiting = Cooperation.objects.filter(pole=pole, state=State.TO_SIGN).select_related("pole")
    signed = set(
        Signature.objects.filter(agreement__cooperation__in=waiting, agreement__replaced_at=None).values_list(
            "party_id", flat=True
        )
    )
    return [
        UnsignedAgreement(one, [party.holder for party in one.parties.all() if party.pk not in signed])
        for one in waiting.prefetch_related(PARTIES).order_by("written_at", "pk")
    ]


def waiting_joinings(pole: Pole) -> list[WaitingJoining]:
    """Return the requests to take part in what goes on that wait for a yes of every party, the oldest first."""
    in_force = JoiningConsent.objects.filter(agreement__replaced_at=None)
    waiting = Joining.objects.filter(
        cooperation__pole=pole, cooperation__state=State.RUNNING, closed_at=None
    ).prefetch_related(Prefetch("consents", queryset=in_force), Prefetch("cooperation__parties", PARTIES.queryset))
    return [_waiting(one) for one in waiting.select_related("cooperation__pole", *HELD).order_by("asked_at", "pk")]


def _waiting(joining: Joining) -> WaitingJoining:
    agreed = {consent.party_id for consent in joining.consents.all()}
    parties = joining.cooperation.parties.all()
    return WaitingJoining(joining, [party.holder for party in parties if party.pk not in agreed])


def promises_due(pole: Pole, day: date) -> QuerySet[Commitment]:
    """Return the promises of cooperations that go on, due within seven days or before; the first day first."""
    held = [f"{side}__{one}" for side in ("promised_by", "promised_to") for one in HELD]
    return (
        Commitment.objects.filter(cooperation__pole=pole, cooperation__state=State.RUNNING)
        .filter(outcome=Outcome.OPEN, due_on__lte=day + WITHIN)
        .select_related("cooperation__pole", "promised_by__structure__pole", *held)
        .defer("word")
        .order_by("due_on", "pk")
    )


def silent_cooperations(pole: Pole, day: date) -> list[SilentCooperation]:
    """Return the cooperations that go on and of which no dated fact is known for ninety days."""
    running = Cooperation.objects.filter(pole=pole).running().select_related("pole").prefetch_related(PARTIES)
    known = [SilentCooperation(one, _last_on(one)) for one in with_last_fact(running)]
    return sorted((one for one in known if one.last_on < day - NO_NEWS_FOR), key=lambda one: one.last_on)


def _last_on(cooperation: Cooperation) -> date:
    """Return the day of the last fact, or of the last signature where no fact came after it."""
    signed_on = as_day(cooperation.started_at or cooperation.written_at)
    return max(signed_on, last_fact_on(cooperation) or signed_on)


def structures_to_meet(pole: Pole, day: date) -> list[Structure]:
    """Return the structures, there for three months at least, to whom nobody proposed anything in that time."""
    since = day - NOBODY_PROPOSED_FOR
    there = Membership.objects.on(day).filter(kind__in=["hosted", "associate"], from_on__lt=since)
    lately = Match.objects.filter(pole=pole, proposed_at__date__gte=since)
    proposed = Q(pk__in=lately.filter(structure__isnull=False).values("structure_id")) | Q(
        pk__in=lately.filter(need__structure__isnull=False).values("need__structure_id")
    )
    structures = Structure.objects.filter(pole=pole, memberships__in=there).exclude(proposed)
    return list(structures.select_related("pole").distinct())
