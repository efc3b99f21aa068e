"""What goes on: cooperations of this year, some on time, one late, two without news."""

from phares.demo.telling import ALL, Promise, Telling


def trailer(telling: Telling) -> None:
    """A trailer lent, and a promise past its day."""
    need = telling.need(
        262,
        "aval",
        "transport",
        "Porter des cageots au marché le samedi, sans camionnette",
        text="Une remorque à vélo solide, 150 kg, le samedi matin.",
        weekly=["SAT 07:00-13:00"],
        exchange="barter",
    )
    offer = telling.offer(
        260,
        "etabli",
        "equipment",
        "Une remorque à vélo de 200 kg, à prêter la fin de semaine",
        text="Fabriquée à l’atelier ; elle porte des cageots, des planches, des machines.",
        weekly=["SAT 06:00-20:00", "SUN 06:00-20:00"],
        exchange="barter",
    )
    match = telling.propose(258, need, offer)
    telling.both_interested(255, match)
    draft = telling.draft(
        "La remorque du samedi",
        "Aller au marché sans moteur, et que la remorque serve plutôt que de rouiller.",
        "loan",
        {"etabli": "prête la remorque", "aval": "l’emprunte et l’entretient"},
        [
            Promise("etabli", "aval", "Prêter la remorque chaque samedi de mars à décembre", -26),
            Promise("aval", "etabli", "Graisser les moyeux une fois par mois", -2),
            Promise("aval", "etabli", "Donner un panier par quinzaine à l’équipe", 60),
            Promise("etabli", "aval", "Refaire le timon avant l’automne", 34),
        ],
        begins=245,
        ends=-120,
    )
    cooperation = telling.agree(250, "aval", draft, match)
    telling.fact(241, cooperation, "aval", "Premier marché à vélo : neuf cageots, un aller-retour.")
    telling.kept(61, cooperation, 3)
    telling.fact(19, cooperation, "aval", "Trente-deux samedis sans camionnette.")


def materials(telling: Telling) -> None:
    """Two neighbours found a common entity."""
    draft = telling.draft(
        "La matériauthèque des Îles",
        "Une association à deux, pour que les chutes de chantier et de théâtre resservent avant d’être jetées.",
        "common_entity",
        {"etabli": "scie, trie, conseille", "ressourcerie": "collecte, pèse, tient la caisse"},
        [
            Promise("ressourcerie", ALL, "Déposer les statuts en préfecture", 165),
            Promise("etabli", ALL, "Monter les rayonnages du hangar sud", 140),
            Promise("ressourcerie", ALL, "Passer chez cinq entreprises du canal", 80),
            Promise("etabli", ALL, "Ouvrir au public deux après-midi par semaine", 10),
            Promise("ressourcerie", "etabli", "Partager les comptes du premier semestre", -18),
        ],
        begins=190,
        openness="public",
    )
    cooperation = telling.agree(198, "ressourcerie", draft)
    telling.kept(168, cooperation, 1)
    telling.fact(168, cooperation, "ressourcerie", "L’association est déclarée : deux membres, une caisse, un hangar.")
    telling.kept(138, cooperation, 2)
    telling.kept(79, cooperation, 3)
    telling.fact(
        79, cooperation, "ressourcerie", "Quatre tonnes de bois et de quincaillerie reçues de cinq entreprises."
    )
    telling.done(9, cooperation, 4, "Le mercredi et le samedi.")
    telling.fact(9, cooperation, "etabli", "Premier mercredi ouvert au public : vingt-trois personnes.")


def minibus(telling: Telling) -> None:
    """A minibus lent to pupils, without news since spring."""
    draft = telling.draft(
        "Le minibus des cours du soir",
        "Que personne ne renonce au cours de français faute de bus après 20 h.",
        "loan",
        {"halte": "prête le minibus et le conducteur", "langues": "tient la liste et paie le carburant"},
        [
            Promise("halte", "langues", "Raccompagner le mardi et le jeudi à 20 h 30", 140),
            Promise("langues", "halte", "Payer le plein de chaque mois", 140),
            Promise("langues", "halte", "Donner un cours de français aux conducteurs", -14),
        ],
        begins=330,
    )
    cooperation = telling.agree(336, "langues", draft)
    telling.fact(322, cooperation, "halte", "Six élèves raccompagnés le premier soir.")
    telling.kept(143, cooperation, 1)
    telling.kept(141, cooperation, 2)
    telling.fact(139, cooperation, "langues", "Aucun abandon en cours d’année à cause du trajet.")


def chairs(telling: Telling) -> None:
    """Pupils and a workshop repair chairs; nothing noted since the summer."""
    draft = telling.draft(
        "Les chaises du lycée",
        "Réparer les chaises cassées du lycée au lieu de les racheter, avec celles et ceux qui s’assoient dessus.",
        "co_production",
        {"lycee": "apporte les chaises et une classe", "etabli": "apporte les outils et montre"},
        [
            Promise("lycee", "etabli", "Venir avec une classe un vendredi par mois", 150),
            Promise("etabli", "lycee", "Accueillir douze élèves par séance", 150),
            Promise("lycee", ALL, "Apporter la colle et les vis", -50),
        ],
        begins=440,
        openness="public",
    )
    cooperation = telling.agree(447, "lycee", draft)
    telling.fact(431, cooperation, "etabli", "Première séance : dix-huit chaises recollées.")
    telling.kept(152, cooperation, 1, 2)
    telling.fact(
        152, cooperation, "lycee", "Cent soixante-quatre chaises remises dans les classes en une année scolaire."
    )


def cooking(telling: Telling) -> None:
    """A resident cooks and learns: she signed in the presence of the mediator."""
    draft = telling.draft(
        "Un plat contre un cours",
        "Samira montre un plat du vendredi à la cantine ; elle apprend le français de la cuisine et du service.",
        "barter",
        {"samira": "montre ses plats", "cantine": "ouvre sa cuisine", "langues": "donne le cours"},
        [
            Promise("samira", "cantine", "Cuisiner avec l’équipe un vendredi sur deux", -8),
            Promise("cantine", "samira", "Fournir les produits et le tablier", 40),
            Promise("langues", "samira", "Donner dix séances de français de la cuisine", -30),
        ],
        begins=100,
    )
    cooperation = telling.agree(104, "cantine", draft)
    telling.fact(90, cooperation, "cantine", "Premier vendredi : soixante couverts, tout est parti.")
    telling.kept(41, cooperation, 2)
    telling.fact(26, cooperation, "langues", "Cinq séances faites ; Samira prend les commandes en salle.")


def care(telling: Telling) -> None:
    """Something that the two parties keep between themselves and the coordination."""
    draft = telling.draft(
        "Accompagner aux rendez-vous de soin",
        "Que celles et ceux qui dorment dehors aillent à leurs rendez-vous, accompagnés si besoin.",
        "pooled_service",
        {"accueil": "prend les rendez-vous", "halte": "conduit et accompagne"},
        [
            Promise("halte", "accueil", "Tenir deux créneaux par semaine", 90),
            Promise("accueil", "halte", "Prévenir la veille avant 17 h", 12),
        ],
        begins=260,
        openness="parties",
    )
    cooperation = telling.agree(266, "accueil", draft)
    telling.fact(250, cooperation, "halte", "Premier accompagnement.")
    telling.kept(92, cooperation, 1)
    telling.fact(58, cooperation, "accueil", "Quarante et un rendez-vous tenus sur quarante-six.")
    telling.move(8, cooperation, 2, to=-20, by="accueil", word="Nous n’avons plus personne le vendredi après-midi.")
