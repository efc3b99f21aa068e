"""The cast: the invented pole Le Fanal, its structures and its people; shared by the demonstration and the tests.

Nobody here exists: names are given names and a letter, contacts end in `.example`.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.utils import timezone

from phares.rooms.directory import actions
from phares.rooms.directory.actors import Actor, job
from phares.rooms.directory.models import ActivityField, Mandate, Person, Pole, ResidentsGroup, Structure

CONSOLE = job("demonstration")
WRITTEN_ON = date(2026, 11, 24)
"""The day for which the dates below were written; everything moves with the real day, in whole weeks."""


def moved(iso: str, today: date) -> date:
    """Return a day of the cast as far from `today` as it was from the day of writing, weekday kept."""
    return date.fromisoformat(iso) + timedelta(weeks=(today - WRITTEN_ON).days // 7)


class Part(NamedTuple):
    """A structure of the cast: how it takes part, since when, and what it says of itself."""

    key: str
    name: str
    kind: str
    since: str
    until: str
    form: str
    fields: str
    mission: str
    location: str
    visibility: str = "public"


STRUCTURES = [
    Part("etabli", "L’Établi", "hosted", "2023-11-06", "", "association", "education-populaire eco-activites",
         "Un atelier partagé où l’on répare, fabrique et apprend à se servir des outils.", "rez-de-chaussée, atelier A"),
    Part("roue", "Roue Libre", "hosted", "2023-11-06", "", "association", "formation insertion",
         "Former des mécaniciennes et des mécaniciens cycles, et remettre des vélos sur la route.", "rez-de-chaussée, atelier B"),
    Part("aval", "Jardins d’Aval", "hosted", "2023-11-20", "", "cooperative", "insertion alimentation",
         "Du maraîchage d’insertion au bord du canal, et des paniers pour le quartier.", "cour, hangar nord"),
    Part("pain", "La Fabrique à Pain", "hosted", "2024-01-08", "", "cooperative", "alimentation insertion",
         "Une boulangerie qui forme et qui embauche celles et ceux que l’on n’attend pas.", "rez-de-chaussée, fournil"),
    Part("quai", "Les Ateliers du Quai", "hosted", "2024-01-15", "", "association", "culture",
         "Des décors, des costumes et un plateau de répétition pour les compagnies du territoire.", "premier étage, plateau"),
    Part("accueil", "Accueil 13", "hosted", "2023-11-06", "", "association", "services-personne",
         "Un accueil de jour : un café, une douche, une adresse, quelqu’un qui écoute.", "rez-de-chaussée, entrée quai"),
    Part("ressourcerie", "Ressourcerie des Îles", "hosted", "2024-03-04", "", "association", "eco-activites consommation-durable insertion",
         "Collecter, trier, réparer et revendre à petit prix ce que d’autres jettent.", "cour, hangar sud"),
    Part("numerique", "Clic et Clé", "hosted", "2024-03-18", "", "company", "formation services-entreprises",
         "Des médiatrices numériques qui dépannent, expliquent et reconditionnent.", "premier étage, bureau 12"),
    Part("theatre", "Compagnie du Ressac", "hosted", "2024-09-02", "", "association", "culture education-populaire",
         "Du théâtre fait avec les habitantes et les habitants, dedans et dehors.", "premier étage, bureau 14"),
    Part("compost", "Terre Commune", "hosted", "2024-04-22", "", "entrepreneur", "eco-activites education-environnement",
         "Collecter les biodéchets des cuisines et en faire de la terre.", "cour, plateforme"),
    Part("nature", "Les Sentinelles du Canal", "hosted", "2024-02-12", "", "association", "education-environnement",
         "Faire connaître l’eau, les bêtes et les plantes de la ville, une sortie à la fois.", "deuxième étage, bureau 21"),
    Part("conseil", "Comptes Clairs", "hosted", "2024-05-13", "", "company", "services-entreprises",
         "Tenir les comptes des associations et leur apprendre à les lire.", "deuxième étage, bureau 22"),
    Part("cantine", "La Tablée", "hosted", "2024-06-03", "", "cooperative", "alimentation services-personne",
         "Une cantine à prix libre le midi, un traiteur d’insertion le soir.", "rez-de-chaussée, cuisine"),
    Part("langues", "Parler Ensemble", "hosted", "2024-10-07", "", "association", "formation education-populaire",
         "Le français pour travailler, pour l’école des enfants, pour la mairie.", "deuxième étage, salle 24", "pole"),
    Part("halte", "Halte Mobile", "hosted", "2025-01-13", "", "association", "services-personne",
         "Un minibus et des bénévoles pour celles et ceux qui ne peuvent plus se déplacer seuls.", "cour, place 3"),
    Part("papier", "Papier Plume", "hosted", "2023-12-04", "2025-06-30", "entrepreneur", "culture services-entreprises",
         "Sérigraphie et petites éditions.", "premier étage, bureau 11"),
    Part("ville", "Ville de Port-Aval", "support", "2023-11-06", "", "authority", "", "La commune où se trouve le pôle.", "Port-Aval"),
    Part("agglo", "Communauté des Trois Canaux", "support", "2024-01-01", "", "authority", "", "L’agglomération, qui soutient le poste d’animation.", "Port-Aval"),
    Part("region", "Région Grand-Large", "support", "2024-01-01", "", "authority", "", "La région, qui soutient les investissements.", "Grand-Large"),
    Part("lycee", "Lycée des Écluses", "partner", "2024-02-01", "", "school", "formation", "Un lycée professionnel : maintenance, cuisine, bois.", "Port-Aval"),
    Part("labo", "Laboratoire Rives", "partner", "2024-11-01", "", "school", "", "Des chercheuses et des chercheurs qui étudient comment l’on coopère.", "Grand-Large"),
    Part("transports", "Voies d’Eau", "partner", "2025-03-01", "", "company", "", "Du transport fluvial de marchandises.", "Port-Aval"),
    Part("bailleur", "Habitat des Rives", "partner", "2024-05-01", "", "company", "", "Le bailleur social du quartier des Lanternes.", "Port-Aval"),
    Part("emploi", "Mission Emploi Trois Canaux", "partner", "2024-01-15", "", "association", "insertion", "Accompagner vers l’emploi les jeunes du territoire.", "Port-Aval"),
]  # fmt: skip


class Role(NamedTuple):
    """A person of the cast, in a role, for a structure or for the pole."""

    key: str
    given_name: str
    family_name: str
    role: str
    structure: str = ""
    until: str = ""
    on_paper: bool = False


PEOPLE = [
    Role("lena", "Léna", "M.", "coordinator", until="2026-12-31"),
    Role("paul", "Paul", "T.", "comanager"),
    Role("hind", "Hind", "S.", "treasurer"),
    Role("maud", "Maud", "R.", "mediator"),
    Role("nour", "Nour", "B.", "representative", "etabli"),
    Role("idris", "Idris", "K.", "member", "etabli"),
    Role("sam", "Sam", "L.", "representative", "roue"),
    Role("awa", "Awa", "D.", "representative", "aval"),
    Role("jeanne", "Jeanne", "P.", "representative", "pain"),
    Role("elio", "Elio", "V.", "representative", "quai"),
    Role("rose", "Rose", "A.", "representative", "accueil"),
    Role("malik", "Malik", "C.", "representative", "ressourcerie"),
    Role("ines", "Inès", "F.", "representative", "numerique"),
    Role("louise", "Louise", "G.", "representative", "theatre"),
    Role("tom", "Tom", "H.", "representative", "compost"),
    Role("yuna", "Yuna", "J.", "representative", "nature"),
    Role("karim", "Karim", "N.", "representative", "conseil"),
    Role("fatou", "Fatou", "O.", "representative", "cantine"),
    Role("clara", "Clara", "Q.", "representative", "langues"),
    Role("bruno", "Bruno", "W.", "representative", "halte"),
    Role("odile", "Odile", "E.", "spokesperson", "group:velos", on_paper=True),
    Role("samira", "Samira", "Z.", "resident", on_paper=True),
    Role("hugo", "Hugo", "I.", "representative", "lycee"),
    Role("anouk", "Anouk", "U.", "representative", "labo"),
    Role("gabin", "Gabin", "Y.", "representative", "papier", until="2025-06-30"),
]

GROUPS = {
    "velos": ("Les Mains dans le Cambouis", "Des voisines et des voisins qui veulent réparer leurs vélos eux-mêmes.")
}


@dataclass
class Cast:
    """The pole with its structures, groups and actors, each found by its key."""

    pole: Pole
    structures: dict[str, Structure] = field(default_factory=dict)
    groups: dict[str, ResidentsGroup] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    mandates: dict[str, Mandate] = field(default_factory=dict)

    def actor(self, key: str) -> Actor:
        """Return the person of this key, acting with their mandate."""
        return Actor(self.people[key], self.mandates[key])


def settle_pole(at: datetime) -> Pole:
    """Found Le Fanal and say what it is."""
    pole = actions.found_pole(
        slug="fanal", name="Le Fanal", commune="Port-Aval", is_demonstration=True, by=CONSOLE, at=at
    )
    return actions.describe_pole(
        pole=pole,
        headline="Ni hôtel d’entreprises, ni pépinière.",
        presentation=(
            "Quinze structures partagent une ancienne conserverie au bord du canal. Elles ne sont pas là pour louer "
            "des bureaux : elles sont là pour faire ensemble, avec les habitantes et les habitants, ce qu’aucune ne "
            "ferait seule."
        ),
        governance="Une société coopérative d’intérêt collectif : une structure, une voix.",
        address="3, quai des Lanternes, 99000 Port-Aval",
        contact_email="contact@fanal.example",
        contact_phone="01 99 00 00 00",
        by=CONSOLE,
        at=at,
    )


def settle_structure(pole: Pole, part: Part, at: datetime, today: date) -> Structure:
    """Enter a structure of the cast in the directory, say what it does, and admit it."""
    structure = actions.add_structure(pole=pole, name=part.name, by=CONSOLE, at=at)
    actions.describe_structure(
        structure=structure,
        name=part.name,
        mission=part.mission,
        legal_form=part.form,
        fields=ActivityField.objects.filter(code__in=part.fields.split()),
        commune="Port-Aval",
        location=part.location,
        contact_email=f"contact@{part.key}.example",
        visibility=part.visibility,
        by=CONSOLE,
        at=at,
    )
    actions.admit_structure(
        structure=structure,
        kind=part.kind,
        from_on=moved(part.since, today),
        until_on=moved(part.until, today) if part.until else None,
        by=CONSOLE,
        at=at,
    )
    return structure


def mail_of(role: Role) -> str | None:
    """Return the mail of a person of the cast; none for those known on paper."""
    return None if role.on_paper else f"{role.key}@{role.structure or 'fanal'}.example"


def settle_person(cast: Cast, role: Role, at: datetime, today: date) -> None:
    """Make a person of the cast known and give them their mandate."""
    pole = cast.pole
    person = actions.register_person(
        pole=pole,
        given_name=role.given_name,
        family_name=role.family_name,
        email=mail_of(role),
        by=CONSOLE,
        at=at,
    )
    cast.people[role.key] = person
    cast.mandates[role.key] = actions.give_mandate(
        person=person,
        pole=pole,
        role=role.role,
        structure=cast.structures.get(role.structure),
        group=cast.groups.get(role.structure.removeprefix("group:")),
        from_on=moved("2023-11-06", today),
        until_on=moved(role.until, today) if role.until else None,
        by=CONSOLE,
        at=at,
    )


def settle(at: datetime, *, only: frozenset[str] | None = None) -> Cast:
    """Tell the whole cast through the acts; `only` keeps the structures of these keys, and the people who act for them."""
    today = timezone.localdate(at)
    cast = Cast(settle_pole(at))
    for part in STRUCTURES:
        if only is None or part.key in only:
            cast.structures[part.key] = settle_structure(cast.pole, part, at, today)
    for key, (name, purpose) in GROUPS.items():
        cast.groups[key] = actions.form_residents_group(pole=cast.pole, name=name, purpose=purpose, by=CONSOLE, at=at)
    for role in PEOPLE:
        if not role.structure or ":" in role.structure or role.structure in cast.structures:
            settle_person(cast, role, at, today)
    return cast
