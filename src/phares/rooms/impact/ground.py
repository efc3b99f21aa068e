"""The ground of the figures: everything of one year that they are counted from, each sort of record read once."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.db.models import Count, Q, QuerySet

from phares.engine import network as engine
from phares.rooms.commons.days import as_day
from phares.rooms.cooperation.models import Account, Commitment, Cooperation, Fact, Item, Job, SpinOff
from phares.rooms.cooperation.models.fade import fade_days
from phares.rooms.cooperation.queries.figures import living_in, year_before
from phares.rooms.cooperation.queries.ties import PARTIES, Proven, engine_structures, facts_of_pole
from phares.rooms.directory.models import Membership, Pole
from phares.rooms.directory.models.membership import MembershipKind
from phares.rooms.directory.models.size import Size
from phares.rooms.funding.models import Application
from phares.rooms.impact.models import Measure

MEMBERS = (MembershipKind.HOSTED, MembershipKind.ASSOCIATE)
"""Who counts as a member: hosted or associate; partners and supporters are counted apart."""


MONEY = ("argent-public", "ressources-propres")
"""The typed indicators from which the share of public money is counted."""


@dataclass(frozen=True)
class Ground:
    """What happened in the twelve months up to a day, both ends counted; each sort of record is read when asked for."""

    pole: Pole
    day: date

    @property
    def from_on(self) -> date:
        """Return the first of the twelve months' days."""
        return year_before(self.day) + timedelta(days=1)

    def is_within(self, day: date | None) -> bool:
        """Say whether a day is in the twelve months."""
        return day is not None and self.from_on <= day <= self.day

    @property
    def _months(self) -> tuple[date, date]:
        return self.from_on, self.day

    @property
    def _of_agreed(self) -> dict[str, Any]:
        return {"cooperation__pole": self.pole, "cooperation__started_at__isnull": False}

    @cached_property
    def cooperations(self) -> list[Cooperation]:
        """Return the cooperations that all their parties had signed by the day."""
        agreed = Cooperation.objects.agreed().filter(pole=self.pole).select_related("pole").prefetch_related(PARTIES)
        return [one for one in agreed.order_by("pk") if as_day(one.started_at or one.written_at) <= self.day]

    @cached_property
    def proofs(self) -> list[Proven]:
        """Return all that proves ties in the pole."""
        return facts_of_pole(self.pole, self.day)

    @cached_property
    def promises(self) -> list[Commitment]:
        """Return the promises whose day falls in the twelve months."""
        due = Commitment.objects.filter(due_on__range=self._months, **self._of_agreed)
        return list(due.order_by("due_on", "pk"))

    @cached_property
    def jobs(self) -> list[Job]:
        """Return the jobs that last on the day, each once."""
        jobs = Job.objects.filter(
            pole=self.pole, withdrawn_at=None, cooperations__isnull=False, from_on__lte=self.day
        ).filter(Q(until_on=None) | Q(until_on__gte=self.day))
        return list(jobs.distinct().prefetch_related("cooperations__pole"))

    @cached_property
    def noted(self) -> list[Fact]:
        """Return the facts of the twelve months with money or time."""
        facts = Fact.objects.filter(on__range=self._months, **self._of_agreed)
        facts = facts.filter(Q(cents__gt=0) | Q(minutes__gt=0))
        return list(facts.select_related("cooperation__pole").order_by("on", "pk"))

    @cached_property
    def accounts(self) -> list[Account]:
        """Return the closed accounts of shared means whose period ends in the twelve months."""
        closed = Account.objects.filter(
            means__cooperation__pole=self.pole, closed_at__isnull=False, until_on__range=self._months
        )
        return list(closed.select_related("means__cooperation__pole").order_by("until_on", "pk"))

    @cached_property
    def spin_offs(self) -> list[SpinOff]:
        """Return the entities born in the twelve months."""
        born = SpinOff.objects.filter(pole=self.pole, on__range=self._months)
        return list(born.select_related("structure__pole", "cooperation"))

    @cached_property
    def needs(self) -> list[Item]:
        """Return the needs said in the twelve months."""
        said = Item.objects.needs().filter(pole=self.pole, said_on__range=self._months)
        return list(said.select_related("pole").order_by("said_on", "pk"))

    @cached_property
    def memberships(self) -> list[Membership]:
        """Return the memberships begun by the day."""
        begun = Membership.objects.filter(structure__pole=self.pole, from_on__lte=self.day)
        return list(begun.select_related("structure__pole"))

    @cached_property
    def there(self) -> list[Membership]:
        """Return the memberships that hold the day."""
        return [one for one in self.memberships if one.holds_on(self.day)]

    @cached_property
    def members(self) -> list[Membership]:
        """Return the members there on the day, each structure once."""
        return list({one.structure_id: one for one in self.there if one.kind in MEMBERS}.values())

    @property
    def _member_ids(self) -> QuerySet[Any, Any]:
        held = Membership.objects.on(self.day).filter(structure__pole=self.pole, kind__in=MEMBERS)
        return held.order_by().values_list("structure_id", flat=True).distinct()

    @cached_property
    def member_count(self) -> int:
        """Return how many members there are on the day."""
        return self._member_ids.count()

    @cached_property
    def sizes(self) -> list[Size]:
        """Return what structures said of their size by the day."""
        return list(Size.objects.filter(structure__pole=self.pole, on__lte=self.day, people__isnull=False))

    @cached_property
    def applications(self) -> list[Application]:
        """Return the answers of two structures or more to calls of which the outcome came in the twelve months."""
        answered = Application.objects.filter(pole=self.pole, result_on__range=self._months, filed_at__isnull=False)
        of_several = answered.annotate(size=Count("members", filter=Q(members__accepted=True))).filter(size__gt=1)
        return list(of_several.select_related("pole", "grant").order_by("result_on", "pk"))

    @cached_property
    def living(self) -> list[Cooperation]:
        """Return the cooperations, signed by all, of which a dated fact falls in the twelve months."""
        known = living_in(self.proofs, *self._months)
        return [one for one in self.cooperations if one.pk in known]

    @cached_property
    def times(self) -> dict[int, int]:
        """Return, for each member that takes part in one living cooperation or more, in how many."""
        counted = Counter(
            party.structure_id for one in self.living for party in one.parties.all() if party.structure_id is not None
        )
        members = self._member_ids.filter(structure_id__in=list(counted))
        return {pk: counted[pk] for pk in members}

    @cached_property
    def network(self) -> engine.Network:
        """Return the ties of the day."""
        facts = [one.fact for one in self.proofs if one.fact.on <= self.day]
        return engine.network(engine_structures(self.pole), facts, self.day, fade_days(self.pole, self.day))

    @cached_property
    def measured(self) -> dict[str, Measure]:
        """Return the money measured over the last period that ended by the day, each in its last version."""
        return _measured(self.pole, self.day)


def _measured(pole: Pole, day: date) -> dict[str, Measure]:
    """Return the money measured over the last period that ended by the day, each in its last version."""
    known = Measure.objects.filter(pole=pole, indicator__code__in=MONEY, until_on__lte=day).select_related("indicator")
    found: dict[str, Measure] = {}
    for one in known.order_by("until_on", "from_on", "version"):
        found[one.indicator.code] = one
    periods = {(one.from_on, one.until_on) for one in found.values()}
    return found if len(periods) == 1 else {}
