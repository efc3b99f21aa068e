"""A note in passing between L'Établi and Roue Libre, with its document."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from house.scene import PNG, Scene
from phares.demo.cast import Cast
from phares.rooms.cooperation import actions


def add(scene: Scene, cast: Cast) -> None:
    """Note it as Nour would."""
    at, nour = timezone.now(), cast.actor("nour")
    holders = [cast.structures["etabli"], cast.structures["roue"]]
    note = actions.note_in_passing(pole=cast.pole, holders=holders, what="Deux étaux prêtés", by=nour, at=at)
    actions.prove_note(note=note, proof=SimpleUploadedFile("etau.png", PNG, "image/png"), by=nour, at=at)
    scene.things["note"] = [note.pk]
