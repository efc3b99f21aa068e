"""The pages worth seeing, and as whom: `phares screenshots` pictures them, and the journeys check each with axe."""

from typing import NamedTuple

VISITOR = ""


class Stop(NamedTuple):
    """One page: its name, where it is, who looks at it (a key of the cast), and a link to follow from there, if any."""

    name: str
    path: str
    role: str = VISITOR
    follow: str = ""


TOUR = [
    Stop("accueil", "/"),
    Stop("composants", "/composants/"),
    Stop("entrer", "/compte/login/"),
    Stop("introuvable", "/fanal/rien-ici/"),
    Stop("pole", "/fanal/"),
    Stop("le-pole", "/fanal/le-pole/"),
    Stop("structures", "/fanal/structures/"),
    Stop("structures-du-phares", "/phares/structures/"),
    Stop("structure", "/fanal/structures/etabli/"),
    Stop("qui-etait-la", "/fanal/qui-etait-la/"),
    Stop("bonjour", "/fanal/bonjour/", "nour"),
    Stop("semaine", "/fanal/semaine/", "lena"),
    Stop("personnes", "/fanal/personnes/", "lena"),
]
