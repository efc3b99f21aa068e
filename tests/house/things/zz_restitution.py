"""Restitutions in the scene: one that everybody reads in two versions, one that is being written."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from house.scene import Scene
from phares.demo.cast import Cast
from phares.rooms.territory import actions
from phares.rooms.territory.queries.restitution import left_to_tell


def add(scene: Scene, cast: Cast) -> None:
    """Put one of each into the scene; it comes last, when all the problems are written."""
    who: dict[str, Any] = {"by": cast.actor("lena"), "at": timezone.now()}
    today = timezone.localdate()
    period = {"first_on": today - timedelta(days=90), "last_on": today}
    told = actions.begin_restitution(pole=cast.pole, **period, **who)
    left = left_to_tell(told)
    for problem in left:
        actions.tell_of_problem(restitution=told, problem=problem, why_not="Pas encore les moyens.", **who)
    actions.publish_restitution(restitution=told, **who)
    actions.publish_restitution(restitution=told, corrected="Une date.", **who)
    draft = actions.begin_restitution(
        pole=cast.pole, first_on=today - timedelta(days=200), last_on=today - timedelta(days=91), **who
    )
    scene.things |= {
        "restitution": [told.pk],
        "restitution_version": [told.pk, 1],
        "restitution_draft": [draft.pk],
        "restitution_pt": [draft.pk, "pt"],
        "restitution_line": [draft.pk, left[0].pk],
    }
