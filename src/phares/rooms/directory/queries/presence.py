"""Who was there on a day, as far as the reader may know it."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from phares.rooms.directory import permissions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Membership, Pole
from phares.rooms.directory.models.membership import Bounds, MembershipKind


@dataclass(frozen=True)
class Attested:
    """Structures that one source vouches for from one day to another."""

    source: Membership
    memberships: list[Membership]


@dataclass(frozen=True)
class Kindred:
    """Those who took part in one way: whose entry is known, whom a source only attests, how many in all."""

    kind: str
    count: int
    known: list[Membership] = field(default_factory=list)
    attested: list[Attested] = field(default_factory=list)

    @property
    def not_named(self) -> int:
        """Return how many are counted without being shown to this reader."""
        return self.count - len(self.known) - sum(len(group.memberships) for group in self.attested)


@dataclass(frozen=True)
class Presence:
    """Who was there on a day: the memberships that the reader may see, and how many others there were."""

    day: date
    memberships: Sequence[Membership]
    counts: Counter[str]
    not_shown: int

    @property
    def hosted(self) -> int:
        """Return how many structures were under the roof, shown or not."""
        return self.counts["hosted"]

    def by_kind(self) -> list[Kindred]:
        """Return those who were there, the ways to take part in their own order; a way that nobody took is left out."""
        return [
            Kindred(kind, self.counts[kind], self._known(kind), self._attested(kind))
            for kind in MembershipKind.values
            if self.counts[kind]
        ]

    def _known(self, kind: str) -> list[Membership]:
        return [one for one in self.memberships if one.kind == kind and one.bounds == Bounds.KNOWN]

    def _attested(self, kind: str) -> list[Attested]:
        """Put together those whom the same source attests on the same days, so that this is said once."""
        together: dict[tuple[object, ...], list[Membership]] = defaultdict(list)
        for one in self.memberships:
            if one.kind == kind and one.bounds == Bounds.ATTESTED:
                together[one.from_on, one.until_on, one.source, one.source_url].append(one)
        return [Attested(memberships[0], memberships) for memberships in together.values()]


def hosted_on(pole: Pole, day: date) -> int:
    """Return how many structures are under the roof on `day`, shown or not."""
    return Membership.objects.on(day).filter(structure__pole=pole, kind=MembershipKind.HOSTED).count()


def presence_on(actor: Actor, pole: Pole, day: date) -> Presence:
    """Return who took part in the pole on `day`; a structure that hides its card is counted, not named."""
    held = Membership.objects.on(day).filter(structure__pole=pole).select_related("structure__pole")
    everyone = list(held.order_by("-structure__name_is_established", "structure__search_text", "structure_id"))
    named = held.filter(permissions.structure_is_visible(actor, pole, "structure__"))
    visible = set(named.order_by().values_list("structure_id", flat=True))
    shown = [membership for membership in everyone if membership.structure_id in visible]
    return Presence(day, shown, Counter(one.kind for one in everyone), len(everyone) - len(shown))
