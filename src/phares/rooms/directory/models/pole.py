"""The pole: the grouping that everything else belongs to."""

from django.db import models


class Pole(models.Model):
    """A territorial pole of economic cooperation on this instance (law 2014-856 of 31 July 2014, article 9)."""

    slug = models.SlugField(unique=True, max_length=40)
    name = models.CharField(max_length=80)
    long_name = models.CharField(max_length=200, blank=True)
    commune = models.CharField(max_length=80)
    address = models.CharField(max_length=200, blank=True)
    contact_email = models.EmailField(blank=True)
    contact_phone = models.CharField(max_length=30, blank=True)
    headline = models.CharField(max_length=160, blank=True)
    presentation = models.TextField(blank=True)
    governance = models.TextField(blank=True)
    is_demonstration = models.BooleanField(default=False)
    is_public_record = models.BooleanField(default=False)
    founded_at = models.DateTimeField()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
