"""Join requests: a structure asks to take part, and the pole answers with a reason and a date."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phares.rooms.directory.models.charter import CharterValue
from phares.rooms.directory.models.membership import MembershipKind
from phares.rooms.directory.models.pole import Pole
from phares.rooms.directory.models.structure import Structure


class JoinAnswer(models.TextChoices):
    """What the pole answers."""

    ACCEPTED = "accepted", _("acceptée")
    DECLINED = "declined", _("déclinée")


class JoinRequest(models.Model):
    """What a structure brings, needs and would do first, in its words; `receipt` opens its answer without account."""

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="join_requests")
    receipt = models.CharField(max_length=43, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=MembershipKind)
    brings = models.TextField()
    needs = models.TextField()
    first_thing = models.TextField()
    values = models.ManyToManyField(CharterValue, blank=True, related_name="+")
    contact_name = models.CharField(max_length=120)
    contact_email = models.EmailField(blank=True)
    contact_phone = models.CharField(max_length=30, blank=True)
    language = models.CharField(max_length=5, default="fr")
    asked_at = models.DateTimeField()
    answer = models.CharField(max_length=10, choices=JoinAnswer, blank=True)
    reason = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    structure = models.OneToOneField(Structure, models.PROTECT, null=True, blank=True, related_name="join_request")

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True) | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="join_request_answer_has_its_date",
            ),
            models.CheckConstraint(condition=Q(answer="") | ~Q(reason=""), name="join_request_answer_has_its_reason"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address at which those who asked read their answer."""
        return reverse("directory:join_receipt", args=[self.pole.slug, self.receipt])
