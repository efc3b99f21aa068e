"""Memberships: how and when a structure takes part in the pole."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from phares.rooms.directory.models.period import PeriodQuerySet, period_in_order
from phares.rooms.directory.models.structure import Structure


class MembershipKind(models.TextChoices):
    """The ways to take part in a pole."""

    HOSTED = "hosted", _("hébergée")
    ASSOCIATE = "associate", _("associée")
    PARTNER = "partner", _("partenaire")
    SUPPORT = "support", _("soutien")


class Bounds(models.TextChoices):
    """What the two days of a period mean."""

    KNOWN = "known", _("entrée et sortie connues")
    ATTESTED = "attested", _("présence attestée ; entrée et sortie non établies")


class Membership(models.Model):
    """A period during which a structure takes part in its pole in one way.

    Where sources only say that a structure was there on some day, the bounds are `attested`: they are the first and the
    last day that a source vouches for, and nothing is claimed about the days outside.
    """

    structure = models.ForeignKey(Structure, models.PROTECT, related_name="memberships")
    kind = models.CharField(max_length=20, choices=MembershipKind)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    bounds = models.CharField(max_length=10, choices=Bounds, default=Bounds.KNOWN)
    surface_m2 = models.DecimalField(max_digits=8, decimal_places=1, null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)
    source_url = models.URLField(blank=True, max_length=400)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        ordering = ["from_on", "pk"]
        constraints = [period_in_order("membership_period_in_order")]

    def __str__(self) -> str:
        return f"{self.structure}, {self.get_kind_display()}"

    def holds_on(self, day: date) -> bool:
        """Say whether the structure takes part in this way on `day`."""
        return self.from_on <= day and (self.until_on is None or day <= self.until_on)
