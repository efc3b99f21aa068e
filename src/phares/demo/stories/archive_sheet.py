"""The sheet of 1 February 2015 on Le PHARES: its facts in words of our own, read in line by line as any file would be."""

from datetime import datetime

from phares.demo.cast import CONSOLE
from phares.demo.stories.public_record import SHEET
from phares.rooms.directory.models import Pole
from phares.rooms.publishing import actions
from phares.rooms.publishing.models import ExperienceSheet, ImportedLine

PUBLISHER = "Profession Banlieue"
LINES = f"""# Une coopération d’acteurs de l’ESS au service du développement local

1er février 2015

**Fiche d’expérience** #VIEUX2015

**Mots clés :** coopération, économie sociale et solidaire, développement local

• L’ÎLE-SAINT-DENIS • LE PHARES

Le PHARES
6, rue Arnold-Géraux
93450 L’Île-Saint-Denis

Un bâtiment, quatorze structures de métiers différents, et l’idée que des voisins qui tiennent aux mêmes choses feront ensemble, pour la ville, ce qu’aucun ne ferait seul.

La fiche situe le pôle dans le département de la Seine-Saint-Denis, où naissent alors plusieurs initiatives de l’économie sociale et solidaire.

En 2015 le lieu réunit quatorze structures : éducation populaire, insertion, formation, consommation durable, éducation à l’environnement. Le 10 janvier 2014, l’État l’avait choisi avec vingt-deux autres pôles.

Ce n’est pas un hôtel d’entreprises, n’est pas un incubateur : on y vient pour agir avec les autres plutôt que pour louer un bureau.

La coopérative est soutenue par la région, le département, l’agglomération Plaine Commune et la ville.

Fraque sur la façade du Phares

**Emplacement :** Accueil > Publications et Ressources > Les fiches d’expérience >

**Adresse de cet article :**
<{SHEET.url}>
"""


def tell(pole: Pole, at: datetime) -> ExperienceSheet:
    """Read the sheet in, correct what reads badly, and put it out for its publisher; the photo is still to be found."""
    sheet = actions.import_sheet(pole=pole, content=LINES.encode(), publisher=PUBLISHER, by=CONSOLE, at=at)
    for line in ImportedLine.objects.filter(sheet=sheet, field="photo_caption"):
        text = line.read.replace("Fraque", "Fresque")
        actions.correct_line(line=line, text=text, field=line.field, by=CONSOLE, at=at)
    sheet.refresh_from_db()
    actions.read_over_sheet(sheet=sheet, by=CONSOLE, at=at)
    actions.publish_sheet(sheet=sheet, by=CONSOLE, at=at)
    return sheet
