"""Chains of barter: each gives to the next, and the last one gives to the first."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from phares.rooms.cooperation.models.cooperation import Cooperation
from phares.rooms.cooperation.models.item import LONGEST_NAME, Item
from phares.rooms.directory.models import Held, Pole
from phares.rooms.directory.models.held import one_holder

FEWEST_LINKS, MOST_LINKS = 3, 5


class ChainQuerySet(models.QuerySet["Chain"]):
    """Chains."""

    def waiting(self) -> Self:
        """Keep those that everybody has not accepted and nobody has closed."""
        return self.filter(agreed_at__isnull=True, closed_at__isnull=True)


class Chain(models.Model):
    """Three to five structures, each of which answers the next one's need: accepted by all of them, or not at all.

    `closed_at` says that one of them did not want it; who, and why, is written in no place that others read.
    """

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="chains")
    proposed_at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    cooperation = models.OneToOneField(Cooperation, models.SET_NULL, null=True, blank=True, related_name="chain")

    objects = ChainQuerySet.as_manager()

    class Meta:
        ordering = ["-proposed_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(agreed_at__isnull=True) | Q(closed_at__isnull=True), name="chain_agreed_or_closed"
            )
        ]

    def __str__(self) -> str:
        return f"{self.pole_id} {self.proposed_at:%Y-%m-%d}"

    @property
    def is_waiting(self) -> bool:
        """Say whether somebody still has to answer."""
        return self.agreed_at is None and self.closed_at is None

    def get_absolute_url(self) -> str:
        """Return the address of the chain's page."""
        return reverse("cooperation:chain", args=[self.pole.slug, self.pk])


class ChainLink(Held):
    """One of the chain: its holder gives `offer`, which answers `need`, the need of the one who comes next."""

    chain = models.ForeignKey(Chain, models.CASCADE, related_name="links")
    position = models.PositiveSmallIntegerField()
    offer = models.ForeignKey(Item, models.PROTECT, related_name="+")
    need = models.ForeignKey(Item, models.PROTECT, related_name="+")
    accepted = models.BooleanField(null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    said_by = models.CharField(max_length=LONGEST_NAME, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            one_holder("chain_link_one_holder"),
            models.UniqueConstraint(fields=["chain", "position"], name="chain_link_once_per_place"),
            models.UniqueConstraint(fields=["chain", "structure"], name="chain_link_once_per_structure"),
        ]

    def __str__(self) -> str:
        return f"{self.chain_id} {self.position}"
