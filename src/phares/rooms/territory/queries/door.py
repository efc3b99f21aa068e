"""What the sheet for the door says of a month: words that everybody may read, and what becomes of them."""

from datetime import date, timedelta
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from phares.rooms.commons.typography import french
from phares.rooms.directory.actors import VISITOR
from phares.rooms.directory.models import Pole
from phares.rooms.territory.models.rules import rules_of
from phares.rooms.territory.models.voice import Sense
from phares.rooms.territory.queries.problems import DONE, problems_of
from phares.rooms.territory.queries.voices import said_in_month, sense_label

MOST, FEW, LONGEST = 5, 4, 150


def month_before(day: date) -> tuple[date, date]:
    """Return the first and the last day of the month before the one of this day."""
    last = day.replace(day=1) - timedelta(days=1)
    return last.replace(day=1), last


def door_sheet(pole: Pole, first: date, last: date, today: date) -> dict[str, Any]:
    """Return what the sheet says of a month: what was said; and, on the day it prints, what is being done about it."""
    voices = said_in_month(pole, first, last)
    said = [
        {"title": french(sense_label(sense)), "lines": [_line(one) for one in voices.filter(sense=sense)[:MOST]]}
        for sense in (Sense.MISSING, Sense.COULD)
    ]
    answered, open_ones = _answered(pole, first, today)
    done = [
        {"title": french(_("Ce qui se fait")), "lines": answered},
        {"title": french(_("Ce à quoi personne ne répond encore")), "lines": open_ones},
    ]
    month = date_format(last, "F Y")
    say_more = _("Vous aussi, dites-le : sur une carte, au téléphone, en passant.")
    return {
        "pole": french(pole.name),
        "title": french(_("Ce que l’on a dit en %(month)s") % {"month": month}),
        "lead": french(_lead(pole, voices.count())),
        "said": [section for section in said if section["lines"]],
        "done": [section for section in done if section["lines"]],
        "foot": french(" · ".join(filter(None, [say_more, pole.address, pole.contact_phone]))),
    }


def _lead(pole: Pole, count: int) -> str:
    """Say how many spoke, without a number where it would tell who."""
    if not count:
        return _("Personne n’a encore rien dit ce mois-là que tout le monde puisse lire.")
    if count < rules_of(pole).smallest_count:
        return _("Quelques personnes l’ont dit, avec leurs mots.")
    return ngettext("%(count)d parole, avec ses mots.", "%(count)d paroles, avec leurs mots.", count) % {"count": count}


def _answered(pole: Pole, first: date, today: date) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """Return what is being done about which problem, what has news since `first` before the rest; and what is not."""
    done, undone = [], []
    for problem in problems_of(VISITOR, pole):
        going = [one for one in problem.shown_responses if one.stage in DONE]  # type: ignore[attr-defined]
        done += [_doing(problem, one, first, today) for one in going]
        if not going:
            undone.append({"words": french(f"— {problem.title}"), "about": ""})
    done.sort(key=lambda line: not line.pop("is_news"))
    return done[:MOST], undone[:FEW]


def _doing(problem: Any, response: Any, first: date, today: date) -> dict[str, Any]:
    """Return one line: what is done, by whom, about what, and the latest that came of it."""
    results = [one for one in response.results.all() if one.on <= today]
    who = response.structure or response.outside or ""
    words = french(f"{response.title}. {_shortened(results[0].words)}" if results else response.title)
    about = french(" · ".join(filter(None, [str(who), _("Répond à : %(problem)s") % {"problem": problem.title}])))
    begun = response.since_on is not None and first <= response.since_on <= today
    return {"words": words, "about": about, "is_news": begun or any(one.on >= first for one in results)}


def _shortened(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]}…"


def _line(voice: Any) -> dict[str, str]:
    about = [str(voice.get_theme_display()), str(voice.district or "")]
    return {"words": french(f"« {_shortened(voice.words)} »"), "about": french(" · ".join(filter(None, about)))}
