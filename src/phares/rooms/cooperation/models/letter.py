"""The weekly letter: which day each pole chose, and who wants to be written to, and how often."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from phares.rooms.directory.models import Pole


class Weekday(models.IntegerChoices):
    """The days, Monday first, as dates count them."""

    MONDAY = 0, _("lundi")
    TUESDAY = 1, _("mardi")
    WEDNESDAY = 2, _("mercredi")
    THURSDAY = 3, _("jeudi")
    FRIDAY = 4, _("vendredi")
    SATURDAY = 5, _("samedi")
    SUNDAY = 6, _("dimanche")


class LetterDay(models.Model):
    """The day of the week on which a pole's letter leaves; Tuesday where none was chosen."""

    pole = models.OneToOneField(Pole, models.CASCADE, related_name="letter_day")
    weekday = models.PositiveSmallIntegerField(choices=Weekday, default=Weekday.TUESDAY)

    def __str__(self) -> str:
        return f"{self.pole_id} {self.weekday}"


class MailWish(models.Model):
    """What a person wants to receive of a pole; without a row, the weekly letter and answers at once."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="mail_wishes")
    pole = models.ForeignKey(Pole, models.CASCADE, related_name="+")
    weekly = models.BooleanField(default=True)
    at_once = models.BooleanField(default=True)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "pole"], name="mail_wish_once_per_pole")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.pole_id}"
