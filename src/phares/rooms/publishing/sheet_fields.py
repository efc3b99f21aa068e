"""The fields of a fiche d’expérience, as data: one list for the interview, the page, the PDF, the import and the index.

The list is that of the genre, merged: Profession Banlieue, RTES and Citego, the Wiki Éco sheets, the files of calls.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Text = str | Promise
LONGEST_LEAD = 600


@dataclass(frozen=True)
class Column:
    """One box of a row."""

    code: str
    label: Text
    kind: str = "line"
    longest: int = 200


@dataclass(frozen=True)
class SheetField:
    """One field: what it is called, what is asked to fill it, what it holds, whether a sheet may go out without it."""

    code: str
    label: Text
    question: Text
    kind: str = "text"
    hint: Text = ""
    required: bool = False
    longest: int = 6000
    columns: tuple[Column, ...] = ()

    @property
    def empty(self) -> Any:
        """Return what the field holds when nothing is written."""
        return [] if self.kind in {"words", "rows"} else ""


PARTNER = (
    Column("name", _("Qui"), longest=160),
    Column("sort", _("Ce que c’est"), "sort"),
    Column("role", _("Ce qu’elle ou il fait ici"), longest=300),
)
MONEY = (
    Column("year", _("Année"), "year", 4),
    Column("funder", _("Qui paie"), longest=160),
    Column("cents", _("Montant en euros"), "money", 14),
)
RESULT = (
    Column("figure", _("Chiffre"), longest=40),
    Column("what", _("De quoi"), longest=240),
    Column("on", _("Date"), "date"),
    Column("source", _("D’où on le sait"), longest=240),
    Column("url", _("Adresse de la source"), "url", 400),
)
QUOTE = (Column("words", _("Ce qui a été dit"), longest=400), Column("who", _("Par qui"), longest=120))
LINK = (Column("label", _("Ce que c’est"), longest=160), Column("url", _("Adresse"), "url", 400))
SORTS: dict[str, Text] = {
    "ess": _("structure de l’économie sociale et solidaire"),
    "company": _("entreprise"),
    "authority": _("collectivité ou État"),
    "research": _("recherche"),
    "training": _("formation, enseignement"),
    "residents": _("habitantes et habitants"),
    "support": _("soutien"),
    "other": _("autre"),
}

FIELDS: tuple[SheetField, ...] = (
    SheetField("title", _("Titre"), _("Quel titre donne envie de lire ?"), "line", required=True, longest=160),
    SheetField(
        "over_title",
        _("Sur-titre"),
        _("De quelle commune et de qui parle-t-on ?"),
        "line",
        _("Par exemple : Port-Aval • L’Établi."),
        longest=160,
    ),
    SheetField("number", _("Numéro"), _("La fiche porte-t-elle un numéro ?"), "line", longest=20),
    SheetField("dated_on", _("Date"), _("De quand la fiche est-elle ?"), "date", required=True),
    SheetField(
        "author",
        _("Auteur ou autrice"),
        _("Qui l’écrit ?"),
        "line",
        _("Une équipe plutôt qu’une personne, si c’est possible."),
        longest=160,
    ),
    SheetField("kind", _("Type"), _("Quel genre de fiche est-ce ?"), "line", longest=60),
    SheetField(
        "keywords",
        _("Mots-clés"),
        _("Avec quels mots la chercherait-on ?"),
        "words",
        _("Séparés par des virgules."),
        required=True,
    ),
    SheetField(
        "tags",
        _("Étiquettes"),
        _("Porte-t-elle des étiquettes ?"),
        "words",
        _("Telles qu’elles sont écrites : #mobilité, #VIEUX2015."),
    ),
    SheetField(
        "lead",
        _("Chapô"),
        _("En cinq lignes, de quoi s’agit-il ?"),
        "text",
        _("600 signes au plus : ce que l’on garde si l’on ne lit que cela."),
        required=True,
        longest=LONGEST_LEAD,
    ),
    SheetField(
        "structure_name", _("Structure"), _("Quelle structure porte l’action ?"), "line", required=True, longest=160
    ),
    SheetField("structure_form", _("Statut"), _("Quelle est sa forme juridique ?"), "line", longest=120),
    SheetField(
        "address",
        _("Adresse"),
        _("Où la trouver ?"),
        "text",
        _("Rue, code postal, commune."),
        required=True,
        longest=300,
    ),
    SheetField(
        "contact_email",
        _("Adresse électronique de contact"),
        _("À quelle adresse commune écrire ?"),
        "email",
        _("Celle de la structure, jamais celle d’une personne."),
        required=True,
    ),
    SheetField("contact_phone", _("Téléphone"), _("À quel numéro appeler ?"), "line", longest=30),
    SheetField("website", _("Site web"), _("A-t-elle un site ?"), "url", longest=300),
    SheetField("commune", _("Commune"), _("Dans quelle commune ?"), "line", required=True, longest=80),
    SheetField(
        "territory",
        _("Le territoire"),
        _("Que faut-il savoir du territoire ?"),
        "text",
        _("Commune, agglomération, quartier, un ou deux chiffres avec leur source."),
        required=True,
    ),
    SheetField("need", _("Le problème de départ"), _("De quel problème est-on parti ?"), "text", required=True),
    SheetField(
        "history",
        _("Comment c’est venu"),
        _("Que s’est-il passé, dans l’ordre ?"),
        "text",
        _("Les dates qui comptent."),
    ),
    SheetField("action", _("Ce qui a été fait"), _("Qu’avez-vous fait ?"), "text", required=True),
    SheetField("values", _("Valeurs et méthode"), _("Qu’est-ce que ce n’est pas ? À quoi tenez-vous ?"), "text"),
    SheetField("public", _("Pour qui"), _("Qui en profite ?"), "text"),
    SheetField(
        "partners", _("Avec qui"), _("Qui y prend part, et qui fait quoi ?"), "rows", required=True, columns=PARTNER
    ),
    SheetField("authorities", _("Le rôle des collectivités"), _("Que font les collectivités ?"), "text"),
    SheetField("governance", _("Qui décide"), _("Qui décide, et comment ?"), "text"),
    SheetField(
        "means", _("Les moyens"), _("Avec combien d’heures, de postes, de mètres carrés ?"), "text", required=True
    ),
    SheetField("money", _("Le budget"), _("Combien, qui paie, chaque année ?"), "rows", required=True, columns=MONEY),
    SheetField("economy", _("Le modèle économique"), _("De quoi l’action vit-elle ?"), "text"),
    SheetField("cooperation", _("La coopération"), _("Jusqu’où faites-vous ensemble ?"), "text"),
    SheetField(
        "results", _("Chiffres"), _("Quels résultats, et comment le sait-on ?"), "rows", required=True, columns=RESULT
    ),
    SheetField(
        "effects",
        _("Ce que cela change"),
        _("Qu’est-ce que cela change ici ?"),
        "text",
        _("Utilité sociale, objectifs de développement durable."),
    ),
    SheetField("brakes", _("Freins et leviers"), _("Qu’est-ce qui a freiné, qu’est-ce qui a aidé ?"), "text"),
    SheetField("again", _("Ce que nous referions autrement"), _("Que referiez-vous autrement ?"), "text"),
    SheetField("transfer", _("Pour le faire ailleurs"), _("Que faut-il pour le faire ailleurs ?"), "text"),
    SheetField("future", _("La suite"), _("Et maintenant ?"), "text"),
    SheetField("quotes", pgettext_lazy("fiche", "Paroles"), _("Qui en dit quoi ?"), "rows", columns=QUOTE),
    SheetField("links", _("Documents et liens"), _("Quels documents peut-on lire en plus ?"), "rows", columns=LINK),
    SheetField("licence", _("Licence"), _("Comment peut-on la réutiliser ?"), "line", longest=120),
)
BY_CODE = {field.code: field for field in FIELDS}
FOR_ARCHIVE = frozenset({"title", "dated_on", "keywords", "lead", "structure_name", "commune"})
"""What a sheet that was published elsewhere must hold; the rest is what its source says of it, or nothing."""

BODY = tuple(
    """territory need history action values public authorities governance means economy cooperation
    effects brakes again transfer future""".split()
)
"""The sections of running text, in the order of the printed sheet."""


def filled(words: dict[str, Any]) -> dict[str, Any]:
    """Return the words of a sheet with every field there is, those not written being empty."""
    return {field.code: words.get(field.code) or field.empty for field in FIELDS}


def is_written(words: dict[str, Any], code: str) -> bool:
    """Say whether a field holds something."""
    return bool(words.get(code))


def missing(words: dict[str, Any], *, is_archive: bool, asks_contact: bool = True) -> list[SheetField]:
    """Return the fields that the sheet still lacks before it may be read over.

    An archive whose file gave somebody's own mail is asked for a common one; a file that gave none is not.
    """
    asked = set(FOR_ARCHIVE) if is_archive else {field.code for field in FIELDS if field.required}
    asked |= {"contact_email"} if asks_contact else set()
    return [field for field in FIELDS if field.code in asked and not is_written(words, field.code)]
