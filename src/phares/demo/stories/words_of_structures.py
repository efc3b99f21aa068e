"""The words that structures of Le Fanal choose for themselves: their tags, the goals they serve, a sigle spelt out."""

from phares.demo.telling import Telling
from phares.rooms.directory.models import Goal

WORDS = {
    "etabli": (("réparation", "bois", "outils partagés"), (4, 12)),
    "roue": (("vélo", "réemploi", "insertion"), (8, 11, 13)),
    "aval": (("paniers", "maraîchage", "insertion"), (2, 8)),
    "ressourcerie": (("réemploi", "récup’"), (8, 12)),
    "compost": (("biodéchets", "compost"), (12, 13)),
    "nature": (("canal", "biodiversité"), (4, 14, 15)),
    "accueil": (("accueil de jour", "santé"), (1, 3, 10)),
    "cantine": (("cantine", "biodéchets"), (2, 12)),
}


def words_of_structures(telling: Telling) -> None:
    """Each says its own words, kept as it writes them, and the Sustainable Development Goals that it serves."""
    for ago, (key, (tags, goals)) in enumerate(WORDS.items(), 44):
        sigle = {"acronym": "LSC", "acronym_meaning": "Les Sentinelles du Canal"} if key == "nature" else {}
        telling.describe(ago, key, tags=list(tags), goals=Goal.objects.filter(number__in=goals), **sigle)
