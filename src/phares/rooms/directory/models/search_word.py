"""Search words: which words lead to a structure, and who may find it by them."""

from django.db import models

from phares.rooms.directory.models.field_visibility import FieldLevel
from phares.rooms.directory.models.pole import Pole
from phares.rooms.directory.models.structure import Structure


class SearchWord(models.Model):
    """A word of a structure's page, written as `commons.search` writes it; kept beside the page, made anew with it.

    The level is that of the most open field in which the word stands: a hidden field is found by nobody else.
    """

    pole = models.ForeignKey(Pole, models.CASCADE, related_name="+")
    structure = models.ForeignKey(Structure, models.CASCADE, related_name="search_words")
    word = models.CharField(max_length=40)
    level = models.CharField(max_length=12, choices=FieldLevel)

    class Meta:
        indexes = [models.Index(fields=["pole", "word"], name="search_word_of_pole")]
        constraints = [models.UniqueConstraint(fields=["structure", "word"], name="search_word_once_per_structure")]

    def __str__(self) -> str:
        return self.word
