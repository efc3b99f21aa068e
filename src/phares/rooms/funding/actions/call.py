"""Acts on calls: noting one, row by row what it asks, taking rows off, keeping the State's past calls for memory."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.commons.search import search_text
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.directory.models.structure import Visibility
from phares.rooms.funding import events, permissions
from phares.rooms.funding.actions.grant import MOST_CENTS, Implausible, WrongOrder
from phares.rooms.funding.models import AskedPaper, Call, CallRule, Requirement
from phares.rooms.funding.models.application import Stage
from phares.rooms.funding.models.call import CallKind, RuleForm
from phares.rooms.funding.reference_calls import REFERENCE_CALLS

MOST_MEMBERS = 30
MOST_ROWS = 60
MOST_AMOUNT = Decimal(1_000_000)
FREE = {"summary", "territory", "source", "source_url", "outside_id", "is_partial", "is_reference"} | {
    "candidates", "winners", "result", "visibility", "opens_on", "result_on", "rate",
}  # fmt: skip


class SaidTwice(Refusal):
    """The call has this row already."""

    sentence = gettext_lazy("L’appel demande déjà cela : une ligne suffit.")


class TooManyRows(Refusal):
    """A call with more rows than anybody reads."""

    sentence = gettext_lazy("Soixante lignes suffisent à tout appel : réunissez celles qui se ressemblent.")


class AlreadyFiled(Refusal):
    """An answer has left: what it answered to stays."""

    sentence = gettext_lazy("Un dossier est déjà parti pour cet appel : ce qu’il demandait ne change plus.")


@transaction.atomic
def note_call(
    *,
    pole: Pole,
    title: str,
    issuer: str,
    kind: str = CallKind.PROJECTS,
    closes_on: date | None = None,
    budget_cents: int | None = None,
    ceiling_cents: int | None = None,
    least_members: int = 2,
    most_members: int = 8,
    by: Actor,
    at: datetime,
    **said: Any,
) -> Call:
    """Note a call; what is not known of it is left empty."""
    require(permissions.can_keep_funding(by, pole))
    call = Call(pole=pole, noted_by_id=by.person_id, noted_at=at)
    _fill(call, title, issuer, kind, closes_on, budget_cents, ceiling_cents, least_members, most_members, said)
    call.save()
    publish(events.CallNoted(pole.pk, call.pk), by=by, at=at)
    return call


@transaction.atomic
def change_call(*, call: Call, by: Actor, at: datetime, **said: Any) -> Call:
    """Correct what is known of a call, as long as no answer to it has left."""
    call = _held(call, by)
    told = {name: said.pop(name) for name in _NAMED}
    _fill(call, **told, said=said)
    call.save()
    publish(events.CallChanged(call.pole_id, call.pk), by=by, at=at)
    return call


_NAMED = (
    "title", "issuer", "kind", "closes_on", "budget_cents", "ceiling_cents", "least_members", "most_members",
)  # fmt: skip


def _fill(
    call: Call,
    title: str,
    issuer: str,
    kind: str,
    closes_on: date | None,
    budget_cents: int | None,
    ceiling_cents: int | None,
    least_members: int,
    most_members: int,
    said: dict[str, Any],
) -> None:
    """Write on a call what was said, or refuse what cannot be."""
    unknown = set(said) - FREE
    if unknown or kind not in CallKind.values:
        raise Refusal(_("Ce que dit ce formulaire n’est pas compris."))
    for name, cents in (("budget", budget_cents), ("ceiling", ceiling_cents)):
        if cents is not None and not 0 < cents <= MOST_CENTS * 100:
            raise Implausible(_("Ce montant ne peut pas être celui d’un appel : relisez-le."), field=name)
    if not 1 <= least_members <= most_members <= MOST_MEMBERS:
        raise WrongOrder(_("De un à trente membres, le plus petit nombre d’abord."), field="most_members")
    opens_on = said.get("opens_on")
    if opens_on and closes_on and closes_on < opens_on:
        raise WrongOrder(_("L’appel se ferme avant de s’ouvrir."), field="closes_on")
    call.title, call.issuer, call.kind = title.strip(), issuer.strip(), kind
    call.closes_on, call.budget_cents, call.ceiling_cents = closes_on, budget_cents, ceiling_cents
    call.least_members, call.most_members = least_members, most_members
    for name, value in said.items():
        setattr(call, name, value)
    call.search_text = search_text(call.title, call.issuer, call.summary, call.territory)[:8000]


@transaction.atomic
def ask_skill(
    *,
    call: Call,
    skill: str,
    amount: Decimal = Decimal(1),
    unit: str = "",
    members: int = 1,
    is_mandatory: bool = True,
    weight: int = 1,
    lot: str = "",
    by: Actor,
    at: datetime,
) -> Requirement:
    """Add a row to what a call asks: so much of a skill or of a means, from so many members."""
    call = _held(call, by)
    plain = search_text(skill)
    if not plain:
        raise Refusal(_("Dites ce qu’il faut savoir faire ou avoir, avec au moins un mot."), field="skill")
    if not 0 < amount <= MOST_AMOUNT or not 1 <= members <= call.most_members:
        raise Implausible(_("Cette quantité ne peut pas être demandée à cette équipe : relisez-la."), field="amount")
    _require_room(call)
    row = Requirement(
        call=call, skill=skill.strip(), plain=plain[:160], amount=amount, unit=unit.strip(), members=members,
        is_mandatory=is_mandatory, weight=max(1, min(weight, 100)), lot=lot.strip(),
    )  # fmt: skip
    _save_once(row, "skill")
    publish(events.CallChanged(call.pole_id, call.pk), by=by, at=at)
    return row


@transaction.atomic
def ask_rule(*, call: Call, form: str, trait: str, number: int = 1, article: str, by: Actor, at: datetime) -> CallRule:
    """Add a rule on who may answer, with the article that says it."""
    call = _held(call, by)
    if not article.strip():
        raise Refusal(_("Dites quel article le demande : une règle sans texte ne se vérifie pas."), field="article")
    if form == RuleForm.MORE_THAN and not 0 <= number < 100:
        raise Implausible(_("Un pourcentage va de 0 à 99."), field="number")
    if form != RuleForm.MORE_THAN and number > MOST_MEMBERS:
        raise Implausible(_("Trente membres au plus."), field="number")
    _require_room(call)
    rule = CallRule(call=call, form=form, trait=trait, number=number, article=article.strip())
    _save_once(rule, "trait")
    publish(events.CallChanged(call.pole_id, call.pk), by=by, at=at)
    return rule


@transaction.atomic
def ask_paper(*, call: Call, kind: str, name: str, is_of_each: bool = True, by: Actor, at: datetime) -> AskedPaper:
    """Add a paper to those that a call asks for."""
    call = _held(call, by)
    _require_room(call)
    paper = AskedPaper(call=call, kind=kind, name=name.strip(), is_of_each=is_of_each)
    _save_once(paper, "name")
    publish(events.CallChanged(call.pole_id, call.pk), by=by, at=at)
    return paper


@transaction.atomic
def take_row_off(*, row: Requirement | CallRule | AskedPaper, by: Actor, at: datetime) -> None:
    """Take off a row of a call, as long as no answer has left; a paper that was brought keeps its row."""
    call = _held(row.call, by)
    if isinstance(row, AskedPaper) and call.applications.filter(papers__asked=row).exists():
        raise Refusal(_("Cette pièce est déjà apportée dans un dossier : elle reste."))
    row.delete()
    publish(events.CallChanged(call.pole_id, call.pk), by=by, at=at)


@transaction.atomic
def keep_reference_calls(*, pole: Pole, by: Actor, at: datetime) -> list[Call]:
    """Keep the State's past calls to poles for memory, as far as sources tell them; those kept before stay."""
    require(permissions.can_keep_funding(by, pole))
    Pole.objects.select_for_update().get(pk=pole.pk)
    known = set(Call.objects.filter(pole=pole).exclude(outside_id="").values_list("outside_id", flat=True))
    return [
        note_call(
            pole=pole, **one, is_partial=True, is_reference=True, visibility=Visibility.PUBLIC, by=by, at=at
        )
        for one in REFERENCE_CALLS
        if one["outside_id"] not in known
    ]  # fmt: skip


def _held(call: Call, by: Actor) -> Call:
    """Return the call held against two writers at once, as long as no answer to it has left."""
    require(permissions.can_keep_funding(by, call.pole_id))
    call = Call.objects.select_for_update().get(pk=call.pk)
    if call.applications.exclude(stage=Stage.COMPOSING).exists():
        raise AlreadyFiled
    return call


def _require_room(call: Call) -> None:
    if call.requirements.count() + call.rules.count() + call.papers.count() >= MOST_ROWS:
        raise TooManyRows


def _save_once(row: Any, field: str) -> None:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as twice:
        raise SaidTwice(field=field) from twice
