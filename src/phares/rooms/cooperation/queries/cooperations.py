"""Reads of cooperations: the register, one cooperation, what waits there for whoever reads it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from phares.rooms.commons.days import as_day
from phares.rooms.commons.search import search_words
from phares.rooms.cooperation import levels, permissions
from phares.rooms.cooperation.models import Account, Commitment, Cooperation, Fact, Match, Party
from phares.rooms.cooperation.models.commitment import Outcome
from phares.rooms.cooperation.models.cooperation import State
from phares.rooms.cooperation.queries.last_fact import last_fact_on, with_last_fact
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Person, Pole, Structure
from phares.rooms.directory.permissions import visible_structures

HOLDERS = ("parties__structure", "parties__group", "parties__resident")


@dataclass(frozen=True)
class ShownParty:
    """A party as this reader may know it; `slug` leads to a structure's page that the reader may open."""

    name: str
    role: str
    slug: str


def shown_parties(actor: Actor, cooperation: Cooperation) -> list[ShownParty]:
    """Return the parties, each by the name that this reader may know."""
    parties = cooperation.parties.all()
    return [ShownParty(party_name(actor, one), one.role, _open_page(actor, one)) for one in parties]


def party_name(actor: Actor, party: Party) -> str:
    """Return the name of a party, or what it is to a reader who may not know its name."""
    holder = party.holder
    if permissions.can_see_name(actor, holder, party.cooperation.pole):
        return str(holder)
    return _("une personne qui habite ici") if isinstance(holder, Person) else _("une structure du pôle")


def _open_page(actor: Actor, party: Party) -> str:
    """Return the address name of a structure whose page this reader may open."""
    structure = party.structure
    shown = structure is not None and permissions.can_see_name(actor, structure, party.cooperation.pole)
    return structure.slug if structure is not None and shown else ""


def cooperation_numbered(actor: Actor, pole: Pole, pk: int) -> Cooperation | None:
    """Return a cooperation that this reader may see, with its parties."""
    seen = permissions.visible_cooperations(actor, pole).filter(pk=pk)
    return seen.select_related("pole").prefetch_related(*HOLDERS).first()


def cooperation_with_promises(actor: Actor, pole: Pole, pk: int) -> Cooperation | None:
    """Return a cooperation whose promises, and so whose agreement, this reader may see."""
    seen = permissions.with_promises_seen(actor, pole.pk).filter(pk=pk)
    return seen.select_related("pole").prefetch_related(*HOLDERS).first()


def begun_from(match: Match) -> Cooperation | None:
    """Return the cooperation that this match has begun, unless it was stopped."""
    return match.cooperations.select_related("pole").exclude(state=State.STOPPED).first()


def cooperations_found(
    actor: Actor,
    pole: Pole,
    *,
    words: str = "",
    state: str = "",
    form: str = "",
    structure: str = "",
    family: str = "",
    tie: str = "",
) -> QuerySet[Cooperation]:
    """Return what the register shows this reader, the latest first; `structure` is the name in its address."""
    found = permissions.visible_cooperations(actor, pole).select_related("pole")
    known = Party.objects.filter(structure__in=visible_structures(actor, pole))
    for word in search_words(words):
        named = known.filter(structure__slug__contains=word).values("cooperation_id")
        found = found.filter(Q(search_text__contains=word) | Q(pk__in=named))
    if state:
        found = found.filter(state=state)
    if form:
        found = found.filter(form=form)
    if tie:
        found = found.filter(form__in=levels.forms_of(levels.LEVEL_CODES.get(tie, -1)))
    if family:
        found = _of_family(found, family)
    if structure:
        found = found.filter(pk__in=known.filter(structure__slug=structure).values("cooperation_id"))
    return (
        with_last_fact(found)
        .annotate(
            promised=Coalesce(Subquery(_per_cooperation(Commitment.objects.all(), Count("pk"))), 0),
            kept=Coalesce(Subquery(_per_cooperation(Commitment.objects.filter(outcome=Outcome.KEPT), Count("pk"))), 0),
            minutes=Subquery(_per_cooperation(Fact.objects.all(), Sum("minutes"))),
            fact_cents=Subquery(_per_cooperation(Fact.objects.all(), Sum("cents"))),
            shared_cents=Subquery(_shared_cents()),
        )
        .prefetch_related(*HOLDERS)
    )


def _of_family(found: QuerySet[Cooperation], family: str) -> QuerySet[Cooperation]:
    """Keep a family, by the rule of `levels.family_of`."""
    with_residents = Party.objects.filter(structure=None).values("cooperation_id")
    if family == levels.Family.COMMON:
        return found.filter(pk__in=with_residents)
    shared = Q(form__in=levels.SHARED_FORMS)
    return found.exclude(pk__in=with_residents).filter(shared if family == levels.Family.SHARED else ~shared)


