"""Papers: what each structure keeps ready for every call, and what is brought for one file alone."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from phares.rooms.commons.models import Attachment
from phares.rooms.directory.models import Structure
from phares.rooms.funding.models.application import Application
from phares.rooms.funding.models.call import AskedPaper, PaperKind


class Paper(models.Model):
    """A paper: a structure's own, reused from call to call until its last day, or that of one file (`asked`)."""

    structure = models.ForeignKey(Structure, models.PROTECT, null=True, blank=True, related_name="papers")
    application = models.ForeignKey(Application, models.CASCADE, null=True, blank=True, related_name="papers")
    asked = models.ForeignKey(AskedPaper, models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=12, choices=PaperKind)
    name = models.CharField(max_length=120)
    valid_until = models.DateField(null=True, blank=True)
    file = models.ForeignKey(Attachment, models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField(null=True, blank=True)
    brought_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    brought_at = models.DateTimeField()

    class Meta:
        ordering = ["kind", "-brought_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(structure__isnull=False, application=None)
                | Q(structure=None, application__isnull=False, asked__isnull=False),
                name="paper_of_a_structure_or_of_a_file",
            ),
        ]

    def __str__(self) -> str:
        return self.name
