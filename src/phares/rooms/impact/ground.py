"""The ground of the figures: everything of one year that they are counted from, read at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.db.models import Q

from phares.engine import network as engine
from phares.rooms.commons.days import as_day
from phares.rooms.cooperation.models import Account, Commitment, Cooperation, Fact, Item, Job, SpinOff
from phares.rooms.cooperation.models.fade import fade_days
from phares.rooms.cooperation.queries.figures import year_before
from phares.rooms.cooperation.queries.ties import PARTIES, Proven, engine_structures, facts_of_pole
from phares.rooms.directory.models import Membership, Pole
from phares.rooms.directory.models.membership import MembershipKind
from phares.rooms.directory.models.size import Size
from phares.rooms.impact.models import Measure

MEMBERS = (MembershipKind.HOSTED, MembershipKind.ASSOCIATE)
"""Who counts as a member: hosted or associate; partners and supporters are counted apart."""


MONEY = ("argent-public", "ressources-propres")
"""The typed indicators from which the share of public money is counted."""


@dataclass(frozen=True)
class Ground:
    """What happened in the twelve months up to a day, both ends counted."""

    pole: Pole
    day: date
    cooperations: Sequence[Cooperation]
    proofs: Sequence[Proven]
    promises: Sequence[Commitment]
    jobs: Sequence[Job]
    noted: Sequence[Fact]
    accounts: Sequence[Account]
    spin_offs: Sequence[SpinOff]
    needs: Sequence[Item]
    memberships: Sequence[Membership]
    sizes: Sequence[Size]
    periods: Sequence[engine.Structure]
    fades_after: int
    measured: Mapping[str, Measure]

    @property
    def from_on(self) -> date:
        """Return the first of the twelve months' days."""
        return year_before(self.day) + timedelta(days=1)

    def is_within(self, day: date | None) -> bool:
        """Say whether a day is in the twelve months."""
        return day is not None and self.from_on <= day <= self.day

    @cached_property
    def members(self) -> list[Membership]:
        """Return the members there on the day, each structure once."""
        return list({one.structure_id: one for one in self.there if one.kind in MEMBERS}.values())

    @cached_property
    def there(self) -> list[Membership]:
        """Return the memberships that hold the day."""
        return [one for one in self.memberships if one.holds_on(self.day)]

    @cached_property
    def living(self) -> list[Cooperation]:
        """Return the cooperations, signed by all, of which a dated fact falls in the twelve months."""
        known = {one.cooperation.pk for one in self.proofs if one.cooperation and self._touches(one.fact)}
        return [one for one in self.cooperations if one.pk in known]

    def _touches(self, fact: engine.Fact) -> bool:
        return fact.on <= self.day and fact.on + timedelta(days=fact.lasts_days) >= self.from_on

    @cached_property
    def times(self) -> dict[int, int]:
        """Return, for each member, in how many living cooperations it takes part."""
        found = dict.fromkeys((one.structure_id for one in self.members), 0)
        for cooperation in self.living:
            for party in cooperation.parties.all():
                if party.structure_id in found:
                    found[party.structure_id] += 1
        return found

    @cached_property
    def network(self) -> engine.Network:
        """Return the ties of the day."""
        facts = [one.fact for one in self.proofs if one.fact.on <= self.day]
        return engine.network(self.periods, facts, self.day, self.fades_after)


def ground_of(pole: Pole, day: date) -> Ground:
    """Read what the figures of a day are counted from; a constant number of queries."""
    start = year_before(day) + timedelta(days=1)
    agreed = Cooperation.objects.agreed().filter(pole=pole).select_related("pole").prefetch_related(PARTIES)
    begun = [one for one in agreed.order_by("pk") if as_day(one.started_at or one.written_at) <= day]
    of_pole = {"cooperation__pole": pole, "cooperation__started_at__isnull": False}
    noted = Fact.objects.filter(on__range=(start, day), **of_pole).filter(Q(cents__gt=0) | Q(minutes__gt=0))
    jobs = Job.objects.filter(pole=pole, withdrawn_at=None, cooperations__isnull=False, from_on__lte=day)
    closed = Account.objects.filter(
        means__cooperation__pole=pole, closed_at__isnull=False, until_on__range=(start, day)
    )
    return Ground(
        pole=pole,
        day=day,
        cooperations=begun,
        proofs=facts_of_pole(pole, day),
        promises=list(Commitment.objects.filter(due_on__range=(start, day), **of_pole).order_by("due_on", "pk")),
        jobs=list(
            jobs.filter(Q(until_on=None) | Q(until_on__gte=day)).distinct().prefetch_related("cooperations__pole")
        ),
        noted=list(noted.select_related("cooperation__pole").order_by("on", "pk")),
        accounts=list(closed.select_related("means__cooperation__pole").order_by("until_on", "pk")),
        spin_offs=list(
            SpinOff.objects.filter(pole=pole, on__range=(start, day)).select_related("structure__pole", "cooperation")
        ),
        needs=list(
            Item.objects.needs()
            .filter(pole=pole, said_on__range=(start, day))
            .select_related("pole")
            .order_by("said_on", "pk")
        ),
        memberships=list(
            Membership.objects.filter(structure__pole=pole, from_on__lte=day).select_related("structure__pole")
        ),
        sizes=list(Size.objects.filter(structure__pole=pole, on__lte=day, people__isnull=False)),
        periods=engine_structures(pole),
        fades_after=fade_days(pole, day),
        measured=_measured(pole, day),
    )


def _measured(pole: Pole, day: date) -> dict[str, Measure]:
    """Return the money measured over the last period that ended by the day, each in its last version."""
    known = Measure.objects.filter(pole=pole, indicator__code__in=MONEY, until_on__lte=day).select_related("indicator")
    found: dict[str, Measure] = {}
    for one in known.order_by("until_on", "from_on", "version"):
        found[one.indicator.code] = one
    periods = {(one.from_on, one.until_on) for one in found.values()}
    return found if len(periods) == 1 else {}
