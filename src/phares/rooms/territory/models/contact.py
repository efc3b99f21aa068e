"""Contacts: how to tell somebody what became of their words, kept apart from them and forgotten on a day."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from phares.rooms.cooperation.models import Joining
from phares.rooms.territory.models.voice import Voice


class Way(models.TextChoices):
    """How one hears back without the web."""

    PHONE = "phone", _("par téléphone")
    PASSES = "passes", _("en passant nous voir")
    NEIGHBOUR = "neighbour", _("par une voisine ou un voisin")


class VoiceContact(models.Model):
    """Who to tell, and how; shown to those who call back and to nobody else, erased on `erase_on`.

    `joining` is what was asked for them, in their presence, since they want to take part.
    """

    voice = models.OneToOneField(Voice, models.CASCADE, related_name="contact")
    way = models.CharField(max_length=10, choices=Way)
    name = models.CharField(max_length=80)
    words = models.CharField(max_length=120)
    wants_part = models.BooleanField(default=False)
    joining = models.ForeignKey(Joining, models.SET_NULL, null=True, blank=True, related_name="+")
    told_on = models.DateField(null=True, blank=True)
    told_words = models.CharField(max_length=300, blank=True)
    erase_on = models.DateField()

    class Meta:
        ordering = ["told_on", "pk"]
        indexes = [models.Index(fields=["erase_on"], name="voice_contact_erase_on")]

    def __str__(self) -> str:
        return self.name
