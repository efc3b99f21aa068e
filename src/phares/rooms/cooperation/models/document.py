"""Documents of a cooperation: what each is, and all its versions."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.models import Attachment
from phares.rooms.cooperation.models.cooperation import Cooperation


class DocumentKind(models.TextChoices):
    """What a document is."""

    CONVENTION = "convention", _("convention")
    BUDGET = "budget", _("budget")
    QUOTE = "quote", _("devis ou facture")
    MINUTES = "minutes", _("compte rendu")
    REPORT = "report", _("bilan")
    PICTURE = "picture", _("photo")
    OTHER = "other", _("autre document")


class Document(models.Model):
    """A document by its title; what it says is in its versions."""

    cooperation = models.ForeignKey(Cooperation, models.CASCADE, related_name="documents")
    kind = models.CharField(max_length=12, choices=DocumentKind)
    title = models.CharField(max_length=120)

    class Meta:
        ordering = ["kind", "title", "pk"]

    def __str__(self) -> str:
        return self.title


class DocumentVersion(models.Model):
    """One version of a document: its file, and what changed in it; former versions stay."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    file = models.ForeignKey(Attachment, models.PROTECT, related_name="+")
    change = models.CharField(max_length=160, blank=True)
    brought_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    brought_at = models.DateTimeField()

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="document_version_once")]

    def __str__(self) -> str:
        return f"{self.document} v{self.number}"
