"""What the directory remembers of Le Fanal: its charter, who joined, labels, lineage, numbers, what each shows to whom."""

import io
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.text import slugify
from PIL import Image, ImageDraw

from phares.demo.cast import CONSOLE
from phares.demo.telling import Telling
from phares.rooms.commons.days import day_words
from phares.rooms.directory import actions
from phares.rooms.directory.models import Charter

VALUES = [
    ("Faire ensemble", "Une chose par an au moins que l’on n’aurait pas faite seule."),
    (
        "Avec celles et ceux d’ici",
        "Les habitantes et les habitants disent ce qui manque, et voient ce que l’on en fait.",
    ),
    ("Dire ce que l’on promet", "Une promesse a une date ; quand elle change, on le dit avant."),
]
LATER_VALUE = ("Laisser le lieu en meilleur état", "L’eau, les déchets, les murs : on compte et on répare.")
SIGNED_FIRST = ("etabli", "roue", "aval", "pain", "accueil", "ressourcerie", "cantine")
SIGNED_AGAIN = ("etabli", "roue", "accueil", "compost", "nature")
STEPS = (
    "Remettre les clés",
    "Faire le tour des voisines et des voisins",
    "Signer la charte",
    "Choisir la première chose à faire ensemble",
)


def charter(telling: Telling) -> None:
    """The pole adopts its charter, then a second version; structures sign one or both."""
    pole, lena = telling.cast.pole, telling.cast.actor("lena")
    values = [actions.ValueWords(*one) for one in VALUES]
    first = actions.adopt_charter(
        pole=pole, values=values, adopted_on=telling.day(820), by=lena, at=telling.at(820),
        preamble="Nous ne louons pas des bureaux : voici ce que nous nous devons.",
    )  # fmt: skip
    for ago, key in enumerate(SIGNED_FIRST):
        _sign(telling, first, key, 815 - ago)
    second = actions.adopt_charter(
        pole=pole, values=[*values, actions.ValueWords(*LATER_VALUE)], adopted_on=telling.day(190), by=lena,
        at=telling.at(190), preamble="Deux ans après : nous gardons tout, et nous ajoutons le lieu.",
    )  # fmt: skip
    for ago, key in enumerate(SIGNED_AGAIN):
        _sign(telling, second, key, 180 - 9 * ago)


def _sign(telling: Telling, version: Charter, key: str, ago: int) -> None:
    """Let a structure's representative sign for it."""
    structure = telling.cast.structures[key]
    actions.sign_charter(charter=version, structure=structure, by=telling.speaker(key), at=telling.at(ago))


def arrivals(telling: Telling) -> None:
    """The coordination writes what is done with those who come in; one structure is still on its way."""
    pole, lena = telling.cast.pole, telling.cast.actor("lena")
    actions.set_arrival_steps(pole=pole, kind="hosted", steps=STEPS, by=lena, at=telling.at(700))
    actions.set_arrival_steps(pole=pole, kind="associate", steps=STEPS[1:], by=lena, at=telling.at(700))
    stay = telling.cast.structures["halte"].memberships.get()
    for ago, step in zip((640, 630), pole.arrival_steps.filter(kind="hosted"), strict=False):
        actions.tick_arrival_step(membership=stay, step=step, by=telling.speaker("halte"), at=telling.at(ago))


def requests(telling: Telling) -> None:
    """Three structures ask to join: one is welcomed, one is not this time, one waits."""
    pole, lena = telling.cast.pole, telling.cast.actor("lena")
    asked = [
        (64, "Les Fils Tirés", "associate", "Deux couturières et quatre machines.", "Un lieu où vendre, un mardi sur deux.",
         "Recoudre les sacs de la Ressourcerie.", "Mina"),
        (40, "Bureau Minute", "hosted", "Un loyer payé d’avance.", "Douze bureaux fermés.", "Rien de particulier.", "Alix"),
        (3, "La Boussole Verte", "associate", "Des sorties à vélo avec des classes.", "Des vélos révisés, un point de départ.",
         "Une sortie au canal avec Les Sentinelles.", "Noé"),
    ]  # fmt: skip
    told = [
        actions.ask_to_join(
            pole=pole, name=name, kind=kind, brings=brings, needs=needs, first_thing=first, contact_name=who,
            contact_email=f"contact@{slugify(name)}.example", values=pole.charters.first().values.all()[:2],
            by=CONSOLE, at=telling.at(ago),
        )
        for ago, name, kind, brings, needs, first, who in asked
    ]  # fmt: skip
    actions.answer_join_request(
        join_request=told[0], answer="accepted", from_on=telling.day(45), by=lena, at=telling.at(50),
        reason="Vos machines et la Ressourcerie se cherchaient. Commençons par les sacs.",
    )  # fmt: skip
    actions.answer_join_request(
        join_request=told[1], answer="declined", by=lena, at=telling.at(33),
        reason="Nous ne louons pas de bureaux seuls. La Fabrique, quai nord, en propose ; et si une chose à faire ensemble se "
        "dessine, revenez nous voir.",
    )  # fmt: skip


