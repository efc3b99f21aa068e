"""What a structure takes away of the territory: what it saw of problems, what it does about them and what that gave."""

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.takeaway import Part
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Structure
from phares.rooms.territory.models import Observation, Response


def parts(actor: Actor, structure: Structure) -> Iterator[Part]:
    """Return its observations, and the responses that it gives alone or with others."""
    yield _observations(structure)
    yield _responses(structure)


def _observations(structure: Structure) -> Part:
    columns = {
        "on": _("Vu le"),
        "problem": _("Problème"),
        "text": _("Ce qu’elle voit"),
        "source": _("D’où cela vient"),
        "otherwise": _("Contredit ce qui est dit"),
    }
    found = Observation.objects.filter(structure=structure).select_related("problem").order_by("observed_on", "pk")
    rows = [
        {
            "on": one.observed_on,
            "problem": one.problem.title,
            "text": one.text,
            "source": one.source,
            "otherwise": one.says_otherwise,
        }
        for one in found
    ]
    return Part("observations", _("Ce qu’elle voit des problèmes du territoire"), columns, rows)


def _responses(structure: Structure) -> Part:
    columns = {
        "problem": _("Problème"),
        "title": _("Ce qu’elle fait"),
        "cooperation": _("Coopération"),
        "coordinates": _("Elle coordonne"),
        "extent": _("Y répond"),
        "stage": _("Où elle en est"),
        "since": _("Depuis le"),
        "euros": _("Ce qu’il faut par an, en euros"),
        "hours": _("Et en heures"),
        "results": _("Ce que cela a donné"),
    }
    own = Q(structure=structure) | Q(cooperation__parties__structure=structure)
    found = Response.objects.filter(own).distinct().select_related("problem", "cooperation").order_by("pk")
    rows = [
        {
            "problem": one.problem.title,
            "title": one.title,
            "cooperation": str(one.cooperation or ""),
            "coordinates": one.problem.coordinator_id == structure.pk,
            "extent": one.get_extent_display(),
            "stage": one.get_stage_display(),
            "since": one.since_on,
            "euros": None if one.cost_cents is None else one.cost_cents // 100,
            "hours": one.hours,
            "results": [f"{result.on:%d/%m/%Y} : {result.words}" for result in one.results.all()],
        }
        for one in found.prefetch_related("results")
    ]
    return Part("reponses-aux-problemes", _("Ce qu’elle fait contre les problèmes du territoire"), columns, rows)
