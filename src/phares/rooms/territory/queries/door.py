"""What the sheet for the door says of a month: words that everybody may read, and what becomes of them."""

from datetime import date, timedelta
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from phares.rooms.commons.typography import french
from phares.rooms.directory.models import Pole
from phares.rooms.territory.models.rules import rules_of
from phares.rooms.territory.models.voice import Sense
from phares.rooms.territory.queries.voices import said_in_month, sense_label

MOST, LONGEST = 7, 150


def month_before(day: date) -> tuple[date, date]:
    """Return the first and the last day of the month before the one of this day."""
    last = day.replace(day=1) - timedelta(days=1)
    return last.replace(day=1), last


def door_sheet(pole: Pole, first: date, last: date) -> dict[str, Any]:
    """Return what the sheet says of what was said between two days."""
    voices = said_in_month(pole, first, last)
    sections = [
        {"title": french(sense_label(sense)), "lines": [_line(one) for one in voices.filter(sense=sense)[:MOST]]}
        for sense in (Sense.MISSING, Sense.COULD)
    ]
    month = date_format(last, "F Y")
    say_more = _("Vous aussi, dites-le : sur une carte, au téléphone, en passant.")
    return {
        "pole": french(pole.name),
        "title": french(_("Ce que l’on a dit en %(month)s") % {"month": month}),
        "lead": french(_lead(pole, voices.count())),
        "sections": [section for section in sections if section["lines"]],
        "foot": french(" · ".join(filter(None, [say_more, pole.address, pole.contact_phone]))),
    }


def _lead(pole: Pole, count: int) -> str:
    """Say how many spoke, without a number where it would tell who."""
    if not count:
        return _("Personne n’a encore rien dit ce mois-là que tout le monde puisse lire.")
    if count < rules_of(pole).smallest_count:
        return _("Quelques personnes l’ont dit, avec leurs mots.")
    return ngettext("%(count)d parole, avec ses mots.", "%(count)d paroles, avec leurs mots.", count) % {"count": count}


def _line(voice: Any) -> dict[str, str]:
    words = voice.words if len(voice.words) <= LONGEST else f"{voice.words[:LONGEST].rsplit(' ', 1)[0]}…"
    about = [str(voice.get_theme_display()), str(voice.district or "")]
    return {"words": french(f"« {words} »"), "about": french(" · ".join(filter(None, about)))}
