"""Tables that somebody brought: what was read, what each line would do, did, and can still undo."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportState(models.TextChoices):
    """Where an import stands."""

    CHECKING = "checking", _("lecture en cours")
    CHECKED = "checked", _("à relire")
    WRITING = "writing", _("écriture en cours")
    WRITTEN = "written", _("importé")
    UNDONE = "undone", _("défait")


class TableImport(models.Model):
    """A table on its way into a pole; `sheets` holds its cells until they have served or a month has passed.

    `columns` says, for the place of each column kept, which of ours it is; `header` is the place of the line of names;
    `usual_day` is taken for the lines that do not say since when.
    """

    pole_id = models.BigIntegerField(db_index=True)
    subject = models.CharField(max_length=20)
    file_name = models.CharField(max_length=150)
    sha256 = models.CharField(max_length=64)
    understood = models.JSONField(default=dict)
    sheets = models.JSONField(default=list)
    sheet = models.PositiveSmallIntegerField(default=0)
    header = models.PositiveIntegerField(default=0)
    columns = models.JSONField(default=dict)
    usual_day = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=ImportState, default=ImportState.CHECKING)
    checked = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    trouble = models.CharField(max_length=300, blank=True)
    brought_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    brought_at = models.DateTimeField()
    written_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-brought_at", "-pk"]

    def __str__(self) -> str:
        return self.file_name

    @property
    def is_waiting(self) -> bool:
        """Say whether the machine is at work on it."""
        return self.state in {ImportState.CHECKING, ImportState.WRITING}


class RowState(models.TextChoices):
    """What a line does, or did."""

    NEW = "new", _("nouvelle")
    CHANGES = "changes", _("mise à jour")
    SAME = "same", _("sans changement")
    BAD = "bad", _("à corriger")
    UNDONE = "undone", _("défaite")


class ImportedRow(models.Model):
    """One line of a table: what is wrong in it, or what it changes; once written, where each value came from.

    `number` is the line as the file shows it. `changes` gives, for each entry, what it was and what it became, for a
    month. `subject` and `subject_id` name what it wrote, `also` the numbers of what it added beside.
    """

    table = models.ForeignKey(TableImport, models.CASCADE, related_name="lines")
    number = models.PositiveIntegerField()
    label = models.CharField(max_length=160, blank=True)
    state = models.CharField(max_length=10, choices=RowState)
    errors = models.JSONField(default=list)
    changes = models.JSONField(default=dict)
    subject = models.CharField(max_length=20, blank=True)
    subject_id = models.BigIntegerField(null=True)
    also = models.JSONField(default=dict)
    kept_because = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["number", "pk"]
        constraints = [models.UniqueConstraint(fields=["table", "number"], name="imported_row_once_per_line")]
        indexes = [models.Index(fields=["subject", "subject_id"], name="imported_row_subject")]

    def __str__(self) -> str:
        return f"{self.number} {self.label}"
