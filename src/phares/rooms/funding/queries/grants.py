"""Reads of grants: all of them, one with what is paid and promised, those whose report or payment is near."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet, Sum

from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.funding import permissions
from phares.rooms.funding.models import Funder, Grant, GrantPayment, LegalParameter, PromisedIndicator
from phares.rooms.funding.models.parameter import CONVENTION_FROM_CENTS, REPORT_MONTHS
from phares.rooms.funding.queries.parameters import in_force

SOON = timedelta(days=60)


def grants_of(actor: Actor, pole: Pole) -> QuerySet[Grant]:
    """Return the grants, the latest first, each with what came in."""
    received = Sum("payments__amount_cents", filter=Q(payments__received_on__isnull=False))
    return permissions.visible_grants(actor, pole).annotate(received_cents=received).order_by("-from_on", "-pk")


def grant_numbered(actor: Actor, pole: Pole, pk: int) -> Grant | None:
    """Return a grant that the actor may see."""
    return permissions.visible_grants(actor, pole).filter(pk=pk).first()


def payment_numbered(actor: Actor, pole: Pole, pk: int) -> GrantPayment | None:
    """Return a payment of a grant that the actor may see."""
    seen = permissions.visible_grants(actor, pole)
    return GrantPayment.objects.filter(pk=pk, grant__in=seen).select_related("grant__pole").first()


def indicator_numbered(actor: Actor, pole: Pole, pk: int) -> PromisedIndicator | None:
    """Return a promised indicator of a grant that the actor may see."""
    seen = permissions.visible_grants(actor, pole)
    return PromisedIndicator.objects.filter(pk=pk, grant__in=seen).select_related("grant__pole").first()


def funders_of(pole: Pole) -> QuerySet[Funder]:
    """Return the funders that the pole knows."""
    return Funder.objects.filter(pole=pole)


@dataclass(frozen=True)
class Standing:
    """What came in of a grant, what is planned, what neither came nor is planned; whether the law asks a convention."""

    received_cents: int
    planned_cents: int
    unplanned_cents: int
    convention: LegalParameter | None
    report: LegalParameter | None


def standing(grant: Grant) -> Standing:
    """Return where a grant stands; a convention is asked where a year of it passes the figure of the law."""
    payments = list(grant.payments.all())
    received = sum(one.amount_cents for one in payments if one.received_on)
    planned = sum(one.amount_cents for one in payments if not one.received_on)
    asked = in_force(CONVENTION_FROM_CENTS, grant.from_on)
    days = (grant.until_on - grant.from_on).days + 1
    a_year = grant.amount_cents if days <= 366 else grant.amount_cents * 365 // days
    return Standing(
        received,
        planned,
        grant.amount_cents - received - planned,
        asked if asked is not None and a_year > asked.value else None,
        in_force(REPORT_MONTHS, grant.until_on),
    )


def latest_report_day(until_on: date) -> date | None:
    """Return the last day on which the report of a grant that ends on this day may be sent; None where no text says."""
    months = in_force(REPORT_MONTHS, until_on)
    return months_after(until_on, months.value) if months is not None else None


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, or the last of that month where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def reports_owed(actor: Actor, pole: Pole, today: date) -> QuerySet[Grant]:
    """Return the grants that are over, or nearly, and whose report has not been sent, the nearest first."""
    owed = permissions.visible_grants(actor, pole).filter(report_sent_on=None, until_on__lte=today)
    return owed.order_by("report_due_on", "pk")


def payments_awaited(actor: Actor, pole: Pole, today: date) -> QuerySet[GrantPayment]:
    """Return the payments that should have come, or come within two months."""
    seen = permissions.visible_grants(actor, pole)
    awaited = GrantPayment.objects.filter(grant__in=seen, received_on=None, due_on__lte=today + SOON)
    return awaited.select_related("grant__pole", "grant__funder")
