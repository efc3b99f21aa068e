"""The nouns of the commons: the journal of acts, attachments in a private store, work due at a time."""

from django.conf import settings
from django.db import models

from phares.rooms.commons.models.backup import Backup, Pulse
from phares.rooms.commons.models.table_import import ImportedRow, TableImport

__all__ = ["Attachment", "Backup", "DueWork", "ImportedRow", "JournalEntry", "Pulse", "TableImport"]


class JournalEntry(models.Model):
    """One thing that happened: which event, when, by whom; ids only, so that erasing a person leaves it true.

    Rows are only ever added: the database refuses to change or remove one.
    """

    event = models.CharField(max_length=80, db_index=True)
    at = models.DateTimeField(db_index=True)
    pole_id = models.BigIntegerField(null=True, db_index=True)
    person_id = models.BigIntegerField(null=True)
    structure_id = models.BigIntegerField(null=True)
    mandate_id = models.BigIntegerField(null=True)
    subjects = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["pole_id", "-at"], name="journal_pole_latest")]

    def __str__(self) -> str:
        return f"{self.event} {self.at:%Y-%m-%d}"


class Attachment(models.Model):
    """A file that somebody brought: kept privately, typed by its content, known by its hash."""

    file = models.FileField(upload_to="%Y/%m/")
    name = models.CharField(max_length=150)
    content_type = models.CharField(max_length=80)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    brought_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    brought_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class DueWork(models.Model):
    """Work due at a time: what kind, on which subject, from when on; done once."""

    kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    due_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "subject_id"], name="due_work_once_per_subject")]
        indexes = [
            models.Index(fields=["due_at"], condition=models.Q(done_at__isnull=True), name="due_work_still_to_do")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject_id}"
