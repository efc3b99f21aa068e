"""The life of an installation: its clock, its minute tick, its worker."""

import time
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_tasks import task

from phares.rooms.commons.models import JournalEntry
from phares.rooms.commons.pulse import TICK, WORKER, beat, last_beat
from phares.site.keeping.findings import Finding, broken, watch, well

SLACK = timedelta(minutes=3)
PATIENCE = 8  # seconds for the worker to answer

CLOCK, MINUTE, JOBS = gettext_lazy("horloge"), gettext_lazy("minuterie"), gettext_lazy("tâches de fond")


@task()
def show_that_worker_lives() -> None:
    """Done by the worker, when the doctor asks."""
    beat(WORKER, timezone.now())


def clock_is_right(now: datetime) -> Iterator[Finding]:
    """The clock agrees with the database's, and does not stand before what was written already."""
    latest = JournalEntry.objects.order_by("-at").values_list("at", flat=True).first()
    if latest and latest > now + SLACK:
        sentence = _("L’horloge de la machine retarde : le journal va jusqu’au %(day)s.")
        yield broken(CLOCK, sentence % {"day": f"{timezone.localtime(latest):%Y-%m-%d %H:%M}"})
        return
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT clock_timestamp()")
            if abs(cursor.fetchone()[0] - timezone.now()) > SLACK:
                yield broken(CLOCK, _("L’horloge de la base et celle de cette machine diffèrent de plusieurs minutes."))
                return
    yield well(CLOCK, _("Il est %(hour)s ici.") % {"hour": f"{timezone.localtime(now):%Y-%m-%d %H:%M %Z}"})


def tick_is_alive(now: datetime) -> Iterator[Finding]:
    """The minute tick beat a moment ago."""
    seen = last_beat(TICK)
    if seen and seen > now - SLACK:
        yield well(MINUTE, _("Elle bat."))
    elif seen:
        sentence = _("Arrêtée depuis le %(day)s : rappels et relectures n’ont plus lieu. Lancez « phares serve ».")
        yield broken(MINUTE, sentence % {"day": f"{timezone.localtime(seen):%Y-%m-%d %H:%M}"})
    else:
        yield watch(MINUTE, _("Elle n’a jamais battu : lancez « phares serve »."))


def worker_is_alive(now: datetime) -> Iterator[Finding]:
    """The worker does a task that it is given now."""
    asked = timezone.now()
    show_that_worker_lives.enqueue()
    given_up = time.monotonic() + PATIENCE
    while time.monotonic() < given_up:
        seen = last_beat(WORKER)
        if seen and seen >= asked:
            yield well(JOBS, _("Une tâche donnée a été faite."))
            return
        time.sleep(0.2)
    sentence = _(
        "Une tâche donnée n’a pas été faite en %(count)d secondes : les courriels attendent. Lancez « phares serve »."
    )
    yield broken(JOBS, sentence % {"count": PATIENCE})
