"""Where each event of workshops and of what is told back shows in the demonstration."""

from collections.abc import Callable
from typing import Any

from phares.rooms.commons.models import JournalEntry
from phares.rooms.territory.models import Restitution, Workshop

Expected = Callable[[JournalEntry], tuple[str, list[Any], list[str]]]


def _shows(*words: str) -> Expected:
    """Return where an event of a workshop shows: its title, and these words where it is closed."""

    def expected(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
        workshop = Workshop.objects.get(pk=row.subjects["workshop_id"])
        return "territory:workshop", [workshop.pk], [str(workshop), *(words if workshop.is_closed else ())]

    return expected


def _told(*words: str) -> Expected:
    """Return where an event of a restitution shows."""

    def expected(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
        return "territory:restitution", [Restitution.objects.get(pk=row.subjects["restitution_id"]).pk], list(words)

    return expected


SHOWN: dict[str, Expected] = {
    "WorkshopPlanned": _shows(),
    "WorkshopCardsChosen": _shows("Un abri fait à l’atelier bois"),
    "WorkshopCardSorted": _shows("Attendre le bus debout", "1 carte mise de côté"),
    "WorkshopProblemsMerged": _shows("Rentrer le soir à pied", "réunit"),
    "WorkshopPeopleCounted": _shows("21 personnes présentes"),
    "WorkshopTurned": _shows("43 points posés"),
    "WorkshopDotsPlaced": _shows("17 points"),
    "WorkshopDecisionNoted": _shows("Dessiner un abri", "Les Mains dans le Cambouis"),
    "WorkshopClosed": _shows("Clos le", "pour voir l’abri dessiné"),
    "WorkshopMinutesSent": _shows("affiché dans le hall"),
    "RestitutionBegun": _told("Ce qui a été dit"),
    "RestitutionWritten": _told("Voici ce que vos mots deviennent", "La ligne dépend de l’agglomération"),
    "RestitutionTranslated": _told("português"),
    "RestitutionPublished": _told("Version 1", "1 200 euros"),
}
