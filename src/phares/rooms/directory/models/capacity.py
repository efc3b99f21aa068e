"""Capacities: the skills and the means that a structure can put into a common answer, each with its amount."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phares.rooms.directory.models.skill_domain import SkillDomain
from phares.rooms.directory.models.structure import Structure


class CapacityKind(models.TextChoices):
    """What a capacity is made of."""

    SKILL = "skill", _("savoir-faire")
    MEANS = "means", _("moyen")


class Capacity(models.Model):
    """So much of a skill or of a means: « mécanique cycle, 2 personnes ».

    `plain` is the name as searched, so that two structures that write it in two ways have the same skill.
    """

    structure = models.ForeignKey(Structure, models.CASCADE, related_name="capacities")
    kind = models.CharField(max_length=10, choices=CapacityKind)
    name = models.CharField(max_length=120)
    plain = models.CharField(max_length=160, db_index=True, editable=False)
    amount = models.DecimalField(max_digits=10, decimal_places=2, default=1, validators=[MinValueValidator(0)])
    unit = models.CharField(max_length=30, blank=True)
    domain = models.ForeignKey(SkillDomain, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-kind", "plain", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gte=0), name="capacity_not_negative"),
            models.UniqueConstraint(fields=["structure", "kind", "plain", "unit"], name="capacity_once_per_structure"),
        ]

    def __str__(self) -> str:
        return self.name
