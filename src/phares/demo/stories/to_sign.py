"""What waits for signatures: a first text half signed, and a second text after a changed word."""

from phares.demo.telling import ALL, Promise, Telling


def storage(telling: Telling) -> None:
    """A text that one party has signed."""
    draft = telling.draft(
        "Un coin sec pour les décors",
        "Garder les décors au sec jusqu’au printemps, dans la partie du hangar qui attend ses rayonnages.",
        "loan",
        {"ressourcerie": "prête quarante mètres carrés", "quai": "range et rend la place balayée"},
        [
            Promise("ressourcerie", "quai", "Prêter quarante mètres carrés du hangar sud", -170),
            Promise("quai", "ressourcerie", "Donner les châssis qui ne serviront plus", -20),
        ],
        begins=-6,
        ends=-170,
    )
    cooperation = telling.begin(5, "quai", draft)
    telling.sign(4, cooperation, "quai")


def website(telling: Telling) -> None:
    """A text signed once, then changed by a word: both signatures are to be given again."""
    parties = {"numerique": "fait et forme", "nature": "écrit et illustre"}
    title, purpose = (
        "Un site que l’on tient soi-même",
        "Refaire le site des sorties, et savoir le mettre à jour sans appeler personne.",
    )
    first = [
        Promise("numerique", "nature", "Faire le site et former deux personnes", -60),
        Promise("nature", "numerique", "Emmener l’équipe en sortie deux fois", -90),
    ]
    cooperation = telling.begin(12, "numerique", telling.draft(title, purpose, "barter", parties, first, begins=-7))
    telling.sign(11, cooperation, "nature")
    second = [*first, Promise("nature", ALL, "Fournir les textes et les images libres de droits", -30)]
    telling.rewrite(3, "nature", cooperation, telling.draft(title, purpose, "barter", parties, second, begins=-7))


def workwear(telling: Telling) -> None:
    """A text that nobody has signed yet, noted for neighbours by the mediator."""
    draft = telling.draft(
        "Des blouses pour l’atelier vélo",
        "Que celles et ceux qui viennent le mardi ne repartent pas avec du cambouis.",
        "loan",
        {"velos": "lave et range les blouses", "quai": "prête vingt blouses de peinture"},
        [
            Promise("quai", "velos", "Prêter vingt blouses", -15),
            Promise("velos", "quai", "Les laver une fois par mois", -45),
        ],
        begins=-4,
        ends=-200,
    )
    telling.begin(2, "velos", draft)
