"""A publisher of several poles: the demonstration's own notebook, which reads in one sheet for each of the two.

Of Le PHARES it says what the source says, in other words; of Le Fanal, what the demonstration invents.
"""

from datetime import datetime

from phares.demo.cast import CONSOLE
from phares.demo.stories.public_record import SCIC
from phares.rooms.directory.models import Pole
from phares.rooms.publishing import actions

PUBLISHER = "Les cahiers de la démonstration"
PLACE = "**Emplacement :** Accueil > Publications et Ressources > Les fiches d’expérience >"
OF_THE_RECORD = f"""# Sept associés, une voix chacun

1er janvier 2015

**Fiche d’expérience**

**Mots clés :** coopérative, gouvernance, économie sociale et solidaire

• L’ÎLE-SAINT-DENIS • LE PHARES

Le PHARES
6, rue Arnold-Géraux
93450 L’Île-Saint-Denis

Un pôle choisit d’être une coopérative d’intérêt collectif : sept fondateurs signent ses statuts, et chacun a une voix, quels que soient sa taille et son capital.

Les statuts de la société coopérative d’intérêt collectif sont signés le 1er décembre 2014 ; elle commence à fonctionner en janvier 2015.

{PLACE}

**Adresse de cet article :**
<{SCIC.url}>
"""
OF_LE_FANAL = f"""# Un lieu, dix-neuf clés : ce que la première année a appris

15 juin 2024

**Fiche d’expérience** #VIEUX2024

**Mots clés :** gouvernance, lieu partagé, coopération

• PORT-AVAL • LE FANAL

Le Fanal
3, quai des Lanternes
99000 Port-Aval

Au bout d’un an, un pôle regarde ce qui a tenu : moins les réunions que trois rendez-vous que personne n’a eu à rappeler.

Une ancienne conserverie, des structures de métiers différents, et une seule salle commune : la première année a surtout servi à apprendre qui ouvre, qui range et qui prévient.

Ce qui a tenu : le café du mardi, le cahier des clés, la liste de ce que chacune prête. Ce qui n’a pas tenu : le tableau partagé que personne n’ouvrait.

{PLACE}

**Adresse de cet article :**
<https://cahiers.demonstration.example/un-lieu-dix-neuf-cles>
"""


def tell(fanal: Pole, record: Pole, at: datetime) -> None:
    """Read one sheet in for each pole, and put both out."""
    for pole, text in ((record, OF_THE_RECORD), (fanal, OF_LE_FANAL)):
        sheet = actions.import_sheet(pole=pole, content=text.encode(), publisher=PUBLISHER, by=CONSOLE, at=at)
        actions.read_over_sheet(sheet=sheet, by=CONSOLE, at=at)
        actions.publish_sheet(sheet=sheet, by=CONSOLE, at=at)
