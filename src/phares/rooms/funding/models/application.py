"""Applications: the set of structures that answers a call together, who said what, and what became of it."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.models import Attachment
from phares.rooms.cooperation.models import Cooperation
from phares.rooms.directory.models import Pole, Structure
from phares.rooms.funding.models.call import Call, Result
from phares.rooms.funding.models.grant import Grant

WHOLE = 10_000
"""Shares are in hundredths of a percent: all of them make this."""
SECONDS = 20
GIVEN_UP = timedelta(minutes=10)
"""How long a search for teams may take, and after how long one that the worker lost may be asked again."""


class Stage(models.TextChoices):
    """Where an application stands."""

    COMPOSING = "composing", _("on compose l’équipe")
    FILED = "filed", _("déposé")
    CLOSED = "closed", _("terminé")


class GroupForm(models.TextChoices):
    """The three forms of a group (code de la commande publique, R2142-19 to R2142-27)."""

    CONJOINT = "conjoint", _("conjoint : chacun répond de sa part")
    SOLIDARY_LEAD = "lead", _("conjoint, avec un mandataire solidaire : il répond aussi pour les autres")
    SOLIDARY = "solidary", _("solidaire : chacun répond de tout")


class Application(models.Model):
    """A common answer to a call. From the day it is filed, what was filed no longer moves."""

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="applications")
    call = models.ForeignKey(Call, models.PROTECT, related_name="applications")
    title = models.CharField(max_length=140)
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.COMPOSING)
    form = models.CharField(max_length=10, choices=GroupForm, blank=True)
    lead = models.ForeignKey(Structure, models.PROTECT, null=True, blank=True, related_name="+")
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    begun_at = models.DateTimeField()
    filed_at = models.DateTimeField(null=True, blank=True)
    filed_file = models.ForeignKey(Attachment, models.PROTECT, null=True, blank=True, related_name="+")
    result = models.CharField(max_length=10, choices=Result, blank=True)
    result_on = models.DateField(null=True, blank=True)
    result_reason = models.CharField(max_length=400, blank=True)
    grant = models.OneToOneField(Grant, models.PROTECT, null=True, blank=True, related_name="application")
    cooperation = models.OneToOneField(Cooperation, models.PROTECT, null=True, blank=True, related_name="application")

    class Meta:
        ordering = ["-begun_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(stage="composing") | Q(stage="closed") | Q(filed_at__isnull=False, lead__isnull=False),
                name="application_filed_has_a_lead",
            ),
            models.CheckConstraint(
                condition=(Q(stage="closed") & ~Q(result="")) | (~Q(stage="closed") & Q(result="")),
                name="application_closed_says_how",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the address of the application's page."""
        return reverse("funding:application", args=[self.pole.slug, self.pk])


class Go(models.TextChoices):
    """Whether a partner wants the file to leave."""

    GO = "go", _("on y va")
    NO_GO = "no_go", _("on n’y va pas")


class Member(models.Model):
    """A structure of an application: invited, then accepted or refused; its share in hundredths of a percent."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="members")
    structure = models.ForeignKey(Structure, models.PROTECT, related_name="+")
    invited_at = models.DateTimeField(null=True, blank=True)
    accepted = models.BooleanField(null=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    conflict = models.CharField(max_length=300, blank=True)
    go = models.CharField(max_length=6, choices=Go, blank=True)
    go_reason = models.CharField(max_length=300, blank=True)
    go_at = models.DateTimeField(null=True, blank=True)
    share_bp = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["application", "structure"], name="application_member_once"),
            models.CheckConstraint(
                condition=Q(share_bp=None) | Q(share_bp__lte=10_000), name="member_share_is_a_share"
            ),
        ]

    def __str__(self) -> str:
        return str(self.structure)


class SolveState(models.TextChoices):
    """Where a search for teams stands."""

    WAITING = "waiting", _("en attente")
    RUNNING = "running", _("en cours")
    DONE = "done", _("finie")
    FAILED = "failed", _("interrompue")


class Composition(models.Model):
    """A search for the best team, asked on a page and done by the worker; `told` is what the engine answered."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="compositions")
    state = models.CharField(max_length=8, choices=SolveState, default=SolveState.WAITING)
    asked_at = models.DateTimeField()
    began_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    candidates = models.PositiveIntegerField(default=0)
    told: Any = models.JSONField(default=dict)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return str(self.get_state_display())

    def is_live(self, at: datetime) -> bool:
        """Say whether it waits or runs; one that nobody finished is given up after a while."""
        return self.state in {SolveState.WAITING, SolveState.RUNNING} and self.asked_at > at - GIVEN_UP

    def seconds_run(self, at: datetime) -> int:
        """Return for how long it has run, at most as long as it may."""
        return min(int((at - (self.began_at or at)).total_seconds()), SECONDS)


class BudgetCell(models.Model):
    """What one partner writes on one line of the common budget; the line is an account of the form (CERFA 12156)."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="cells")
    account = models.CharField(max_length=4)
    amount_cents = models.BigIntegerField()

    class Meta:
        ordering = ["account", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["member", "account"], name="budget_cell_once"),
            models.CheckConstraint(condition=Q(amount_cents__gt=0), name="budget_cell_of_something"),
        ]

    def __str__(self) -> str:
        return self.account
