"""Calls: what a funder or a buyer asks for, row by row, with its source."""

from decimal import Decimal

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phares.rooms.cooperation.models.letter import When
from phares.rooms.directory.models import Pole
from phares.rooms.directory.models.structure import Visibility


class CallKind(models.TextChoices):
    """The kinds of calls that a pole meets."""

    PROJECTS = "projects", _("appel à projets")
    INTEREST = "interest", _("appel à manifestation d’intérêt")
    TENDER = "tender", _("appel d’offres")


class Result(models.TextChoices):
    """What became of an answer to a call."""

    WON = "won", _("gagné")
    LOST = "lost", _("perdu")
    WITHDRAWN = "withdrawn", _("retiré")


class CallQuerySet(models.QuerySet["Call"]):
    """Calls."""

    def open_on(self, day: object) -> "CallQuerySet":
        """Keep those that may still be answered on `day`; a day that is not known does not close a call."""
        return self.filter(Q(closes_on__gte=day) | Q(closes_on=None, is_reference=False))


class Call(models.Model):
    """A call; `is_partial` says that its source tells only a part of it, `result` what the pole itself had, if told.

    `is_reference` marks a call of the past, kept for memory. Money is in cents; what is empty is not established.
    """

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="calls")
    title = models.CharField(max_length=160)
    issuer = models.CharField(max_length=160)
    kind = models.CharField(max_length=10, choices=CallKind, default=CallKind.PROJECTS)
    summary = models.TextField(max_length=4000, blank=True)
    opens_on = models.DateField(null=True, blank=True)
    closes_on = models.DateField(null=True, blank=True)
    result_on = models.DateField(null=True, blank=True)
    budget_cents = models.BigIntegerField(null=True, blank=True)
    ceiling_cents = models.BigIntegerField(null=True, blank=True)
    rate = models.DecimalField(
        max_digits=5, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0), MaxValueValidator(100)]
    )
    territory = models.CharField(max_length=120, blank=True)
    least_members = models.PositiveSmallIntegerField(default=2)
    most_members = models.PositiveSmallIntegerField(default=8)
    candidates = models.PositiveIntegerField(null=True, blank=True)
    winners = models.PositiveIntegerField(null=True, blank=True)
    result = models.CharField(max_length=10, choices=Result, blank=True)
    is_reference = models.BooleanField(default=False)
    is_partial = models.BooleanField(default=False)
    visibility = models.CharField(max_length=10, choices=Visibility, default=Visibility.POLE)
    source = models.CharField(max_length=200, blank=True)
    source_url = models.URLField(max_length=400, blank=True)
    outside_id = models.CharField(max_length=80, blank=True)
    search_text = models.TextField(blank=True, editable=False)
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    noted_at = models.DateTimeField()

    objects = CallQuerySet.as_manager()

    class Meta:
        ordering = [F("closes_on").desc(nulls_first=True), "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(opens_on=None) | Q(closes_on=None) | Q(closes_on__gte=F("opens_on")), name="call_in_order"
            ),
            models.CheckConstraint(
                condition=Q(least_members__gte=1) & Q(most_members__gte=F("least_members")), name="call_sizes_in_order"
            ),
            models.CheckConstraint(condition=Q(rate=None) | Q(rate__gte=0, rate__lte=100), name="call_rate_is_a_rate"),
            models.UniqueConstraint(
                fields=["pole", "outside_id"], condition=~Q(outside_id=""), name="call_outside_id_once"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_tender(self) -> bool:
        """Say whether it is a public buyer's, under the code of public procurement, and pays a price."""
        return self.kind == CallKind.TENDER

    def get_absolute_url(self) -> str:
        """Return the address of the call's page."""
        return reverse("funding:call", args=[self.pole.slug, self.pk])


class Requirement(models.Model):
    """One row of a call: so much of a skill, from so many members; mandatory, or counted for its weight.

    `plain` is the skill as searched; `lot` names the part of a tender that it belongs to.
    """

    call = models.ForeignKey(Call, models.CASCADE, related_name="requirements")
    lot = models.CharField(max_length=60, blank=True)
    skill = models.CharField(max_length=120)
    plain = models.CharField(max_length=160, editable=False)
    amount = models.DecimalField(max_digits=10, decimal_places=2, default=Decimal(1))
    unit = models.CharField(max_length=30, blank=True)
    members = models.PositiveSmallIntegerField(default=1)
    is_mandatory = models.BooleanField(default=True)
    weight = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["lot", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="requirement_of_something"),
            models.UniqueConstraint(fields=["call", "lot", "plain", "unit"], name="requirement_once_per_lot"),
        ]

    def __str__(self) -> str:
        return self.skill


