"""Reads of arrivals: the checklists of a pole, how far a structure that came in has got, requests to join."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Prefetch, Q, QuerySet

from phares.rooms.directory import permissions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import ArrivalStep, ArrivalTick, JoinRequest, Membership, Pole, Structure
from phares.rooms.directory.models.membership import MembershipKind

STILL_ARRIVING = timedelta(days=365)


@dataclass(frozen=True)
class Step:
    """A step of an arrival, and when it was done with the structure."""

    step: ArrivalStep
    tick: ArrivalTick | None


@dataclass(frozen=True)
class Arrival:
    """The path of a structure that came in: its steps in order, those that are done with their day."""

    membership: Membership
    steps: list[Step]

    @property
    def done(self) -> int:
        """Return how many steps are done."""
        return sum(one.tick is not None for one in self.steps)

    @property
    def is_over(self) -> bool:
        """Say whether nothing is left to do."""
        return self.done == len(self.steps)


def arrival_steps(pole: Pole) -> list[tuple[str, list[ArrivalStep]]]:
    """Return the checklist of each way to take part, in the ways' own order."""
    kept = list(ArrivalStep.objects.filter(pole=pole, is_kept=True))
    return [(kind, [one for one in kept if one.kind == kind]) for kind in MembershipKind.values]


def arrival_of(actor: Actor, structure: Structure, day: date) -> Arrival | None:
    """Return the path of the membership that holds on `day`, to those who may follow it."""
    if not permissions.can_follow_arrival(actor, structure):
        return None
    return arrival_path(structure, day)


def arrival_path(structure: Structure, day: date) -> Arrival | None:
    """Return the steps of the membership that holds on `day`.

    None where it has no checklist, or where the structure came long before anybody ticked a step with it.
    """
    membership = next((one for one in structure.memberships.all() if one.holds_on(day)), None)
    if membership is None:
        return None
    ticks = Prefetch("ticks", ArrivalTick.objects.filter(membership=membership), to_attr="done_here")
    wanted = ArrivalStep.objects.filter(pole=structure.pole_id, kind=membership.kind)
    shown = wanted.filter(Q(is_kept=True) | Q(ticks__membership=membership)).distinct().prefetch_related(ticks)
    steps = [Step(one, next(iter(one.done_here), None)) for one in shown]
    is_new = membership.from_on > day - STILL_ARRIVING or any(one.tick for one in steps)
    return Arrival(membership, steps) if steps and is_new else None


def join_requests_of(actor: Actor, pole: Pole) -> QuerySet[JoinRequest]:
    """Return the requests that the actor may read, those that wait first, the oldest of them first."""
    return (
        permissions.visible_join_requests(actor, pole).select_related("structure__pole").order_by("answered_at", "pk")
    )


def join_requests_waiting(pole: Pole) -> QuerySet[JoinRequest]:
    """Return the requests without answer, the oldest first."""
    return JoinRequest.objects.filter(pole=pole, answer="").select_related("pole").order_by("asked_at", "pk")


def join_request_numbered(actor: Actor, pole: Pole, pk: int) -> JoinRequest | None:
    """Return one request that the actor may read."""
    requests = permissions.visible_join_requests(actor, pole).select_related("pole", "structure__pole")
    return requests.prefetch_related("values").filter(pk=pk).first()


def join_request_with_receipt(pole: Pole, receipt: str) -> JoinRequest | None:
    """Return the request that a receipt opens."""
    requests = JoinRequest.objects.filter(pole=pole, receipt=receipt).select_related("pole", "structure__pole")
    return requests.prefetch_related("values").first()


def step_numbered(pole: Pole, pk: int) -> ArrivalStep | None:
    """Return a step of this pole."""
    return ArrivalStep.objects.filter(pole=pole, pk=pk).first()
