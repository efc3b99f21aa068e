"""The bicycles: what a mother said at the stall, and the workshop that four parties have run since."""

from phares.demo.proofs import workshop_notebook
from phares.demo.telling import ALL, Promise, Telling
from phares.rooms.commons.days import day_words
from phares.rooms.cooperation.models import Cooperation

PURPOSE = (
    "Qu’un vélo cassé reparte le soir même, pour rien ou presque, et que celles et ceux qui viennent apprennent à le faire "
    "eux-mêmes."
)
PARTIES = {
    "etabli": "ouvre l’atelier et prête les outils",
    "roue": "envoie deux mécaniciennes en formation",
    "velos": "accueille et tient le cahier",
    "samira": "fait venir le quartier",
}
PROMISES = [
    Promise("etabli", ALL, "Ouvrir l’atelier chaque mardi de 17 h à 20 h, pendant six mois", 520),
    Promise("roue", ALL, "Venir à deux mécaniciennes chaque mardi, pendant six mois", 520),
    Promise("samira", ALL, "En parler au marché et à la sortie du lycée", 660),
    Promise("velos", ALL, "Tenir le cahier : quel vélo, ce qui a été fait, reparti ou non", 520),
    Promise("etabli", "velos", "Former quatre voisines et voisins à la sécurité des machines", 640),
    Promise("roue", "velos", "Donner un stock de chambres à air et de patins de frein", 600),
    Promise("roue", "etabli", "Remettre à neuf les trois pieds d’atelier", 590),
    Promise("velos", ALL, "Ouvrir aussi le samedi matin", 480),
    Promise("etabli", ALL, "Poser un abri devant l’atelier pour les vélos en attente", 380),
    Promise("roue", ALL, "Faire le bilan de la deuxième année avec les chiffres du cahier", -24),
]


def tell(telling: Telling) -> None:
    """Tell how one sentence became a workshop that has lasted."""
    need = telling.need(
        748,
        "samira",
        "skill",
        "Faire réparer un vélo d’enfant dans le quartier",
        text="Un endroit proche, ouvert après l’école, où quelqu’un sait réparer un vélo et montre comment faire.",
        quote="Ma fille va au lycée à pied depuis que son vélo est cassé. Je ne sais pas réparer, et ici personne ne répare.",
        said_on=750,
        weekly=["TUE 16:30-19:00"],
        place="quartier des Lanternes",
        exchange="free",
        visibility="public",
    )
    mechanics = telling.offer(
        745,
        "roue",
        "skill",
        "Des mécaniciennes en formation, pour réparer des vélos avec les gens",
        text="Il leur faut de vrais vélos et de vraies personnes : réparer, expliquer, montrer. Nous cherchons un lieu.",
        weekly=["TUE 17:00-20:00"],
        until_on=300,
        exchange="free",
        visibility="public",
    )
    workshop = telling.offer(
        741,
        "etabli",
        "equipment",
        "Un atelier outillé pour réparer, libre le mardi soir",
        text="Établis, étaux, pieds d’atelier pour les vélos ; quelqu’un de l’équipe ouvre et reste.",
        weekly=["TUE 17:00-20:00"],
        until_on=300,
        place="rez-de-chaussée, atelier A",
        exchange="free",
        visibility="public",
    )
    who = telling.propose(738, need, mechanics, by="maud")
    where = telling.propose(738, need, workshop, by="maud")
    telling.both_interested(734, who)
    telling.both_interested(731, where)
    draft = telling.draft(
        "L’atelier vélo du mardi", PURPOSE, "co_production", PARTIES, PROMISES, begins=700, openness="public"
    )
    cooperation = telling.agree(710, "roue", draft, who)
    _first_year(telling, cooperation)
    _second_year(telling, cooperation)
    telling.put_on_first_page(20, cooperation)


def _first_year(telling: Telling, cooperation: Cooperation) -> None:
    """The first evenings, and a promise that could not be kept."""
    page = workshop_notebook(day_words(telling.day(694)))
    telling.fact(694, cooperation, "velos", "Premier mardi : quatre vélos apportés, trois repartis le soir même.", page)
    telling.kept(668, cooperation, 3)
    telling.kept(652, cooperation, 5)
    telling.fact(640, cooperation, "etabli", "Quatre voisines et voisins formés à la meule, à la perceuse et à l’étau.")
    telling.kept(604, cooperation, 6)
    telling.kept(592, cooperation, 7)
    telling.fact(575, cooperation, "velos", "Cinquante vélos inscrits au cahier, trente-neuf repartis.")
    telling.kept(521, cooperation, 1, 2, 4)
    telling.drop(
        505,
        cooperation,
        8,
        "Deux des trois qui ouvraient le samedi ont trouvé du travail ce jour-là. On garde le mardi.",
    )


def _second_year(telling: Telling, cooperation: Cooperation) -> None:
    """A day changed by both sides, two people hired, and a count."""
    later = telling.move(430, cooperation, 9, to=330, by="etabli", word="Le bois de récupération arrive en mars.")
    telling.settle_change(427, later, by="roue")
    telling.kept(334, cooperation, 9)
    telling.fact(334, cooperation, "etabli", "L’abri est posé : douze places, monté en deux samedis avec le lycée.")
    telling.fact(
        210,
        cooperation,
        "velos",
        "Un mardi à onze vélos : la lycéenne du premier mardi tient l’étau et explique aux autres.",
    )
    telling.fact(96, cooperation, "roue", "Deux mécaniciennes formées le mardi sont embauchées par Roue Libre.")
    telling.fact(
        14,
        cooperation,
        "velos",
        "Deux cent dix-huit vélos inscrits depuis le premier mardi, cent quatre-vingt-six repartis.",
    )
