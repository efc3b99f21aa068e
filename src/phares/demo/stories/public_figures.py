"""The two figures of the 2015 sheet on Le PHARES, whose sentence leaves in doubt of which area they speak."""

from datetime import datetime

from phares.demo.cast import CONSOLE
from phares.demo.stories.public_record import SHEET
from phares.rooms.directory.models import Pole
from phares.rooms.territory import actions

SENTENCE = (
    "Plus de 30 000 salariés interviennent aujourd’hui dans ce secteur qui représente 10 % du Produit Intérieur brut "
    "(PIB) français."
)
FIGURES = (
    ("Salariés de l’économie sociale et solidaire", "plus de 30 000", "salariés", "département", "Seine-Saint-Denis",
     "Le chiffre suit une phrase sur la Seine-Saint-Denis ; celle-ci ne nomme pas de territoire."),
    ("Part de l’économie sociale et solidaire dans le PIB", "10", "%", "France", "France",
     "Part du PIB français, dite dans la phrase des 30 000 salariés : un seul des deux nombres peut parler du département."),
)  # fmt: skip


def tell(pole: Pole, at: datetime) -> None:
    """Keep both figures with their sentence and their doubt; nothing is corrected nor completed."""
    columns = "Sujet;Valeur;Unité;Maille;Territoire;Date;Source;Méthode;Phrase;Périmètre ambigu"
    lines = [
        ";".join((subject, value, unit, area, name, "2015", SHEET.title, method.replace(";", ","), SENTENCE, "oui"))
        for subject, value, unit, area, name, method in FIGURES
    ]
    actions.bring_figures(pole=pole, content="\n".join([columns, *lines]).encode(), by=CONSOLE, at=at)
