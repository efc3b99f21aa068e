"""Figures of a pole: what is counted, from which records, so that anybody can count again."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from phares.engine.network import Fact
from phares.rooms.commons.days import as_day
from phares.rooms.cooperation import permissions
from phares.rooms.cooperation.models import Commitment, Cooperation, Party
from phares.rooms.cooperation.models.commitment import Outcome
from phares.rooms.cooperation.models.cooperation import State
from phares.rooms.cooperation.queries.ties import Proven, facts_of
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole, ResidentsGroup

FEWEST_COOPERATIONS = 3
"""Below, a count of promises would point at somebody."""


@dataclass(frozen=True)
class Counted:
    """A figure and its records: those that the reader may see, and how many others there are."""

    value: int
    shown: Sequence[Cooperation]

    @property
    def others(self) -> int:
        """Return how many records are counted and not named."""
        return self.value - len(self.shown)


@dataclass(frozen=True)
class PromisesDue:
    """The promises whose day has come, by what became of them; how many days were moved by both sides."""

    outcomes: Counter[str]
    changed: int
    cooperations: int

    @property
    def due(self) -> int:
        """Return how many promises have come to their day."""
        return self.outcomes.total()

    @property
    def kept(self) -> int:
        """Return how many of them were kept, as those who received say."""
        return self.outcomes[Outcome.KEPT]

    @property
    def done(self) -> int:
        """Return how many were done, and not yet confirmed by those who received."""
        return self.outcomes[Outcome.DONE]

    @property
    def dropped(self) -> int:
        """Return how many were given up with a word."""
        return self.outcomes[Outcome.DROPPED]

    @property
    def waiting(self) -> int:
        """Return how many still wait."""
        return self.outcomes[Outcome.OPEN]

    @property
    def is_shown(self) -> bool:
        """Say whether there are enough cooperations for the count to point at nobody."""
        return self.cooperations >= FEWEST_COOPERATIONS


@dataclass(frozen=True)
class ResidentsTakingPart:
    """The residents' groups, by name, and the residents, by number alone, in what goes on."""

    groups: Sequence[ResidentsGroup]
    people: int

    @property
    def value(self) -> int:
        """Return how many groups and persons there are."""
        return len(self.groups) + self.people


@dataclass(frozen=True)
class Figures:
    """What a pole counts of itself on a day."""

    day: date
    year_before: date
    agreed: Counted
    running: Counted
    lasting: Counted
    promises: PromisesDue
    residents: ResidentsTakingPart


def year_before(day: date) -> date:
    """Return the same day of the year before; 28 February for the 29th."""
    last_of_february = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if last_of_february else day.day)


def figures_of(actor: Actor, pole: Pole, day: date) -> Figures:
    """Return every figure of the pole on a day with the records behind it, those named that the actor may see."""
    before = year_before(day)
    signed = Cooperation.objects.agreed().filter(pole=pole).select_related("pole")
    agreed, living = list(signed), living_in(facts_of(signed, day), before + timedelta(days=1), day)
    seen = set(permissions.visible_cooperations(actor, pole).values_list("pk", flat=True))
    running = [one for one in agreed if one.state == State.RUNNING]
    return Figures(
        day=day,
        year_before=before,
        agreed=_counted(agreed, seen),
        running=_counted(running, seen),
        lasting=_counted([one for one in running if one.pk in living and _signed_on(one) <= before], seen),
        promises=_promises_due(pole, day),
        residents=_residents(pole),
    )


def _counted(cooperations: Sequence[Cooperation], seen: set[int]) -> Counted:
    return Counted(len(cooperations), [one for one in cooperations if one.pk in seen])


def _signed_on(cooperation: Cooperation) -> date:
    """Return the day on which the last of the parties had signed."""
    return as_day(cooperation.started_at or cooperation.written_at)


def living_in(proofs: Iterable[Proven], from_on: date, until_on: date) -> set[int]:
    """Return the cooperations that some dated fact keeps alive in a period.

    An agreement signed, a fact noted, a meeting, a promise kept; a closed account and a job for as long as they last.
    """
    return {one.cooperation.pk for one in proofs if one.cooperation and _touches(one.fact, from_on, until_on)}


def _touches(fact: Fact, from_on: date, until_on: date) -> bool:
    return fact.on <= until_on and fact.on + timedelta(days=fact.lasts_days) >= from_on


def _promises_due(pole: Pole, day: date) -> PromisesDue:
    """Return what became of the promises, in agreements signed by all, whose day has come."""
    due = Commitment.objects.filter(cooperation__pole=pole, cooperation__started_at__isnull=False, due_on__lte=day)
    rows = list(due.values_list("outcome", "cooperation_id"))
    changed = due.filter(changes__accepted=True).distinct().count()
    return PromisesDue(Counter(outcome for outcome, _ in rows), changed, len({pk for _, pk in rows}))


def _residents(pole: Pole) -> ResidentsTakingPart:
    """Return the residents' groups and residents who are parties in what goes on."""
    going_on = Party.objects.filter(cooperation__pole=pole, cooperation__state=State.RUNNING)
    groups = ResidentsGroup.objects.filter(pk__in=going_on.filter(group__isnull=False).values("group_id"))
    people = going_on.filter(resident__isnull=False).values("resident_id").distinct().count()
    return ResidentsTakingPart(list(groups), people)
