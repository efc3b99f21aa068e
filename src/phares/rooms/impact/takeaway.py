"""What a structure takes away of what was reported: the results of the cooperations that it takes part in."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.takeaway import Part
from phares.rooms.cooperation.models import Cooperation
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Structure
from phares.rooms.impact.models import Result
from phares.rooms.impact.queries.reports import PROMISED, funders_of


def parts(actor: Actor, structure: Structure) -> Iterator[Part]:
    """Return the results that its cooperations reached, each with all its funders."""
    columns = {
        "number": _("Numéro"),
        "what": _("Ce qui a été atteint"),
        "on": _("Le"),
        "value": _("Combien"),
        "unit": _("Unité"),
        "cooperation": _("Coopération"),
        "funders": _("Payé par"),
    }
    together = Cooperation.objects.filter(parties__structure=structure)
    found = Result.objects.standing().filter(cooperation__in=together).select_related("cooperation")
    rows = [
        {
            "number": one.number,
            "what": one.what,
            "on": one.on,
            "value": one.value,
            "unit": one.unit,
            "cooperation": str(one.cooperation),
            "funders": funders_of(one),
        }
        for one in found.distinct().prefetch_related(PROMISED)
    ]
    yield Part("resultats", _("Les résultats dont il a été rendu compte"), columns, rows)
