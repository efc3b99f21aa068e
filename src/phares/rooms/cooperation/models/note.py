"""Notes in passing: two parties, one line, one day; a fact at once, which either of the two may correct or remove."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.models import Attachment
from phares.rooms.directory.models import Held, Pole
from phares.rooms.directory.models.held import one_holder


class NoteKind(models.TextChoices):
    """What one can note in passing; anything heavier is written between its parties as an agreement."""

    HELPED = "helped", _("un coup de main, un prêt, un échange")
    MET = "met", _("une rencontre, une information")


class NoteQuerySet(models.QuerySet["Note"]):
    """Notes."""

    def standing(self) -> Self:
        """Keep those that neither of the two has removed."""
        return self.filter(removed_at=None)


class Note(models.Model):
    """Something that two did together one day, without any text to sign.

    `draft` is drawn when the page opens, so that two clicks write one note.
    """

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="notes")
    on = models.DateField()
    what = models.CharField(max_length=160)
    kind = models.CharField(max_length=8, choices=NoteKind, default=NoteKind.HELPED)
    proof = models.ForeignKey(Attachment, models.SET_NULL, null=True, blank=True, related_name="+")
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    noted_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)
    draft = models.CharField(max_length=32, null=True, blank=True, unique=True, editable=False)

    objects = NoteQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return self.what


class NoteParty(Held):
    """One of the two."""

    note = models.ForeignKey(Note, models.CASCADE, related_name="parties")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            one_holder("note_party_one_holder"),
            models.UniqueConstraint(fields=["note", "position"], name="note_party_place_once"),
            models.CheckConstraint(condition=models.Q(position__in=[0, 1]), name="note_between_two"),
        ]

    def __str__(self) -> str:
        return str(self.holder)


class NoteVersion(models.Model):
    """What a note said before somebody corrected or removed it, who did and when."""

    note = models.ForeignKey(Note, models.CASCADE, related_name="versions")
    on = models.DateField()
    what = models.CharField(max_length=160)
    kind = models.CharField(max_length=8, choices=NoteKind)
    was_removed = models.BooleanField()
    replaced_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    replaced_at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.what} ({self.replaced_at:%Y-%m-%d})"
