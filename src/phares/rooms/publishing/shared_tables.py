"""Open tables: what the pole lets anybody reuse, each column with what it says; always as everybody may read it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from phares.rooms.cooperation import permissions as cooperation
from phares.rooms.directory.actors import VISITOR
from phares.rooms.directory.models import Gathering, Pole
from phares.rooms.directory.permissions import fields_hidden, visible_structures
from phares.rooms.publishing.queries.sheets import Asked, index_lines, sheets_found

Text = str | Promise
Row = dict[str, str]
MOST_ROWS = 50_000
LICENCE = "Licence Ouverte 2.0 (Etalab)"
LICENCE_URL = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"


@dataclass(frozen=True)
class SharedTable:
    """A table: its name in addresses, what it holds, its columns, what it is made from and how that is said."""

    code: str
    title: Text
    columns: tuple[tuple[str, Text], ...]
    found: Callable[[Pole, date], QuerySet[Any]]
    said: Callable[[Pole, Iterable[Any]], Iterator[Row]]


@dataclass(frozen=True)
class Part:
    """A part of a table: its rows, how many there are in all, how many were read at its end where there are more."""

    rows: list[Row]
    total: int
    rest_after: int | None


def part_of(table: SharedTable, pole: Pole, today: date, after: int) -> Part:
    """Return the rows that follow the first `after`: as many as a file holds, and never fewer without saying so."""
    found = table.found(pole, today)
    total, end = found.count(), after + MOST_ROWS
    return Part(list(table.said(pole, found[after:end])), total, end if end < total else None)


def _structures(pole: Pole, today: date) -> QuerySet[Any]:
    """Return the structures that show their page."""
    found = visible_structures(VISITOR, pole).filter(name_is_established=True)
    return found.select_related("pole").prefetch_related("fields", "field_visibilities")


def _structures_said(pole: Pole, found: Iterable[Any]) -> Iterator[Row]:
    """Yield structures, each with what it shows of itself."""
    for one in found:
        hidden = fields_hidden(VISITOR, one)
        yield {
            "nom": one.name,
            "mission": one.mission,
            "commune": one.commune,
            "forme_juridique": one.get_legal_form_display(),
            "domaines": "" if "fields" in hidden else ", ".join(field.name_fr for field in one.fields.all()),
            "site_web": "" if "website" in hidden else one.website,
            "page": one.get_absolute_url(),
        }


def _sheets(pole: Pole, today: date) -> QuerySet[Any]:
    """Return the published sheets."""
    return sheets_found(VISITOR, pole, Asked())


def _sheets_said(pole: Pole, found: Iterable[Any]) -> Iterator[Row]:
    """Yield sheets, as everybody may know them."""
    for line in index_lines(VISITOR, pole, found):
        words = line.words
        yield {
            "titre": words["title"],
            "date": words["dated_on"],
            "commune": words["commune"],
            "structure": words["structure_name"],
            "mots_cles": ", ".join(words["keywords"]),
            "etiquettes": " ".join(f"#{tag}" for tag in words["tags"]),
            "chapo": words["lead"],
            "editeur": line.sheet.publisher.name,
            "licence": words["licence"],
            "page": line.sheet.get_absolute_url(),
        }


def _items(pole: Pole, today: date) -> QuerySet[Any]:
    """Return the needs and offers said to everybody that still wait."""
    items = cooperation.visible_items(VISITOR, pole).open_on(today)
    return items.select_related("pole", "structure", "group", "resident")


def _items_said(pole: Pole, found: Iterable[Any]) -> Iterator[Row]:
    """Yield needs and offers, each with who says it where that shows itself."""
    for item in found:
        named = cooperation.can_see_name(VISITOR, item.holder, pole)
        yield {
            "sens": item.get_side_display(),
            "genre": item.get_kind_display(),
            "titre": item.title,
            "texte": item.text,
            "jusqu_au": item.until_on.isoformat() if item.until_on else "",
            "qui": str(item.holder) if named else "",
            "page": item.get_absolute_url(),
        }


def _gatherings(pole: Pole, today: date) -> QuerySet[Any]:
    """Return the gatherings, the latest first."""
    found = Gathering.objects.filter(pole=pole).select_related("pole", "registration_list")
    return found.order_by("-starts_at", "-pk")


def _gatherings_said(pole: Pole, found: Iterable[Any]) -> Iterator[Row]:
    """Yield gatherings."""
    for one in found:
        opened = getattr(one, "registration_list", None)
        yield {
            "titre": one.title,
            "genre": one.get_kind_display(),
            "debut": timezone.localtime(one.starts_at).isoformat(),
            "lieu": one.place,
            "places": str(opened.places or "") if opened else "",
            "annulee": "oui" if opened and opened.cancelled_at else "non",
            "page": one.get_absolute_url(),
        }


_PAGE = ("page", _("adresse de la page, à faire précéder du nom du site"))
TABLES = {
    table.code: table
    for table in (
        SharedTable(
            "structures",
            _("Les structures qui se montrent"),
            (
                ("nom", _("nom de la structure")),
                ("mission", _("ce qu’elle fait, en une phrase")),
                ("commune", _("commune où elle se trouve")),
                ("forme_juridique", _("forme juridique")),
                ("domaines", _("domaines où elle travaille, séparés par des virgules")),
                ("site_web", _("adresse de son site")),
                _PAGE,
            ),
            _structures,
            _structures_said,
        ),
        SharedTable(
            "fiches",
            _("Les fiches d’expérience"),
            (
                ("titre", _("titre de la fiche")),
                ("date", _("date de la fiche, AAAA-MM-JJ")),
                ("commune", _("commune dont elle parle")),
                ("structure", _("structure qui porte l’action")),
                ("mots_cles", _("mots-clés, séparés par des virgules")),
                ("etiquettes", _("étiquettes, telles qu’elles sont écrites")),
                ("chapo", _("les premières lignes")),
                ("editeur", _("qui la publie")),
                ("licence", _("licence du texte")),
                _PAGE,
            ),
            _sheets,
            _sheets_said,
        ),
        SharedTable(
            "besoins-et-offres",
            _("Les besoins et les offres dits à tout le monde"),
            (
                ("sens", _("besoin ou offre")),
                ("genre", _("de quoi il s’agit")),
                ("titre", _("en une phrase")),
                ("texte", _("plus en détail")),
                ("jusqu_au", _("dernier jour, AAAA-MM-JJ ; vide s’il n’y en a pas")),
                ("qui", _("qui le dit ; vide pour une personne ou une structure qui ne se montre pas")),
                _PAGE,
            ),
            _items,
            _items_said,
        ),
        SharedTable(
            "rencontres",
            _("Les rencontres"),
            (
                ("titre", _("titre de la rencontre")),
                ("genre", _("atelier, bourse ou porte ouverte")),
                ("debut", _("jour et heure de début, avec le fuseau horaire")),
                ("lieu", _("où elle se tient")),
                ("places", _("nombre de places ; vide si tout le monde peut venir")),
                ("annulee", _("oui ou non")),
                _PAGE,
            ),
            _gatherings,
            _gatherings_said,
        ),
    )
}


def address_of(pole: Pole, code: str, ending: str) -> str:
    """Return the address of a table in one of its forms."""
    return reverse(f"publishing:shared_table_{ending}", args=[pole.slug, code])


def safe_cell(value: str) -> Any:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{value}" if value[:1] in {"=", "+", "-", "@", "\t", "\r"} else value
