"""Reads of teams: what each row of a call gets from whom, who else could bring some, what the engine is asked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import chain

from django.db.models import Count, Q, QuerySet

from phares.engine import coalitions as engine
from phares.engine.network.ties import living_ties, shared_facts
from phares.rooms.cooperation.models.fade import fade_days
from phares.rooms.cooperation.queries.ties import facts_of_pole
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Capacity, Membership, Pole, Structure
from phares.rooms.directory.models.held import holder_key
from phares.rooms.directory.models.membership import MembershipKind
from phares.rooms.directory.permissions import structures_showing, visible_structures
from phares.rooms.funding.models import Application, Call, CallRule, Member, Requirement
from phares.rooms.funding.models.call import RuleForm, Trait
from phares.rooms.funding.traits import traits_of

INSIDE = (MembershipKind.HOSTED, MembershipKind.ASSOCIATE)
RECENT = timedelta(days=730)
NAMED = ("pole", "slug", "name", "name_is_established", "search_text", "outside_kind", "legal_form", "is_sse")


@dataclass(frozen=True)
class Candidate:
    """A structure that could take part: what it brings to each row, as its page says, and whether it is of the pole."""

    structure: Structure
    brings: dict[int, Decimal]
    is_outside: bool

    @property
    def key(self) -> str:
        """Return its name in the engine."""
        return holder_key(self.structure)


@dataclass(frozen=True)
class Brought:
    """How much one member brings to a row."""

    structure: Structure
    amount: Decimal


@dataclass
class Coverage:
    """A row of the call with what the team has of it."""

    requirement: Requirement
    brought: list[Brought] = field(default_factory=list)
    others: list[Structure] = field(default_factory=list)

    @property
    def have(self) -> Decimal:
        """Return how much the team has."""
        return sum((one.amount for one in self.brought), Decimal(0))

    @property
    def is_covered(self) -> bool:
        """Say whether it is enough, from enough members."""
        return self.have >= self.requirement.amount and len(self.brought) >= self.requirement.members

    @property
    def percent(self) -> int:
        """Return how much of it is covered, from 0 to 100; 100 only when all is."""
        amount = min(Fraction(self.have) / Fraction(self.requirement.amount), Fraction(1))
        people = min(Fraction(len(self.brought), self.requirement.members), Fraction(1))
        return 100 if self.is_covered else min(int(min(amount, people) * 100), 99)


def candidates(actor: Actor, call: Call, today: date) -> list[Candidate]:
    """Return the structures with an established name that the actor sees, each with what its page lets it bring.

    A capacity counts for a row when it holds all the words of the row's skill.
    """
    pole = call.pole
    seen = visible_structures(actor, pole).filter(name_is_established=True)
    brings = _brings(call, structures_showing(seen, "capacities", actor, pole))
    inside = set(
        Membership.objects.on(today)
        .filter(structure__pole=pole, kind__in=INSIDE)
        .values_list("structure_id", flat=True)
    )
    return [
        Candidate(one, brings.get(one.pk, {}), one.pk not in inside or bool(one.outside_kind))
        for one in seen.only(*NAMED).order_by("search_text", "pk")
    ]


def most_useful(rows: Sequence[Coverage], others: Iterable[Candidate]) -> list[Candidate]:
    """Return those who bring something: first whoever helps most mandatory rows still open, then most weight, then all.

    Among equals the pole's own come before the actors around it, then by name.
    """
    still = [row.requirement for row in rows if not row.is_covered]

    def helps(one: Candidate) -> tuple[int, int, bool]:
        met = [row for row in still if row.pk in one.brings]
        wanted = sum(row.weight for row in met if not row.is_mandatory)
        return -sum(row.is_mandatory for row in met), -wanted, one.is_outside

    return sorted((one for one in others if one.brings), key=helps)


def worth_comparing(application: Application, found: Sequence[Candidate], most: int) -> list[Candidate]:
    """Keep at most `most` candidates where the best team hides, when there are more.

    Whoever brings nothing to the call can only fill the size or a rule on what members are: as many of each sort as a
    team may hold are enough for the points and the number of members to be the best. Ties and recent answers, which
    come after, are then compared among those only. Who has answered stays, whatever it brings.
    """
    if len(found) <= most:
        return list(found)
    answered = set(application.members.exclude(accepted=None).values_list("structure_id", flat=True))
    kept: list[Candidate] = []
    sorts: dict[frozenset[str], int] = {}
    for one in found:
        if one.brings or one.structure.pk in answered:
            kept.append(one)
        elif not one.is_outside and sorts.get(sort := _types(one.structure), 0) < application.call.most_members:
            sorts[sort] = sorts.get(sort, 0) + 1
            kept.append(one)
    return kept


def _brings(call: Call, shown: QuerySet[Structure]) -> dict[int, dict[int, Decimal]]:
    """Return how much of each row each structure says it has."""
    asked: dict[str, list[tuple[Requirement, set[str]]]] = {}
    for row in call.requirements.all():
        wanted = row.plain.split()
        asked.setdefault(wanted[0] if wanted else "", []).append((row, set(wanted)))
    found: dict[int, dict[int, Decimal]] = {}
    said = Capacity.objects.filter(structure__in=shown).values_list("structure_id", "plain", "unit", "amount")
    for structure, plain, unit, amount in said if asked else ():
        words = set(plain.split())
        for row, needed in chain.from_iterable(asked[word] for word in words & asked.keys()):
            if needed <= words and _same(unit, row.unit):
                rows = found.setdefault(structure, {})
                rows[row.pk] = rows.get(row.pk, Decimal(0)) + amount
    return {pk: {row: amount for row, amount in rows.items() if amount > 0} for pk, rows in found.items()}


def _same(unit: str, asked: str) -> bool:
    """Say whether two units may be added: one of them says nothing, or both say the same."""
    return not unit or not asked or unit.casefold() == asked.casefold()


def coverage(call: Call, found: Sequence[Candidate], team: Iterable[int]) -> list[Coverage]:
    """Return each row of the call with who of the team brings what, and who else could."""
    inside = set(team)
    rows = [Coverage(row) for row in call.requirements.all()]
    for row in rows:
        for one in found:
            amount = one.brings.get(row.requirement.pk)
            if amount and one.structure.pk in inside:
                row.brought.append(Brought(one.structure, amount))
            elif amount:
                row.others.append(one.structure)
    return rows


def members_of(application: Application) -> list[Member]:
    """Return the members of an application, by name, with their structures."""
    found = application.members.select_related("structure__pole", "application")
    return sorted(found, key=lambda one: (one.structure.search_text, one.pk))


def team_of(members: Iterable[Member]) -> list[int]:
    """Return the structures that are in: all but those that refused."""
    return [one.structure_id for one in members if one.accepted is not False]


def engine_call(application: Application, found: Sequence[Candidate], today: date) -> engine.Call:
    """Return the call as the engine reads it: who accepted stays, who refused is out, outside actors only unlock."""
    call, members = application.call, list(application.members.all())
    accepted = {one.structure_id for one in members if one.accepted}
    refused = {one.structure_id for one in members if one.accepted is False}
    recent = _recent(application.pole, today)
    rules = engine.Rules(
        least=call.least_members,
        most=call.most_members,
        types=tuple(_type_rule(rule) for rule in call.rules.all()),
        required=tuple(sorted(one.key for one in found if one.structure.pk in accepted)),
        excluded=tuple(sorted(one.key for one in found if one.structure.pk in refused)),
    )
    structures = tuple(
        engine.Structure(
            one.key,
            _types(one.structure),
            {f"r{pk}": Fraction(amount) for pk, amount in one.brings.items()},
            recent.get(one.structure.pk, 0),
            one.is_outside and one.structure.pk not in accepted | refused,
        )
        for one in found
    )
    return engine.Call(_requirements(call), structures, _ties(application.pole, found, today), rules)


def _requirements(call: Call) -> tuple[engine.Requirement, ...]:
    return tuple(
        engine.Requirement(
            f"r{row.pk}", f"r{row.pk}", Fraction(row.amount), row.members, row.is_mandatory, Fraction(row.weight)
        )
        for row in call.requirements.all()
    )


def _types(structure: Structure) -> frozenset[str]:
    """Return what a structure is; what it is not, or is not known to be, is said too, for the rules on every member."""
    known = traits_of(structure)
    return frozenset(code if known.get(code) else f"not:{code}" for code in Trait.values)


def _type_rule(rule: CallRule) -> engine.TypeRule:
    having = frozenset({rule.trait})
    if rule.form == RuleForm.EVERY:
        return engine.CountRule(frozenset({f"not:{rule.trait}"}), least=0, most=0)
    if rule.form == RuleForm.NO_FEWER:
        return engine.CountRule(having, least=rule.number)
    if rule.form == RuleForm.NO_MORE:
        return engine.CountRule(having, least=0, most=rule.number)
    return engine.ShareRule(having, Fraction(rule.number, 100))


def _recent(pole: Pole, today: date) -> dict[int, int]:
    """Return in how many answers of the last two years each structure took part: who did comes later, unnamed."""
    taken = Member.objects.filter(
        Q(application__begun_at__date__gte=today - RECENT), application__pole=pole, accepted=True
    )
    return dict(taken.order_by().values_list("structure_id").annotate(Count("pk")))


def _ties(pole: Pole, found: Sequence[Candidate], today: date) -> tuple[engine.Tie, ...]:
    """Return the ties that count today between those who could take part."""
    present = {one.key for one in found}
    facts = [proven.fact for proven in facts_of_pole(pole, today)]
    living = living_ties(shared_facts(facts, present, today), today, fade_days(pole, today))
    return tuple(engine.Tie(one.a, one.b, one.level) for one in living)