class Trait(models.TextChoices):
    """What a text may ask that a member be."""

    LEGAL_PERSON = "legal_person", _("une personne morale")
    PRIVATE = "private", _("une personne morale de droit privé")
    SSE = "sse", _("une structure de l’économie sociale et solidaire")
    COMPANY = "company", _("une entreprise")
    AUTHORITY = "authority", _("une collectivité")
    TEACHING = "teaching", _("un établissement d’enseignement, de formation ou de recherche")
    PARTNER_2014 = (
        "other_2014",
        _("une entreprise, une collectivité ou un établissement d’enseignement ou de recherche"),
    )


class RuleForm(models.TextChoices):
    """How a rule counts its members."""

    EVERY = "every", _("chaque membre est")
    NO_FEWER = "no_fewer", _("au moins tant de membres sont")
    NO_MORE = "no_more", _("au plus tant de membres sont")
    MORE_THAN = "more_than", _("plus de tant de % des membres sont")


class CallRule(models.Model):
    """A rule on who may answer, with its article; `number` is a count, or a percentage for « more than »."""

    call = models.ForeignKey(Call, models.CASCADE, related_name="rules")
    form = models.CharField(max_length=10, choices=RuleForm)
    trait = models.CharField(max_length=12, choices=Trait)
    number = models.PositiveSmallIntegerField(default=1)
    article = models.CharField(max_length=160)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["call", "form", "trait"], name="call_rule_once")]

    def __str__(self) -> str:
        return f"{self.get_form_display()} {self.get_trait_display()}"

    @property
    def words(self) -> str:
        """Return the rule as one reads it: « Au moins 2 : une collectivité »."""
        begins = {
            RuleForm.EVERY: _("Chaque membre est"),
            RuleForm.NO_FEWER: _("Au moins %(n)s :"),
            RuleForm.NO_MORE: _("Au plus %(n)s :"),
            RuleForm.MORE_THAN: _("Plus de %(n)s %% des membres :"),
        }
        return f"{begins[RuleForm(self.form)] % {'n': self.number}} {self.get_trait_display()}"


class PaperKind(models.TextChoices):
    """The papers that calls ask for."""

    STATUTES = "statutes", _("statuts")
    ACCOUNTS = "accounts", _("comptes")
    BANK = "bank", _("RIB")
    ATTESTATION = "attestation", _("attestation")
    OTHER = "other", _("autre pièce")


class AskedPaper(models.Model):
    """A paper that a call asks for: of each partner, or once for the whole file."""

    call = models.ForeignKey(Call, models.CASCADE, related_name="papers")
    kind = models.CharField(max_length=12, choices=PaperKind)
    name = models.CharField(max_length=120)
    is_of_each = models.BooleanField(default=True)

    class Meta:
        ordering = ["-is_of_each", "pk"]
        constraints = [models.UniqueConstraint(fields=["call", "name"], name="asked_paper_once")]

    def __str__(self) -> str:
        return self.name


class Watch(models.Model):
    """What a person wants to hear of: calls noted since `seen_at` that match are told on their home, and by mail.

    `mailed` says when a mail tells it: at once, in the letter of the week, or never; `told_at` when one last did.
    """

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    words = models.CharField(max_length=80, blank=True)
    kind = models.CharField(max_length=10, choices=CallKind, blank=True)
    mailed = models.CharField(max_length=7, choices=When, default=When.WEEKLY)
    saved_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-saved_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["pole", "person", "words", "kind"], name="watch_once")]

    def __str__(self) -> str:
        return self.words or str(self.get_kind_display())


class CallImport(models.Model):
    """Calls read from a file: what each line says and what is wrong in it, kept until they are written or left."""

    pole = models.ForeignKey(Pole, models.CASCADE, related_name="+")
    file_name = models.CharField(max_length=150)
    entries = models.JSONField(default=list)
    written_at = models.DateTimeField(null=True, blank=True)
    brought_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    brought_at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.file_name
