"""What lasts, in the scene: the pole shows its network and its figures to everybody."""

from django.utils import timezone

from house.scene import Scene
from phares.demo.cast import Cast
from phares.rooms.impact import actions


def add(scene: Scene, cast: Cast) -> None:
    """Let everybody read them."""
    actions.show_figures(pole=cast.pole, by=cast.actor("lena"), at=timezone.now())
    scene.things |= {"figure_code": ["emplois"]}
