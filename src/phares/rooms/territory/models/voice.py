"""Voices: what somebody said is missing or could be done, in their own words."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phares.rooms.directory.models import Pole
from phares.rooms.territory.models.district import District

LONGEST = 1200


class Sense(models.TextChoices):
    """Which of the two questions it answers."""

    MISSING = "missing", _("ce qui manque")
    COULD = "could", _("ce que l’on pourrait faire")


class Theme(models.TextChoices):
    """What it is about."""

    HOUSING = "housing", _("logement")
    FOOD = "food", _("manger")
    WORK = "work", _("travail, formation")
    MOVING = "moving", _("se déplacer")
    HEALTH = "health", _("santé, soin")
    CHILDREN = "children", _("enfants, jeunes")
    ELDERS = "elders", _("personnes âgées")
    RIGHTS = "rights", _("papiers, droits, numérique")
    MEETING = "meeting", _("se rencontrer, culture")
    NATURE = "nature", _("nature, cadre de vie")
    REUSE = "reuse", _("réparer, jeter moins")
    SAFETY = "safety", _("tranquillité")
    OTHER = "other", _("autre chose")


class Concerned(models.TextChoices):
    """Whom it concerns first."""

    EVERYONE = "everyone", _("tout le monde")
    FAMILIES = "families", _("des familles")
    CHILDREN = "children", _("des enfants")
    YOUNG = "young", _("des jeunes")
    ELDERS = "elders", _("des personnes âgées")
    JOBLESS = "jobless", _("des personnes sans emploi")
    NEWCOMERS = "newcomers", _("des personnes qui arrivent en France")
    DISABLED = "disabled", _("des personnes handicapées")
    WORKERS = "workers", _("des personnes qui travaillent ici")


class Channel(models.TextChoices):
    """How it reached the pole."""

    PAGE = "page", _("sur la page")
    POSTER = "poster", _("par une affiche")
    CARD = "card", _("sur une carte")
    CALL = "call", _("au téléphone")
    STALL = "stall", _("sur un stand")
    WORKSHOP = "workshop", _("en atelier")
    TABLE = "table", _("dans un tableau")


class Shown(models.TextChoices):
    """What whoever said it agreed to."""

    PUBLIC = "public", _("tout le monde peut lire ces mots, sans mon nom")
    POLE = "pole", _("seules les personnes du pôle les lisent")


class State(models.TextChoices):
    """Where its reading over stands."""

    WAITING = "waiting", _("à relire")
    KEPT = "kept", _("lue et gardée")
    ASIDE = "aside", _("mise de côté")
    ERASED = "erased", _("effacée")


class Rule(models.TextChoices):
    """The written rules by which a voice is set aside; whoever said it reads which one."""

    NAMES = "names", _("elle désigne une personne que l’on reconnaîtrait")
    HURTS = "hurts", _("elle insulte ou menace quelqu’un")
    SELLS = "sells", _("elle vend quelque chose")
    TWICE = "twice", _("elle a déjà été dite, dans les mêmes mots")
    EMPTY = "empty", _("on n’a pas pu la lire ou la comprendre")
    ELSEWHERE = "elsewhere", _("elle ne parle pas du territoire")


class VoiceQuerySet(models.QuerySet["Voice"]):
    """Voices."""

    def waiting(self) -> Self:
        """Keep those that nobody has read over."""
        return self.filter(state=State.WAITING)

    def kept(self) -> Self:
        """Keep those that were read over and kept."""
        return self.filter(state=State.KEPT)

    def agreed_on(self, day: date) -> Self:
        """Keep those that may still be read: the day set by whoever said them has not passed."""
        return self.filter(until_on__gte=day)

    def public_on(self, day: date) -> Self:
        """Keep those that everybody may read."""
        return self.kept().agreed_on(day).filter(shown=Shown.PUBLIC)


class Voice(models.Model):
    """What somebody said, as they said it; `mark` is made by whoever sends it, so that sent twice it is one voice.

    `shared_text` is what others read where the words as said name somebody; `double_of` is the earlier voice that says
    nearly the same. One erased keeps its number, its day and its theme, and no word.
    """

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="voices")
    code = models.CharField(max_length=9)
    mark = models.CharField(max_length=64)
    sense = models.CharField(max_length=8, choices=Sense)
    text = models.TextField(max_length=LONGEST)
    shared_text = models.TextField(max_length=LONGEST, blank=True)
    language = models.CharField(max_length=5, default="fr")
    translation = models.TextField(max_length=LONGEST, blank=True)
    translator = models.CharField(max_length=80, blank=True)
    said_aloud = models.BooleanField(default=False)
    theme = models.CharField(max_length=10, choices=Theme, default=Theme.OTHER)
    concerned = models.CharField(max_length=10, choices=Concerned, default=Concerned.EVERYONE)
    place = models.CharField(max_length=140, blank=True)
    district = models.ForeignKey(District, models.SET_NULL, null=True, blank=True, related_name="voices")
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    shown = models.CharField(max_length=6, choices=Shown, default=Shown.POLE)
    until_on = models.DateField()
    channel = models.CharField(max_length=8, choices=Channel)
    said_on = models.DateField()
    received_at = models.DateTimeField()
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    rule = models.CharField(max_length=9, choices=Rule, blank=True)
    answer = models.CharField(max_length=300, blank=True)
    read_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    read_at = models.DateTimeField(null=True, blank=True)
    double_of = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="doubles")
    search_text = models.TextField(blank=True)

    objects = VoiceQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["pole", "mark"], name="voice_sent_once"),
            models.UniqueConstraint(fields=["pole", "code"], name="voice_code_once"),
            models.CheckConstraint(condition=~Q(state="aside") | ~Q(rule=""), name="voice_set_aside_by_a_rule"),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__gte=-90, latitude__lte=90, longitude__gte=-180, longitude__lte=180),
                name="voice_on_earth",
            ),
        ]
        indexes = [
            models.Index(fields=["pole", "state", "-received_at"], name="voice_by_state"),
            models.Index(fields=["until_on"], name="voice_until_on"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def words(self) -> str:
        """Return what others read: the shared words, in the reader's language where they were translated."""
        return self.shared_text or self.translation or self.text

    def get_absolute_url(self) -> str:
        """Return the address of the page of those who said it."""
        return reverse("territory:voice_receipt", args=[self.pole.slug, self.code])


class VoiceSign(models.Model):
    """One of the signs of a voice, the first of its like: another that bears it may say nearly the same."""

    pole = models.ForeignKey(Pole, models.CASCADE, related_name="+")
    voice = models.ForeignKey(Voice, models.CASCADE, related_name="signs")
    sign = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pole", "sign", "voice"], name="voice_sign_once")]

    def __str__(self) -> str:
        return str(self.sign)
