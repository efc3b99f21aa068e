"""Restitutions: what was said over a period, understood, done or not done and why; each version stays as published."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from phares.rooms.directory.models import Pole
from phares.rooms.territory.models.problem import Problem
from phares.rooms.territory.models.voice import Voice


class Restitution(models.Model):
    """What the pole tells back of a period; drafted from what is in the room, then written by the coordination."""

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="restitutions")
    first_on = models.DateField()
    last_on = models.DateField()
    lead = models.TextField(max_length=1200, blank=True)
    next_words = models.TextField(max_length=600, blank=True)
    voices = models.ManyToManyField(Voice, related_name="+")
    begun_at = models.DateTimeField()

    class Meta:
        ordering = ["-last_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(last_on__gte=F("first_on")), name="restitution_of_a_period"),
            models.UniqueConstraint(fields=["pole", "first_on", "last_on"], name="restitution_once_a_period"),
        ]

    def __str__(self) -> str:
        return f"{self.first_on} {self.last_on}"

    def get_absolute_url(self) -> str:
        """Return the address of its public page."""
        return reverse("territory:restitution", args=[self.pole.slug, self.pk])


class RestitutionLine(models.Model):
    """What is told of one problem: understood how, what is done beyond the responses, or why nothing is."""

    restitution = models.ForeignKey(Restitution, models.CASCADE, related_name="lines")
    problem = models.ForeignKey(Problem, models.CASCADE, related_name="+")
    understood = models.TextField(max_length=600, blank=True)
    done = models.TextField(max_length=600, blank=True)
    why_not = models.TextField(max_length=600, blank=True)

    class Meta:
        ordering = ["problem__title", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["restitution", "problem"], name="restitution_problem_once"),
            models.CheckConstraint(condition=Q(done="") | Q(why_not=""), name="restitution_done_or_why_not"),
        ]

    def __str__(self) -> str:
        return str(self.problem)


class RestitutionTranslation(models.Model):
    """The pole's own texts of a restitution in another language, by whom: pairs of a text and of how it is said there.

    A pair goes with its text, not with its place: where the text is written again, its translation is no longer shown.
    """

    restitution = models.ForeignKey(Restitution, models.CASCADE, related_name="translations")
    language = models.CharField(max_length=12)
    translator = models.CharField(max_length=80)
    texts: Any = models.JSONField(default=list)

    class Meta:
        ordering = ["language"]
        constraints = [
            models.UniqueConstraint(fields=["restitution", "language"], name="restitution_translated_once"),
            models.CheckConstraint(condition=~Q(translator=""), name="restitution_translator_named"),
        ]

    def __str__(self) -> str:
        return f"{self.restitution} {self.language}"


class RestitutionVersion(models.Model):
    """What was published, on its day; only ever added. Chosen words are kept as numbers: words taken away are gone.

    The name of somebody erased alone may leave its words: `names_removed` counts how often.
    """

    restitution = models.ForeignKey(Restitution, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    published_at = models.DateTimeField()
    corrected = models.CharField(max_length=300, blank=True)
    said: Any = models.JSONField()
    names_removed = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["restitution", "number"], name="restitution_version_once"),
            models.CheckConstraint(condition=Q(number=1) | ~Q(corrected=""), name="restitution_corrected_in_words"),
        ]

    def __str__(self) -> str:
        return f"{self.restitution} v{self.number}"
