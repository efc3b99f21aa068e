"""Field visibility: who may read one field of a structure's page, where it is not everybody."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from phares.rooms.directory.models.structure import Structure


class FieldLevel(models.TextChoices):
    """Who may read a field, from everybody to those who run the pole."""

    PUBLIC = "public", _("tout le monde")
    POLE = "pole", _("les structures du pôle")
    COORDINATOR = "coordinator", _("la coordination")


HIDEABLE = {
    "presentation": _("la présentation"),
    "fields": _("les domaines"),
    "goals": _("les objectifs de développement durable"),
    "tags": _("les mots-clés"),
    "capacities": _("les savoir-faire et les moyens"),
    "photos": _("les photos"),
    "milestones": _("les labels et les dates"),
    "sizes": _("le nombre de personnes et la surface"),
    "address": _("l’adresse postale"),
    "location": _("l’endroit dans le pôle"),
    "contact_email": _("l’adresse électronique"),
    "contact_phone": _("le téléphone"),
    "website": _("le site web"),
    "is_sse": _("l’appartenance à l’économie sociale et solidaire"),
    "siren": _("le numéro SIREN"),
    "siret": _("le numéro SIRET"),
    "vat_number": _("le numéro de TVA"),
    "rna": _("le numéro au répertoire des associations"),
}
"""The fields of a page that a structure may keep to some; its name, its one sentence and its town go with the page."""


class FieldVisibility(models.Model):
    """A choice of a structure: one field is kept to the pole or to its coordination; no row means everybody.

    The structure itself always reads its own page.
    """

    structure = models.ForeignKey(Structure, models.CASCADE, related_name="field_visibilities")
    field = models.CharField(max_length=30)
    level = models.CharField(max_length=12, choices=FieldLevel)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["structure", "field"], name="field_visibility_once")]
        indexes = [models.Index(fields=["field", "level"], name="field_visibility_hidden")]

    def __str__(self) -> str:
        return f"{self.field}: {self.level}"
