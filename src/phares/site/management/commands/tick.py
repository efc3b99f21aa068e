"""The minute tick: each minute, carries out what is due."""

import logging
import time
from typing import Any

from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django.utils import timezone

from phares.rooms.commons.due import run_due, schedule_for_today
from phares.rooms.commons.pulse import TICK, beat
from phares.rooms.directory.tasks import RETENTION
from phares.rooms.territory.tasks import FORGET_VOICES

MINUTE = 60
_log = logging.getLogger(__name__)


class Command(BaseCommand):
    """Ticks until told to stop."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        while True:
            tick()
            time.sleep(MINUTE - time.time() % MINUTE)


def tick() -> None:
    """Carry out what is due now. What fails is logged and the next minute comes: a database may be away for a while."""
    close_old_connections()
    try:
        schedule_for_today(RETENTION, timezone.localdate())
        schedule_for_today(FORGET_VOICES, timezone.localdate())
        run_due(timezone.now())
        beat(TICK, timezone.now())
    except Exception:
        _log.exception("tick failed")
