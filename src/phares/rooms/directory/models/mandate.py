"""Mandates: for whom a person acts, as what, from when to when."""

from django.db import models
from django.db.models import Q

from phares.rooms.directory.models.period import PeriodQuerySet, period_in_order
from phares.rooms.directory.models.person import Person
from phares.rooms.directory.models.pole import Pole
from phares.rooms.directory.models.structure import ResidentsGroup, Structure
from phares.rooms.directory.roles import ROLES, Role, role_choices


class Mandate(models.Model):
    """A person's dated right to act in a role: for a structure, for a residents' group, or for the pole itself."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="mandates")
    pole = models.ForeignKey(Pole, models.PROTECT, related_name="mandates")
    structure = models.ForeignKey(Structure, models.PROTECT, null=True, blank=True, related_name="mandates")
    group = models.ForeignKey(ResidentsGroup, models.PROTECT, null=True, blank=True, related_name="mandates")
    role = models.CharField(max_length=20, choices=role_choices)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            period_in_order("mandate_period_in_order"),
            models.CheckConstraint(
                condition=Q(structure__isnull=True) | Q(group__isnull=True), name="mandate_for_one_at_most"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.as_role.label}"

    @property
    def as_role(self) -> Role:
        """Return the role with its permissions."""
        return ROLES[self.role]

    @property
    def acts_for(self) -> Structure | ResidentsGroup | Pole:
        """Return whom the person acts for with this mandate."""
        return self.structure or self.group or self.pole
