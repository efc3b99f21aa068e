"""Tags: free words that a structure puts on itself, kept as it writes them."""

from django.db import models

from phares.rooms.directory.models.structure import Structure


class Tag(models.Model):
    """A free tag: `words` as written, `plain` as searched, so that #Vélos and #vélo are found together."""

    structure = models.ForeignKey(Structure, models.CASCADE, related_name="tags")
    words = models.CharField(max_length=40)
    plain = models.CharField(max_length=60, db_index=True, editable=False)

    class Meta:
        ordering = ["plain", "pk"]
        constraints = [models.UniqueConstraint(fields=["structure", "plain"], name="tag_once_per_structure")]

    def __str__(self) -> str:
        return f"#{self.words}"
