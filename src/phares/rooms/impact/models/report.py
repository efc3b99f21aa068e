"""Reports: what a funder reads of a grant; written, then put out as a version that never moves."""

from typing import Any

from django.conf import settings
from django.db import models

from phares.rooms.directory.models import ReadingLink
from phares.rooms.funding.models import Grant, PromisedIndicator


class Report(models.Model):
    """The report of a grant: one sentence that says what happened, and what did not work."""

    grant = models.OneToOneField(Grant, models.CASCADE, related_name="report")
    sentence = models.TextField(max_length=400)
    not_working = models.TextField(max_length=1200)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    written_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.grant)


class GapReason(models.Model):
    """Why a promise was not reached, or passed."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="reasons")
    promised = models.ForeignKey(PromisedIndicator, models.CASCADE, related_name="+")
    reason = models.CharField(max_length=400)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "promised"], name="gap_reason_once")]

    def __str__(self) -> str:
        return self.reason


class ReportVersion(models.Model):
    """The words and numbers of a report as its funder got them; only ever added.

    The name of somebody erased alone may leave its words: `names_removed` counts how often.
    """

    report = models.ForeignKey(Report, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    words: Any = models.JSONField()
    put_out_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    put_out_at = models.DateTimeField()
    names_removed = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["report", "number"], name="report_version_once")]

    def __str__(self) -> str:
        return f"{self.report} v{self.number}"


class ReportLink(models.Model):
    """A reading link that opens one report and nothing else."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="links")
    link = models.OneToOneField(ReadingLink, models.CASCADE, related_name="opens_report")

    def __str__(self) -> str:
        return str(self.link)
