"""Sharing keys: by what parts and measures a means is paid, from which day on, once all who use it have said yes."""

from fractions import Fraction
from typing import Self

from django.conf import settings
from django.db import models

from phares.rooms.cooperation.models.cooperation import Party
from phares.rooms.cooperation.models.means import Means, MeansUse


class KeyQuerySet(models.QuerySet["SharingKey"]):
    """Keys."""

    def waiting(self) -> Self:
        """Keep those to which somebody has not answered yet."""
        return self.filter(held_at=None, refused_at=None)

    def holding(self) -> Self:
        """Keep those to which all who use the means have said yes."""
        return self.filter(held_at__isnull=False)


class SharingKey(models.Model):
    """A key proposed from a day on; it holds when all who use the means accept it, and falls when one refuses."""

    means = models.ForeignKey(Means, models.CASCADE, related_name="keys")
    from_on = models.DateField()
    proposed_by = models.ForeignKey(Party, models.PROTECT, related_name="+")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    held_at = models.DateTimeField(null=True, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)

    objects = KeyQuerySet.as_manager()

    class Meta:
        ordering = ["-from_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["means"],
                condition=models.Q(held_at__isnull=True, refused_at__isnull=True),
                name="sharing_key_one_waiting",
            ),
            models.UniqueConstraint(
                fields=["means", "from_on"],
                condition=models.Q(held_at__isnull=False),
                name="sharing_key_one_per_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.means} {self.from_on}"


class KeyPart(models.Model):
    """A part of the amount: an exact share of it, split equally, or by a measure when it has one."""

    key = models.ForeignKey(SharingKey, models.CASCADE, related_name="parts")
    position = models.PositiveSmallIntegerField()
    numerator = models.PositiveIntegerField()
    denominator = models.PositiveIntegerField()
    measure = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["key", "position"], name="key_part_place_once"),
            models.CheckConstraint(
                condition=models.Q(numerator__gt=0, denominator__gt=0, numerator__lte=models.F("denominator")),
                name="key_part_is_a_share",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.share} {self.measure}"

    @property
    def share(self) -> Fraction:
        """Return the exact share of the amount that this part splits."""
        return Fraction(self.numerator, self.denominator)


class KeyWeight(models.Model):
    """How much a user counts in a part split by a measure."""

    part = models.ForeignKey(KeyPart, models.CASCADE, related_name="weights")
    use = models.ForeignKey(MeansUse, models.CASCADE, related_name="+")
    amount = models.DecimalField(max_digits=12, decimal_places=3)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["part", "use"], name="key_weight_once"),
            models.CheckConstraint(condition=models.Q(amount__gte=0), name="key_weight_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.use} {self.amount}"


class KeyAnswer(models.Model):
    """What a party said of a proposed key."""

    key = models.ForeignKey(SharingKey, models.CASCADE, related_name="answers")
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    accepted = models.BooleanField()
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    answered_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["key", "party"], name="key_answer_once_per_party")]

    def __str__(self) -> str:
        return f"{self.party} {self.accepted}"
