"""Days in the words people use: « 1er mars 2024 », « il y a 9 jours », « du 3 mars au 5 mai 2026 »."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext, ngettext

NO_BREAK = "\N{NO-BREAK SPACE}"
DAYS_SAID_AS_DAYS = 60
DAYS_SAID_AS_MONTHS = 730


def as_day(value: date | datetime) -> date:
    """Return the local day of a moment, or the day itself."""
    if isinstance(value, datetime):
        return (timezone.localtime(value) if timezone.is_aware(value) else value).date()
    return value


def day_words(value: date | datetime, *, weekday: bool = False, month: bool = True, year: bool = True) -> str:
    """Return a day in words that never break over two lines: « vendredi 1er mars 2024 »."""
    day = as_day(value)
    pieces = [
        date_format(day, "l") if weekday else "",
        "1er" if day.day == 1 and in_french() else str(day.day),
        date_format(day, "F") if month else "",
        str(day.year) if year else "",
    ]
    return NO_BREAK.join(piece for piece in pieces if piece)


def in_french() -> bool:
    """Say whether the page is being written in French."""
    return (get_language() or "").startswith("fr")


def hour_words(value: datetime) -> str:
    """Return the hour of a moment: « 14 h 05 » in French, 14:05 elsewhere."""
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    if in_french():
        return f"{local:%-H}{NO_BREAK}h{NO_BREAK}{local:%M}"
    return f"{local:%H:%M}"


def since_words(value: date | datetime, today: date | datetime) -> str:
    """Return how far a day is from today, before or after."""
    days = (as_day(value) - as_day(today)).days
    near = {
        -1: gettext("hier"),
        0: gettext("aujourd’hui"),
        1: gettext("demain"),
    }
    if days in near:
        return near[days]
    return _ahead(days) if days > 0 else _ago(-days)


def _ago(days: int) -> str:
    """Return « il y a … » with the unit that people would use."""
    if days <= DAYS_SAID_AS_DAYS:
        return ngettext("il y a %(count)d jour", "il y a %(count)d jours", days) % {"count": days}
    if days < DAYS_SAID_AS_MONTHS:
        months = round(days / 30.44)
        return ngettext("il y a %(count)d mois", "il y a %(count)d mois", months) % {"count": months}
    years = days // 365
    return ngettext("il y a %(count)d an", "il y a %(count)d ans", years) % {"count": years}


def _ahead(days: int) -> str:
    """Return « dans … » with the unit that people would use."""
    if days <= DAYS_SAID_AS_DAYS:
        return ngettext("dans %(count)d jour", "dans %(count)d jours", days) % {"count": days}
    if days < DAYS_SAID_AS_MONTHS:
        months = round(days / 30.44)
        return ngettext("dans %(count)d mois", "dans %(count)d mois", months) % {"count": months}
    years = days // 365
    return ngettext("dans %(count)d an", "dans %(count)d ans", years) % {"count": years}


def period_words(start: date | None, end: date | None, today: date | None = None) -> str:
    """Return a period; what both ends share (the year, then the month) is said once."""
    if start and end:
        return _between(as_day(start), as_day(end))
    if end:
        return gettext("jusqu’au %(day)s") % {"day": day_words(end)}
    if not start:
        return ""
    if today and as_day(start) > as_day(today):
        return gettext("à partir du %(day)s") % {"day": day_words(start)}
    return gettext("depuis le %(day)s") % {"day": day_words(start)}


def _between(start: date, end: date) -> str:
    """Return « du … au … », or « le … » for one day."""
    if start == end:
        return gettext("le %(day)s") % {"day": day_words(start)}
    same_year = start.year == end.year
    same_month = same_year and start.month == end.month
    first = day_words(start, month=not same_month, year=not same_year)
    return gettext("du %(start)s au %(end)s") % {"start": first, "end": day_words(end)}
