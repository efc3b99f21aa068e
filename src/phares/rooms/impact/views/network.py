"""The network: the sentence and the table first, then the picture; one date, one structure, one sort of tie."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.days import day_words
from phares.rooms.commons.http import acts, reads
from phares.rooms.cooperation import levels
from phares.rooms.cooperation.permissions import can_note_in_passing
from phares.rooms.cooperation.queries.figures import year_before
from phares.rooms.directory.gate import members
from phares.rooms.directory.permissions import can_keep_directory
from phares.rooms.impact import actions, network_export, permissions, picture
from phares.rooms.impact.queries import network as queries
from phares.rooms.impact.queries.network import SORTS, Months, Seen, TieLine
from phares.rooms.impact.views.entering import readers

A_PAGE = 60
LONGEST_MONTH = 6


@dataclass(frozen=True)
class Asked:
    """What the address asks for, and what of it could not be read."""

    seen: Seen
    months: Months
    chosen: str
    sort: str
    is_mistaken: bool

    @property
    def level(self) -> int | None:
        """Return the level of the sort asked for."""
        return SORTS.get(self.sort)

    def lines(self) -> list[TieLine]:
        """Return the ties asked for."""
        lines = self.seen.lines() if self.level is None else [x for x in self.seen.lines() if x.level == self.level]
        return [one for one in lines if not self.chosen or self.chosen in {f"structure-{s.pk}" for s in (one.a, one.b)}]

    def address(self, **changed: str) -> str:
        """Return the query of this page with some of it changed; an empty value is left out."""
        query = QueryDict(mutable=True)
        now = {"le": self.seen.day.isoformat(), "structure": self.slug, "sorte": self.sort}
        query.update({name: value for name, value in {**now, **changed}.items() if value})
        return query.urlencode()

    @property
    def base(self) -> str:
        """Return the query of this page without a structure, to which the picture adds one."""
        return self.address(structure="")

    @property
    def slug(self) -> str:
        """Return the name in addresses of the structure chosen."""
        return self.seen.structures[self.chosen].slug if self.chosen else ""


def _asked(request: Any) -> Asked:
    """Read the address; a date before the first day or after today is brought between the two."""
    months = Months(queries.first_day(request.pole, request.today), request.today)
    day, is_mistaken = _day_asked(request, months)
    seen = queries.network_seen(request.actor, request.pole, max(min(day, request.today), months.first_on))
    named = {seen.structures[one].slug: one for one in seen.drawn}
    slug, sort = request.GET.get("structure", "").strip(), request.GET.get("sorte", "").strip()
    return Asked(seen, months, named.get(slug, ""), sort if sort in SORTS else "", is_mistaken)


def _day_asked(request: Any, months: Months) -> tuple[date, bool]:
    """Return the day of the address, by its date or by the number of its month, and whether it could not be read."""
    said, month = request.GET.get("le", "").strip(), request.GET.get("mois", "").strip()
    if said:
        try:
            return date.fromisoformat(said), False
        except ValueError:
            return request.today, True
    if month:
        is_number = month.isascii() and month.isdigit() and len(month) < LONGEST_MONTH
        return (months.day_of(int(month)) if is_number else request.today), not is_number
    return request.today, False


@reads
@readers
def network(request: Any) -> HttpResponse:
    """Show who is tied to whom on a day, in a sentence, a table and a picture."""
    asked = _asked(request)
    seen, months = asked.seen, asked.months
    before = queries.network_seen(request.actor, request.pole, max(year_before(seen.day), months.first_on))
    page = Paginator(asked.lines(), A_PAGE).get_page(request.GET.get("page"))
    month = months.number_of(seen.day)
    context = {
        "asked": asked,
        "seen": seen,
        "before": before if before.day < seen.day else None,
        "page": page,
        "chosen": seen.structures.get(asked.chosen),
        "choices": sorted((seen.structures[one] for one in seen.drawn), key=lambda one: one.name.casefold()),
        "sorts": sorted(((code, levels.words_of(level)) for code, level in SORTS.items()), key=lambda pair: pair[1]),
        "drawing": picture.picture(seen, chosen=asked.chosen, level=asked.level),
        "description": picture.described(seen, asked.lines()),
        "month": month,
        "month_words": day_words(seen.day),
        "earlier": asked.address(le=months.day_of(month - 1).isoformat()) if month else "",
        "later": asked.address(le=months.day_of(month + 1).isoformat()) if month < months.last else "",
        "is_empty": not seen.whole.ties and seen.day == request.today,
        "is_public": permissions.is_public(request.pole),
        "can_note": can_note_in_passing(request.actor, request.pole),
        "can_keep_directory": can_keep_directory(request.actor, request.pole),
        "can_show": permissions.can_show_figures(request.actor, request.pole),
        "sees_meetings": seen.tells_alone or bool(seen.own),
        "meetings": seen.meetings(),
        "holding_alone": seen.holding_alone(),
    }
    return render(request, "impact/network.html", context)


@reads
@readers
def network_csv(request: Any) -> HttpResponse:
    """Give the ties of a day as CSV: the lines of the page."""
    asked = _asked(request)
    answer = HttpResponse(network_export.ties_csv(asked.lines()), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="liens-{asked.seen.day.isoformat()}.csv"'
    return answer


@reads
@readers
def network_svg(request: Any) -> HttpResponse:
    """Give the picture alone, to put into a document."""
    asked = _asked(request)
    drawing = picture.picture(asked.seen, chosen=asked.chosen, level=asked.level)
    context = {"drawing": drawing, "seen": asked.seen, "description": picture.described(asked.seen, asked.lines())}
    answer = render(request, "impact/drawing_alone.html", context, content_type="image/svg+xml")
    answer["Content-Disposition"] = f'attachment; filename="liens-{asked.seen.day.isoformat()}.svg"'
    return answer


@acts
@members
def show_figures(request: Any) -> HttpResponse:
    """Let everybody read the network and the figures."""
    actions.show_figures(pole=request.pole, by=request.actor, at=timezone.now())
    messages.success(request, _("Tout le monde peut maintenant lire les liens et les chiffres du pôle."))
    return redirect("impact:network", request.pole.slug)


@acts
@members
def hide_figures(request: Any) -> HttpResponse:
    """Keep the network and the figures inside."""
    actions.hide_figures(pole=request.pole, by=request.actor, at=timezone.now())
    messages.success(request, _("Les liens et les chiffres ne sont plus montrés qu’à l’intérieur du pôle."))
    return redirect("impact:network", request.pole.slug)
