"""What lasts: four cooperations that have gone on for more than a year, each in its own form."""

from phares.demo.telling import ALL, Promise, Telling


def compost(telling: Telling) -> None:
    """Three kitchens and gardens exchange peelings for earth."""
    draft = telling.draft(
        "Les épluchures contre la terre",
        "Que rien de ce qui sort des cuisines ne parte à la benne, et que les planches de culture n’achètent plus de terreau.",
        "barter",
        {
            "compost": "passe avec le triporteur et fait le compost",
            "cantine": "trie ses épluchures",
            "pain": "trie ses invendus",
            "aval": "reçoit le compost et donne des légumes",
        },
        [
            Promise("compost", ALL, "Passer le lundi et le jeudi avant 10 h", 420),
            Promise("cantine", "compost", "Trier sans plastique, dans les bacs bruns", 700),
            Promise("pain", "compost", "Garder les invendus à part, sans sachets", 700),
            Promise("aval", "cantine", "Donner un cageot de légumes par semaine de mai à octobre", 400),
            Promise("compost", "aval", "Livrer six mètres cubes de compost mûr au printemps", 560),
            Promise("compost", "aval", "Livrer huit mètres cubes de compost mûr au printemps suivant", 205),
            Promise("cantine", "compost", "Prendre le troisième bac quand la terrasse ouvrira", -40),
        ],
        begins=780,
        openness="public",
    )
    cooperation = telling.agree(788, "compost", draft)
    telling.fact(772, cooperation, "compost", "Premier passage du triporteur : quarante et un kilos d’épluchures.")
    telling.kept(702, cooperation, 2, 3)
    telling.kept(558, cooperation, 5)
    telling.fact(558, cooperation, "aval", "Six mètres cubes de compost étalés sur les planches du bord du canal.")
    telling.kept(421, cooperation, 1)
    telling.kept(402, cooperation, 4)
    telling.kept(199, cooperation, 6)
    telling.fact(199, cooperation, "aval", "Huit mètres cubes livrés ; plus un sac de terreau acheté cette année.")
    telling.fact(
        33, cooperation, "compost", "Dix-neuf tonnes de biodéchets ramassées depuis le début, pesées bac par bac."
    )


def accounts(telling: Telling) -> None:
    """Three associations share one bookkeeper, a day each."""
    draft = telling.draft(
        "Une comptable pour trois",
        "Que chaque association ait ses comptes à jour chaque mois sans payer un poste entier.",
        "pooled_service",
        {
            "conseil": "tient les comptes et les explique",
            "accueil": "prend un jour par quinzaine",
            "nature": "prend un jour par quinzaine",
            "pain": "prend un jour par semaine",
        },
        [
            Promise("conseil", ALL, "Rendre les comptes du mois avant le 15 du suivant", 330),
            Promise("accueil", "conseil", "Déposer les pièces chaque vendredi", 420),
            Promise("nature", "conseil", "Déposer les pièces chaque vendredi", 420),
            Promise("pain", "conseil", "Prêter le bureau du fournil le mardi", 420),
            Promise("conseil", ALL, "Apprendre à une personne par association à lire un bilan", 365),
            Promise("conseil", ALL, "Préparer les trois assemblées générales", 170),
            Promise("conseil", ALL, "Rendre les comptes de l’exercice aux trois bureaux", -5),
        ],
        begins=690,
    )
    cooperation = telling.agree(697, "conseil", draft)
    telling.fact(660, cooperation, "conseil", "Premier mois : trois comptabilités à jour le 12.")
    telling.kept(422, cooperation, 2, 3, 4)
    telling.kept(372, cooperation, 5)
    telling.kept(329, cooperation, 1)
    telling.fact(329, cooperation, "accueil", "Douze mois rendus à l’heure, sauf août.")
    telling.kept(172, cooperation, 6)
    telling.fact(62, cooperation, "nature", "La trésorière de l’association présente elle-même son bilan au bureau.")


