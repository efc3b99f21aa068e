"""Agreements and signatures: the text that the parties sign, each version frozen."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from phares.rooms.cooperation.models.cooperation import Cooperation, Party


class Agreement(models.Model):
    """One version of the text. Its words never change; the first signature freezes the bytes of its PDF.

    `words` is the whole text as data, `words_sha256` the SHA-256 of its canonical JSON.
    """

    cooperation = models.ForeignKey(Cooperation, models.CASCADE, related_name="agreements")
    number = models.PositiveSmallIntegerField()
    words = models.JSONField()
    words_sha256 = models.CharField(max_length=64)
    pdf = models.BinaryField(null=True)
    pdf_sha256 = models.CharField(max_length=64, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    written_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["cooperation", "number"], name="agreement_number_once"),
            models.UniqueConstraint(
                fields=["cooperation"], condition=models.Q(replaced_at__isnull=True), name="agreement_one_in_force"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.cooperation_id} v{self.number}"


class Manner(models.TextChoices):
    """How a party signed."""

    ON_SCREEN = "on_screen", _("à l’écran")
    IN_PRESENCE = "in_presence", _("en présence de la personne qui note")
    ON_THE_SPOT = "on_the_spot", _("sur place")


class Signature(models.Model):
    """A party's signature under one version; it holds as long as that version is in force."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="signatures")
    party = models.ForeignKey(Party, models.CASCADE, related_name="signatures")
    manner = models.CharField(max_length=12, choices=Manner)
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    mandate = models.ForeignKey("directory.Mandate", models.SET_NULL, null=True, related_name="+")
    signed_at = models.DateTimeField()

    class Meta:
        ordering = ["signed_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["agreement", "party"], name="signature_once_per_party")]

    def __str__(self) -> str:
        return f"{self.party_id} {self.signed_at:%Y-%m-%d}"
