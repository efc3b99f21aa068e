"""Items: a need or an offer, as somebody said it."""

from datetime import date
from decimal import Decimal
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phares.rooms.directory.models import Held, Pole
from phares.rooms.directory.models.held import one_holder
from phares.rooms.directory.models.period import period_in_order
from phares.rooms.directory.models.structure import Visibility

LONGEST_TITLE = 140
LONGEST_NAME = 80


class Side(models.TextChoices):
    """What is said: something missing, or something that can be given."""

    NEED = "need", _("besoin")
    OFFER = "offer", _("offre")


class Kind(models.TextChoices):
    """What it is about."""

    SPACE = "space", _("un lieu")
    EQUIPMENT = "equipment", _("du matériel")
    SKILL = "skill", _("un savoir-faire")
    HOURS = "hours", _("des heures de travail")
    PURCHASE = "purchase", _("un achat")
    KNOWLEDGE = "knowledge", _("une information, un conseil")
    TRANSPORT = "transport", _("un transport")
    MONEY = "money", _("de l’argent")
    OTHER = "other", _("autre chose")


class Exchange(models.TextChoices):
    """Against what."""

    FREE = "free", _("gratuitement")
    BARTER = "barter", _("en échange d’autre chose")
    PAID = "paid", _("contre paiement")


class ItemQuerySet(models.QuerySet["Item"]):
    """Needs and offers."""

    def needs(self) -> Self:
        """Keep the needs."""
        return self.filter(side=Side.NEED)

    def offers(self) -> Self:
        """Keep the offers."""
        return self.filter(side=Side.OFFER)

    def open_on(self, day: date) -> Self:
        """Keep those that are neither withdrawn, nor met by a cooperation, nor over, nor past their last day here."""
        still = Q(until_on__isnull=True) | Q(until_on__gte=day)
        kept = Q(expires_on__isnull=True) | Q(expires_on__gte=day)
        return self.filter(still, kept, withdrawn_at__isnull=True, met_at__isnull=True)


class Item(Held):
    """A need or an offer of a structure, a residents' group or a resident.

    `draft` names the draft from which it was said, so that a second click on the last button says nothing twice.
    What has no last day of its own (`until_on`) is shown until `expires_on`, which its holder puts off as often as it
    likes. `said_by` is who spoke, where somebody else noted it; `kept_at` is when the holder said that this is right.
    `quantity_used` is what cooperations have already taken of an offer that several needs share.
    """

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="items")
    side = models.CharField(max_length=5, choices=Side)
    kind = models.CharField(max_length=12, choices=Kind)
    title = models.CharField(max_length=LONGEST_TITLE)
    text = models.TextField(blank=True)
    quote = models.TextField(blank=True)
    said_on = models.DateField()
    quantity = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    unit = models.CharField(max_length=20, blank=True)
    from_on = models.DateField(null=True, blank=True)
    until_on = models.DateField(null=True, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    quantity_used = models.DecimalField(max_digits=10, decimal_places=2, default=0)
    weekly = models.JSONField(default=list, blank=True)
    place = models.CharField(max_length=120, blank=True)
    exchange = models.CharField(max_length=8, choices=Exchange, blank=True)
    visibility = models.CharField(max_length=10, choices=Visibility, default=Visibility.POLE)
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    noted_for_another = models.BooleanField(default=False)
    said_by = models.CharField(max_length=LONGEST_NAME, blank=True)
    kept_at = models.DateTimeField(null=True, blank=True)
    said_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    met_at = models.DateTimeField(null=True, blank=True)
    draft = models.CharField(max_length=32, null=True, blank=True, editable=False)
    search_text = models.TextField(blank=True, editable=False)

    objects = ItemQuerySet.as_manager()

    class Meta:
        ordering = ["-said_at", "-pk"]
        constraints = [
            one_holder("item_one_holder"),
            period_in_order("item_period_in_order"),
            models.CheckConstraint(
                condition=Q(quantity__isnull=True) | Q(quantity__gt=0), name="item_quantity_above_zero"
            ),
            models.CheckConstraint(
                condition=Q(quantity_used=0) | Q(quantity_used__gt=0, quantity_used__lte=F("quantity")),
                name="item_used_within_quantity",
            ),
            models.UniqueConstraint(fields=["draft"], name="item_once_per_draft"),
        ]
        indexes = [
            models.Index(fields=["pole", "side", "-said_at"], name="item_pole_side_latest"),
            models.Index(
                fields=["pole", "side"],
                condition=Q(withdrawn_at__isnull=True, met_at__isnull=True),
                name="item_still_waiting",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the address of the item's page."""
        return reverse("cooperation:item", args=[self.pole.slug, self.pk])

    @property
    def is_need(self) -> bool:
        """Say whether something is missing, rather than given."""
        return self.side == Side.NEED

    def is_open(self, day: date) -> bool:
        """Say whether the item still waits for somebody on `day`; the same rule as `open_on`."""
        last_days = [last for last in (self.until_on, self.expires_on) if last is not None]
        over: Any = self.withdrawn_at or self.met_at or any(last < day for last in last_days)
        return not over

    @property
    def quantity_left(self) -> Decimal | None:
        """Return what nobody has taken yet; nothing where no quantity was said."""
        return None if self.quantity is None else self.quantity - self.quantity_used
