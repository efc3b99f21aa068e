"""Le PHARES, L'Île-Saint-Denis, as public sources tell it: dated facts with their source, and no act of anybody."""

from datetime import date, datetime
from typing import NamedTuple

from phares.demo.cast import CONSOLE
from phares.rooms.cooperation import actions as cooperation
from phares.rooms.cooperation.models.spin_off import Precision
from phares.rooms.directory import actions
from phares.rooms.directory.models import ActivityField, Pole, Structure
from phares.rooms.directory.models.membership import Bounds


class Source(NamedTuple):
    """A public document: its title and its address."""

    title: str
    url: str


SHEET = Source(
    "Profession Banlieue, fiche d’expérience « Une coopération d’acteurs de l’ESS », 1er février 2015",
    "https://www.professionbanlieue.org/Une-cooperation-d-acteurs-de-l-ESS-au-service-du-developpement-local",
)
HALAGE = Source("Halage, page « Phares »", "https://www.halage.fr/phares?lightbox=cci4")
SCIC = Source(
    "RTES, « Le PHARES devient SCIC », janvier 2015",
    "http://rtes.fr/Le-PHARES-devient-SCIC?debut_mmthm_mots_autres_art=15",
)
VISIT = Source(
    "Le Journal du Grand Paris, « L’Île-Saint-Denis : visite ministérielle au Phares »",
    "https://www.lejournaldugrandparis.fr/lile-saint-denis-visite-ministerielle-au-phares-haut-lieu-de-less/",
)
COMPOST = Source("Celsalab, article sur Les Alchimistes", "https://celsalab.fr/category/non-classe/page/64")

FOUNDERS = [
    "Études et Chantiers Île-de-France",
    "Halage",
    "SoliBio",
    "La Firme 93",
    "Mode Estime",
    "Novaedia",
    "Procarist",
]
HOSTED_ON_THE_SHEET = 14
SUPPORTERS = [
    "État",
    "Région Île-de-France",
    "Département de la Seine-Saint-Denis",
    "Plaine Commune",
    "Ville de L’Île-Saint-Denis",
]
SIGNED, SHEET_DAY = date(2014, 12, 1), date(2015, 2, 1)

MILESTONES = [
    (date(1990, 1, 1), "années 1990", "event", "L’idée",
     "Des citoyennes et des citoyens pensent que des structures qui se côtoient tous les jours trouveront des réponses que chacune "
     "seule ne trouverait pas.", HALAGE),
    (date(2001, 1, 1), "2001", "event", "Un lieu",
     "L’association Halage acquiert un bâtiment de trois étages à L’Île-Saint-Denis.", HALAGE),
    (date(2013, 1, 1), "2013", "event", "Des travaux, de nouvelles structures, deux postes partagés",
     "Le bâtiment est rénové, des structures arrivent, deux postes communs sont consolidés.", HALAGE),
    (date(2014, 1, 10), "10 janvier 2014", "label", "Lauréat du premier appel à projets de l’État",
     "L’un des 23 pôles retenus, sur 180 candidatures selon la Cress Île-de-France "
     "(https://www.cressidf.org/de-la-concurrence-a-la-cooperation/).", SHEET),
    (date(2014, 1, 11), "début 2014", "event", "Un troisième poste partagé",
     "Chargée ou chargé de développement et d’animation.", HALAGE),
    (date(2014, 12, 1), "1er décembre 2014", "event", "Les statuts de la coopérative sont signés",
     "La SCIC La Cité PHARES réunit sept associés fondateurs ; une voix chacun, quels que soient la taille et le capital.", SCIC),
    (date(2015, 1, 1), "janvier 2015", "event", "La coopérative commence à fonctionner", "", SCIC),
    (date(2015, 2, 1), "1er février 2015", "event", "Une fiche d’expérience paraît",
     "Elle compte quatorze structures sous le toit.", SHEET),
    (date(2015, 11, 30), "2015", "event", "Une action pour la COP21", "", HALAGE),
    (date(2016, 12, 1), "décembre 2016", "spin_off", "Les Alchimistes",
     "Collecter des biodéchets et en faire du compost : une entreprise née d’une réflexion commune de Halage et "
     "d’Études et Chantiers, selon la presse locale de janvier 2021.", COMPOST),
    (date(2020, 1, 1), "2020", "event", "Candidature « Fabrique de territoires »", "", HALAGE),
    (date(2021, 1, 1), "janvier 2021", "event", "Une visite ministérielle",
     "Le rapport national « Relancer les PTCE » y est remis.", VISIT),
]  # fmt: skip


