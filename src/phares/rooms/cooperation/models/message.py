"""Messages of a cooperation's common thread, which its parties alone read."""

from django.conf import settings
from django.db import models

from phares.rooms.cooperation.models.cooperation import Cooperation
from phares.rooms.directory.models import Held
from phares.rooms.directory.models.held import one_holder


class Message(Held):
    """What somebody said to all the parties for one of them; taken back, its words are gone and its place stays."""

    cooperation = models.ForeignKey(Cooperation, models.CASCADE, related_name="messages")
    text = models.TextField(max_length=2000, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    written_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [one_holder("message_one_holder")]

    def __str__(self) -> str:
        return f"{self.cooperation_id} {self.written_at:%Y-%m-%d}"
