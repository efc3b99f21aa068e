"""A bourse planned by the coordinator."""

from datetime import timedelta

from django.utils import timezone

from house.scene import Scene
from phares.demo.cast import Cast
from phares.rooms.directory import actions as directory


def add(scene: Scene, cast: Cast) -> None:
    """Plan a bourse."""
    now = timezone.now()
    bourse = directory.plan_gathering(
        pole=cast.pole,
        kind="bourse",
        title="Bourse d’automne",
        starts_at=now + timedelta(days=3),
        by=cast.actor("lena"),
        at=now,
    )
    scene.things["bourse"] = [bourse.pk]
