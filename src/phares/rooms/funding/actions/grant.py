"""Acts on grants: writing one down, its payments and its promises, sending its report."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phares.rooms.commons.days import as_day, day_words
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.cooperation.models import Cooperation
from phares.rooms.cooperation.sharing_words import euros
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole, Structure
from phares.rooms.funding import events, permissions
from phares.rooms.funding.models import Funder, Grant, GrantPayment, PromisedIndicator
from phares.rooms.funding.queries.grants import latest_report_day

MOST_CENTS = 10_000_000_000
MOST_TARGET = Decimal(1_000_000_000)


class Implausible(Refusal):
    """A million where ten was meant."""

    sentence = gettext_lazy("Ce montant dépasse cent millions d’euros : relisez-le.")
    status = 400


class WrongOrder(Refusal):
    """The last day comes before the first."""

    sentence = gettext_lazy("Le dernier jour vient avant le premier.")
    status = 400


class PaidTwice(Refusal):
    """Payments pass the grant."""

    status = 409


class AlreadyDone(Refusal):
    """Somebody did it before."""

    sentence = gettext_lazy("C’était déjà noté : rien n’a changé.")


@transaction.atomic
def open_grant(
    *,
    pole: Pole,
    funder: str,
    title: str,
    amount_cents: int,
    from_on: date,
    until_on: date,
    convention_number: str = "",
    report_due_on: date | None = None,
    cooperation: Cooperation | None = None,
    by: Actor,
    at: datetime,
) -> Grant:
    """Write a grant down; its report is owed within the months that the law gives after its last day, or sooner."""
    require(permissions.can_keep_funding(by, pole))
    require(cooperation is None or cooperation.pole_id == pole.pk)
    _require_amount(amount_cents)
    if until_on < from_on:
        raise WrongOrder(field="until_on")
    grant = Grant.objects.create(
        pole=pole,
        funder=_funder(pole, funder.strip()),
        cooperation=cooperation,
        title=title.strip(),
        convention_number=convention_number.strip(),
        amount_cents=amount_cents,
        from_on=from_on,
        until_on=until_on,
        report_due_on=_report_day(until_on, report_due_on),
        opened_by_id=by.person_id,
        opened_at=at,
    )
    publish(events.GrantOpened(pole.pk, grant.pk), by=by, at=at)
    return grant


def _require_amount(cents: int, field: str = "amount") -> None:
    if not 0 < cents <= MOST_CENTS:
        raise (
            Implausible(field=field)
            if cents > 0
            else Implausible(_("Écrivez un montant plus grand que zéro."), field=field)
        )


def _funder(pole: Pole, name: str) -> Funder:
    """Return the pole's funder of this name, whatever its capitals; a new one is linked to its page, if it has one."""
    known = Funder.objects.filter(pole=pole, name__iexact=name).first()
    if known is not None:
        return known
    page = Structure.objects.filter(pole=pole, name__iexact=name, name_is_established=True).first()
    return Funder.objects.create(pole=pole, name=page.name if page else name, structure=page)


def _report_day(until_on: date, asked: date | None) -> date:
    """Return the day on which the report is owed: the one agreed on, never after what the law allows."""
    latest = latest_report_day(until_on)
    if asked is None:
        return latest or until_on
    if asked < until_on:
        raise WrongOrder(_("Le compte rendu se rend après le dernier jour de la subvention."), field="report_due_on")
    if latest is not None and asked > latest:
        words = _("La loi donne jusqu’au %(day)s pour ce compte rendu.") % {"day": day_words(latest)}
        raise WrongOrder(words, field="report_due_on")
    return asked


