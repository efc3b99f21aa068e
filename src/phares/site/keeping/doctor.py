"""What is wrong with an installation: each thing that must hold is looked at, and said in one sentence."""

from collections.abc import Callable, Iterator
from datetime import datetime

from django.db import DatabaseError
from django.utils.translation import gettext as _

from phares.site.keeping import check_life, check_place, check_store
from phares.site.keeping.findings import Finding, State, broken, well
from phares.site.readiness import STATIC_FILES, missing

Check = Callable[[datetime], Iterator[Finding]]
WELL, BROKEN, WATCH = 0, 1, 3
"""The exit codes: nothing to say, something broken, something to be watched (2 is a misused command)."""

BEFORE_THE_BASE: tuple[Check, ...] = (
    check_place.settings_fit,
    check_place.secret_key_is_kept,
    check_place.disk_has_room,
    check_place.mail_goes_out,
)
IN_THE_BASE: tuple[Check, ...] = (
    check_life.clock_is_right,
    check_life.tick_is_alive,
    check_life.worker_is_alive,
    check_store.attachments_are_whole,
    check_store.backup_is_fresh,
)


def examine(now: datetime) -> Iterator[Finding]:
    """Yield a finding for each thing looked at; what stands in the database only where its tables are there."""
    for check in BEFORE_THE_BASE:
        yield from check(now)
    lacking = missing()
    if lacking:
        sentence = _("Il manque : %(things)s. Lancez « phares migrate ».") % {"things": " ; ".join(lacking)}
        yield broken(_("base et fichiers du site"), sentence)
        if set(lacking) != {STATIC_FILES}:
            return
    else:
        yield well(_("base et fichiers du site"), _("Tout est de cette version."))
    for check in IN_THE_BASE:
        try:
            yield from check(now)
        except DatabaseError as error:
            yield broken(_("base de données"), str(error))


def exit_code(findings: list[Finding]) -> int:
    """Return what the command ends with."""
    states = {finding.state for finding in findings}
    return BROKEN if State.BROKEN in states else WATCH if State.WATCH in states else WELL
