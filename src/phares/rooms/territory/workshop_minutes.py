"""The minutes of a workshop, to print: set by typst, tagged."""

from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from phares.rooms.commons.days import day_words, hour_words
from phares.rooms.commons.typography import french
from phares.rooms.territory.models import Workshop
from phares.rooms.territory.papers import set_paper
from phares.rooms.territory.queries.workshop import Minutes, MinutesProblem, minutes_of


def minutes_pdf(workshop: Workshop, day: date) -> bytes:
    """Return the minutes as everybody may read them that day."""
    return set_paper("minutes", _said(workshop, minutes_of(workshop, day)))


def _said(workshop: Workshop, minutes: Minutes) -> dict[str, Any]:
    """Return what the sheet says, in the reader's language."""
    gathering = workshop.gathering
    when = _("%(day)s à %(hour)s") % {
        "day": day_words(gathering.starts_at, weekday=True), "hour": hour_words(gathering.starts_at)
    }  # fmt: skip
    closed = _("Clos le %(day)s. Ce compte rendu ne bouge plus.") % {"day": day_words(workshop.closed_at)}  # type: ignore[arg-type]
    return {
        "language": get_language() or "fr",
        "pole": french(workshop.pole.name),
        "over": french(_("Compte rendu d’atelier")),
        "title": french(minutes.said["title"]),
        "lead": french(", ".join(filter(None, [when, minutes.said["place"]]))),
        "people": french(_people(minutes)),
        "sorted": french(_("Ce qui compte d’abord, et ce qui a été rangé où")),
        "problems": [_problem(one) for one in minutes.problems],
        "aside": _aside(minutes.aside),
        "decided": french(_("Ce qui est décidé, et qui s’en charge")),
        "none": french(_("Rien n’a été décidé ce jour-là.")),
        "heads": [french(one) for one in (_("Quoi"), _("Qui s’en charge"), _("Pour le"))],
        "decisions": [
            [french(one["words"] + (f" ({one['about']})" if one["about"] else "")), french(one["who"]),
             date_format(one["due_on"], "j F Y") if one["due_on"] else "—"]
            for one in minutes.decisions
        ],
        "next_title": french(_("Le prochain rendez-vous")),
        "next": french(_next(workshop)),
        "foot": french(" · ".join(filter(None, [closed, workshop.pole.address, workshop.pole.contact_phone]))),
    }  # fmt: skip


def _people(minutes: Minutes) -> str:
    """Say how many were there, by kind where it may be told, and the dots."""
    pieces = []
    if minutes.people.total is not None:
        count = minutes.people.total
        pieces.append(ngettext("%(count)d personne", "%(count)d personnes", count) % {"count": count})
    pieces += [f"{label} : {count}" for label, count in minutes.kinds]
    if minutes.people.together:
        pieces.append(_("autres, ensemble : %(count)d") % {"count": minutes.people.together})
    placed, each = minutes.said["dots"], minutes.said["dots_each"]
    pieces.append(_("%(placed)d points posés, %(each)d au plus par personne") % {"placed": placed, "each": each})
    return " · ".join(pieces)


def _problem(one: MinutesProblem) -> dict[str, Any]:
    """Return what the sheet says of a problem."""
    dots = ngettext("%(count)d point", "%(count)d points", one.dots) % {"count": one.dots}
    new = _("nouveau, mis à part de « %(title)s »") % {"title": one.split_from} if one.split_from else _("nouveau")
    others = ngettext(
        "et %(count)d carte dite dans la salle, ou dont les mots ont été repris",
        "et %(count)d cartes dites dans la salle, ou dont les mots ont été repris",
        one.others,
    )
    about = [dots, new] if one.is_new else [dots]
    about += [_("réunit « %(title)s »") % {"title": title} for title in one.merged]
    return {
        "title": french(one.title),
        "about": french(", ".join(about)),
        "cards": [{"words": french(f"« {card.words} »"), "language": card.language} for card in one.cards],
        "others": french(others % {"count": one.others}) if one.others else "",
    }


def _aside(count: int) -> str:
    """Say how many cards were set aside."""
    words = ngettext("%(count)d carte mise de côté", "%(count)d cartes mises de côté", count) % {"count": count}
    return french(words) if count else ""


def _next(workshop: Workshop) -> str:
    """Say when and about what one meets again."""
    day = day_words(workshop.next_on, weekday=True) if workshop.next_on else ""
    return ", ".join(filter(None, [day, workshop.next_words]))
