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
    """The day of the week on which a pole's letter leaves, Tuesday where none was chosen; when the last one left."""

    pole = models.OneToOneField(Pole, models.CASCADE, related_name="letter_day")
    weekday = models.PositiveSmallIntegerField(choices=Weekday, default=Weekday.TUESDAY)
    left_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.pole_id} {self.weekday}"


class When(models.TextChoices):
    """When a person hears of something."""

    AT_ONCE = "at_once", _("aussitôt")
    WEEKLY = "weekly", _("dans la lettre de la semaine")
    NEVER = "never", _("jamais")


class MailWish(models.Model):
    """What a person wants to receive of a pole, and when; without a row, all in the weekly letter, answers at once.

    What has a date of its own (a text to sign, a promise to keep) is written to everybody, whatever they chose here.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="mail_wishes")
    pole = models.ForeignKey(Pole, models.CASCADE, related_name="+")
    proposals = models.CharField(max_length=7, choices=When, default=When.WEEKLY)
    answers = models.CharField(max_length=7, choices=When, default=When.AT_ONCE)
    messages = models.CharField(max_length=7, choices=When, default=When.WEEKLY)
    own_items = models.CharField(max_length=7, choices=When, default=When.WEEKLY)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "pole"], name="mail_wish_once_per_pole")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.pole_id}"


SUBJECTS = ("proposals", "answers", "messages", "own_items")
"""What one chooses about, by the names of the fields above."""
