"""What is over: reached, stopped before the end, or done with a structure that has left since."""

from phares.demo.telling import ALL, Promise, Telling


def printing(telling: Telling) -> None:
    """Printing together, with a neighbour who has left the pole since."""
    draft = telling.draft(
        "Imprimer les affiches ensemble",
        "Une seule commande de papier, et des affiches sérigraphiées ici.",
        "pooled_service",
        {"papier": "imprime", "quai": "dessine et commande", "nature": "commande"},
        [
            Promise("papier", ALL, "Imprimer une série par mois", 560),
            Promise("quai", ALL, "Grouper les commandes de papier", 560),
            Promise("nature", "papier", "Tenir le séchoir les jours d’impression", 560),
        ],
        begins=980,
        ends=515,
        openness="public",
    )
    cooperation = telling.agree(990, "papier", draft)
    telling.fact(930, cooperation, "papier", "Première série : deux affiches, trois cents exemplaires.")
    telling.kept(563, cooperation, 1, 2, 3)
    telling.fact(540, cooperation, "quai", "Vingt-sept affiches imprimées en treize mois.")
    telling.end(
        520,
        cooperation,
        "papier",
        reached=True,
        word="Papier Plume déménage ; les cadres et la recette des encres restent à l’atelier.",
    )


def digital_help(telling: Telling) -> None:
    """A weekly help desk, until the day centre could hold it alone."""
    draft = telling.draft(
        "La permanence numérique du jeudi",
        "Qu’une démarche en ligne se fasse ici, avec quelqu’un, et que l’équipe de l’accueil sache le faire ensuite seule.",
        "barter",
        {"numerique": "tient la permanence et forme", "accueil": "prête la salle et reçoit les personnes"},
        [
            Promise("numerique", "accueil", "Tenir la permanence chaque jeudi matin", 190),
            Promise("accueil", "numerique", "Prêter la salle du fond et quatre ordinateurs", 190),
            Promise("numerique", "accueil", "Former trois personnes de l’équipe", 200),
        ],
        begins=470,
        ends=170,
        openness="public",
    )
    cooperation = telling.agree(478, "numerique", draft)
    telling.fact(464, cooperation, "accueil", "Sept personnes reçues le premier jeudi.")
    telling.kept(202, cooperation, 3)
    telling.kept(191, cooperation, 1, 2)
    telling.fact(180, cooperation, "numerique", "Trois cent douze démarches menées à leur fin en quarante jeudis.")
    telling.end(
        168,
        cooperation,
        "accueil",
        reached=True,
        word="L’équipe de l’accueil tient maintenant la permanence elle-même.",
    )


def canal_day(telling: Telling) -> None:
    """A day out, made by five parties, neighbours among them."""
    draft = telling.draft(
        "Une journée au bord du canal",
        "Montrer le canal autrement, avec celles et ceux qui habitent à côté.",
        "co_production",
        {
            "theatre": "joue",
            "nature": "guide",
            "cantine": "nourrit",
            "velos": "révise les vélos sur place",
            "compost": "tient les bacs de tri",
        },
        [
            Promise("theatre", ALL, "Jouer deux fois une pièce de vingt minutes", 181),
            Promise("nature", ALL, "Guider quatre promenades", 181),
            Promise("cantine", ALL, "Servir deux cents repas à prix libre", 181),
            Promise("velos", ALL, "Réviser les vélos sur le quai", 181),
            Promise("compost", ALL, "Repartir sans une benne", 181),
        ],
        begins=270,
        ends=175,
        openness="public",
    )
    cooperation = telling.agree(276, "nature", draft)
    telling.kept(181, cooperation, 1, 2, 3, 4, 5)
    telling.fact(
        181, cooperation, "nature", "Six cents personnes, quatre promenades, deux cent trente repas, aucune benne."
    )
    telling.end(174, cooperation, "nature", reached=True, word="On recommence au printemps, avec le lycée.")


def school_snacks(telling: Telling) -> None:
    """A joint bid that stopped: the tender was withdrawn."""
    draft = telling.draft(
        "Répondre ensemble au marché des goûters",
        "Proposer à la ville des goûters faits ici, à trois, plutôt que trois réponses trop petites.",
        "joint_bid",
        {"pain": "pétrit", "cantine": "prépare et livre", "aval": "fournit les fruits"},
        [
            Promise("pain", ALL, "Chiffrer mille goûters par semaine", 275),
            Promise("cantine", ALL, "Écrire le mémoire technique", 262),
            Promise("aval", ALL, "Garantir trois cents kilos de fruits par mois", 255),
        ],
        begins=290,
    )
    cooperation = telling.agree(296, "cantine", draft)
    telling.kept(277, cooperation, 1)
    telling.drop(258, cooperation, 3, "Le gel d’avril a pris la moitié des pommes.")
    telling.fact(
        252, cooperation, "cantine", "La ville retire le marché et annonce un nouveau texte pour l’an prochain."
    )
    telling.end(250, cooperation, "cantine", reached=False, word="Le marché est retiré ; le chiffrage resservira.")
