"""Matches: a need and somebody who could help, and what each side answers."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phares.rooms.cooperation.models.item import LONGEST_NAME, Item, Side
from phares.rooms.directory.models import Held, Pole
from phares.rooms.directory.models.held import one_holder

LONGEST_REASON = 240


class Why(models.TextChoices):
    """Why a proposal is not for somebody: what the next proposals take into account, and nobody else reads."""

    TOO_FAR = "too_far", _("c’est trop loin")
    NOT_THE_DATES = "not_the_dates", _("les dates ne vont pas")
    NOT_ENOUGH = "not_enough", _("la quantité ne va pas")
    NOT_THE_TERMS = "not_the_terms", _("l’échange demandé ne nous va pas")
    NOT_OUR_TRADE = "not_our_trade", _("ce n’est pas ce que nous faisons")
    NOT_NOW = "not_now", _("nous n’avons pas le temps en ce moment")
    OTHER = "other", _("autre chose")


class Choice(models.TextChoices):
    """The three answers."""

    INTERESTED = "interested", _("ça nous intéresse")
    NOT_FOR_US = "not_for_us", _("pas pour nous")
    LATER = "later", _("plus tard")


class MatchQuerySet(models.QuerySet["Match"]):
    """Matches."""

    def proposed(self) -> Self:
        """Keep those that were put before both sides."""
        return self.filter(proposed_at__isnull=False)


class Match(Held):
    """A need put before a helper (its holder), through one of the helper's offers or by the helper's own word.

    `reasons` are the engine's codes and figures on the day of the match; a helper who came without offer has none.
    `proposed_at` is empty where one side set the other aside by itself: the other side hears and sees nothing of it.
    """

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="matches")
    need = models.ForeignKey(Item, models.PROTECT, related_name="matches_as_need")
    offer = models.ForeignKey(Item, models.PROTECT, null=True, blank=True, related_name="matches_as_offer")
    reasons = models.JSONField(default=list)
    missing = models.JSONField(default=list)
    proposed_at = models.DateTimeField(null=True, blank=True)

    objects = MatchQuerySet.as_manager()

    class Meta:
        ordering = ["-proposed_at", "-pk"]
        constraints = [
            one_holder("match_one_helper"),
            models.UniqueConstraint(fields=["need", "offer"], name="match_once_per_offer"),
            models.UniqueConstraint(
                fields=["need", "structure"], condition=Q(offer__isnull=True), name="match_once_per_structure"
            ),
            models.UniqueConstraint(
                fields=["need", "group"], condition=Q(offer__isnull=True), name="match_once_per_group"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.need} / {self.holder}"

    def get_absolute_url(self) -> str:
        """Return the address of the match's page."""
        return reverse("cooperation:match", args=[self.pole.slug, self.pk])


class Answer(models.Model):
    """What one side of a match says; the reason stays between those who answer and the engine.

    `said_by` is who gave the answer by phone or face to face, where somebody else noted it.
    """

    match = models.ForeignKey(Match, models.CASCADE, related_name="answers")
    side = models.CharField(max_length=5, choices=Side)
    choice = models.CharField(max_length=12, choices=Choice)
    why = models.CharField(max_length=16, choices=Why, blank=True)
    reason = models.CharField(max_length=LONGEST_REASON, blank=True)
    reason_is_shared = models.BooleanField(default=False)
    back_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    answered_at = models.DateTimeField()
    said_by = models.CharField(max_length=LONGEST_NAME, blank=True)
    noted_for_another = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["match", "side"], name="answer_once_per_side")]

    def __str__(self) -> str:
        return f"{self.match_id} {self.side} {self.choice}"
