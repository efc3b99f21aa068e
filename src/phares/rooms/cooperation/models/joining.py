"""Joinings: somebody asks to take part in what others do already, and each party says whether it agrees."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phares.rooms.cooperation.models.agreement import Agreement, Manner
from phares.rooms.cooperation.models.cooperation import Cooperation, Party
from phares.rooms.directory.models import Held
from phares.rooms.directory.models.held import one_holder


class JoiningState(models.TextChoices):
    """What became of a request to take part."""

    WAITING = "waiting", _("attend une réponse")
    JOINED = "joined", _("acceptée par toutes les parties")
    REFUSED = "refused", _("pas acceptée")
    WITHDRAWN = "withdrawn", _("reprise")


class Joining(Held):
    """A structure, a residents' group or a resident asks to take part in a running cooperation, with its role.

    Asking is the newcomer's signature under the text in force, to which its name and its role alone are added.
    """

    cooperation = models.ForeignKey(Cooperation, models.CASCADE, related_name="joinings")
    role = models.CharField(max_length=120)
    manner = models.CharField(max_length=12, choices=Manner)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    mandate = models.ForeignKey("directory.Mandate", models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=JoiningState, default=JoiningState.WAITING)
    closed_at = models.DateTimeField(null=True, blank=True)
    word = models.CharField(max_length=240, blank=True)

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            one_holder("joining_one_holder"),
            *(
                models.UniqueConstraint(
                    fields=["cooperation", held],
                    condition=Q(closed_at__isnull=True),
                    name=f"joining_{held}_waits_once",
                )
                for held in ("structure", "group", "resident")
            ),
        ]

    def __str__(self) -> str:
        return str(self.holder)


class JoiningConsent(models.Model):
    """A party agrees that the newcomer joins the text then in force; it holds as long as that text does."""

    joining = models.ForeignKey(Joining, models.CASCADE, related_name="consents")
    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="+")
    party = models.ForeignKey(Party, models.CASCADE, related_name="+")
    manner = models.CharField(max_length=12, choices=Manner)
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    mandate = models.ForeignKey("directory.Mandate", models.SET_NULL, null=True, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        ordering = ["said_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["joining", "agreement", "party"], name="joining_consent_once_per_party")
        ]

    def __str__(self) -> str:
        return f"{self.joining_id} {self.party_id}"
