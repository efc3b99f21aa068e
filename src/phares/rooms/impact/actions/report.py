"""Acts on reports: writing one, putting a version out, giving its funder a link."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.days import as_day
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory import actions as directory
from phares.rooms.directory.actors import Actor
from phares.rooms.funding.models import Grant, PromisedIndicator
from phares.rooms.impact import events, permissions
from phares.rooms.impact.models import GapReason, Report, ReportLink, ReportVersion
from phares.rooms.impact.queries.reports import words_of


class ReasonMissing(Refusal):
    """A gap says why."""

    sentence = _("Une promesse n’est pas atteinte et rien ne dit pourquoi : écrivez la raison de chaque écart.")


class NotOutYet(Refusal):
    """There is nothing to read before a version is out."""

    sentence = _("Faites d’abord paraître le bilan : le lien montre la dernière version parue.")


@transaction.atomic
def write_report(
    *,
    grant: Grant,
    sentence: str,
    not_working: str,
    reasons: Mapping[PromisedIndicator, str],
    by: Actor,
    at: datetime,
) -> Report:
    """Write the report of a grant: what happened, what did not work, why each gap."""
    require(permissions.can_measure(by, grant.pole_id) and all(one.grant_id == grant.pk for one in reasons))
    report, _is_new = Report.objects.update_or_create(
        grant=grant,
        defaults={
            "sentence": sentence,
            "not_working": not_working,
            "written_by_id": by.person_id,
            "written_at": at,
        },
    )
    report.reasons.all().delete()
    GapReason.objects.bulk_create(
        GapReason(report=report, promised=one, reason=reason) for one, reason in reasons.items() if reason.strip()
    )
    publish(events.ReportWritten(grant.pole_id, report.pk), by=by, at=at)
    return report


@transaction.atomic
def put_report_out(*, report: Report, by: Actor, at: datetime) -> ReportVersion:
    """Let its funder read the report as it is now: a version that never moves."""
    require(permissions.can_measure(by, report.grant.pole_id))
    report = Report.objects.select_for_update().select_related("grant__pole", "grant__funder").get(pk=report.pk)
    words = words_of(report, as_day(at))
    if any(line["is_short"] and not line["reason"] for line in words["lines"]):
        raise ReasonMissing
    number = report.versions.count() + 1
    version = ReportVersion.objects.create(
        report=report, number=number, words=words, put_out_by_id=by.person_id, put_out_at=at
    )
    publish(events.ReportPutOut(report.grant.pole_id, report.pk, version.pk), by=by, at=at)
    return version


@transaction.atomic
def give_report_link(*, report: Report, reader: str, until_on: date, by: Actor, at: datetime) -> ReportLink:
    """Let a funder read this report, without account, until a day."""
    pole = report.grant.pole
    require(permissions.can_measure(by, pole))
    if not report.versions.exists():
        raise NotOutYet
    link = directory.give_reading_link(pole=pole, reader=reader, scope="report", until_on=until_on, by=by, at=at)
    opened = ReportLink.objects.create(report=report, link=link)
    publish(events.ReportLinkGiven(pole.pk, report.pk, link.pk), by=by, at=at)
    return opened
