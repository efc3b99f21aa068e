"""What is open today: needs and offers of every kind; and what was taken back."""

from phares.demo.telling import Telling


def unanswered(telling: Telling) -> None:
    """Needs that nobody has answered yet; for some, somebody could."""
    telling.need(
        9,
        "quai",
        "space",
        "Stocker 80 m² de décors au sec jusqu’en mai",
        text="Des châssis de trois mètres, rien de fragile ; on vient deux fois par mois.",
        quantity=80,
        unit="m²",
        from_on=-6,
        until_on=-180,
        exchange="barter",
    )
    telling.need(
        21,
        "pain",
        "purchase",
        "Acheter de la farine bio à plusieurs",
        text="Nous prenons deux tonnes par mois ; à quatre tonnes le moulin livre et baisse son prix.",
        quantity=2,
        unit="t",
        exchange="paid",
        visibility="public",
    )
    telling.need(
        6,
        "accueil",
        "money",
        "Avancer la caution de six casiers fermés",
        text="Les casiers sont financés en avril ; il faut avancer 900 euros jusque-là.",
        quantity=900,
        unit="€",
        until_on=-140,
    )
    telling.need(
        3,
        "samira",
        "transport",
        "Aller au marché de gros le samedi à plusieurs",
        text="Trois voisines du quartier des Lanternes, avec des caddies.",
        quote="On irait bien au marché de gros, mais à pied avec trois caddies, on ne ramène rien.",
        said_on=4,
        weekly=["SAT 07:00-11:00"],
        visibility="public",
    )
    telling.need(
        2,
        "velos",
        "knowledge",
        "Savoir si l’on peut assurer un atelier de voisins",
        text="Nous ne sommes pas une association. Qui répond si quelqu’un se blesse ?",
        visibility="public",
    )


def offered(telling: Telling) -> None:
    """Offers that wait for whoever needs them."""
    telling.offer(
        40,
        "ressourcerie",
        "space",
        "Quarante mètres carrés au sec dans le hangar sud",
        quantity=40,
        unit="m²",
        text="Libres en attendant les rayonnages : cartons, décors, matériel.",
        from_on=-2,
        until_on=-170,
        exchange="barter",
    )
    telling.offer(
        33,
        "aval",
        "space",
        "Un hangar clos de 60 m² pour l’hiver, libre jusqu’en avril",
        quantity=60,
        unit="m²",
        text="Sol en béton, sec, une camionnette y entre.",
        from_on=-1,
        until_on=-150,
        exchange="barter",
        visibility="public",
    )
    telling.offer(
        60,
        "conseil",
        "knowledge",
        "Une heure pour lire votre bilan avec vous",
        exchange="free",
        visibility="public",
        text="Assurances, budget, assemblée générale : venez avec vos papiers.",
        weekly=["WED 14:00-17:00"],
    )
    telling.offer(
        18,
        "halte",
        "transport",
        "Le minibus et son conducteur, le samedi matin",
        weekly=["SAT 08:00-12:00"],
        text="Neuf places, pour des courses ou une sortie de voisines et de voisins.",
        exchange="free",
        visibility="public",
    )
    telling.offer(
        15,
        "numerique",
        "equipment",
        "Douze ordinateurs reconditionnés",
        quantity=12,
        unit="pièces",
        text="Prêts à servir, avec deux heures de prise en main.",
        exchange="paid",
        visibility="public",
    )
    telling.offer(
        27,
        "theatre",
        "skill",
        "Préparer quelqu’un à parler en public",
        exchange="barter",
        text="Une assemblée, un entretien, une fête : trois séances à deux.",
    )
    telling.offer(
        12,
        "cantine",
        "space",
        "La cuisine de la cantine, l’après-midi",
        weekly=["MON 15:00-18:00", "WED 15:00-18:00"],
        text="Fours, plonge, chambre froide ; pour des ateliers ou des conserves.",
        exchange="barter",
    )
    telling.offer(
        70,
        "lycee",
        "hours",
        "Des élèves de maintenance pour un chantier d’une journée",
        exchange="free",
        text="Douze élèves et leur professeur : peinture, fixations, petites réparations.",
        visibility="public",
    )
    telling.offer(
        8,
        "compost",
        "other",
        "Du compost mûr en sacs de vingt litres",
        quantity=60,
        unit="pièces",
        exchange="free",
        text="À prendre à la plateforme, pour des bacs ou des pieds d’arbre.",
        visibility="public",
    )
    telling.offer(
        5,
        "samira",
        "skill",
        "Montrer comment on cuisine pour cinquante",
        exchange="barter",
        text="Des plats du vendredi, avec ce qu’il y a.",
        quote="Chez moi on cuisine pour cinquante comme pour cinq.",
    )


def taken_back(telling: Telling) -> None:
    """What was withdrawn, and what is over by its date: kept, no longer proposed."""
    truck = telling.need(
        120,
        "quai",
        "transport",
        "Un camion pour une tournée de quatre jours",
        text="Vingt mètres cubes.",
        exchange="paid",
    )
    telling.withdraw(112, truck, "quai")
    telling.offer(
        160, "aval", "other", "Des plants de tomates en trop", text="Une centaine.", until_on=130, exchange="free"
    )
