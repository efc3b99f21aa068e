"""What a structure takes away of its fiches d’expérience: their words as they are, their photos, its answers."""

import io
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.takeaway import Document, Part, document_name
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Structure
from phares.rooms.publishing.models import ExperienceSheet, SheetPhoto, SheetReview
from phares.rooms.publishing.sheet_fields import FIELDS, SheetField, filled


def parts(actor: Actor, structure: Structure) -> Iterator[Part]:
    """Return the sheets that the structure writes, their photos, and what it answered where it was quoted."""
    own = Q(structure=structure) | Q(cooperation__parties__structure=structure)
    sheets = ExperienceSheet.objects.filter(own, pole=structure.pole_id).distinct().order_by("begun_at", "pk")
    yield _sheets(list(sheets.select_related("version", "pole", "publisher")))
    yield _photos(list(SheetPhoto.objects.filter(sheet__in=sheets).select_related("image", "sheet").order_by("pk")))
    yield _reviews(structure)


def _sheets(found: list[ExperienceSheet]) -> Part:
    columns = {
        "title": _("Titre"),
        "state": _("Où elle en est"),
        "publisher": _("Éditeur"),
        "published_at": _("Publiée le"),
        "url": _("Adresse"),
        "file": _("Fichier"),
    }
    names = {one.pk: document_name("fiche", one.pk, str(one)) + ".md" for one in found}
    rows = [
        {
            "title": str(one),
            "state": one.get_state_display(),
            "publisher": one.publisher.name,
            "published_at": one.version.published_at if one.version else None,
            "url": _address(one) if one.version else "",
            "file": names[one.pk],
        }
        for one in found
    ]
    documents = tuple(
        Document(names[one.pk], lambda one=one: io.BytesIO(as_text(one.words).encode()))  # type: ignore[misc]
        for one in found
    )
    return Part("fiches", _("Ses fiches d’expérience"), columns, rows, documents)


def _address(sheet: ExperienceSheet) -> str:
    """Return where a published sheet is read."""
    return f"{settings.PHARES_PUBLIC_ADDRESS.rstrip('/')}{sheet.get_absolute_url()}"


def as_text(words: dict[str, Any]) -> str:
    """Return the words of a sheet as light markup that any computer opens: each field under its name."""
    told = filled(words)
    written = [f"## {field.label}\n\n{_told(field, told[field.code])}" for field in FIELDS[1:] if told[field.code]]
    return "\n\n".join([f"# {told['title'] or _('Fiche sans titre')}", *written]) + "\n"


def _told(field: SheetField, value: Any) -> str:
    """Return what a field holds: a text as it was written, words in a line, rows as a list."""
    if field.kind == "words":
        return ", ".join(value)
    if field.kind != "rows":
        return str(value)
    rows = [
        [f"{column.label} : {row[column.code]}" for column in field.columns if row.get(column.code)] for row in value
    ]
    return "\n".join(f"- {' ; '.join(row)}" for row in rows)


def _photos(found: list[SheetPhoto]) -> Part:
    columns = {
        "sheet": _("Fiche"),
        "caption": _("Légende"),
        "description": _("Ce que l’on voit"),
        "credit": _("Auteur ou autrice"),
        "right": _("Droit à l’image"),
        "file": _("Fichier"),
    }
    names = {one.pk: document_name("photo-de-fiche", one.pk, one.image.name) for one in found if one.image}
    rows = [
        {
            "sheet": str(one.sheet),
            "caption": one.caption,
            "description": one.description,
            "credit": one.credit,
            "right": one.get_right_display(),
            "file": names.get(one.pk, ""),
        }
        for one in found
    ]
    documents = tuple(
        Document(names[one.pk], lambda one=one: one.image.file.open("rb"))  # type: ignore[misc]
        for one in found
        if one.image
    )
    return Part("photos-de-fiches", _("Les photos de ses fiches"), columns, rows, documents)


def _reviews(structure: Structure) -> Part:
    columns = {
        "sheet": _("Fiche"),
        "asked_at": _("Demandé le"),
        "accepted": _("Sa réponse"),
        "word": _("Le mot laissé"),
        "answered_at": _("Répondu le"),
    }
    answers = {True: _("d’accord"), False: _("à changer"), None: ""}
    rows = [
        {
            "sheet": str(one.sheet),
            "asked_at": one.asked_at,
            "accepted": str(answers[one.accepted]),
            "word": one.word,
            "answered_at": one.answered_at,
        }
        for one in SheetReview.objects.filter(structure=structure).select_related("sheet").order_by("asked_at", "pk")
    ]
    return Part("relectures", _("Les fiches qui la citent, et ce qu’elle en a dit"), columns, rows)
