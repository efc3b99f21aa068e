"""Jobs that cooperations created or kept going; one job may be shared by several cooperations and counts once."""

from fractions import Fraction

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.models import Attachment
from phares.rooms.cooperation.models.cooperation import Cooperation
from phares.rooms.directory.models import Pole
from phares.rooms.directory.models.period import PeriodQuerySet, period_in_order


class Contract(models.TextChoices):
    """The contracts that poles meet."""

    OPEN_ENDED = "open_ended", _("CDI")
    FIXED_TERM = "fixed_term", _("CDD")
    INSERTION = "insertion", _("CDD d’insertion")
    APPRENTICE = "apprentice", _("apprentissage ou professionnalisation")
    AIDED = "aided", _("contrat aidé")
    TEMPORARY = "temporary", _("intérim ou mise à disposition")
    OTHER = "other", _("autre contrat")


class JobEffect(models.TextChoices):
    """What the cooperation did to the job."""

    CREATED = "created", _("créé")
    KEPT = "kept", _("maintenu")


class Job(models.Model):
    """A job, with its part of a full time as an exact fraction (1 ETP = 1 607 hours worked a year)."""

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="jobs")
    cooperations = models.ManyToManyField(Cooperation, through="JobSharing", related_name="jobs")
    title = models.CharField(max_length=120)
    employer = models.CharField(max_length=120)
    effect = models.CharField(max_length=8, choices=JobEffect)
    contract = models.CharField(max_length=12, choices=Contract)
    is_insertion = models.BooleanField(default=False)
    fte_numerator = models.PositiveSmallIntegerField()
    fte_denominator = models.PositiveSmallIntegerField()
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    proof = models.ForeignKey(Attachment, models.SET_NULL, null=True, blank=True, related_name="+")
    declared_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    declared_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        ordering = ["-from_on", "pk"]
        constraints = [
            period_in_order("job_period_in_order"),
            models.CheckConstraint(
                condition=models.Q(fte_numerator__gt=0, fte_denominator__gt=0)
                & models.Q(fte_numerator__lte=models.F("fte_denominator")),
                name="job_at_most_full_time",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def fte(self) -> Fraction:
        """Return the exact part of a full time."""
        return Fraction(self.fte_numerator, self.fte_denominator)


class JobSharing(models.Model):
    """A cooperation says that a job is also its doing."""

    job = models.ForeignKey(Job, models.CASCADE, related_name="sharings")
    cooperation = models.ForeignKey(Cooperation, models.CASCADE, related_name="job_sharings")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["job", "cooperation"], name="job_once_per_cooperation")]

    def __str__(self) -> str:
        return f"{self.job} {self.cooperation}"