@transaction.atomic
def plan_payment(
    *, grant: Grant, label: str, amount_cents: int, due_on: date | None = None, by: Actor, at: datetime
) -> GrantPayment:
    """Write down a part of the grant that is expected; all of them never pass the grant."""
    grant = _held(grant, by)
    _require_amount(amount_cents)
    already = grant.payments.aggregate(sum=Sum("amount_cents"))["sum"] or 0
    if already + amount_cents > grant.amount_cents:
        left = {"left": euros(grant.amount_cents - already)}
        raise PaidTwice(
            _("Les versements dépasseraient la subvention : il reste %(left)s à prévoir.") % left, field="amount"
        )
    payment = GrantPayment.objects.create(grant=grant, label=label.strip(), amount_cents=amount_cents, due_on=due_on)
    publish(events.GrantPaymentPlanned(grant.pole_id, grant.pk), by=by, at=at)
    return payment


@transaction.atomic
def receive_payment(*, payment: GrantPayment, on: date, by: Actor, at: datetime) -> GrantPayment:
    """Note the day on which a payment came in."""
    grant = _held(payment.grant, by)
    payment = GrantPayment.objects.select_for_update().get(pk=payment.pk)
    if payment.received_on is not None:
        raise AlreadyDone
    _require_past(on, at)
    payment.received_on = on
    payment.save(update_fields=["received_on"])
    publish(events.GrantPaymentReceived(grant.pole_id, grant.pk), by=by, at=at)
    return payment


@transaction.atomic
def promise_indicator(
    *, grant: Grant, label: str, unit: str, target: Decimal, due_on: date | None = None, by: Actor, at: datetime
) -> PromisedIndicator:
    """Write down a figure that was promised for the grant, by its last day where no other is said."""
    grant = _held(grant, by)
    if not 0 <= target <= MOST_TARGET:
        raise Implausible(_("Ce chiffre passe le milliard : relisez-le."), field="target")
    due_on = due_on or grant.until_on
    if grant.indicators.filter(label__iexact=label.strip(), due_on=due_on).exists():
        raise Refusal(_("Cet indicateur est déjà promis pour ce jour."), field="label")
    indicator = PromisedIndicator.objects.create(
        grant=grant, label=label.strip(), unit=unit.strip(), target=target, due_on=due_on
    )
    publish(events.IndicatorPromised(grant.pole_id, grant.pk), by=by, at=at)
    return indicator


@transaction.atomic
def remove_payment(*, payment: GrantPayment, by: Actor, at: datetime) -> None:
    """Take off a payment written by mistake; one that came in stays."""
    grant = _held(payment.grant, by)
    removed, _rows = GrantPayment.objects.filter(pk=payment.pk, received_on=None).delete()
    if not removed:
        raise Refusal(_("Ce versement est arrivé : il reste."))
    publish(events.GrantLineRemoved(grant.pole_id, grant.pk), by=by, at=at)


@transaction.atomic
def remove_indicator(*, indicator: PromisedIndicator, by: Actor, at: datetime) -> None:
    """Take off an indicator written by mistake, as long as no report was sent."""
    grant = _held(indicator.grant, by)
    if grant.report_sent_on is not None:
        raise Refusal(_("Le compte rendu est parti : ce qui était promis reste."))
    PromisedIndicator.objects.filter(pk=indicator.pk).delete()
    publish(events.GrantLineRemoved(grant.pole_id, grant.pk), by=by, at=at)


@transaction.atomic
def send_grant_report(*, grant: Grant, on: date, by: Actor, at: datetime) -> Grant:
    """Note the day on which the report left; from then on what was promised no longer moves."""
    grant = _held(grant, by)
    if grant.report_sent_on is not None:
        raise AlreadyDone
    _require_past(on, at)
    grant.report_sent_on = on
    grant.save(update_fields=["report_sent_on"])
    publish(events.GrantReportSent(grant.pole_id, grant.pk), by=by, at=at)
    return grant


def _held(grant: Grant, by: Actor) -> Grant:
    """Return the grant held against two writers at once, for whoever keeps it."""
    require(permissions.can_keep_funding(by, grant.pole_id))
    return Grant.objects.select_for_update().get(pk=grant.pk)


def _require_past(on: date, at: datetime) -> None:
    if on > as_day(at):
        raise WrongOrder(_("Ce jour n’est pas encore venu."), field="on")
