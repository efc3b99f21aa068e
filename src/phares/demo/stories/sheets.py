"""What was written of what was done: a sheet that everybody reads, and one that waits for those whom it quotes."""

from typing import Any

from phares.demo.telling import Telling
from phares.rooms.cooperation.models import Cooperation
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models.held import Holder, holder_key
from phares.rooms.publishing import actions
from phares.rooms.publishing.models import ExperienceSheet

BICYCLES: dict[str, Any] = {
    "title": "Un atelier de vélos tenu par celles et ceux qui en avaient besoin",
    "over_title": "Port-Aval • L’Établi et Roue Libre",
    "keywords": ["mobilité", "réparation", "insertion", "atelier partagé"],
    "tags": ["mobilité", "mardi"],
    "lead": "Une mère dit que sa fille va au lycée à pied. Deux structures qui se croisaient sans se connaître mettent un établi, un mardi et des mécaniciennes en formation au même endroit. Deux ans plus tard, les vélos repartent et deux personnes sont embauchées.",
    "territory": "Port-Aval, quartier des Lanternes : le lycée et la gare sont à vingt-cinq minutes à pied, le réparateur le plus proche à six kilomètres.",
    "action": "Chaque mardi de 17 h à 20 h, L’Établi ouvre l’atelier et Roue Libre vient à deux mécaniciennes. On répare **avec** la personne, jamais à sa place. Un groupe de voisines et de voisins accueille et tient le cahier.",
    "public": "Celles et ceux du quartier, sans condition : enfants, lycéens, livreuses et livreurs, retraités.",
    "means": "Un atelier de 60 m² trois heures par semaine, deux mécaniciennes en formation, six bénévoles ; un stock de chambres à air et de patins.",
    "money": [
        {"year": "2025", "funder": "Région Grand-Large", "cents": "420000"},
        {"year": "2025", "funder": "Dons dans la boîte de l’atelier", "cents": "91250"},
    ],
    "results": [
        {
            "figure": "186",
            "what": "vélos repartis sur 218 inscrits",
            "on": "",
            "source": "cahier de l’atelier",
            "url": "",
        },
        {
            "figure": "2",
            "what": "mécaniciennes formées le mardi et embauchées",
            "on": "",
            "source": "registre des coopérations",
            "url": "",
        },
    ],
    "economy": "Les pièces sont payées par la boîte à dons ; l’heure des mécaniciennes entre dans leur formation.",
    "effects": "On apprend un geste et on rencontre sa voisine : la lycéenne du premier mardi tient aujourd’hui l’étau.",
    "brakes": "Ce qui a freiné : le samedi, promis puis abandonné quand deux des trois qui ouvraient ont trouvé du travail. Ce qui a aidé : une date fixe, et un cahier que tout le monde peut ouvrir.",
    "again": "Demander plus tôt l’assurance commune ; prévoir l’abri dès le premier hiver.",
    "transfer": "Un lieu qui reste ouvert le soir, deux personnes qui savent réparer, quelqu’un qui tient le cahier. Une page d’accord suffit.",
    "future": "Le bilan de la deuxième année, avec les chiffres du cahier.",
    "quotes": [
        {"words": "Je ne sais pas réparer, et ici personne ne répare.", "who": "une habitante, au stand de l’accueil"}
    ],
}


COMPOST: dict[str, Any] = {
    "lead": "Une cuisine jette, un jardin manque de terre : entre les deux, quelques seaux et une tournée.",
    "territory": "Port-Aval, une ancienne conserverie au bord du canal.",
    "need": "La cuisine payait pour faire enlever ses épluchures, et le jardin achetait sa terre.",
    "means": "Douze seaux, une tournée de deux heures par semaine.",
    "money": [{"year": "2025", "funder": "Communauté des Trois Canaux", "cents": "150000"}],
    "results": [
        {"figure": "12", "what": "seaux ramassés chaque semaine", "on": "", "source": "cahier de la tournée", "url": ""}
    ],
}


def bicycles(telling: Telling) -> None:
    """Tell the Tuesday workshop in a sheet; all whom it quotes accept, and it comes out."""
    actions.found_rubrics(pole=telling.cast.pole, by=telling.cast.actor("lena"), at=telling.at(61))
    sheet = _begun(telling, 60, "L’atelier vélo du mardi")
    _written(telling, 58, sheet, BICYCLES)
    actions.keep_photo(
        sheet=sheet,
        caption="Le premier mardi, devant l’atelier A",
        credit="L’Établi",
        by=telling.cast.actor("nour"),
        at=telling.at(57),
    )
    actions.read_over_sheet(sheet=sheet, by=telling.cast.actor("lena"), at=telling.at(55))
    for review in sheet.reviews.all():
        actions.answer_review(review=review, accepted=True, by=_answering(telling, review.holder), at=telling.at(52))
    actions.publish_sheet(sheet=sheet, by=telling.cast.actor("lena"), at=telling.at(50))


def compost(telling: Telling) -> None:
    """Tell the compost in a sheet that those whom it quotes have still to accept."""
    sheet = _begun(telling, 12, "Les épluchures contre la terre")
    _written(telling, 11, sheet, COMPOST)
    actions.read_over_sheet(sheet=sheet, by=telling.cast.actor("lena"), at=telling.at(9))


def _answering(telling: Telling, holder: Holder) -> Actor:
    """Return who answers for somebody quoted; the coordination notes what supporters, who have nobody here, told it."""
    known: dict[str, Holder] = {**telling.cast.people, **telling.cast.groups, **telling.cast.structures}
    key = next(key for key, one in known.items() if holder_key(one) == holder_key(holder))
    return telling.cast.actor("lena") if key in {"ville", "agglo", "region"} else telling.speaker(key)


def _begun(telling: Telling, ago: int, title: str) -> ExperienceSheet:
    """Begin the sheet of the cooperation that bears this title."""
    cooperation = Cooperation.objects.get(pole=telling.cast.pole, title=title)
    return actions.begin_sheet(
        pole=telling.cast.pole, cooperation=cooperation, by=telling.cast.actor("lena"), at=telling.at(ago)
    )


def _written(telling: Telling, ago: int, sheet: ExperienceSheet, words: dict[str, Any]) -> None:
    """Answer these questions."""
    for code, value in words.items():
        actions.write_section(sheet=sheet, code=code, value=value, by=telling.cast.actor("lena"), at=telling.at(ago))
    sheet.refresh_from_db()
