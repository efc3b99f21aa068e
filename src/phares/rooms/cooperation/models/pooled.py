"""Pooled proposals: the same need at several structures, what each would pay alone and together, who is in."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phares.rooms.cooperation.models.cooperation import Cooperation
from phares.rooms.cooperation.models.item import LONGEST_NAME, LONGEST_TITLE, Item
from phares.rooms.cooperation.models.match import Choice
from phares.rooms.directory.models import Pole


class PooledForm(models.TextChoices):
    """What several structures with one need could do about it together."""

    GROUP_PURCHASE = "group_purchase", _("un achat groupé")
    SHARED_JOB = "shared_job", _("un emploi partagé")
    SHARED_EQUIPMENT = "shared_equipment", _("du matériel partagé")
    SHARED_SPACE = "shared_space", _("un lieu partagé")
    TRAINING = "training", _("une formation commune")
    OTHER = "other", _("autre chose, ensemble")


class PooledProposal(models.Model):
    """Needs put together, with the prices from which one reckons whether it is worth it.

    All prices are whole cents, unknown until somebody writes them: for one unit and once for all, alone and together.
    `source` says where they come from.
    """

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="pooled_proposals")
    form = models.CharField(max_length=20, choices=PooledForm)
    title = models.CharField(max_length=LONGEST_TITLE)
    unit = models.CharField(max_length=20, blank=True)
    unit_alone_cents = models.PositiveBigIntegerField(null=True, blank=True)
    unit_together_cents = models.PositiveBigIntegerField(null=True, blank=True)
    once_alone_cents = models.PositiveBigIntegerField(null=True, blank=True)
    once_together_cents = models.PositiveBigIntegerField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)
    priced_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    priced_at = models.DateTimeField(null=True, blank=True)
    proposed_at = models.DateTimeField()
    cooperation = models.OneToOneField(Cooperation, models.SET_NULL, null=True, blank=True, related_name="pooled")

    class Meta:
        ordering = ["-proposed_at", "-pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def is_priced(self) -> bool:
        """Say whether somebody has written the prices."""
        return self.priced_at is not None

    def get_absolute_url(self) -> str:
        """Return the address of the proposal's page."""
        return reverse("cooperation:pooled", args=[self.pole.slug, self.pk])


class PooledPart(models.Model):
    """One need in a pooled proposal: how much its holder would take, and whether it is interested."""

    proposal = models.ForeignKey(PooledProposal, models.CASCADE, related_name="parts")
    need = models.ForeignKey(Item, models.PROTECT, related_name="pooled_parts")
    quantity = models.DecimalField(max_digits=10, decimal_places=2, default=1)
    choice = models.CharField(max_length=12, choices=Choice, blank=True)
    back_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    said_by = models.CharField(max_length=LONGEST_NAME, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["proposal", "need"], name="pooled_part_once_per_need"),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="pooled_part_quantity_above_zero"),
        ]

    def __str__(self) -> str:
        return f"{self.proposal_id} {self.need_id}"
