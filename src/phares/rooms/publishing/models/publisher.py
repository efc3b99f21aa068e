"""Publishers: who answers for a sheet before its readers."""

from django.db import models


class Publisher(models.Model):
    """A pole, or a resource centre that publishes for several poles: known to the whole instance."""

    name = models.CharField(max_length=160, unique=True)
    slug = models.SlugField(max_length=80, unique=True)
    website = models.URLField(blank=True, max_length=300)

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name