def shared_job(telling: Telling) -> None:
    """One driver for three food makers."""
    need = telling.need(
        455,
        "cantine",
        "hours",
        "Quelqu’un pour livrer les repas, deux matins par semaine",
        text="Conduire un petit utilitaire frigorifique entre 10 h et 12 h.",
        weekly=["TUE 10:00-12:00", "THU 10:00-12:00"],
        exchange="paid",
    )
    offer = telling.offer(
        450,
        "pain",
        "hours",
        "Notre livreuse a des heures libres après la tournée du pain",
        text="Elle conduit l’utilitaire frigorifique, connaît les écoles et cherche un temps plein.",
        weekly=["MON 09:30-13:00", "TUE 09:30-13:00", "THU 09:30-13:00"],
        until_on=90,
        exchange="paid",
    )
    match = telling.propose(447, need, offer)
    telling.both_interested(443, match)
    draft = telling.draft(
        "Une livreuse à temps plein, pour trois cuisines",
        "Faire d’un mi-temps et de deux quarts de temps un vrai emploi, avec une seule tournée le matin.",
        "shared_job",
        {"pain": "l’emploie", "cantine": "prend deux matins", "aval": "prend un matin"},
        [
            Promise("pain", ALL, "Signer son contrat à temps plein", 410),
            Promise("cantine", "pain", "Payer sa part au 5 de chaque mois", 240),
            Promise("aval", "pain", "Payer sa part au 5 de chaque mois", 240),
            Promise("aval", ALL, "Prêter la camionnette du maraîchage en cas de panne", 180),
            Promise("pain", ALL, "Tenir un carnet des tournées, ouvert aux trois", 300),
            Promise("cantine", ALL, "Chercher une quatrième cuisine pour baisser le coût", 6),
        ],
        begins=430,
    )
    cooperation = telling.agree(438, "pain", draft, match)
    telling.kept(412, cooperation, 1)
    telling.fact(412, cooperation, "pain", "Contrat à temps plein signé : fini le mi-temps.")
    telling.kept(304, cooperation, 5)
    telling.kept(241, cooperation, 2)
    telling.kept(236, cooperation, 3)
    telling.kept(181, cooperation, 4)
    telling.fact(181, cooperation, "aval", "Trois tournées sauvées par la camionnette du maraîchage en un hiver.")
    telling.fact(48, cooperation, "cantine", "Six cent vingt tournées au carnet, une seule annulée.")


def stage(telling: Telling) -> None:
    """A rehearsal stage against hands for the sets."""
    draft = telling.draft(
        "Le plateau contre des bras",
        "Que la compagnie répète sans louer, et que l’atelier de décors ne déménage plus tout seul.",
        "barter",
        {"quai": "prête le plateau", "theatre": "porte, peint et range"},
        [
            Promise("quai", "theatre", "Prêter le plateau vingt jours par an", 250),
            Promise("theatre", "quai", "Venir à six pour chaque montage de décor", 260),
            Promise("theatre", "quai", "Repeindre le fond de scène", 300),
            Promise("quai", "theatre", "Prêter le plateau vingt jours de plus", -110),
            Promise("theatre", "quai", "Ranger le dépôt avant l’hiver", -3),
        ],
        begins=620,
        openness="public",
    )
    cooperation = telling.agree(628, "theatre", draft)
    telling.fact(605, cooperation, "quai", "Première semaine de répétition sur le plateau.")
    late = telling.move(305, cooperation, 3, to=270, by="theatre", word="Nous jouons ce mois-là.")
    telling.settle_change(303, late, by="quai")
    telling.kept(268, cooperation, 3)
    telling.kept(262, cooperation, 2)
    telling.kept(251, cooperation, 1)
    telling.fact(251, cooperation, "theatre", "Le spectacle répété ici est joué onze fois, dont deux dans la cour.")
    telling.fact(71, cooperation, "quai", "Montage du grand décor en une demi-journée, à sept.")
