"""The pages worth seeing, and as whom: `phares screenshots` pictures them, and the journeys check each with axe."""

from typing import NamedTuple

VISITOR = ""
MISSING = "introuvable"


class Stop(NamedTuple):
    """One page: its name, where one begins, who looks (a key of the cast), and the addresses of the links to follow."""

    name: str
    path: str
    role: str = VISITOR
    links: tuple[str, ...] = ()


COOPERATION = "/fanal/cooperations/[0-9]+/"
BILAN = "/fanal/bilans/[0-9]+/"
BOURSE = "/fanal/rencontres/[12]/"  # the stories plan the two bourses before any other gathering
TOUR = [
    Stop("accueil", "/"),
    Stop("pole-du-phares", "/phares/"),
    Stop("composants", "/composants/"),
    Stop("entrer", "/compte/login/"),
    Stop(MISSING, "/fanal/rien-ici/"),
    Stop("le-pole", "/fanal/le-pole/"),
    Stop("le-pole-du-phares", "/phares/le-pole/"),
    Stop("structures", "/fanal/structures/"),
    Stop("structures-du-phares", "/phares/structures/"),
    Stop("structure", "/fanal/structures/letabli/"),
    Stop("structure", "/fanal/structures/letabli/", "nour"),
    Stop("qui-etait-la", "/fanal/qui-etait-la/"),
    Stop("qui-etait-la-au-phares", "/phares/qui-etait-la/?le=2015-02-01"),
    Stop("habitants", "/fanal/habitants/"),
    Stop("qui-peut-quoi", "/fanal/qui-peut-quoi/"),
    Stop("comment-on-le-sait", "/fanal/comment-on-le-sait/"),
    Stop("cooperations", "/fanal/cooperations/"),
    Stop("chercher", "/fanal/chercher/?q=veol"),
    Stop("autour-du-pole", "/fanal/autour/"),
    Stop("charte", "/fanal/charte/", "sam"),
    Stop("rejoindre", "/fanal/rejoindre/"),
    Stop("ce-qui-a-change", "/fanal/qui-etait-la/ce-qui-a-change/"),
    Stop("demandes", "/fanal/demandes/", "lena"),
    Stop("demande", "/fanal/demandes/", "lena", ("/fanal/demandes/[0-9]+/",)),
    Stop("arrivees", "/fanal/arrivees/", "lena"),
    Stop("structure-qui-arrive", "/fanal/structures/halte-mobile/", "lena"),
    Stop("structure-savoir-faire", "/fanal/structures/letabli/savoir-faire/", "nour"),
    Stop("structure-qui-lit-quoi", "/fanal/structures/roue-libre/qui-lit-quoi/", "sam"),
    Stop("structure-decrire", "/fanal/structures/letabli/decrire/", "nour"),
    Stop("bonjour", "/fanal/bonjour/", "nour"),
    Stop("semaine", "/fanal/semaine/", "lena"),
    Stop("personnes", "/fanal/personnes/", "lena"),
    Stop("personne-a-ajouter", "/fanal/personnes/ajouter/", "lena"),
    Stop("structure-a-ajouter", "/fanal/structures/ajouter/", "lena"),
    Stop("groupes", "/fanal/groupes/", "maud"),
    Stop("besoins", "/fanal/besoins/", "nour"),
    Stop("besoin", "/fanal/besoins/", "nour", ("/fanal/besoins/[0-9]+/",)),
    Stop("dire", "/fanal/dire/", "nour"),
    Stop("rapprochements", "/fanal/rapprochements/", "nour"),
    Stop("cartes-a-saisir", "/fanal/besoins/saisir/", "maud"),
    Stop("chaines", "/fanal/chaines/", "lena"),
    Stop("chaine", "/fanal/chaines/", "nour", ("/fanal/chaines/[0-9]+/",)),
    Stop("a-plusieurs", "/fanal/a-plusieurs/", "lena"),
    Stop("a-plusieurs-un", "/fanal/a-plusieurs/", "lena", ("/fanal/a-plusieurs/[0-9]+/",)),
    Stop("rencontres", "/fanal/rencontres/"),
    Stop("bourse", "/fanal/rencontres/", "maud", (BOURSE,)),
    Stop(
        "bourse-projetee",
        "/fanal/rencontres/",
        "maud",
        (BOURSE, BOURSE + "bourse/"),
    ),
    Stop("paroles", "/fanal/paroles/"),
    Stop("paroles-dire", "/fanal/paroles/dire/"),
    Stop("paroles-regles", "/fanal/paroles/regles/"),
    Stop("paroles-a-relire", "/fanal/paroles/a-relire/", "maud"),
    Stop("parole-a-relire", "/fanal/paroles/a-relire/", "maud", ("/fanal/paroles/a-relire/[0-9]+/",)),
    Stop("paroles-saisir", "/fanal/paroles/saisir/", "maud"),
    Stop("paroles-a-rappeler", "/fanal/paroles/a-rappeler/", "maud"),
    Stop("paroles-stand", "/fanal/paroles/stand/", "maud"),
    Stop("problemes", "/fanal/problemes/"),
    Stop("probleme", "/fanal/problemes/", "maud", ("/fanal/problemes/[0-9]+/",)),
    Stop("qui-repond", "/fanal/problemes/qui-repond/", "lena"),
    Stop("par-ou-commencer", "/fanal/problemes/par-ou-commencer/", "lena"),
    Stop("a-regrouper", "/fanal/problemes/a-regrouper/", "maud"),
    Stop("chiffres", "/fanal/territoire/chiffres/"),
    Stop("ce-que-je-recois", "/fanal/lettre/", "lena"),
    Stop("cooperations", "/fanal/cooperations/", "lena"),
    Stop("cooperation", "/fanal/cooperations/", "nour", (COOPERATION,)),
    Stop("cooperation", "/fanal/cooperations/", "lena", (COOPERATION,)),
    Stop("accord", "/fanal/bonjour/", "nour", (COOPERATION, COOPERATION + "accord/")),
    Stop("cooperation-nouvelle", "/fanal/cooperations/nouvelle/", "nour"),
    Stop("ce-qui-lie", "/fanal/reseau/"),
    Stop("ce-qui-lie", "/fanal/reseau/?structure=letabli", "lena"),
    Stop("chiffres", "/fanal/chiffres/"),
    Stop("chiffre", "/fanal/chiffres/emplois/", "lena"),
    Stop("indicateurs", "/fanal/indicateurs/"),
    Stop("indicateur", "/fanal/indicateurs/ressources-propres/", "lena"),
    Stop("bilans", "/fanal/bilans/", "lena"),
    Stop("bilan", "/fanal/bilans/", "nour", (BILAN,)),
    Stop("resultat", "/fanal/bilans/", "nour", (BILAN, "/fanal/resultats/[0-9]+/")),
    Stop("fiches", "/fanal/fiches/"),
    Stop("fiche", "/fanal/fiches/", links=("/fanal/fiches/un-atelier-de-velos[a-z-]+/",)),
    Stop("fiche-de-2015", "/phares/fiches/", links=("/phares/fiches/une-cooperation[a-z-]+/",)),
    Stop("donnees", "/fanal/donnees/"),
    Stop("nous-joindre", "/fanal/nous-joindre/"),
    Stop("lettres", "/fanal/lettres/"),
    Stop("lettre", "/fanal/lettres/", links=("/fanal/lettres/[0-9]+/",)),
    Stop("redaction", "/fanal/redaction/", "lena"),
    Stop("redaction-une-fiche", "/fanal/redaction/", "lena", ("/fanal/redaction/[0-9]+/",)),
    Stop("importer-une-fiche", "/fanal/redaction/importer/", "lena"),
    Stop("rubriques", "/fanal/rubriques/", "lena"),
]
