"""What was said becomes problems; what answers them, what nobody answers, what could be done first."""

from phares.demo.telling import Telling
from phares.rooms.cooperation.models import Cooperation
from phares.rooms.territory import actions
from phares.rooms.territory.models import District, Problem, Voice

BUS, MEALS = "Rentrer le soir sans bus", "Plus de légumes frais dans le quartier"
WEDNESDAY, BIKES = "Rien pour les enfants le mercredi", "Des vélos à la cave que personne ne répare"
SHADE, PAPERS = "Pas un arbre devant l’école", "Seuls devant les papiers en ligne"
PROBLEMS = (
    (BIKES, ["social", "ecological"], "Les Lanternes", (0, 1, 2), "Le magasin est loin et cher ; on n’a pas les outils."),
    (BUS, ["social", "economic"], "Les Écluses", (3,), "La ligne 26 s’arrête à 20 h depuis la rentrée."),
    (MEALS, ["social", "economic", "ecological"], "Les Lanternes", (4, 5), "Le marché du jeudi a fermé."),
    (WEDNESDAY, ["social"], "Les Écluses", (7, 8), ""),
    (PAPERS, ["social"], "Les Lanternes", (9, 10), "L’attente au guichet passe trois semaines."),
    (SHADE, ["ecological"], "Les Lanternes", (12, 13), ""),
)  # fmt: skip


def written(telling: Telling) -> None:
    """Group what was said into six problems."""
    districts = {one.name: one for one in District.objects.filter(pole=telling.cast.pole)}
    voices = {one.mark: one for one in Voice.objects.filter(pole=telling.cast.pole)}
    for title, kinds, district, numbers, causes in PROBLEMS:
        actions.write_problem(
            pole=telling.cast.pole,
            title=title,
            kinds=kinds,
            causes=causes,
            concerned="families",
            district=districts[district],
            voices=[voices[f"demonstration-{number}"] for number in numbers],
            by=telling.cast.actor("maud"),
            at=telling.at(8),
        )


def grouped_anew(telling: Telling) -> None:
    """Put what the school yard lacks apart, then bring a problem written twice back together."""
    shade, maud = _problem(telling, SHADE), telling.cast.actor("maud")
    planting = Voice.objects.filter(pole=telling.cast.pole, mark="demonstration-13")
    actions.split_problem(problem=shade, title="Planter avec l’école", voices=planting, by=maud, at=telling.at(7))
    twice = actions.write_problem(
        pole=telling.cast.pole, title="Le guichet en ligne", kinds=["social"], by=maud, at=telling.at(7)
    )
    actions.merge_problem(problem=twice, into=_problem(telling, PAPERS), by=maud, at=telling.at(7))


def seen_by_structures(telling: Telling) -> None:
    """Let two structures say what they see, one of them otherwise than a survey."""
    actions.observe_problem(
        problem=_problem(telling, PAPERS),
        text="Sur dix personnes accueillies, sept demandent de l’aide pour un formulaire en ligne.",
        observed_on=telling.day(20),
        by=telling.cast.actor("ines"),
        at=telling.at(6),
    )
    actions.observe_problem(
        problem=_problem(telling, PAPERS),
        text="D’après l’enquête de la ville, neuf habitants sur dix font leurs démarches seuls.",
        source="Enquête de la Ville de Port-Aval, inventée pour la démonstration",
        says_otherwise=True,
        observed_on=telling.day(200),
        by=telling.cast.actor("lena"),
        at=telling.at(6),
    )


def answered(telling: Telling) -> None:
    """Say what answers: the bicycle cooperation with its result, a structure, the lycée outside."""
    together = Cooperation.objects.filter(pole=telling.cast.pole, title__icontains="vélo", started_at__isnull=False)
    bikes = _problem(telling, BIKES)
    response = actions.answer_problem(
        problem=bikes, title="", cooperation=together.order_by("pk").first(), extent="part", since_on=telling.day(60),
        by=telling.cast.actor("maud"), at=telling.at(5),
    )  # fmt: skip
    actions.note_result(
        response=response, on=telling.day(10), words="Onze vélos repartis de la cave un mardi.",
        by=telling.cast.actor("maud"), at=telling.at(5),
    )  # fmt: skip
    actions.answer_problem(
        problem=bikes, title="Des bourses aux vélos au printemps", outside="Lycée des Écluses", stage="over",
        by=telling.cast.actor("maud"), at=telling.at(5),
    )  # fmt: skip
    actions.name_coordinator(
        problem=bikes, structure=telling.cast.structures["roue"], by=telling.cast.actor("maud"), at=telling.at(4)
    )
    actions.answer_problem(
        problem=_problem(telling, PAPERS), title="Une permanence le mardi matin", extent="part",
        structure=telling.cast.structures["numerique"], by=telling.cast.actor("ines"), at=telling.at(4),
    )  # fmt: skip


def possible(telling: Telling) -> None:
    """Write down what could be done, with what it would take: one proposal answers two problems."""
    for title, problems, structure, euros, hours, extent in (
        ("Un panier le jeudi en bas de la tour", (MEALS,), "aval", 2_000, 80, "whole"),
        ("Un mercredi au jardin", (WEDNESDAY, SHADE), "nature", 3_500, 60, "part"),
        ("Le minibus à la sortie du travail", (BUS,), "halte", 9_000, 300, "whole"),
    ):
        for problem in problems:
            actions.answer_problem(
                problem=_problem(telling, problem), title=title, structure=telling.cast.structures[structure],
                stage="possible", extent=extent, cost_cents=euros * 100, hours=hours,
                by=telling.cast.actor("lena"), at=telling.at(3),
            )  # fmt: skip


def figures(telling: Telling) -> None:
    """Bring two figures, invented as everything here, one of which leaves its area in doubt."""
    table = (
        "Sujet;Valeur;Unité;Maille;Territoire;Date;Source;Méthode;Phrase;Périmètre ambigu\n"
        "Ménages sans voiture;41;%;commune;Port-Aval;2024;chiffre inventé pour la démonstration;recensement;;\n"
        "Emplois de l’économie sociale;900;emplois;EPCI;Communauté des Trois Canaux;2023;"
        "chiffre inventé pour la démonstration;;« Plus de 900 emplois ici »;oui\n"
    )
    actions.bring_figures(
        pole=telling.cast.pole, content=table.encode(), by=telling.cast.actor("lena"), at=telling.at(3)
    )


def _problem(telling: Telling, title: str) -> Problem:
    return Problem.objects.get(pole=telling.cast.pole, title=title)
