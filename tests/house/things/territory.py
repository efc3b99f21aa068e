"""Voices in the scene: one that waits, one that everybody reads, one with a contact, a drawn district."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from house.scene import Scene
from phares.demo.cast import Cast
from phares.rooms.territory import actions
from phares.rooms.territory.actions.voice import ContactDraft
from phares.rooms.territory.models import District, VoiceContact


def add(scene: Scene, cast: Cast) -> None:
    """Put one of each into the scene."""
    at, maud = timezone.now(), cast.actor("maud")
    said = {"pole": cast.pole, "by": maud, "at": at}
    District.objects.create(
        pole=cast.pole,
        name="Les Lanternes",
        rings=[[[2.3, 48.9], [2.4, 48.9], [2.4, 49.0], [2.3, 48.9]]],
        is_drawn=True,
        source="dessin de la scène",
    )
    waiting = actions.say_voice(text="Un banc devant l’arrêt du 26", mark="scene-waiting", **said)
    public = actions.say_voice(
        text="Un endroit au frais pour les enfants, l’été", mark="scene-public", shown="public", **said
    )
    actions.read_voice(voice=public, keep=True, by=maud, at=at + timedelta(minutes=1))
    called = actions.say_voice(
        text="Quelqu’un pour réparer les vélos des petits",
        mark="scene-called",
        contact=ContactDraft("passes", "Mme O.", "le jeudi", wants_part=True),
        **said,
    )
    problem = actions.write_problem(pole=cast.pole, title="Pas de banc", kinds=["social"], voices=[public], **_by(said))
    response = actions.answer_problem(
        problem=problem, title="Poser des bancs", structure=cast.structures["etabli"], **_by(said)
    )
    scene.things |= {
        "problem": [problem.pk],
        "response": [response.pk],
        "voice_code": [waiting.code],
        "voice": [waiting.pk],
        "contact": [VoiceContact.objects.get(voice=called).pk],
    }


def _by(said: dict[str, Any]) -> dict[str, Any]:
    """Return who and when alone."""
    return {name: said[name] for name in ("by", "at")}
