"""Cooperations and their parties: the noun that everything else carries."""

from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phares.rooms.cooperation.models.match import Match
from phares.rooms.directory.models import Held, Pole
from phares.rooms.directory.models.held import one_holder
from phares.rooms.directory.models.period import period_in_order


class Form(models.TextChoices):
    """What the parties do together."""

    LOAN = "loan", _("un prêt")
    BARTER = "barter", _("un échange de services")
    POOLED_SERVICE = "pooled_service", _("un service partagé")
    SHARED_JOB = "shared_job", _("un emploi partagé")
    JOINT_BID = "joint_bid", _("une réponse commune à un appel")
    CO_PRODUCTION = "co_production", _("une action faite ensemble")
    COMMON_ENTITY = "common_entity", _("une entité commune")


class State(models.TextChoices):
    """Where a cooperation stands."""

    TO_SIGN = "to_sign", _("à signer")
    RUNNING = "running", _("en cours")
    ENDED = "ended", _("terminée")
    STOPPED = "stopped", _("arrêtée avant la fin")


class Openness(models.TextChoices):
    """Who may see that the cooperation exists and what came of it; promises stay between the parties and the pole."""

    PARTIES = "parties", _("les parties et la coordination")
    POLE = "pole", _("les structures du pôle")
    PUBLIC = "public", _("tout le monde")


class CooperationQuerySet(models.QuerySet["Cooperation"]):
    """Cooperations."""

    def running(self) -> Self:
        """Keep those that every party has signed and that are not over."""
        return self.filter(state=State.RUNNING)

    def agreed(self) -> Self:
        """Keep those that every party has signed once, over or not."""
        return self.filter(started_at__isnull=False)


class Cooperation(models.Model):
    """Something that two or more parties do together."""

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="cooperations")
    match = models.ForeignKey(Match, models.PROTECT, null=True, blank=True, related_name="cooperations")
    title = models.CharField(max_length=140)
    purpose = models.TextField(max_length=600)
    form = models.CharField(max_length=20, choices=Form)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    openness = models.CharField(max_length=10, choices=Openness, default=Openness.POLE)
    state = models.CharField(max_length=10, choices=State, default=State.TO_SIGN)
    written_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ending_word = models.CharField(max_length=400, blank=True)
    story_chosen_at = models.DateTimeField(null=True, blank=True)
    search_text = models.TextField(blank=True, editable=False)

    objects = CooperationQuerySet.as_manager()

    class Meta:
        ordering = ["-written_at", "-pk"]
        constraints = [period_in_order("cooperation_period_in_order")]

    def __str__(self) -> str:
        return self.title

    @property
    def is_tellable(self) -> bool:
        """Say whether the first page may tell it: its parties made it public, and it began."""
        return self.openness == Openness.PUBLIC and self.started_at is not None

    @property
    def is_over(self) -> bool:
        """Say whether the parties have ended it."""
        return self.state in {State.ENDED, State.STOPPED}

    def get_absolute_url(self) -> str:
        """Return the address of the cooperation's page."""
        return reverse("cooperation:cooperation", args=[self.pole.slug, self.pk])


class Party(Held):
    """A structure, a residents' group or a resident in a cooperation, with what it does there."""

    cooperation = models.ForeignKey(Cooperation, models.CASCADE, related_name="parties")
    role = models.CharField(max_length=120, blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            one_holder("party_one_holder"),
            models.UniqueConstraint(fields=["cooperation", "structure"], name="party_structure_once"),
            models.UniqueConstraint(fields=["cooperation", "group"], name="party_group_once"),
            models.UniqueConstraint(fields=["cooperation", "resident"], name="party_resident_once"),
        ]

    def __str__(self) -> str:
        return str(self.holder)
