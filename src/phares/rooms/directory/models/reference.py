"""Reference data: rows that come with the software, named in French and English, each with its source."""

from django.db import models
from django.utils.translation import get_language


class Reference(models.Model):
    """A row of a public list: its code there, its two names and where the list comes from."""

    code = models.SlugField(unique=True)
    name_fr = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120)
    source = models.CharField(max_length=200)

    class Meta:
        abstract = True
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name_en if get_language() == "en" else self.name_fr
