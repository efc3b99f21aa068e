"""The public site in the scene: an open day with its list, newsletters sent and in draft, a subscription."""

from datetime import timedelta

from django.utils import timezone

from house.scene import Scene
from phares.demo.cast import Cast
from phares.rooms.directory import actions as directory
from phares.rooms.publishing import actions


def add(scene: Scene, cast: Cast) -> None:
    """Put one of each into the scene."""
    at, lena = timezone.now(), cast.actor("lena")
    open_day = directory.plan_gathering(
        pole=cast.pole, kind="open_doors", title="Portes ouvertes", starts_at=at + timedelta(days=9), by=lena, at=at
    )
    opened = actions.open_registrations(gathering=open_day, places=12, by=lena, at=at)
    coming = actions.register(opened=opened, name="Une voisine", phone="01 99 00 00 01", by=lena, at=at)
    letters = {}
    for name, audience in (("public_letter", "public"), ("inside_letter", "internal"), ("draft_letter", "public")):
        letters[name] = actions.draft_newsletter(
            pole=cast.pole, audience=audience, since_on=at.date() - timedelta(days=30), by=lena, at=at
        )
        if name != "draft_letter":
            actions.send_newsletter(letter=letters[name], by=lena, at=at)
    wish = actions.ask_for_newsletters(pole=cast.pole, email="voisine@quartier.example", by=lena, at=at)
    scene.things |= {name: [letter.pk] for name, letter in letters.items()}
    scene.things |= {
        "open_day": [open_day.pk],
        "coming": [coming.token],
        "wish": [wish.token],
        "open_table": ["fiches"],
        "map_part": ["fiches", 1],
    }
