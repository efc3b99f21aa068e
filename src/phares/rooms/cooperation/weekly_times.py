"""Times that come back every week: as they are kept ("MON 09:00-12:00"), and in the words people use."""

from collections.abc import Iterable

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phares.engine.contract import ContractError
from phares.engine.contract.matching import Weekly
from phares.engine.matching import Slot
from phares.engine.matching.item import DAYS
from phares.rooms.commons.days import NO_BREAK, in_french

DAY_WORDS = (_("lundi"), _("mardi"), _("mercredi"), _("jeudi"), _("vendredi"), _("samedi"), _("dimanche"))
PART_WORDS = {"09:00-12:00": _("matin"), "14:00-18:00": _("après-midi"), "18:00-21:00": _("soir")}
MOST_TIMES = 21


def slot(written: str) -> Slot:
    """Return a time as the engine takes it; raise ValueError for what is not one."""
    return Weekly().read(written, "weekly")


def slots(weekly: Iterable[object]) -> tuple[Slot, ...]:
    """Return the times that can be read, the others left out."""
    return tuple(slot(one) for one in weekly if isinstance(one, str) and is_time(one))


def is_time(written: str) -> bool:
    """Say whether this is a time of the week that ends after it begins."""
    try:
        slot(written)
    except ContractError:
        return False
    return True


def week_grid() -> list[tuple[object, list[tuple[str, str]]]]:
    """Return the days, each with its parts: (how it is kept, what is read aloud)."""
    return [
        (day, [(f"{code} {hours}", f"{day} {part}") for hours, part in PART_WORDS.items()])
        for code, day in zip(DAYS, DAY_WORDS, strict=True)
    ]


def time_words(written: str) -> str:
    """Return one time in words: « lundi matin », « jeudi de 10 h à 12 h »."""
    code, _space, hours = written.partition(" ")
    if code not in DAYS:
        return written
    day = DAY_WORDS[DAYS.index(code)]
    if hours in PART_WORDS:
        return f"{day} {PART_WORDS[hours]}"
    start, _dash, end = hours.partition("-")
    return gettext("%(day)s de %(start)s à %(end)s") % {"day": day, "start": _hour(start), "end": _hour(end)}


def weekly_words(weekly: Iterable[str]) -> str:
    """Return several times in words, one after the other."""
    return ", ".join(time_words(one) for one in weekly)


def duration_words(minutes: int) -> str:
    """Return a length of time: « 2 h », « 1 h 30 », « 45 min »."""
    hours, left = divmod(minutes, 60)
    if not hours:
        return f"{left}{NO_BREAK}min"
    return f"{hours}{NO_BREAK}h{NO_BREAK}{left:02}" if left else f"{hours}{NO_BREAK}h"


def _hour(written: str) -> str:
    """Return an hour of the clock in words."""
    hour, _colon, minute = written.partition(":")
    if not in_french() or not hour.isdecimal():
        return written
    return f"{int(hour)}{NO_BREAK}h" + (f"{NO_BREAK}{minute}" if minute not in {"", "00"} else "")
