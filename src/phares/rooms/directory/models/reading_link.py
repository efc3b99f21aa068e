"""Reading links: what lets a funder read without account, until a day, and nothing more."""

from datetime import date, timedelta
from typing import Self

from django.db import models

from phares.rooms.directory.models.person import Person
from phares.rooms.directory.models.pole import Pole
from phares.rooms.directory.roles import READING_SCOPES, Role, scope_choices

LONGEST = timedelta(days=366)


class ReadingLinkQuerySet(models.QuerySet["ReadingLink"]):
    """Reading links, those that open something set apart."""

    def open(self, day: date) -> Self:
        """Keep those that open on `day`: not taken back, not past their last day."""
        return self.filter(withdrawn_at=None, until_on__gte=day)


class ReadingLink(models.Model):
    """A link that a funder or an authority opens to read, within a scope; visits are counted, nobody is followed."""

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="reading_links")
    reader = models.CharField(max_length=120)
    scope = models.CharField(max_length=20, choices=scope_choices)
    made_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()
    until_on = models.DateField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    visits = models.PositiveIntegerField(default=0)

    objects = ReadingLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.reader

    @property
    def as_role(self) -> Role:
        """Return what the link lets its reader see."""
        return READING_SCOPES[self.scope]
