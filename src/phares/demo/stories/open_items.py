"""What is open today: needs and offers of every kind, and how those who could help have answered."""

from phares.demo.telling import Telling
from phares.rooms.cooperation.models.match import Choice


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
    telling.offer(40, "ressourcerie", "space", "Quarante mètres carrés au sec dans le hangar sud", quantity=40, unit="m²",
                  text="Libres en attendant les rayonnages : cartons, décors, matériel.", from_on=-2, until_on=-170, exchange="barter")
    telling.offer(33, "aval", "space", "Un hangar clos de 60 m² pour l’hiver, libre jusqu’en avril", quantity=60, unit="m²",
                  text="Sol en béton, sec, une camionnette y entre.", from_on=-1, until_on=-150, exchange="barter", visibility="public")
    telling.offer(60, "conseil", "knowledge", "Une heure pour lire votre bilan avec vous", exchange="free", visibility="public",
                  text="Assurances, budget, assemblée générale : venez avec vos papiers.", weekly=["WED 14:00-17:00"])
    telling.offer(18, "halte", "transport", "Le minibus et son conducteur, le samedi matin", weekly=["SAT 08:00-12:00"],
                  text="Neuf places, pour des courses ou une sortie de voisines et de voisins.", exchange="free", visibility="public")
    telling.offer(15, "numerique", "equipment", "Douze ordinateurs reconditionnés", quantity=12, unit="pièces",
                  text="Prêts à servir, avec deux heures de prise en main.", exchange="paid", visibility="public")
    telling.offer(27, "theatre", "skill", "Préparer quelqu’un à parler en public", exchange="barter",
                  text="Une assemblée, un entretien, une fête : trois séances à deux.")
    telling.offer(12, "cantine", "space", "La cuisine de la cantine, l’après-midi", weekly=["MON 15:00-18:00", "WED 15:00-18:00"],
                  text="Fours, plonge, chambre froide ; pour des ateliers ou des conserves.", exchange="barter")
    telling.offer(70, "lycee", "hours", "Des élèves de maintenance pour un chantier d’une journée", exchange="free",
                  text="Douze élèves et leur professeur : peinture, fixations, petites réparations.", visibility="public")
    telling.offer(8, "compost", "other", "Du compost mûr en sacs de vingt litres", quantity=60, unit="pièces", exchange="free",
                  text="À prendre à la plateforme, pour des bacs ou des pieds d’arbre.", visibility="public")
    telling.offer(5, "samira", "skill", "Montrer comment on cuisine pour cinquante", exchange="barter",
                  text="Des plats du vendredi, avec ce qu’il y a.", quote="Chez moi on cuisine pour cinquante comme pour cinq.")


def answered(telling: Telling) -> None:
    """Proposals at every point: just made, one side interested, both, later, not for us."""
    workshop = telling.offer(48, "etabli", "equipment", "Une scie à ruban et quelqu’un pour s’en servir", exchange="barter",
                             text="Découper du bois et des panneaux, avec Idris, le lundi.", weekly=["MON 09:00-12:00"])
    boards = telling.need(30, "nature", "equipment", "Découper vingt panneaux de bois pour le sentier", exchange="barter",
                          text="Du contreplaqué de récupération, à scier et à poncer.", weekly=["MON 09:00-12:00", "TUE 09:00-12:00"])
    just_made = telling.propose(6, boards, workshop)
    telling.answer(4, just_made, "need")

    lessons = telling.offer(52, "langues", "skill", "Un cours de français pour une équipe, sur le lieu de travail", exchange="paid",
                            text="Le vocabulaire du métier, douze séances.", visibility="public")
    kitchen = telling.need(26, "cantine", "skill", "Un cours de français pour notre équipe de cuisine", exchange="paid",
                           text="Sept personnes, entre deux services.", weekly=["TUE 15:00-17:00"])
    ready = telling.propose(20, kitchen, lessons)
    telling.both_interested(16, ready)

    photos = telling.offer(44, "quai", "equipment", "Des projecteurs et un fond pour faire des photos", exchange="free",
                           text="Le studio du plateau, quand il ne sert pas.")
    portraits = telling.need(36, "ressourcerie", "equipment", "Des projecteurs pour photographier nos meubles", exchange="barter",
                             text="Une fois par mois, pour la vente en ligne.")
    later = telling.propose(31, portraits, photos)
    telling.answer(29, later, "need")
    telling.answer(28, later, "offer", Choice.LATER, back=-25, reason="Le plateau est pris jusqu’aux fêtes.", reason_is_shared=True)

    pupils = telling.need(41, "ressourcerie", "hours", "Des bras pour monter les rayonnages du hangar", exchange="free",
                          text="Une journée à dix ou douze : fixations, perceuses, escabeaux.")
    hands = telling.offer(50, "theatre", "hours", "Des bras pour porter et monter, entre deux tournées", exchange="barter",
                          text="Une équipe de six, habituée aux escabeaux et aux perceuses.")
    refused = telling.propose(38, pupils, hands)
    telling.answer(37, refused, "need")
    telling.answer(35, refused, "offer", Choice.NOT_FOR_US, reason="Le dos de deux d’entre nous ne suit plus en ce moment.")

    driver = telling.need(11, "halte", "hours", "Deux conducteurs bénévoles pour le jeudi soir", exchange="free",
                          text="Permis B, patience, et le goût de la conversation.", weekly=["THU 19:00-22:00"], visibility="public")
    came = telling.come_forward(7, driver, "numerique")
    telling.answer(7, came, "offer")

    tools = telling.need(14, "roue", "equipment", "Deux pieds d’atelier de plus", exchange="barter", quantity=2, unit="pièces",
                         text="Pour la formation de janvier ; on peut les souder nous-mêmes.", from_on=-40)
    welding = telling.offer(19, "etabli", "skill", "Souder, tourner, réparer : une demi-journée d’atelier", exchange="barter",
                            text="Apportez la pièce ou le dessin, pieds, supports, montants.", visibility="public")
    telling.propose(2, tools, welding)

    computers = telling.need(23, "langues", "equipment", "Six ordinateurs pour la salle de cours", exchange="paid", quantity=6,
                             unit="pièces", text="Reconditionnés, c’est très bien.", visibility="public")
    few = telling.offer(22, "accueil", "equipment", "Quatre ordinateurs dont nous ne nous servons plus", exchange="free",
                        quantity=4, unit="pièces", text="Ils marchent ; ils sont lents.")
    telling.propose(1, computers, few)


def taken_back(telling: Telling) -> None:
    """What was withdrawn, and what is over by its date: kept, no longer proposed."""
    truck = telling.need(120, "quai", "transport", "Un camion pour une tournée de quatre jours", text="Vingt mètres cubes.", exchange="paid")
    telling.withdraw(112, truck, "quai")
    telling.offer(160, "aval", "other", "Des plants de tomates en trop", text="Une centaine.", until_on=130, exchange="free")
