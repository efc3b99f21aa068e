"""The columns that a table may bring, and the names that coordinators give them in their own spreadsheets."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.tables.headers import Column

NAME = Column(
    "name", _("nom de la structure"), ("structure", "nom", "raison sociale", "association", "organisme", "dénomination")
)
NUMBERS = (
    Column("siret", _("SIRET"), ("n° siret", "numéro siret")),
    Column("siren", _("SIREN"), ("n° siren", "numéro siren")),
    Column("rna", _("numéro au répertoire des associations"), ("rna", "n° rna", "waldec")),
)
PERIOD = (
    Column(
        "kind",
        _("participation"),
        ("type de membre", "statut dans le pôle", "type de participation", "qualité", "hébergée"),
    ),
    Column(
        "from_on",
        _("entrée"),
        ("date d’entrée", "arrivée", "date d’arrivée", "depuis", "depuis le", "adhésion", "début", "entrée le"),
    ),
    Column("until_on", _("sortie"), ("date de sortie", "départ", "date de départ", "fin", "jusqu’au", "sortie le")),
    Column("surface_m2", _("surface"), ("m²", "m2", "surface m²", "surface occupée", "surface (m2)")),
)
DESCRIPTION = (
    Column("acronym", _("sigle"), ("acronyme",)),
    Column(
        "mission",
        _("ce que fait la structure"),
        ("mission", "activité", "activité en une phrase", "activité principale", "objet", "description courte"),
    ),
    Column("presentation", _("présentation"), ("description", "descriptif", "détail")),
    Column("legal_form", _("forme juridique"), ("statut juridique", "forme", "statut", "type de structure")),
    Column("is_sse", _("économie sociale et solidaire"), ("ess", "ess oui non", "structure de l’ess")),
    Column("fields", _("domaines"), ("domaine", "secteur", "secteurs d’activité", "champ d’activité", "thématiques")),
    Column("tags", _("mots-clés"), ("tags", "étiquettes", "mots clefs")),
    Column("address", _("adresse postale"), ("adresse", "rue", "siège")),
    Column("postcode", _("code postal"), ("cp", "code post")),
    Column("commune", _("commune"), ("ville", "localité")),
    Column("location", _("où la trouver dans le pôle"), ("bureau", "local", "emplacement", "étage")),
    Column(
        "contact_email",
        _("adresse électronique"),
        ("mail", "e-mail", "email", "courriel", "adresse mail", "mél", "contact mail"),
    ),
    Column("contact_phone", _("téléphone"), ("tél", "tel", "téléphone fixe", "portable", "numéro de téléphone")),
    Column("website", _("site web"), ("site", "site internet", "url", "web")),
)
PARTS = (
    Column(
        "skills",
        _("savoir-faire"),
        ("compétences", "savoirs", "métiers", "ce qu’elle sait faire", "savoir-faire et compétences"),
    ),
    Column("means", _("moyens"), ("équipements", "matériel", "moyens matériels", "ressources", "ce qu’elle a")),
    Column(
        "people",
        _("nombre de personnes"),
        ("effectif", "effectifs", "salariés", "nombre de salariés", "nb salariés", "personnes", "équipe"),
    ),
    Column("counted_on", _("personnes comptées le"), ("date de l’effectif", "effectif au", "compté le")),
)
PERSON = (
    Column("given_name", _("prénom"), ()),
    Column("family_name", _("nom de famille"), ("nom",)),
    Column(
        "full_name",
        _("prénom et nom"),
        ("nom prénom", "contact", "personne", "référent", "interlocuteur", "nom du contact"),
    ),
    Column("email", _("adresse électronique"), ("mail", "e-mail", "email", "courriel", "adresse mail", "mél")),
    Column("phone", _("téléphone"), ("tél", "tel", "portable", "mobile")),
    Column("role", _("rôle"), ("fonction", "mandat", "qualité", "poste")),
)
STRUCTURE_OF_PERSON = Column(
    "structure", _("structure"), ("organisme", "association", "pour", "agit pour", "nom de la structure")
)
MANDATE = (
    Column("from_on", _("mandat à partir du"), ("début", "depuis", "date de début", "entrée")),
    Column("until_on", _("jusqu’au"), ("fin", "date de fin", "fin de mandat", "sortie")),
)


@dataclass(frozen=True)
class Subject:
    """What the lines of a table are about, and which columns it may have; one of `asks` must be there."""

    code: str
    label: Any
    hint: Any
    columns: tuple[Column, ...]
    asks: tuple[str, ...]

    def column(self, code: str) -> Column | None:
        """Return the column of this code."""
        return next((column for column in self.columns if column.code == code), None)


SUBJECTS: dict[str, Subject] = {
    subject.code: subject
    for subject in (
        Subject(
            "structures",
            _("des structures"),
            _("une par ligne : nom, domaines, adresse, et si vous l’avez la date d’entrée"),
            (
                NAME,
                *NUMBERS,
                Column("vat_number", _("numéro de TVA"), ("tva", "tva intracommunautaire")),
                *DESCRIPTION,
                *PARTS,
                *PERIOD,
            ),
            ("name",),
        ),
        Subject(
            "people",
            _("des personnes"),
            _("une par ligne : nom, adresse électronique, et pour quelle structure elle agit"),
            (*PERSON, STRUCTURE_OF_PERSON, *MANDATE),
            ("given_name", "full_name", "email"),
        ),
        Subject(
            "memberships",
            _("des participations"),
            _("les entrées et les sorties de structures que l’annuaire connaît déjà"),
            (NAME, *NUMBERS, *PERIOD),
            ("name", "siret", "siren", "rna"),
        ),
    )
}


def subject_choices() -> list[tuple[str, Any]]:
    """Return the subjects as a form's choices."""
    return [(subject.code, subject.label) for subject in SUBJECTS.values()]
