"""Acts on pooled proposals: putting the same need before all who have it, pricing it, saying whether one is in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.days import as_day
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.cooperation import events, permissions
from phares.rooms.cooperation.actions.match import LATER_UNLESS_SAID
from phares.rooms.cooperation.models import Item, PooledPart, PooledProposal
from phares.rooms.cooperation.models.item import LONGEST_NAME
from phares.rooms.cooperation.models.match import Choice
from phares.rooms.cooperation.models.pooled import PooledForm
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.directory.models.held import holder_key

MOST_NEEDS = 30
HIGHEST_CENTS = 10**11


class NotPooled(Refusal):
    """What is put together is not the open need of at least two."""

    sentence = _("Il faut le même besoin, encore ouvert, chez deux structures au moins.")
    status = 400


class AlreadyPooled(Refusal):
    """One of these needs is in another proposal that waits."""

    sentence = _("L’un de ces besoins est déjà dans une proposition à plusieurs : ouvrez-la plutôt.")


class PriceTooHigh(Refusal):
    """A price below zero or that nobody can have meant."""

    sentence = _("Ce prix n’est pas possible.")
    status = 400


class NoSuchPart(Refusal):
    """An answer that no form offers, or a quantity that is not one."""

    sentence = _("Choisissez une réponse, et une quantité plus grande que zéro.")
    status = 400


@dataclass(frozen=True)
class Prices:
    """What one unit costs, and what is paid once, alone and together; whole cents."""

    unit_alone_cents: int
    unit_together_cents: int
    once_alone_cents: int = 0
    once_together_cents: int = 0


@transaction.atomic
def propose_pooled(
    *, pole: Pole, needs: Sequence[Item], form: str, title: str, by: Actor, at: datetime
) -> PooledProposal:
    """Put the same need before all who have it: each says whether it is in."""
    require(permissions.can_propose_together(by, pole))
    needs = list(Item.objects.select_for_update().filter(pk__in=[need.pk for need in needs]).order_by("pk"))
    holders = {holder_key(need.holder) for need in needs}
    open_here = all(need.is_need and need.pole_id == pole.pk and need.is_open(as_day(at)) for need in needs)
    if not open_here or len(holders) < 2 or len(needs) > MOST_NEEDS or form not in PooledForm.values:
        raise NotPooled
    if PooledPart.objects.filter(need__in=needs).exists():
        raise AlreadyPooled
    units = {need.unit for need in needs}
    unit = units.pop() if len(units) == 1 else ""
    proposal = PooledProposal.objects.create(pole=pole, form=form, title=title[:140], unit=unit, proposed_at=at)
    PooledPart.objects.bulk_create(
        PooledPart(proposal=proposal, need=need, quantity=(need.quantity if unit and need.quantity else Decimal(1)))
        for need in needs
    )
    publish(events.PooledProposed(pole.pk, proposal.pk), by=by, at=at)
    return proposal


@transaction.atomic
def price_pooled(
    *, proposal: PooledProposal, prices: Prices, source: str = "", by: Actor, at: datetime
) -> PooledProposal:
    """Write the prices from which one reckons whether it is worth it, and where they come from."""
    require(permissions.can_price_pooled(by, proposal))
    proposal = PooledProposal.objects.select_for_update().get(pk=proposal.pk)
    for name, cents in vars(prices).items():
        if not 0 <= cents <= HIGHEST_CENTS:
            raise PriceTooHigh(field=name.removesuffix("_cents"))
        setattr(proposal, name, cents)
    proposal.source, proposal.priced_by_id, proposal.priced_at = source[:200], by.person_id, at
    proposal.save()
    publish(events.PooledPriced(proposal.pole_id, proposal.pk), by=by, at=at)
    return proposal


@transaction.atomic
def answer_pooled(
    *,
    part: PooledPart,
    choice: str,
    quantity: Decimal | None = None,
    back_on: date | None = None,
    said_by: str = "",
    by: Actor,
    at: datetime,
) -> PooledPart:
    """Say whether one is in, and for how much; as often as one likes, the last word counts."""
    require(permissions.can_answer_part(by, part))
    if choice not in Choice.values or (quantity is not None and not 0 < quantity < 10**8):
        raise NoSuchPart(field="quantity" if choice in Choice.values else "choice")
    part = PooledPart.objects.select_for_update(of=("self",)).select_related("proposal").get(pk=part.pk)
    part.choice, part.quantity = choice, quantity or part.quantity
    part.back_on = (back_on or as_day(at) + LATER_UNLESS_SAID) if choice == Choice.LATER else None
    part.answered_by_id, part.answered_at, part.said_by = by.person_id, at, said_by.strip()[:LONGEST_NAME]
    part.save()
    publish(events.PooledAnswered(part.proposal.pole_id, part.proposal_id, part.pk), by=by, at=at)
    return part
