"""Acts on arrivals: writing the checklist of a way to take part, ticking a step with a structure that came in."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory import events, permissions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import ArrivalStep, ArrivalTick, Membership, Pole


class StepElsewhere(Refusal):
    """The step is of another checklist."""

    sentence = _("Cette étape n’est pas de ce parcours d’arrivée.")


@transaction.atomic
def set_arrival_steps(*, pole: Pole, kind: str, steps: Sequence[str], by: Actor, at: datetime) -> list[ArrivalStep]:
    """Write what is done with those who come in one way; a step that goes stays where it was ticked."""
    require(permissions.can_keep_directory(by, pole))
    known = {one.words: one for one in pole.arrival_steps.filter(kind=kind)}
    wanted = list(dict.fromkeys(words.strip()[:160] for words in steps if words.strip()))
    pole.arrival_steps.filter(kind=kind).update(is_kept=False)
    for rank, words in enumerate(wanted, 1):
        step = known.get(words) or ArrivalStep(pole=pole, kind=kind, words=words)
        step.rank, step.is_kept = rank, True
        step.save()
    publish(events.ArrivalStepsSet(pole.pk), by=by, at=at)
    return list(pole.arrival_steps.filter(kind=kind, is_kept=True))


@transaction.atomic
def tick_arrival_step(*, membership: Membership, step: ArrivalStep, by: Actor, at: datetime) -> ArrivalTick:
    """Say that a step was done with a structure; said twice, it was done the first time."""
    structure = membership.structure
    require(permissions.can_describe_structure(by, structure))
    if step.pole_id != structure.pole_id or step.kind != membership.kind:
        raise StepElsewhere
    tick, is_new = ArrivalTick.objects.get_or_create(
        membership=membership, step=step, defaults={"done_at": at, "done_by_id": by.person_id}
    )
    if is_new:
        publish(events.ArrivalStepTicked(structure.pole_id, tick.pk, structure.pk), by=by, at=at)
    return tick
