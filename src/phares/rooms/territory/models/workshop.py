"""Workshops: cards sorted together into problems, problems weighed by dots, decisions taken, minutes that stay."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phares.rooms.directory.models import Gathering, Pole, Structure
from phares.rooms.territory.models.problem import Observation, Problem
from phares.rooms.territory.models.voice import Voice


class Phase(models.TextChoices):
    """Where a workshop stands."""

    PREPARE = "prepare", _("en préparation")
    SORT = "sort", _("tri des cartes")
    VOTE = "vote", _("points")
    CLOSED = "closed", _("clos")


class Presence(models.TextChoices):
    """The kinds by which those who are there are counted; nobody is named."""

    RESIDENTS = "residents", _("habitantes et habitants")
    STRUCTURES = "structures", _("structures du pôle")
    ASSOCIATIONS = "assocs", _("autres associations")
    COMPANIES = "companies", _("entreprises")
    AUTHORITIES = "authority", _("collectivités et services publics")
    SCHOOLS = "schools", _("écoles et recherche")
    OTHERS = "others", _("autres")


class Workshop(models.Model):
    """What is done at a gathering; `minutes` is what was sorted, weighed and decided, as it stood at the closing.

    No person is named here: who did what stands in the journal alone, and those present are counted by kind.
    The name of somebody erased alone may leave the words of the minutes: `names_removed` counts how often.
    """

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="workshops")
    gathering = models.OneToOneField(Gathering, models.PROTECT, related_name="workshop")
    phase = models.CharField(max_length=7, choices=Phase, default=Phase.PREPARE)
    dots_each = models.PositiveSmallIntegerField(default=3)
    code = models.CharField(max_length=6)
    next_on = models.DateField(null=True, blank=True)
    next_words = models.CharField(max_length=300, blank=True)
    minutes: Any = models.JSONField(default=dict)
    closed_at = models.DateTimeField(null=True, blank=True)
    names_removed = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["-gathering__starts_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["pole", "code"], name="workshop_code_once"),
            models.CheckConstraint(condition=Q(dots_each__gte=1, dots_each__lte=10), name="workshop_dots_bounded"),
            models.CheckConstraint(
                condition=Q(phase="closed", closed_at__isnull=False) | (~Q(phase="closed") & Q(closed_at=None)),
                name="workshop_closed_at_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return self.gathering.title

    @property
    def is_closed(self) -> bool:
        """Say whether nothing moves any more."""
        return self.closed_at is not None

    def get_absolute_url(self) -> str:
        """Return the address of the workshop's page."""
        return reverse("territory:workshop", args=[self.gathering.pole.slug, self.pk])


class WorkshopProblem(models.Model):
    """A problem on the wall: one that is known, or a new one, which is written for good at the closing.

    `merged_into` is the one that says the same: its column shows the cards and decisions of both. Each keeps its own,
    so that they can be taken apart again until the closing.
    """

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="wall")
    problem = models.ForeignKey(Problem, models.PROTECT, null=True, blank=True, related_name="+")
    title = models.CharField(max_length=140)
    kinds: Any = models.JSONField(default=list)
    split_from = models.ForeignKey(Problem, models.PROTECT, null=True, blank=True, related_name="+")
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["workshop", "problem"], name="workshop_problem_once"),
            models.UniqueConstraint(fields=["workshop", "title"], name="workshop_title_once"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def column(self) -> "WorkshopProblem":
        """Return the problem under whose name it stands."""
        return self.merged_into or self


class WorkshopCard(models.Model):
    """A card: words that everybody may read, what a structure sees, or what was written there (`is_written_there`)."""

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="cards")
    voice = models.ForeignKey(Voice, models.PROTECT, null=True, blank=True, related_name="+")
    observation = models.ForeignKey(Observation, models.PROTECT, null=True, blank=True, related_name="+")
    under = models.ForeignKey(WorkshopProblem, models.PROTECT, null=True, blank=True, related_name="cards")
    is_aside = models.BooleanField(default=False)
    is_written_there = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(voice__isnull=False, observation=None) | Q(voice=None, observation__isnull=False),
                name="workshop_card_of_one",
            ),
            models.CheckConstraint(condition=Q(is_aside=False) | Q(under=None), name="workshop_card_in_one_place"),
            models.UniqueConstraint(fields=["workshop", "voice"], name="workshop_voice_once"),
            models.UniqueConstraint(fields=["workshop", "observation"], name="workshop_observation_once"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class WorkshopPresence(models.Model):
    """How many of one kind are there."""

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="presences")
    kind = models.CharField(max_length=10, choices=Presence)
    count = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["workshop", "kind"], name="workshop_presence_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.count}"


class WorkshopDots(models.Model):
    """Dots under a problem: counted from the wall (no `hand`), or put there by one phone, whose mark tells no name.

    The marks go at the closing: the totals alone stay.
    """

    wall = models.ForeignKey(WorkshopProblem, models.CASCADE, related_name="dots")
    hand = models.CharField(max_length=43, blank=True)
    count = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["wall", "hand"], name="workshop_dots_once_a_hand")]

    def __str__(self) -> str:
        return str(self.count)


class WorkshopDecision(models.Model):
    """What was decided, and who takes it on: a structure or, in words, a group or an institution."""

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="decisions")
    wall = models.ForeignKey(WorkshopProblem, models.PROTECT, null=True, blank=True, related_name="decisions")
    words = models.CharField(max_length=300)
    structure = models.ForeignKey(Structure, models.PROTECT, null=True, blank=True, related_name="+")
    who = models.CharField(max_length=120, blank=True)
    due_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.words


class MinutesSending(models.Model):
    """The day on which the minutes of a closed workshop were given to those who were there, and how."""

    workshop = models.OneToOneField(Workshop, models.CASCADE, related_name="sending")
    sent_on = models.DateField()
    words = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.words
