"""People: a person of the pole, and a dated event."""

from datetime import date

from django.utils import timezone

from house.scene import Scene
from phares.demo.cast import CONSOLE, Cast
from phares.rooms.directory import actions


def add(scene: Scene, cast: Cast) -> None:
    """Put more into the scene."""
    at = timezone.now()
    milestone = actions.record_milestone(
        pole=cast.pole, on=date(2024, 1, 1), when="début 2024", title="Une porte s’ouvre", by=CONSOLE, at=at
    )
    scene.things |= {"person": [cast.people["idris"].pk], "milestone": [milestone.pk]}