def memory(telling: Telling) -> None:
    """A partner becomes an associate, Papier Plume comes back, one structure is born of two others; each counts."""
    lena, structures = telling.cast.actor("lena"), telling.cast.structures
    actions.change_membership(
        membership=structures["emploi"].memberships.get(),
        kind="associate",
        from_on=telling.day(120),
        by=lena,
        at=telling.at(122),
    )
    actions.admit_structure(
        structure=structures["papier"], kind="partner", from_on=telling.day(90), by=lena, at=telling.at(92)
    )
    born = actions.add_structure(pole=telling.cast.pole, name="La Matériauthèque", by=lena, at=telling.at(190))
    actions.describe_structure(
        structure=born, name=born.name, mission="Des chutes de bois, de tissu et de métal, triées et données.",
        legal_form="association", commune="Port-Aval", location="cour, hangar sud", visibility="public", by=lena,
        at=telling.at(190),
    )  # fmt: skip
    actions.admit_structure(structure=born, kind="associate", from_on=telling.day(189), by=lena, at=telling.at(189))
    for key in ("etabli", "ressourcerie"):
        actions.record_lineage(
            structure=born, other=structures[key], kind="born_from", on=telling.day(189), by=lena, at=telling.at(188)
        )
    for key, ago, people, surface in (
        ("etabli", 900, 3, "120"), ("etabli", 200, 5, "185"), ("roue", 900, 4, "90"), ("aval", 600, 14, "240"),
        ("pain", 500, 9, "140"), ("ressourcerie", 400, 11, "310.5"), ("cantine", 300, 7, "95"), ("numerique", 250, 4, "42"),
    ):  # fmt: skip
        actions.count_size(
            structure=structures[key], on=telling.day(ago), people=people, surface_m2=Decimal(surface), by=telling.speaker(key),
            at=telling.at(ago),
        )  # fmt: skip


def own_words(telling: Telling) -> None:
    """Structures give their numbers, say what they can put in common, and choose who reads what."""
    capacities = {
        "etabli": [("skill", "menuiserie", 3, "personnes"), ("skill", "soudure", 1, "personnes"), ("means", "établis équipés", 12, "places")],
        "roue": [("skill", "mécanique cycle", 4, "personnes"), ("means", "pieds d’atelier", 6, "places")],
        "aval": [("skill", "maraîchage", 8, "personnes"), ("means", "terre cultivée", 9500, "m²")],
        "cantine": [("skill", "cuisine collective", 5, "personnes"), ("means", "couverts par jour", 60, "")],
        "numerique": [("skill", "médiation numérique", 3, "personnes"), ("skill", "accueil du public", 2, "personnes")],
        "accueil": [("skill", "accueil du public", 4, "personnes"), ("skill", "accompagnement social", 3, "personnes")],
    }  # fmt: skip
    for ago, (key, lines) in enumerate(capacities.items(), 60):
        entries = [actions.CapacityEntry(kind, name, Decimal(amount), unit) for kind, name, amount, unit in lines]
        actions.say_capacities(
            structure=telling.cast.structures[key], capacities=entries, by=telling.speaker(key), at=telling.at(ago)
        )
    actions.identify_structure(
        structure=telling.cast.structures["roue"],
        is_sse=True,
        rna="W990001234",
        by=telling.speaker("roue"),
        at=telling.at(58),
    )
    kept_back = {"contact_phone": "pole", "sizes": "coordinator", "rna": "pole"}
    actions.choose_field_levels(
        structure=telling.cast.structures["roue"], levels=kept_back, by=telling.speaker("roue"), at=telling.at(57)
    )
    actions.add_photo(
        structure=telling.cast.structures["etabli"], photo=_drawn_photo(), credit="Nour B.", caption="Le mardi, tout le monde répare.",
        alternative_text="Un grand établi de bois, trois étaux, des outils pendus au mur.", by=telling.speaker("etabli"),
        at=telling.at(40),
    )  # fmt: skip


def around(telling: Telling) -> None:
    """The coordination writes down who is around the pole, and a label of one of its structures."""
    pole, lena = telling.cast.pole, telling.cast.actor("lena")
    for ago, name, kind, commune, axes, mission in (
        (300, "Maison de quartier des Lanternes", "territory", "Port-Aval", "familles, jeunesse, fêtes", "Le lieu de tout le monde, à deux rues."),
        (280, "Université du Grand-Large", "research", "Grand-Large", "évaluation, économie sociale", "Une équipe suit les pôles de la région."),
        (260, "Campus des Métiers du Fleuve", "training", "Port-Aval", "bois, métal, navigation douce", "Un centre de formation pour apprenties et apprentis."),
        (240, "Fondation Amarre", "supporter", "Grand-Large", "première année des projets", "Elle aide à commencer, pas à durer."),
    ):  # fmt: skip
        actions.add_outside_actor(
            pole=pole, name=name, outside_kind=kind, commune=commune, axes=axes, mission=mission,
            source="Rencontre au pôle, notée par la coordination", by=lena, at=telling.at(ago),
        )  # fmt: skip
    on = telling.day(210)
    actions.record_milestone(
        pole=pole, structure=telling.cast.structures["pain"], kind="label", on=on, when=day_words(on), until_on=telling.day(-885),
        title="Agréée entreprise solidaire d’utilité sociale", source="Arrêté de la région Grand-Large", by=lena, at=telling.at(205),
    )  # fmt: skip


def _drawn_photo() -> SimpleUploadedFile:
    """Return a drawing of the workshop, in the place of a photo of an invented house."""
    picture = Image.new("RGB", (1200, 800), "#f3ead6")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((80, 480, 1120, 540), fill="#8a5a2b")
    for left in (140, 560, 980):
        pen.rectangle((left, 540, left + 60, 740), fill="#6b4420")
        pen.rectangle((left - 20, 430, left + 80, 480), fill="#33475b")
    for number, height in enumerate((150, 220, 180, 260, 200, 240, 160)):
        pen.rectangle((160 + 130 * number, 80, 190 + 130 * number, 80 + height), fill="#1f2f46")
    written = io.BytesIO()
    picture.save(written, "JPEG")
    return SimpleUploadedFile("atelier.jpg", written.getvalue(), "image/jpeg")
