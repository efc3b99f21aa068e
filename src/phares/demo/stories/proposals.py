"""Proposals at every point: how those who were put before each other have answered."""

from phares.demo.telling import Telling
from phares.rooms.cooperation.models.match import Choice


def answered(telling: Telling) -> None:
    """Proposals at every point: just made, one side interested, both, later, not for us."""
    workshop = telling.offer(
        48,
        "etabli",
        "equipment",
        "Une scie à ruban et quelqu’un pour s’en servir",
        exchange="barter",
        text="Découper du bois et des panneaux, avec Idris, le lundi.",
        weekly=["MON 09:00-12:00"],
    )
    boards = telling.need(
        30,
        "nature",
        "equipment",
        "Découper vingt panneaux de bois pour le sentier",
        exchange="barter",
        text="Du contreplaqué de récupération, à scier et à poncer.",
        weekly=["MON 09:00-12:00", "TUE 09:00-12:00"],
    )
    just_made = telling.propose(6, boards, workshop)
    telling.answer(4, just_made, "need")

    lessons = telling.offer(
        52,
        "langues",
        "skill",
        "Un cours de français pour une équipe, sur le lieu de travail",
        exchange="paid",
        text="Le vocabulaire du métier, douze séances.",
        visibility="public",
    )
    kitchen = telling.need(
        26,
        "cantine",
        "skill",
        "Un cours de français pour notre équipe de cuisine",
        exchange="paid",
        text="Sept personnes, entre deux services.",
        weekly=["TUE 15:00-17:00"],
    )
    ready = telling.propose(20, kitchen, lessons)
    telling.both_interested(16, ready)

    photos = telling.offer(
        44,
        "quai",
        "equipment",
        "Des projecteurs et un fond pour faire des photos",
        exchange="free",
        text="Le studio du plateau, quand il ne sert pas.",
    )
    portraits = telling.need(
        36,
        "ressourcerie",
        "equipment",
        "Des projecteurs pour photographier nos meubles",
        exchange="barter",
        text="Une fois par mois, pour la vente en ligne.",
    )
    later = telling.propose(31, portraits, photos)
    telling.answer(29, later, "need")
    telling.answer(
        28, later, "offer", Choice.LATER, back=-25, reason="Le plateau est pris jusqu’aux fêtes.", reason_is_shared=True
    )

    pupils = telling.need(
        41,
        "ressourcerie",
        "hours",
        "Des bras pour monter les rayonnages du hangar",
        exchange="free",
        text="Une journée à dix ou douze : fixations, perceuses, escabeaux.",
    )
    hands = telling.offer(
        50,
        "theatre",
        "hours",
        "Des bras pour porter et monter, entre deux tournées",
        exchange="barter",
        text="Une équipe de six, habituée aux escabeaux et aux perceuses.",
    )
    refused = telling.propose(38, pupils, hands)
    telling.answer(37, refused, "need")
    telling.answer(
        35, refused, "offer", Choice.NOT_FOR_US, reason="Le dos de deux d’entre nous ne suit plus en ce moment."
    )

    driver = telling.need(
        11,
        "halte",
        "hours",
        "Deux conducteurs bénévoles pour le jeudi soir",
        exchange="free",
        text="Permis B, patience, et le goût de la conversation.",
        weekly=["THU 19:00-22:00"],
        visibility="public",
    )
    came = telling.come_forward(7, driver, "numerique")
    telling.answer(7, came, "offer")

    tools = telling.need(
        14,
        "roue",
        "equipment",
        "Deux pieds d’atelier de plus",
        exchange="barter",
        quantity=2,
        unit="pièces",
        text="Pour la formation de janvier ; on peut les souder nous-mêmes.",
        from_on=-40,
    )
    welding = telling.offer(
        19,
        "etabli",
        "skill",
        "Souder, tourner, réparer : une demi-journée d’atelier",
        exchange="barter",
        text="Apportez la pièce ou le dessin, pieds, supports, montants.",
        visibility="public",
    )
    telling.propose(2, tools, welding)

    computers = telling.need(
        23,
        "langues",
        "equipment",
        "Six ordinateurs pour la salle de cours",
        exchange="paid",
        quantity=6,
        unit="pièces",
        text="Reconditionnés, c’est très bien.",
        visibility="public",
    )
    few = telling.offer(
        22,
        "accueil",
        "equipment",
        "Quatre ordinateurs dont nous ne nous servons plus",
        exchange="free",
        quantity=4,
        unit="pièces",
        text="Ils marchent ; ils sont lents.",
    )
    telling.propose(1, computers, few)
