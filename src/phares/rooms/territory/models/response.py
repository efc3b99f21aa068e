"""Responses: what answers a problem in part or in whole, with its dated results."""

from fractions import Fraction

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phares.rooms.cooperation.models import Cooperation
from phares.rooms.directory.models import Structure
from phares.rooms.funding.models import Call
from phares.rooms.territory.models.problem import Problem


class Extent(models.TextChoices):
    """How much of the problem it answers."""

    PART = "part", _("en partie")
    WHOLE = "whole", _("en entier")


class Stage(models.TextChoices):
    """Where it stands."""

    POSSIBLE = "possible", _("possible, pas décidée")
    RUNNING = "running", _("en cours")
    OVER = "over", _("terminée")


WHOSE = ("cooperation", "structure", "call")


def _by_one() -> Q:
    """Return the condition that one answers: a cooperation, a structure, a call, or somebody outside."""
    none = {f"{name}__isnull": True for name in WHOSE}
    each = [Q(**{**none, f"{name}__isnull": False}, outside="") for name in WHOSE]
    return each[0] | each[1] | each[2] | (Q(**none) & ~Q(outside=""))


SHARES = {Extent.PART.value: Fraction(1, 2), Extent.WHOLE.value: Fraction(1)}


class Response(models.Model):
    """A cooperation, a structure, a call or somebody outside answers; `cost_cents` and `hours`: a year's."""

    problem = models.ForeignKey(Problem, models.CASCADE, related_name="responses")
    cooperation = models.ForeignKey(Cooperation, models.PROTECT, null=True, blank=True, related_name="+")
    structure = models.ForeignKey(Structure, models.PROTECT, null=True, blank=True, related_name="+")
    call = models.ForeignKey(Call, models.PROTECT, null=True, blank=True, related_name="+")
    outside = models.CharField(max_length=120, blank=True)
    title = models.CharField(max_length=160)
    extent = models.CharField(max_length=5, choices=Extent, default=Extent.PART)
    stage = models.CharField(max_length=8, choices=Stage, default=Stage.RUNNING)
    since_on = models.DateField(null=True, blank=True)
    cost_cents = models.PositiveBigIntegerField(null=True, blank=True)
    hours = models.PositiveIntegerField(null=True, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["written_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=_by_one(), name="response_by_one"),
            models.UniqueConstraint(fields=["problem", "cooperation"], name="response_cooperation_once"),
            models.UniqueConstraint(fields=["problem", "call"], name="response_call_once"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def share(self) -> Fraction:
        """Return the share of the problem that it answers, as the reckoning takes it: half, or the whole."""
        return SHARES[self.extent]


class ResponseResult(models.Model):
    """What a response gave, on a day."""

    response = models.ForeignKey(Response, models.CASCADE, related_name="results")
    on = models.DateField()
    words = models.CharField(max_length=300)
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return self.words
