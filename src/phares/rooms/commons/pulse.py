"""The pulse of what must never stop: each writes down when it was last alive."""

from datetime import datetime

from phares.rooms.commons.models import Pulse

TICK, WORKER = "tick", "worker"


def beat(name: str, at: datetime) -> None:
    """Write down that `name` is alive."""
    Pulse.objects.update_or_create(name=name, defaults={"beat_at": at})


def last_beat(name: str) -> datetime | None:
    """Return when `name` was last alive."""
    return Pulse.objects.filter(name=name).values_list("beat_at", flat=True).first()
