"""What is made of problems that nothing answers: figures beside them, a need, a call of the pole, somebody who joins."""

from phares.demo.stories.problems import MEALS, SHADE, WEDNESDAY
from phares.demo.telling import Telling
from phares.rooms.cooperation.models import Cooperation
from phares.rooms.territory import actions
from phares.rooms.territory.models import Figure, Problem, VoiceContact

STREETS = {
    "rue des Lanternes": ("Les Lanternes", 2.3370, 48.9350),
    "quai Neuf": ("Le Vieux Quai", 2.3520, 48.9352),
    "chemin des Écluses": ("Les Écluses", 2.3395, 48.9440),
}
"""Three streets of Port-Aval, invented: whose district they are, and where their first number stands."""


def addresses(telling: Telling) -> None:
    """Bring the town's list of addresses, invented as the town is: forty-two numbers in three streets."""
    lines = [
        f"{number};{street};{longitude + number / 50_000:.6f};{latitude:.6f}"
        for street, (_district, longitude, latitude) in STREETS.items()
        for number in range(1, 29, 2)
    ]
    table = "\n".join(["numero;nom_voie;lon;lat", *lines])
    actions.bring_addresses(
        pole=telling.cast.pole,
        content=table.encode(),
        source="liste inventée pour la démonstration",
        by=telling.cast.actor("lena"),
        at=telling.at(79),
    )


def beside(telling: Telling) -> None:
    """Put the share of households without a car beside what is said of vegetables that are too far."""
    figures = Figure.objects.filter(pole=telling.cast.pole, subject="Ménages sans voiture")
    actions.choose_figures(
        problem=_problem(telling, MEALS), figures=figures, by=telling.cast.actor("maud"), at=telling.at(3)
    )


def needed(telling: Telling) -> None:
    """Make a need of the school's yard without a tree, held by those who garden."""
    actions.make_need_of_problem(
        problem=_problem(telling, SHADE),
        holder=telling.cast.structures["nature"],
        by=telling.cast.actor("lena"),
        at=telling.at(2),
    )


def called(telling: Telling) -> None:
    """Make a call of the pole of Wednesdays with nothing for children: nobody alone can answer it."""
    actions.make_call_of_problem(problem=_problem(telling, WEDNESDAY), by=telling.cast.actor("lena"), at=telling.at(2))


def joined(telling: Telling) -> None:
    """Ask, with M. A. at the counter, that he becomes a party to the bicycle workshop: every party will answer."""
    contact = VoiceContact.objects.get(voice__pole=telling.cast.pole, voice__mark="demonstration-contact-1")
    workshop = Cooperation.objects.running().get(pole=telling.cast.pole, title="L’atelier vélo du mardi")
    actions.take_part(
        contact=contact,
        cooperation=workshop,
        role="Montrer aux jeunes comment on soude",
        by=telling.cast.actor("maud"),
        at=telling.at(1),
    )


def _problem(telling: Telling, title: str) -> Problem:
    return Problem.objects.get(pole=telling.cast.pole, title=title)