def tell(at: datetime) -> Pole:
    """Write down what sources say of Le PHARES."""
    pole = actions.found_pole(
        slug="phares",
        name="Le PHARES",
        long_name="Pôle d’hospitalité des activités à rayonnement écologique et solidaire",
        commune="L’Île-Saint-Denis",
        is_public_record=True,
        by=CONSOLE,
        at=at,
    )
    _describe(pole, at)
    for name in FOUNDERS:
        _attest(_enter(pole, name, SCIC, at), "hosted", SIGNED, SCIC, at)
    _halage(pole.structures.get(name="Halage"), at)
    for _ in range(HOSTED_ON_THE_SHEET - len(FOUNDERS)):
        unnamed = _enter(pole, "Nom non établi", SHEET, at, name_is_established=False)
        _attest(unnamed, "hosted", SHEET_DAY, SHEET, at)
    for name in SUPPORTERS:
        supporter = _enter(pole, name, SHEET, at, legal_form="authority")
        _attest(supporter, "support", SHEET_DAY, SHEET, at)
    _alchimistes(pole, at)
    _thought_out_together(pole, at)
    for on, when, kind, title, detail, source in MILESTONES:
        actions.record_milestone(
            pole=pole,
            on=on,
            when=when,
            title=title,
            kind=kind,
            detail=detail,
            source=source.title,
            source_url=source.url,
            by=CONSOLE,
            at=at,
        )
    return pole


def _describe(pole: Pole, at: datetime) -> None:
    """Say of the pole what its sources say, each named in the text."""
    actions.describe_pole(
        pole=pole,
        headline="Ni hôtel d’entreprises, ni pépinière.",
        presentation=(
            "Des structures, des habitantes et des habitants, des associations et des entreprises réunis dans un même lieu "
            "pour faire des choses ensemble : la coopération plutôt que la compétition, l’intelligence collective et la "
            f"co-production. Source : {SHEET.title}."
        ),
        governance=(
            "Une société coopérative d’intérêt collectif, La Cité PHARES. Trois sortes d’associés (bénéficiaires, salariés, "
            "soutiens) décident ensemble, dans un seul collège. Source : Citego, d’après RTES n° 111, février 2022 "
            "(https://citego.org/coretet-3324.html)."
        ),
        address="6, rue Arnold-Géraux, 93450 L’Île-Saint-Denis",
        by=CONSOLE,
        at=at,
    )


def _enter(
    pole: Pole,
    name: str,
    source: Source,
    at: datetime,
    *,
    name_is_established: bool = True,
    legal_form: str = "unknown",
) -> Structure:
    """Enter a structure, shown to everybody, with where its name comes from; what no source says stays empty."""
    structure = actions.add_structure(
        pole=pole, name=name, name_is_established=name_is_established, source=source.title, by=CONSOLE, at=at
    )
    return actions.describe_structure(
        structure=structure, name=name, legal_form=legal_form, visibility="public", by=CONSOLE, at=at
    )


def _halage(structure: Structure, at: datetime) -> None:
    """Say of Halage what its own page says."""
    actions.describe_structure(
        structure=structure,
        name="Halage",
        mission="Insertion et espaces verts.",
        legal_form="association",
        fields=ActivityField.objects.filter(code="insertion"),
        commune="L’Île-Saint-Denis",
        visibility="public",
        by=CONSOLE,
        at=at,
    )


def _alchimistes(pole: Pole, at: datetime) -> None:
    """Write down the enterprise that was born of two structures of the pole, as the press tells it."""
    actions.add_outside_actor(
        pole=pole,
        name="Les Alchimistes",
        outside_kind="territory",
        axes="biodéchets, compost",
        mission="Collecter des biodéchets et en faire du compost.",
        source=COMPOST.title,
        source_url=COMPOST.url,
        by=CONSOLE,
        at=at,
    )


def _thought_out_together(pole: Pole, at: datetime) -> None:
    """Les Alchimistes come from what two structures thought out together: the lineage, as the press told it."""
    cooperation.record_spin_off(
        pole=pole,
        structure=pole.structures.get(name="Les Alchimistes"),
        parents=[pole.structures.get(name=name) for name in ("Halage", "Études et Chantiers Île-de-France")],
        on=date(2016, 12, 1),
        precision=Precision.MONTH,
        what="Collecter des biodéchets et en faire du compost.",
        source=COMPOST.title,
        source_url=COMPOST.url,
        by=CONSOLE,
        at=at,
    )


def _attest(structure: Structure, kind: str, from_on: date, source: Source, at: datetime) -> None:
    """Write down that a source vouches for a structure's presence until the day of the sheet, and for no other day."""
    actions.admit_structure(
        structure=structure,
        kind=kind,
        from_on=from_on,
        until_on=SHEET_DAY,
        bounds=Bounds.ATTESTED,
        source=source.title,
        source_url=source.url,
        by=CONSOLE,
        at=at,
    )
