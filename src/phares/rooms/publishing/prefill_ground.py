"""What other rooms know of a cooperation, as first words to check: territory, means, money, totals."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from phares.rooms.commons.typography import NARROW
from phares.rooms.cooperation.models import Cooperation, Fact
from phares.rooms.directory.models import Pole
from phares.rooms.funding.models import Grant
from phares.rooms.impact.models import Result
from phares.rooms.territory.models import Figure, Problem
from phares.rooms.territory.models.figure import Area

MOST_FIGURES = 4
CLOSE_AREAS = (Area.QPV, Area.IRIS, Area.COMMUNE, Area.EPCI)


def territory_words(pole: Pole) -> str:
    """Return a few figures of the places around the pole, each with its source; one that is in doubt is left out."""
    found = Figure.objects.filter(pole=pole, area__in=CLOSE_AREAS, is_ambiguous=False).exclude(source="")
    lines = [
        _("%(place)s : %(subject)s, %(value)s (%(source)s, %(on)s).")
        % {
            "place": one.area_name,
            "subject": one.subject,
            "value": f"{one.value} {one.unit}".strip(),
            "source": one.source,
            "on": one.on,
        }
        for one in found[:MOST_FIGURES]
    ]
    return "\n".join(f"- {line}" for line in lines)


def problem_words(cooperation: Cooperation) -> str:
    """Return the problem of the territory that the cooperation answers."""
    found = Problem.objects.standing().filter(responses__cooperation=cooperation).order_by("pk").first()
    return "\n\n".join(filter(None, [found.title, found.text])) if found else ""


def _whole(number: Fraction) -> str:
    """Return a number as French writes it: at most two figures after the comma, none for nothing."""
    whole, rest = divmod(round(number * 100), 100)
    return f"{whole},{rest:02d}".rstrip("0") if rest else str(whole)


def _hours(facts: Iterable[Fact]) -> Fraction:
    return Fraction(sum(fact.minutes or 0 for fact in facts), 60)


def _jobs(cooperation: Cooperation) -> list[Any]:
    return list(cooperation.jobs.filter(withdrawn_at=None).order_by("from_on", "pk"))


def means_words(cooperation: Cooperation, facts: list[Fact]) -> str:
    """Return the jobs, by their titles and parts of a full time, and the hours noted."""
    lines = [
        _("%(title)s : %(fte)s équivalent temps plein.") % {"title": job.title, "fte": _whole(job.fte)}
        for job in _jobs(cooperation)
    ]
    if hours := _hours(facts):
        lines.append(_("%(hours)s heures notées ensemble.") % {"hours": _whole(hours)})
    return "\n".join(f"- {line}" for line in lines)


def money_rows(cooperation: Cooperation) -> list[dict[str, str]]:
    """Return the grants that the cooperation received, in the year in which they begin."""
    grants = Grant.objects.filter(cooperation=cooperation).select_related("funder").order_by("from_on", "pk")
    return [
        {"year": str(one.from_on.year), "funder": one.funder.name, "cents": str(one.amount_cents)} for one in grants
    ]


def proven_rows(cooperation: Cooperation, facts: list[Fact]) -> list[dict[str, str]]:
    """Return what was proven of it: the results noted for its funders, then hours, money and jobs in all."""
    pole = cooperation.pole
    noted = Result.objects.standing().filter(cooperation=cooperation).order_by("on", "number")
    address = reverse("cooperation:cooperation", args=[pole.slug, cooperation.pk])
    last = max((fact.on for fact in facts), default=None)
    cents = sum(fact.cents or 0 for fact in facts)
    fte = sum((job.fte for job in _jobs(cooperation)), Fraction(0))
    totals = [
        (_whole(_hours(facts)) + f"{NARROW}h", _("passées ensemble"), bool(_hours(facts))),
        (_whole(Fraction(cents, 100)) + f"{NARROW}€", _("mis en commun"), bool(cents)),
        (_whole(fte), _("équivalent temps plein créé ou maintenu"), bool(fte)),
    ]
    return [
        *(
            {
                "figure": f"{_whole(Fraction(one.value))} {one.unit}".strip()[:40],
                "what": one.what,
                "on": one.on.isoformat(),
                "source": _("Résultats notés par le pôle"),
                "url": "",
            }
            for one in noted
        ),
        *(
            {
                "figure": figure,
                "what": what,
                "on": last.isoformat() if last else "",
                "source": _("Registre des coopérations du pôle"),
                "url": address,
            }
            for figure, what, is_known in totals
            if is_known
        ),
    ]
