"""What a structure takes away from the directory: its page, its stays, its people, its photos."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.takeaway import Document, Part, document_name
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Structure

PAGE = {
    "name": _("Nom"),
    "acronym": _("Sigle"),
    "acronym_meaning": _("Ce que veut dire le sigle"),
    "mission": _("Ce qu’elle fait"),
    "presentation": _("Présentation"),
    "legal_form": _("Forme juridique"),
    "is_sse": _("Économie sociale et solidaire"),
    "siren": _("SIREN"),
    "siret": _("SIRET"),
    "vat_number": _("Numéro de TVA"),
    "rna": _("Numéro RNA"),
    "fields": _("Domaines"),
    "goals": _("Objectifs de développement durable"),
    "tags": _("Mots-clés"),
    "address": _("Adresse"),
    "postcode": _("Code postal"),
    "commune": _("Commune"),
    "location": _("Où la trouver dans le pôle"),
    "latitude": _("Latitude"),
    "longitude": _("Longitude"),
    "contact_email": _("Adresse électronique"),
    "contact_phone": _("Téléphone"),
    "website": _("Site web"),
    "visibility": _("Qui voit la page"),
    "source": _("Source"),
    "described_at": _("Décrite le"),
}
LISTS = {"fields", "goals", "tags"}


def parts(actor: Actor, structure: Structure) -> Iterator[Part]:
    """Return what the directory keeps of a structure."""
    page = {name: getattr(structure, name) for name in PAGE if name not in LISTS}
    page |= {name: [str(one) for one in getattr(structure, name).all()] for name in LISTS}
    yield Part("structure", _("La page de la structure"), PAGE, [page])
    yield _listed(
        "participations",
        _("Comment elle participe au pôle"),
        structure.memberships.all(),
        {
            "kind": _("Participation"),
            "from_on": _("Du"),
            "until_on": _("Au"),
            "surface_m2": _("Surface (m²)"),
            "source": _("Source"),
        },
    )
    yield _listed(
        "personnes",
        _("Qui agit pour elle"),
        structure.mandates.select_related("person"),
        {
            "person": _("Personne"),
            "role": _("Rôle"),
            "from_on": _("Du"),
            "until_on": _("Au"),
        },
    )
    yield _listed(
        "moyens",
        _("Ses savoir-faire et ses moyens"),
        structure.capacities.select_related("domain"),
        {
            "kind": _("Sorte"),
            "name": _("Nom"),
            "amount": _("Combien"),
            "unit": _("Unité"),
            "domain": _("Domaine"),
        },
    )
    yield _listed(
        "tailles",
        _("Combien de personnes, quelle surface"),
        structure.sizes.all(),
        {
            "on": _("Le"),
            "people": _("Personnes"),
            "surface_m2": _("Surface (m²)"),
            "source": _("Source"),
        },
    )
    yield _listed(
        "reperes",
        _("Ses dates et ses labels"),
        structure.milestones.all(),
        {
            "when": _("Quand"),
            "title": _("Quoi"),
            "detail": _("Détail"),
            "source": _("Source"),
            "source_url": _("Adresse de la source"),
        },
    )
    yield _listed(
        "visibilite",
        _("Ce qu’elle garde pour certains"),
        structure.field_visibilities.all(),
        {
            "field": _("Information"),
            "level": _("Qui la lit"),
        },
    )
    photos = list(structure.photos.select_related("attachment"))
    rows = [{**_kept(one, ("alternative_text", "caption", "credit")), "file": _photo(one)} for one in photos]
    documents = tuple(Document(_photo(one), lambda one=one: one.attachment.file.open("rb")) for one in photos)  # type: ignore[misc]
    columns = {
        "alternative_text": _("Ce que l’on voit"),
        "caption": _("Légende"),
        "credit": _("Auteur ou autrice"),
        "file": _("Fichier"),
    }
    yield Part("photos", _("Ses photos"), columns, rows, documents)


def _listed(code: str, title: Any, found: Any, columns: dict[str, Any]) -> Part:
    """Return rows as they are read: choices by their words, others as they are."""
    return Part(code, title, columns, [{name: _said(one, name) for name in columns} for one in found])


def _said(one: Any, name: str) -> Any:
    """Return an entry of a row, by its words where it is a choice."""
    words = getattr(one, f"get_{name}_display", None)
    value = words() if words else getattr(one, name)
    return (
        value
        if isinstance(value, int | float | bool | None) or hasattr(value, "isoformat") or hasattr(value, "as_tuple")
        else str(value)
    )


def _kept(one: Any, names: tuple[str, ...]) -> dict[str, Any]:
    """Return entries of a row as they are."""
    return {name: getattr(one, name) for name in names}


def _photo(one: Any) -> str:
    """Return the name of a photo in the ZIP."""
    return document_name("photo", one.pk, one.attachment.name)
