"""Registrations: who comes to a gathering, how many may, who waits."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from phares.rooms.directory.models import Gathering


class RegistrationList(models.Model):
    """The list of those who come to a gathering: how many may, until when it lasts; without `places` everybody may."""

    gathering = models.OneToOneField(Gathering, models.CASCADE, related_name="registration_list")
    places = models.PositiveSmallIntegerField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    words = models.CharField(max_length=600, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(places__isnull=True) | models.Q(places__gt=0), name="registration_list_has_places"
            )
        ]

    def __str__(self) -> str:
        return str(self.gathering)


class Standing(models.TextChoices):
    """Where a registration stands."""

    COMING = "coming", _("vient")
    WAITING = "waiting", _("en liste d’attente")
    CANCELLED = "cancelled", _("ne vient plus")


class Registration(models.Model):
    """Somebody says that they come, with how many others; forgotten some time after the day."""

    list = models.ForeignKey(RegistrationList, models.CASCADE, related_name="registrations")
    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    people = models.PositiveSmallIntegerField(default=1)
    standing = models.CharField(max_length=10, choices=Standing)
    token = models.CharField(max_length=43, unique=True)
    language = models.CharField(max_length=5, default="fr")
    registered_at = models.DateTimeField()

    class Meta:
        ordering = ["registered_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(people__gte=1) & models.Q(people__lte=10), name="registration_a_few_people"
            ),
            models.UniqueConstraint(
                fields=["list", "email"],
                condition=~models.Q(email="") & ~models.Q(standing="cancelled"),
                name="registration_mail_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name
