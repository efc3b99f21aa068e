"""Problems: voices, observations and figures that speak of the same thing, as people grouped them."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phares.rooms.cooperation.models import Item
from phares.rooms.directory.models import Pole, Structure
from phares.rooms.territory.models.district import District
from phares.rooms.territory.models.figure import Figure
from phares.rooms.territory.models.voice import Concerned, Voice


class Kind(models.TextChoices):
    """What sort of problem it is; one may be of several."""

    SOCIAL = "social", _("social")
    ECONOMIC = "economic", _("économique")
    ECOLOGICAL = "ecological", _("écologique")


class ProblemQuerySet(models.QuerySet["Problem"]):
    """Problems."""

    def standing(self) -> Self:
        """Keep those that were not merged into another."""
        return self.filter(merged_into=None)

    def of_kind(self, kind: str) -> Self:
        """Keep those of one kind, whatever else they are."""
        return self.filter(**{f"is_{kind}": True}) if kind in Kind.values else self


class Problem(models.Model):
    """A problem of the territory; `merged_into` and `split_from` are its lineage.

    `coordinator` is the structure that coordinates the responses; where there are two responses or more and none, the
    page says that nobody does.
    """

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="problems")
    title = models.CharField(max_length=140)
    text = models.TextField(max_length=2000, blank=True)
    causes = models.TextField(max_length=1200, blank=True)
    concerned = models.CharField(max_length=10, choices=Concerned, default=Concerned.EVERYONE)
    is_social = models.BooleanField(default=False)
    is_economic = models.BooleanField(default=False)
    is_ecological = models.BooleanField(default=False)
    district = models.ForeignKey(District, models.SET_NULL, null=True, blank=True, related_name="problems")
    coordinator = models.ForeignKey(Structure, models.PROTECT, null=True, blank=True, related_name="+")
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged")
    split_from = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    voices = models.ManyToManyField(Voice, through="ProblemVoice", related_name="problems")
    figures = models.ManyToManyField(Figure, related_name="problems")
    needs = models.ManyToManyField(Item, related_name="problems")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    written_at = models.DateTimeField()

    objects = ProblemQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_social=True) | Q(is_economic=True) | Q(is_ecological=True), name="problem_of_a_kind"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def kinds(self) -> list[Any]:
        """Return what sorts of problem it is, in words."""
        return [kind.label for kind in Kind if getattr(self, f"is_{kind.value}")]

    def get_absolute_url(self) -> str:
        """Return the address of the problem's page."""
        return reverse("territory:problem", args=[self.pole.slug, self.pk])


class ProblemVoice(models.Model):
    """A voice that somebody put with a problem."""

    problem = models.ForeignKey(Problem, models.CASCADE, related_name="groupings")
    voice = models.ForeignKey(Voice, models.CASCADE, related_name="groupings")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["problem", "voice"], name="problem_voice_once")]

    def __str__(self) -> str:
        return f"{self.problem_id} {self.voice_id}"


class Observation(models.Model):
    """What a structure sees, or a published figure says, of a problem; `says_otherwise` where it disagrees."""

    problem = models.ForeignKey(Problem, models.CASCADE, related_name="observations")
    structure = models.ForeignKey(Structure, models.PROTECT, null=True, blank=True, related_name="+")
    text = models.TextField(max_length=800)
    source = models.CharField(max_length=200, blank=True)
    says_otherwise = models.BooleanField(default=False)
    observed_on = models.DateField()
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        ordering = ["-observed_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(structure__isnull=False) | ~Q(source=""), name="observation_by_somebody_or_a_source"
            )
        ]

    def __str__(self) -> str:
        return self.text[:60]
