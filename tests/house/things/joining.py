"""Those who want to take part: Jardins d’Aval, in the cooperation that the whole pole sees, waits for an answer."""

from django.utils import timezone

from house.scene import Scene
from phares.demo.cast import Cast
from phares.rooms.cooperation import actions
from phares.rooms.cooperation.models import Cooperation


def add(scene: Scene, cast: Cast) -> None:
    """Let Awa ask."""
    joining = actions.ask_to_join(
        cooperation=Cooperation.objects.get(pk=scene.things["running"][0]),
        holder=cast.structures["aval"],
        role="prête le hangar",
        by=cast.actor("awa"),
        at=timezone.now(),
    )
    scene.things["joining"] = [joining.pk]
