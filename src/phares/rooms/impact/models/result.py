"""Results: what was reached, on a day, for all the funders to whom it was promised; counted once, whoever pays."""

from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse

from phares.rooms.commons.models import Attachment
from phares.rooms.cooperation.models import Cooperation, Job
from phares.rooms.directory.models import Pole
from phares.rooms.funding.models import PromisedIndicator


class ResultQuerySet(models.QuerySet["Result"]):
    """Results."""

    def standing(self) -> Self:
        """Keep those that were not taken back."""
        return self.filter(withdrawn_at=None)


class Result(models.Model):
    """So much of something was reached; `promised` names every promise, of one funder or more, that it answers.

    Its number is its own in the pole and never given twice, so that a report printed years ago still names it.
    """

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="results")
    number = models.PositiveIntegerField()
    promised = models.ManyToManyField(PromisedIndicator, related_name="results")
    what = models.CharField(max_length=200)
    on = models.DateField()
    value = models.DecimalField(max_digits=12, decimal_places=2)
    unit = models.CharField(max_length=30)
    cooperation = models.ForeignKey(Cooperation, models.PROTECT, null=True, blank=True, related_name="results")
    job = models.ForeignKey(Job, models.PROTECT, null=True, blank=True, related_name="results")
    evidence = models.ForeignKey(Attachment, models.PROTECT, null=True, blank=True, related_name="+")
    names_nobody = models.BooleanField(default=False)
    picture = models.ForeignKey(Attachment, models.PROTECT, null=True, blank=True, related_name="+")
    caption = models.CharField(max_length=160, blank=True)
    credit = models.CharField(max_length=80, blank=True)
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    noted_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = ResultQuerySet.as_manager()

    class Meta:
        ordering = ["on", "number"]
        constraints = [
            models.UniqueConstraint(fields=["pole", "number"], name="result_number_once"),
            models.CheckConstraint(condition=models.Q(value__gte=0), name="result_not_negative"),
        ]

    def __str__(self) -> str:
        return self.what

    def get_absolute_url(self) -> str:
        """Return the address of the result's page."""
        return reverse("impact:result", args=[self.pole.slug, self.number])
