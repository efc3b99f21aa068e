"""Structures and residents' groups: those who do things together."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phares.rooms.directory.models.field import ActivityField
from phares.rooms.directory.models.goal import Goal
from phares.rooms.directory.models.pole import Pole


class LegalForm(models.TextChoices):
    """The legal forms that poles meet."""

    ASSOCIATION = "association", _("association")
    COMPANY = "company", _("société")
    COOPERATIVE = "cooperative", _("coopérative")
    ENTREPRENEUR = "entrepreneur", _("entreprise individuelle")
    AUTHORITY = "authority", _("collectivité ou service de l’État")
    SCHOOL = "school", _("établissement d’enseignement, de formation ou de recherche")
    OTHER = "other", _("autre forme")
    UNKNOWN = "unknown", _("forme non établie")


class Visibility(models.TextChoices):
    """Who may see what a structure or a party puts here."""

    PUBLIC = "public", _("tout le monde")
    POLE = "pole", _("les structures du pôle")


class OutsideKind(models.TextChoices):
    """What an actor around the pole is to it."""

    TERRITORY = "territory", _("acteur du territoire")
    PARTNER = "partner", _("partenaire")
    SUPPORTER = "supporter", _("soutien")
    AUTHORITY = "authority", _("collectivité ou État")
    RESEARCH = "research", _("recherche")
    TRAINING = "training", _("formation")


class Structure(models.Model):
    """An organisation that takes part in a pole, or an actor around it (`outside_kind`).

    Numbers are kept without spaces; a phone and a postcode are kept as written, and normalised beside.
    """

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="structures")
    slug = models.SlugField(max_length=80)
    name = models.CharField(max_length=120)
    name_is_established = models.BooleanField(default=True)
    acronym = models.CharField(max_length=20, blank=True)
    acronym_meaning = models.CharField(max_length=200, blank=True)
    mission = models.CharField(max_length=240, blank=True)
    presentation = models.TextField(blank=True)
    legal_form = models.CharField(max_length=20, choices=LegalForm, default=LegalForm.UNKNOWN)
    is_sse = models.BooleanField(null=True, blank=True)
    siren = models.CharField(max_length=9, blank=True)
    siret = models.CharField(max_length=14, blank=True)
    vat_number = models.CharField(max_length=14, blank=True)
    rna = models.CharField(max_length=10, blank=True)
    fields = models.ManyToManyField(ActivityField, blank=True, related_name="structures")
    goals = models.ManyToManyField(Goal, blank=True, related_name="structures")
    outside_kind = models.CharField(max_length=12, choices=OutsideKind, blank=True)
    axes = models.CharField(max_length=240, blank=True)
    address = models.CharField(max_length=200, blank=True)
    postcode = models.CharField(max_length=12, blank=True)
    postcode_normalised = models.CharField(max_length=5, blank=True, editable=False)
    commune = models.CharField(max_length=80, blank=True)
    location = models.CharField(max_length=120, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    contact_email = models.EmailField(blank=True)
    contact_phone = models.CharField(max_length=30, blank=True)
    contact_phone_e164 = models.CharField(max_length=16, blank=True, editable=False)
    website = models.URLField(blank=True)
    visibility = models.CharField(max_length=10, choices=Visibility, default=Visibility.POLE)
    source = models.CharField(max_length=200, blank=True)
    source_url = models.URLField(blank=True, max_length=400)
    search_text = models.TextField(blank=True, editable=False)
    described_at = models.DateTimeField()

    class Meta:
        # As in a dictionary: search texts begin with the name, and both databases sort letters without accents alike.
        ordering = ["-name_is_established", "search_text", "pk"]
        indexes = [
            # The list and its count, in a pole of thousands: neither reads every structure.
            models.Index(fields=["pole", "-name_is_established", "search_text", "id"], name="structure_in_order"),
            models.Index(fields=["pole", "visibility", "outside_kind"], name="structure_counted"),
        ]
        constraints = [models.UniqueConstraint(fields=["pole", "slug"], name="structure_slug_once_per_pole")]

    def __str__(self) -> str:
        return self.name if self.name_is_established else str(_("nom non établi"))

    def get_absolute_url(self) -> str:
        """Return the address of the structure's page."""
        return reverse("directory:structure", args=[self.pole.slug, self.slug])


class ResidentsGroup(models.Model):
    """Residents of the territory who act together without being an organisation."""

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="residents_groups")
    name = models.CharField(max_length=120)
    purpose = models.CharField(max_length=240, blank=True)
    formed_at = models.DateTimeField()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [models.UniqueConstraint(fields=["pole", "name"], name="residents_group_name_once_per_pole")]

    def __str__(self) -> str:
        return self.name
