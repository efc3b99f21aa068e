"""People: a person of the pole, somebody on paper and what they agree to, a dated event, a link to read by."""

from datetime import date

from django.utils import timezone

from house.scene import Scene
from phares.demo.cast import CONSOLE, Cast
from phares.rooms.commons.signed_links import signed
from phares.rooms.directory import actions


def add(scene: Scene, cast: Cast) -> None:
    """Put more into the scene."""
    at, day = timezone.now(), timezone.localdate()
    milestone = actions.record_milestone(
        pole=cast.pole, on=date(2024, 1, 1), when="début 2024", title="Une porte s’ouvre", by=CONSOLE, at=at
    )
    odile = cast.people["odile"]
    consent = actions.give_consent(
        person=odile, pole=cast.pole, purpose="news", manner="paper", until_on=day, by=cast.actor("maud"), at=at
    )
    link = actions.give_reading_link(
        pole=cast.pole, reader="Région", scope="register", until_on=day, by=cast.actor("lena"), at=at
    )
    scene.things |= {
        "person": [cast.people["idris"].pk],
        "odile": [odile.pk],
        "consent": [odile.pk, consent.pk],
        "milestone": [milestone.pk],
        "link": [link.pk],
        "token": [signed("reading", link.pk)],
    }
