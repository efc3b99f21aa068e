"""Reads of applications: those that one sees, one with its members, the last search for teams, what results teach."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.funding import permissions
from phares.rooms.funding.models import Application, Call, Composition, Member, ProposedIndicator
from phares.rooms.funding.models.application import Stage
from phares.rooms.funding.models.call import CallKind, Result


def applications_of(actor: Actor, pole: Pole) -> QuerySet[Application]:
    """Return the answers that the actor sees, those under way first."""
    return permissions.visible_applications(actor, pole).order_by("-stage", "call__closes_on", "-pk")


def applications_to(actor: Actor, call: Call) -> QuerySet[Application]:
    """Return the answers to one call that the actor sees."""
    return permissions.visible_applications(actor, call.pole).filter(call=call)


def application_numbered(actor: Actor, pole: Pole, pk: int) -> Application | None:
    """Return an answer that the actor sees, with what its call asks."""
    seen = permissions.visible_applications(actor, pole).filter(pk=pk)
    return seen.prefetch_related("call__requirements", "call__rules", "call__papers", "members").first()


def team_numbered(actor: Actor, pole: Pole, pk: int) -> Application | None:
    """Return an answer that the actor sees, with the rows of its call: what a card that moves needs, and no more."""
    return permissions.visible_applications(actor, pole).filter(pk=pk).prefetch_related("call__requirements").first()


def member_numbered(actor: Actor, pole: Pole, pk: int) -> Member | None:
    """Return a member of an answer that the actor sees."""
    seen = permissions.visible_applications(actor, pole)
    return (
        Member.objects.filter(pk=pk, application__in=seen)
        .select_related("application__call__pole", "structure")
        .first()
    )


def indicator_numbered(actor: Actor, pole: Pole, pk: int) -> ProposedIndicator | None:
    """Return a figure proposed in an answer that the actor sees."""
    seen = permissions.visible_applications(actor, pole)
    return ProposedIndicator.objects.filter(pk=pk, application__in=seen).select_related("application__pole").first()


def last_composition(application: Application) -> Composition | None:
    """Return the last search for teams."""
    return application.compositions.first()


def invitations_waiting(actor: Actor, pole: Pole) -> QuerySet[Member]:
    """Return the invitations that the actor's structure has still to answer."""
    waiting = Member.objects.filter(
        structure=actor.structure_id or 0,
        invited_at__isnull=False,
        accepted=None,
        application__pole=pole,
        application__stage=Stage.COMPOSING,
    )
    return waiting.select_related("application__call", "application__pole").order_by("application__call__closes_on")


def elsewhere(application: Application) -> dict[int, str]:
    """Return the members that also stand in another live answer to the same call, with its title: to be looked at."""
    others = Member.objects.filter(
        application__call=application.call_id,
        structure__in=application.members.exclude(accepted=False).values("structure"),
        accepted=True,
        application__stage__in=[Stage.COMPOSING, Stage.FILED],
    ).exclude(application=application.pk)
    return dict(others.values_list("structure_id", "application__title"))


@dataclass(frozen=True)
class Learned:
    """What the answers of one kind, or of one size, gave: how many were filed, won, lost, withdrawn, still wait."""

    label: str
    filed: int
    won: int
    lost: int
    withdrawn: int

    @property
    def waiting(self) -> int:
        """Return how many have no answer yet."""
        return self.filed - self.won - self.lost - self.withdrawn


SIZES = ((1, 3), (4, 6), (7, None))


def results_by_kind(pole: Pole) -> list[Learned]:
    """Return what the pole's answers gave, by kind of call; nobody is named."""
    labels = dict(CallKind.choices)
    rows = _filed(pole)
    kinds = [kind for kind in CallKind.values if any(row["call__kind"] == kind for row in rows)]
    return [_learned(str(labels[kind]), [row for row in rows if row["call__kind"] == kind]) for kind in kinds]


def results_by_size(pole: Pole) -> list[Learned]:
    """Return what the pole's answers gave, by size of team; nobody is named."""
    rows = _filed(pole)
    found = []
    for least, most in SIZES:
        mine = [row for row in rows if least <= row["size"] and (most is None or row["size"] <= most)]
        if mine:
            words = _("%(least)d à %(most)d membres") if most else _("%(least)d membres et plus")
            found.append(_learned(words % {"least": least, "most": most}, mine))
    return found


def _filed(pole: Pole) -> list[dict[str, Any]]:
    filed = Application.objects.filter(pole=pole, filed_at__isnull=False).order_by()
    sized = filed.annotate(size=Count("members", filter=Q(members__accepted=True)))
    return [dict(row) for row in sized.values("call__kind", "result", "size")]


def _learned(label: str, rows: list[dict[str, Any]]) -> Learned:
    counts = [sum(row["result"] == result for row in rows) for result in (Result.WON, Result.LOST, Result.WITHDRAWN)]
    return Learned(label, len(rows), *counts)
