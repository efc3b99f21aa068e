"""Experience sheets: what was done together, written so that another pole can do it too."""

import re

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phares.rooms.cooperation.models import Cooperation
from phares.rooms.directory.models import Pole, Structure
from phares.rooms.publishing.models.publisher import Publisher
from phares.rooms.publishing.models.rubric import Rubric

ARCHIVE_TAG = re.compile(r"^(?:VIEUX|ARCHIVE)((?:19|20)\d\d)$", re.IGNORECASE)


class SheetState(models.TextChoices):
    """Where a sheet stands on its way to its readers."""

    DRAFT = "draft", _("brouillon")
    READ = "read", _("relue")
    AGREED = "agreed", _("validée par les partenaires")
    PUBLISHED = "published", _("publiée")
    WITHDRAWN = "withdrawn", _("retirée")


def archive_year(tags: list[str]) -> str:
    """Return the year that an archive tag such as VIEUX2015 says; nothing without such a tag."""
    return next((found[1] for tag in tags if (found := ARCHIVE_TAG.match(tag))), "")


class ExperienceSheet(models.Model):
    """A fiche d’expérience: its words as they are being written, and the version that everybody reads.

    `words` holds the fields of `sheet_fields`. `version` is the published one, `shown_on` the day that it bears: while
    it stands, what is written anew is not shown. `named` are the structures that its words name: they review it, and
    it leaves out those no longer shown.
    """

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="sheets")
    cooperation = models.ForeignKey(Cooperation, models.PROTECT, null=True, blank=True, related_name="sheets")
    structure = models.ForeignKey(Structure, models.PROTECT, null=True, blank=True, related_name="sheets")
    rubric = models.ForeignKey(Rubric, models.PROTECT, null=True, blank=True, related_name="sheets")
    publisher = models.ForeignKey(Publisher, models.PROTECT, related_name="sheets")
    words = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=SheetState, default=SheetState.DRAFT)
    version = models.OneToOneField(
        "publishing.SheetVersion", models.PROTECT, null=True, blank=True, related_name="shown_by"
    )
    shown_on = models.DateField(null=True, blank=True, editable=False)
    slug = models.SlugField(max_length=120, blank=True)
    named = models.ManyToManyField(Structure, blank=True, related_name="+")
    source_url = models.URLField(max_length=400, blank=True)
    private_contact = models.CharField(max_length=200, blank=True)
    withdrawal_word = models.CharField(max_length=300, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    begun_at = models.DateTimeField()
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["-written_at", "-pk"]
        indexes = [
            models.Index(
                fields=["pole", "slug"], condition=models.Q(version__isnull=False), name="sheet_at_its_address"
            ),
            # What is out in a pole is counted without reading its words.
            models.Index(fields=["pole", "structure"], condition=models.Q(version__isnull=False), name="sheet_out"),
            # The latest come first, in a pole and in all of them, without putting all in order.
            models.Index(
                fields=["pole", "-shown_on", "-version"], condition=models.Q(version__isnull=False), name="sheet_latest"
            ),
            models.Index(
                fields=["-shown_on", "-version"], condition=models.Q(version__isnull=False), name="sheet_latest_of_all"
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["pole", "slug"], condition=~models.Q(slug=""), name="sheet_slug_once"),
            models.CheckConstraint(
                condition=models.Q(version__isnull=False) | ~models.Q(state="published"),
                name="sheet_shown_is_a_version",
            ),
        ]

    def __str__(self) -> str:
        return str(self.words.get("title") or _("Fiche sans titre"))

    @property
    def is_archive(self) -> bool:
        """Say whether the sheet was published elsewhere before."""
        return bool(self.source_url)

    @property
    def asks_contact(self) -> bool:
        """Say whether a common address is needed: always, but for an archive that came without any."""
        return not self.is_archive or bool(self.private_contact)

    def get_absolute_url(self) -> str:
        """Return the address that readers are given."""
        return reverse("publishing:sheet", args=[self.pole.slug, self.slug])


class SheetAddress(models.Model):
    """An address at which a sheet was read once: it leads to the sheet for ever."""

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="+")
    slug = models.SlugField(max_length=120)
    sheet = models.ForeignKey(ExperienceSheet, models.CASCADE, related_name="addresses")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pole", "slug"], name="sheet_address_once_per_pole")]

    def __str__(self) -> str:
        return self.slug


class SheetWord(models.Model):
    """A keyword or a #tag of a published sheet, as written and as searched."""

    sheet = models.ForeignKey(ExperienceSheet, models.CASCADE, related_name="index_words")
    is_tag = models.BooleanField(default=False)
    word = models.CharField(max_length=80)
    slug = models.CharField(max_length=80, db_index=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["sheet", "is_tag", "slug"], name="sheet_word_once")]

    def __str__(self) -> str:
        return f"#{self.word}" if self.is_tag else self.word
