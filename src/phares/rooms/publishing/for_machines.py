"""What the public pages say to machines, in the words of schema.org."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings

from phares.rooms.directory.actors import VISITOR
from phares.rooms.directory.models import Pole, Structure
from phares.rooms.directory.permissions import fields_hidden
from phares.rooms.publishing.queries.sheets import ShownSheet
from phares.rooms.publishing.sheet_text import as_line

CONTEXT = "https://schema.org"


def breadcrumb(pairs: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Return the way to a page: names with whole addresses."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": at, "name": str(name), "item": url}
            for at, (name, url) in enumerate(pairs, 1)
        ],
    }


def organisation(pole: Pole, address: str) -> dict[str, Any]:
    """Return the pole as an organisation."""
    facts = {
        "@type": "Organization",
        "@id": address,
        "url": address,
        "name": pole.name,
        "alternateName": pole.long_name,
        "description": pole.headline,
        "email": pole.contact_email,
        "telephone": pole.contact_phone,
        "address": pole.address,
        "areaServed": pole.commune,
    }
    return {key: value for key, value in facts.items() if value}


def structure(one: Structure) -> dict[str, Any]:
    """Return a structure as everybody may read it: what it keeps to some is left out."""
    hidden = fields_hidden(VISITOR, one)
    shown = {
        "email": "contact_email",
        "telephone": "contact_phone",
        "sameAs": "website",
    }
    facts = {
        "@context": CONTEXT,
        "@type": "Organization",
        "@id": whole(one.get_absolute_url()),
        "url": whole(one.get_absolute_url()),
        "name": one.name,
        "alternateName": one.acronym,
        "description": one.mission,
        "areaServed": one.commune,
        "memberOf": {"@type": "Organization", "name": one.pole.name},
        **{name: "" if field in hidden else getattr(one, field) for name, field in shown.items()},
    }
    return {key: value for key, value in facts.items() if value}


def whole(path: str) -> str:
    """Return the whole address of a path of this site."""
    return settings.PHARES_PUBLIC_ADDRESS.rstrip("/") + path


def article(shown: ShownSheet, address: str, way: Sequence[tuple[str, str]], images: Sequence[str]) -> dict[str, Any]:
    """Return a sheet as an article, with the way to it."""
    words, sheet = shown.words, shown.sheet
    facts = {
        "@context": CONTEXT,
        "@type": "Article",
        "@id": address,
        "url": address,
        "headline": words["title"],
        "abstract": as_line(words["lead"]),
        "articleSection": words["kind"],
        "datePublished": words["dated_on"],
        "dateModified": shown.published_on.isoformat() if shown.published_on else "",
        "version": str(shown.number or ""),
        "inLanguage": "fr",
        "keywords": [*words["keywords"], *(f"#{tag}" for tag in words["tags"])],
        "author": {"@type": "Organization", "name": words["author"] or sheet.publisher.name},
        "publisher": {"@type": "Organization", "name": sheet.publisher.name, **_site(sheet.publisher.website)},
        "license": words["licence"],
        "isBasedOn": sheet.source_url,
        "contentLocation": {"@type": "Place", "name": words["commune"]},
        "about": {"@type": "Organization", "name": words["structure_name"], "email": words["contact_email"]},
        "contributor": [{"@type": "Organization", "name": row["name"]} for row in shown.partners if _is_named(row)],
        "funder": [{"@type": "Organization", "name": row["name"]} for row in shown.supporters],
        "image": list(images),
        "breadcrumb": breadcrumb(way),
    }
    return {key: value for key, value in facts.items() if value}


def _is_named(partner: dict[str, str]) -> bool:
    """Say whether a partner has a name: « une personne qui habite ici » has none, and is no organisation."""
    return partner.get("sort") != "residents" or partner["name"][:1].isupper()


def _site(address: str) -> dict[str, str]:
    return {"url": address} if address else {}
