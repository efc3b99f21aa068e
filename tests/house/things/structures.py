"""What the addresses of structures and of coming in name: a photo, an actor around, a charter, a request."""

from datetime import date

from django.utils import timezone

from house.scene import Scene
from phares.demo.cast import CONSOLE, Cast
from phares.rooms.directory import actions
from pictures import picture


def add(scene: Scene, cast: Cast) -> None:
    """Tell one of everything through the acts."""
    at = timezone.now()
    etabli, nour, pole = cast.structures["etabli"], cast.actor("nour"), cast.pole
    photo = actions.add_photo(
        structure=etabli, photo=picture(), alternative_text="L’atelier", credit="Nour B.", by=nour, at=at
    )
    actions.choose_field_levels(structure=etabli, levels={"photos": "pole"}, by=nour, at=at)
    neighbour = actions.add_outside_actor(
        pole=pole, name="La Maison d’à Côté", outside_kind="territory", by=CONSOLE, at=at
    )
    charter = actions.adopt_charter(
        pole=pole, values=[actions.ValueWords("Faire ensemble")], adopted_on=date(2024, 1, 1), by=CONSOLE, at=at
    )
    actions.set_arrival_steps(pole=pole, kind="hosted", steps=["Remettre les clés"], by=CONSOLE, at=at)
    stay, step = etabli.memberships.get(), pole.arrival_steps.get()
    request = actions.ask_to_join(
        pole=pole,
        name="La Prochaine",
        kind="associate",
        brings="Un four",
        needs="Une cuisine",
        first_thing="Un repas",
        contact_name="Zoé",
        contact_email="zoe@prochaine.example",
        by=CONSOLE,
        at=at,
    )
    scene.things |= {
        "portrait": [etabli.slug, photo.pk],
        "neighbour": [neighbour.slug],
        "charter": [charter.number],
        "receipt": [request.receipt],
        "request": [request.pk],
        "way": ["hosted"],
        "step": [stay.pk, step.pk],
    }
    scene.entries |= {"directory:sign_charter": {"structure": etabli.slug}}
