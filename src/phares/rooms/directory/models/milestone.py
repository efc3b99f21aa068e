"""Milestones: dated events of a pole or a structure, each with its source."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from phares.rooms.directory.models.pole import Pole
from phares.rooms.directory.models.structure import Structure


class MilestoneKind(models.TextChoices):
    """What kind of event it was."""

    EVENT = "event", _("événement")
    LABEL = "label", _("label")
    SPIN_OFF = "spin_off", _("essaimage")


class Milestone(models.Model):
    """Something that happened to the pole or to one of its structures, as a source tells it.

    `on` sorts; `when` says the date as precisely as the source does ("janvier 2014", "années 1990"); a label that
    ends has its last day in `until_on`.
    """

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="milestones")
    structure = models.ForeignKey(Structure, models.PROTECT, null=True, blank=True, related_name="milestones")
    kind = models.CharField(max_length=20, choices=MilestoneKind, default=MilestoneKind.EVENT)
    on = models.DateField()
    when = models.CharField(max_length=60)
    until_on = models.DateField(null=True, blank=True)
    title = models.CharField(max_length=200)
    detail = models.TextField(blank=True)
    source = models.CharField(max_length=200, blank=True)
    source_url = models.URLField(blank=True, max_length=400)

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return self.title
