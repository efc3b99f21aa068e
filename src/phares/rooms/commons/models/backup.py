"""Backups: which file was made when, and whether it could be read back; and the pulse of what must keep beating."""

from django.db import models


class Backup(models.Model):
    """One file that holds the whole installation; `trouble` is what its last reading back found, empty when well."""

    path = models.CharField(max_length=500)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    rows = models.PositiveBigIntegerField()
    files = models.PositiveIntegerField()
    made_at = models.DateTimeField()
    tested_at = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.made_at:%Y-%m-%d} {self.path}"


class Pulse(models.Model):
    """When something that must never stop was last seen alive: the minute tick, the worker."""

    name = models.CharField(max_length=20, unique=True)
    beat_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} {self.beat_at:%Y-%m-%d %H:%M}"
