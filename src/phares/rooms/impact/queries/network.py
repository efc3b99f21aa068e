"""Reads of the network: the ties of a day that a reader may see, and what all of them come to.

Two pictures are computed by the same engine: one on everything, of which only counts are shown; one on what this
reader may see, which is drawn and listed. A structure without a tie in the second is not drawn at all, so that
its absence says nothing: it may have ties that their parties keep for themselves.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property
from math import atan2

from django.db.models import Min

from phares.engine import network as engine
from phares.engine.network import Meeting, Network
from phares.rooms.cooperation import levels
from phares.rooms.cooperation.models import Answer, Cooperation, Match
from phares.rooms.cooperation.models.fade import fade_days
from phares.rooms.cooperation.models.match import Choice
from phares.rooms.cooperation.queries.ties import Proven, engine_structures, facts_of_pole
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Membership, Pole, Structure
from phares.rooms.directory.permissions import visible_structures
from phares.rooms.impact import permissions

SORTS = {"information": levels.KNOW_EACH_OTHER, **levels.LEVEL_CODES}
"""The sorts of ties that an address may ask for; their order in a list is that of their words."""
MOST_SPOTS = 120
"""Above, seats are in the order of arrival: looking for good neighbours would take a second."""


@dataclass(frozen=True)
class TieLine:
    """A tie between two structures, in words, with the cooperations that prove it and that the reader may open."""

    a: Structure
    b: Structure
    level: int
    words: str
    since: date
    last: date
    through: Sequence[Cooperation]


@dataclass(frozen=True)
class MeetingLine:
    """Two structures that might gain by meeting, and the reasons."""

    a: Structure
    b: Structure
    partners: Sequence[Structure]
    lapsed_words: str
    lapsed_on: date | None
    helps: Sequence[Match]


@dataclass(frozen=True)
class Seen:
    """What a reader sees of the network on a day."""

    day: date
    whole: Network
    seen: Network
    structures: dict[str, Structure]
    seats: Sequence[str]
    proofs: Sequence[Proven]
    matches: dict[int, Match]
    days: int
    own: str
    tells_alone: bool

    @property
    def possible(self) -> int:
        """Return how many ties there could be between those who are there."""
        count = len(self.whole.members)
        return count * (count - 1) // 2

    @property
    def kept_back(self) -> int:
        """Return how many ties their parties keep for themselves."""
        return len(self.whole.ties) - len(self.seen.ties)

    @cached_property
    def tied(self) -> set[str]:
        """Return those who have a tie that this reader sees."""
        return {one for tie in self.seen.ties for one in (tie.a, tie.b)}

    @property
    def alone(self) -> list[Structure]:
        """Return who has no tie at all, for the coordination; for a structure, itself where it has none."""
        if self.tells_alone:
            return [self.structures[one] for one in self.whole.isolated if one in self.structures]
        return [self.structures[self.own]] if self.own in self.whole.isolated and self.own in self.structures else []

    @property
    def drawn(self) -> set[str]:
        """Return who is drawn: those tied, and those whom the reader may know to be without a tie."""
        return self.tied | {f"structure-{one.pk}" for one in self.alone}

    def lines(self) -> list[TieLine]:
        """Return the ties, by the names of the two."""
        lines = [self._line(tie) for tie in self.seen.ties]
        return sorted(lines, key=lambda line: (line.a.name.casefold(), line.b.name.casefold()))

    def _line(self, tie: engine.Tie) -> TieLine:
        a, b = sorted((self.structures[tie.a], self.structures[tie.b]), key=lambda one: one.name.casefold())
        return TieLine(a, b, tie.level, levels.words_of(tie.level), tie.since, tie.last, self._through(tie))

    def _through(self, tie: engine.Tie) -> list[Cooperation]:
        """Return the cooperations whose living facts prove a tie."""
        return list({one.pk: one for one in self._by_pair.get((tie.a, tie.b), ())}.values())

    @cached_property
    def _by_pair(self) -> dict[engine.Pair, list[Cooperation]]:
        """Return, for each pair, the cooperations that have a living fact."""
        found: dict[engine.Pair, list[Cooperation]] = {}
        for one in self.proofs:
            if one.cooperation is not None and one.fact.is_active(self.day, self.days):
                for pair in one.fact.pairs():
                    found.setdefault(pair, []).append(one.cooperation)
        return found

    def meetings(self) -> list[MeetingLine]:
        """Return who might gain by meeting: all of them for the coordination, its own for a structure."""
        return [self._meeting(one) for one in self.seen.meet if self.tells_alone or self.own in {one.a, one.b}]

    def _meeting(self, one: Meeting) -> MeetingLine:
        before = [reason for reason in one.reasons if reason.level is not None]
        return MeetingLine(
            self.structures[one.a],
            self.structures[one.b],
            [self.structures[reason.partner] for reason in one.reasons if reason.partner],
            levels.words_of(before[0].level) if before and before[0].level else "",
            before[0].last if before else None,
            [self.matches[int(reason.help.need)] for reason in one.reasons if reason.help is not None],
        )

    def holding_alone(self) -> list[tuple[Structure, Structure]]:
        """Return the ties without which a group would fall in two, for the coordination."""
        if not self.tells_alone:
            return []
        return [(self.structures[a], self.structures[b]) for a, b in self.seen.bridges]


def network_seen(actor: Actor, pole: Pole, day: date) -> Seen:
    """Return what a reader sees of the network of a day; a constant number of queries."""
    cooperations, notes = permissions.visible_ground(actor, pole)
    shown, noted = set(cooperations.values_list("pk", flat=True)), set(notes.values_list("pk", flat=True))
    present = engine_structures(pole)
    proofs = facts_of_pole(pole, day)
    seen_proofs = [one for one in proofs if _is_shown(one, shown, noted)]
    structures = {f"structure-{one.pk}": one for one in visible_structures(actor, pole).select_related("pole")}
    days = fade_days(pole, day)
    known = [one for one in present if one.id in structures]
    own = f"structure-{actor.structure_id}" if actor.structure_id and actor.may("see_pole", pole) else ""
    tells_alone = permissions.can_see_whom_to_meet(actor, pole)
    matches = {one.pk: one for one in _matches_waiting(actor, pole)} if tells_alone or own else {}
    facts = [one.fact for one in seen_proofs]
    ever_tied = {one for fact in facts for one in fact.parties} | {own}
    seated = [one for one in known if tells_alone or one.id in ever_tied]
    return Seen(
        day=day,
        whole=engine.network(present, [one.fact for one in proofs], day, days),
        seen=engine.network(known, facts, day, days, [_help(one) for one in matches.values()]),
        structures=structures,
        seats=_seats(seated, facts),
        proofs=seen_proofs,
        matches=matches,
        days=days,
        own=own,
        tells_alone=tells_alone,
    )


def _matches_waiting(actor: Actor, pole: Pole) -> Iterable[Match]:
    """Return the needs and offers put before each other that still wait and that neither side refused."""
    found = permissions.visible_matches(actor, pole).filter(
        proposed_at__isnull=False,
        need__structure__isnull=False,
        structure__isnull=False,
        offer__isnull=False,
        need__met_at=None,
        need__withdrawn_at=None,
        offer__withdrawn_at=None,
    )
    refused = Answer.objects.filter(choice=Choice.NOT_FOR_US).values("match_id")
    return found.exclude(pk__in=refused).select_related("need", "offer")


def _help(match: Match) -> engine.Help:
    """Return a match as the engine of the network reads it; its need is named by the match, to find it again."""
    points = sum(Fraction(str(reason.get("points", 0))) for reason in match.reasons)
    giver, taker = f"structure-{match.structure_id}", f"structure-{match.need.structure_id}"
    return engine.Help(giver, taker, str(match.pk), str(match.offer_id), round(points * 1_000_000))


def _seats(known: Sequence[engine.Structure], facts: Sequence[engine.Fact]) -> list[str]:
    """Return who sits where round the picture: near those with whom one ever did something, whatever the day."""
    arrived = sorted(known, key=lambda one: (min((each.from_on for each in one.periods), default=date.max), one.id))
    if len(arrived) > MOST_SPOTS:
        return [one.id for one in arrived]
    spots = engine.drawing([one.id for one in arrived], facts)
    middle = engine.SIDE / 2
    return sorted(spots, key=lambda one: (atan2(spots[one].y - middle, spots[one].x - middle), one))


def _is_shown(proven: Proven, cooperations: set[int], notes: set[int]) -> bool:
    if proven.cooperation is not None:
        return proven.cooperation.pk in cooperations
    return proven.note is not None and proven.note.pk in notes


def first_day(pole: Pole, today: date) -> date:
    """Return the first day of the pole: that of the first arrival."""
    first = Membership.objects.filter(structure__pole=pole).aggregate(first=Min("from_on"))["first"]
    return min(first or today, today)


@dataclass(frozen=True)
class Months:
    """The months that the slider runs through, from the first to the day of reading."""

    first_on: date
    today: date

    @property
    def last(self) -> int:
        """Return the number of the last month, that of today; the first is 0."""
        return (self.today.year - self.first_on.year) * 12 + self.today.month - self.first_on.month

    def day_of(self, number: int) -> date:
        """Return the last day of a month, today for the last one."""
        number = max(0, min(number, self.last))
        if number == self.last:
            return self.today
        year, month = divmod(self.first_on.month + number, 12)
        return date(self.first_on.year + year, month + 1, 1) - timedelta(days=1)

    def number_of(self, day: date) -> int:
        """Return the number of a day's month."""
        return max(0, min((day.year - self.first_on.year) * 12 + day.month - self.first_on.month, self.last))