def _shared_cents() -> QuerySet[Any]:
    """Return what the shared means of the cooperation outside cost, over all their periods."""
    mine = Account.objects.filter(means__cooperation=OuterRef("pk")).order_by().values("means__cooperation")
    figures: QuerySet[Any] = mine.annotate(figure=Sum("amount_cents")).values("figure")
    return figures


def count_not_named(actor: Actor, pole: Pole) -> int:
    """Return how many signed cooperations the pole counts and this reader may not see."""
    seen = permissions.visible_cooperations(actor, pole).values("pk")
    return Cooperation.objects.agreed().filter(pole=pole).exclude(pk__in=seen).count()


def _per_cooperation(rows: QuerySet[Any], figure: Any) -> QuerySet[Any]:
    """Return one figure of the rows of the cooperation outside; a join would multiply them."""
    mine = rows.filter(cooperation=OuterRef("pk")).order_by().values("cooperation")
    figures: QuerySet[Any] = mine.annotate(figure=figure).values("figure")
    return figures


@dataclass(frozen=True)
class RegisterLine:
    """One line of the register; promises, hours and money are None for a reader who may not see promises."""

    cooperation: Cooperation
    parties: list[str]
    tie: str
    family: str
    last_fact_on: date | None
    kept: int
    promised: int | None
    minutes: int | None
    cents: int | None

    @property
    def started_on(self) -> date | None:
        """Return the day on which all had signed."""
        return as_day(self.cooperation.started_at) if self.cooperation.started_at else None

    def days(self, today: date) -> int | None:
        """Return for how many days it has gone on, or went on; None where not everybody has signed."""
        if self.started_on is None:
            return None
        return max(((self.cooperation.ended_on or today) - self.started_on).days, 0)


def register_lines(actor: Actor, pole: Pole, found: Iterable[Any]) -> list[RegisterLine]:
    """Return the lines of one page of the register."""
    rows = list(found)
    pks = [row.pk for row in rows]
    seen = set(permissions.with_promises_seen(actor, pole.pk).filter(pk__in=pks).values_list("pk", flat=True))
    return [_register_line(actor, row, row.pk in seen) for row in rows]


def _register_line(actor: Actor, row: Any, sees_promises: bool) -> RegisterLine:
    parties = list(row.parties.all())
    has_residents = any(party.structure_id is None for party in parties)
    return RegisterLine(
        cooperation=row,
        parties=[party_name(actor, party) for party in parties],
        tie=levels.words_of(levels.OF_FORM[row.form]),
        family=str(levels.family_of(row.form, has_residents).label),
        last_fact_on=last_fact_on(row),
        kept=row.kept,
        promised=row.promised if sees_promises else None,
        minutes=(row.minutes or 0) if sees_promises else None,
        cents=(row.fact_cents or 0) + (row.shared_cents or 0) if sees_promises else None,
    )


def structures_in_register(actor: Actor, pole: Pole) -> QuerySet[Structure]:
    """Return the structures that take part in something this reader may see."""
    seen = Party.objects.filter(cooperation__in=permissions.visible_cooperations(actor, pole))
    return visible_structures(actor, pole).filter(pk__in=seen.values("structure_id"))


@dataclass(frozen=True)
class Moment:
    """Something of a cooperation's life: a noted fact, the day everybody had signed, the end."""

    on: date
    title: str
    tone: str
    fact: Fact | None = None


def moments_of(cooperation: Cooperation) -> list[Moment]:
    """Return what happened, the latest first."""
    facts = cooperation.facts.select_related("proof", "noted_by")
    moments = [Moment(fact.on, fact.what, "is-past", fact) for fact in facts]
    if cooperation.is_over and cooperation.ended_on and cooperation.started_at:
        reached = cooperation.state == State.ENDED
        title = _("La coopération est terminée") if reached else _("La coopération s’est arrêtée")
        moments.insert(0, Moment(cooperation.ended_on, title, "is-kept" if reached else "is-dropped"))
    if cooperation.started_at:
        moments.append(Moment(as_day(cooperation.started_at), _("Toutes les parties ont signé"), "is-kept"))
    return sorted(moments, key=lambda moment: moment.on, reverse=True)


def fact_with_proof(actor: Actor, pole: Pole, pk: int) -> Fact | None:
    """Return a fact whose document this reader may see."""
    seen = permissions.with_promises_seen(actor, pole.pk)
    return Fact.objects.filter(cooperation__in=seen, proof__isnull=False, pk=pk).select_related("proof").first()
