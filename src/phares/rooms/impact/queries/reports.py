"""Reads of reports: what was promised, what is reached, the gap and its reason; each result with all its funders."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch, QuerySet

from phares.rooms.directory.actors import Actor, job
from phares.rooms.directory.models import Pole
from phares.rooms.funding.models import Grant, PromisedIndicator
from phares.rooms.impact import permissions
from phares.rooms.impact.models import Report, ReportVersion, Result
from phares.rooms.impact.queries.figures import figures_shown

FIGURES = ("cooperations", "membres-qui-cooperent", "qui-durent", "emplois")
"""The figures of the pole that stand at the foot of a report."""
PROMISED = Prefetch("promised", queryset=PromisedIndicator.objects.select_related("grant__funder"))


def results_of(promised: Sequence[PromisedIndicator]) -> dict[int, list[Result]]:
    """Return, for each promise, the results that answer it, by day."""
    found = Result.objects.standing().filter(promised__in=promised).distinct().prefetch_related(PROMISED)
    answers: dict[int, list[Result]] = {one.pk: [] for one in promised}
    for result in found.select_related("pole").order_by("on", "number"):
        for one in result.promised.all():
            if one.pk in answers:
                answers[one.pk].append(result)
    return answers


def reached_of(promised: Sequence[PromisedIndicator]) -> list[tuple[PromisedIndicator, Decimal]]:
    """Return each promise with what is reached of it today."""
    results = results_of(promised)
    return [(one, sum((result.value for result in results[one.pk]), Decimal(0))) for one in promised]


def words_of(report: Report, day: date) -> dict[str, Any]:
    """Return a report as it is read: words and numbers alone, so that a version never moves."""
    grant = report.grant
    promised = list(grant.indicators.all())
    results, reasons = results_of(promised), {one.promised_id: one.reason for one in report.reasons.all()}
    until_on = min(grant.until_on, day)
    figures = [one for one in figures_shown(job("report"), grant.pole, until_on) if one.kind.code in FIGURES]
    return {
        "title": grant.title,
        "funder": str(grant.funder),
        "convention": grant.convention_number,
        "amount_cents": grant.amount_cents,
        "from_on": grant.from_on.isoformat(),
        "until_on": grant.until_on.isoformat(),
        "due_on": grant.report_due_on.isoformat(),
        "counted_on": until_on.isoformat(),
        "sentence": report.sentence,
        "not_working": report.not_working,
        "lines": [_line(one, results[one.pk], reasons.get(one.pk, "")) for one in promised],
        "figures": [
            {"code": one.kind.code, "value": _exact(one.value), "before": _exact(one.before)} for one in figures
        ],
    }


def _exact(value: Any) -> str | None:
    return None if value is None else str(value)


def _line(promised: PromisedIndicator, results: Sequence[Result], reason: str) -> dict[str, Any]:
    reached = sum((one.value for one in results), Decimal(0))
    return {
        "label": promised.label,
        "unit": promised.unit,
        "target": str(promised.target),
        "due_on": promised.due_on.isoformat(),
        "reached": str(reached),
        "gap": str(reached - promised.target),
        "is_short": reached < promised.target,
        "reason": reason,
        "results": [_result(one) for one in results],
    }


def _result(result: Result) -> dict[str, Any]:
    return {
        "number": result.number,
        "what": result.what,
        "on": result.on.isoformat(),
        "value": str(result.value),
        "unit": result.unit,
        "funders": funders_of(result),
        "has_picture": result.picture_id is not None,
        "caption": result.caption,
        "credit": result.credit,
    }


def funders_of(result: Result) -> list[str]:
    """Return all who paid for a result, by name, each once."""
    return sorted({str(one.grant.funder) for one in result.promised.all()})


@dataclass(frozen=True)
class ReportLine:
    """A grant in the list of reports, with its report and the last version that is out."""

    grant: Grant
    report: Report | None
    version: ReportVersion | None


def report_lines(actor: Actor, pole: Pole) -> list[ReportLine]:
    """Return the grants whose report this reader may read, or write, the latest first."""
    reports = permissions.visible_reports(actor, pole).prefetch_related("versions")
    known = {one.grant_id: one for one in reports}
    grants = list(permissions.accounted_grants(actor, pole)) or [one.grant for one in reports]
    lines = []
    for grant in sorted(grants, key=lambda one: (one.from_on, one.pk), reverse=True):
        report = known.get(grant.pk)
        lines.append(ReportLine(grant, report, next(iter(report.versions.all()), None) if report else None))
    return lines


def report_of_grant(actor: Actor, pole: Pole, pk: int) -> Report | None:
    """Return the report of a grant that this reader may read."""
    return permissions.visible_reports(actor, pole).filter(grant_id=pk).first()


def grant_to_account_for(actor: Actor, pole: Pole, pk: int) -> Grant | None:
    """Return a grant whose report this actor writes."""
    return permissions.accounted_grants(actor, pole).filter(pk=pk).first()


def result_numbered(actor: Actor, pole: Pole, number: int) -> Result | None:
    """Return a result that this reader may see."""
    found = permissions.visible_results(actor, pole).filter(number=number).prefetch_related(PROMISED)
    return found.select_related("pole", "job__proof", "cooperation__pole", "evidence", "picture").first()


def promises_of_pole(pole: Pole) -> QuerySet[PromisedIndicator]:
    """Return what the pole promised, the latest grant first."""
    found = PromisedIndicator.objects.filter(grant__pole=pole).select_related("grant__funder")
    return found.order_by("-grant__from_on", "due_on", "pk")
