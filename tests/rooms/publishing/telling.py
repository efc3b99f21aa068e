"""How the tests of this room come to a sheet: written whole, read over, accepted by all, put out."""

from datetime import datetime
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from phares.demo.cast import Cast
from phares.rooms.cooperation.models import Cooperation
from phares.rooms.publishing import actions
from phares.rooms.publishing.models import ExperienceSheet

WHOLE: dict[str, Any] = {
    "title": "Une réserve pour deux ateliers",
    "dated_on": "2026-03-01",
    "keywords": ["stockage", "prêt de locaux"],
    "tags": ["mobilité"],
    "lead": "Deux ateliers voisins partagent une réserve sèche au lieu d’en louer deux.",
    "structure_name": "L’Établi",
    "address": "3, quai des Lanternes\n99000 Port-Aval",
    "contact_email": "contact@etabli.example",
    "commune": "Port-Aval",
    "territory": "Un quartier au bord du canal.",
    "need": "Quatre-vingts mètres carrés au sec manquaient.",
    "action": "Prêter la réserve le mardi.",
    "partners": [{"name": "Roue Libre", "sort": "ess", "role": "prête la réserve"}],
    "means": "80 m², deux heures par semaine.",
    "money": [{"year": "2026", "funder": "L’Établi", "cents": "120050"}],
    "results": [
        {"figure": "80", "what": "mètres carrés partagés", "on": "2026-02-01", "source": "registre", "url": ""}
    ],
}


def a_photo(name: str = "photo.png", size: tuple[int, int] = (48, 36)) -> SimpleUploadedFile:
    """Return a small image of one colour."""
    file = BytesIO()
    Image.new("RGB", size, "#2a6").save(file, "PNG")
    return SimpleUploadedFile(name, file.getvalue(), "image/png")


def write_whole(sheet: ExperienceSheet, cast: Cast, at: datetime, **changed: Any) -> ExperienceSheet:
    """Fill in every required field."""
    for code, value in {**WHOLE, **changed}.items():
        sheet = actions.write_section(sheet=sheet, code=code, value=value, by=cast.actor("lena"), at=at)
    return sheet


def accepted(sheet: ExperienceSheet, cast: Cast, at: datetime) -> ExperienceSheet:
    """Read a sheet over and let all whom it quotes accept it."""
    actions.read_over_sheet(sheet=sheet, by=cast.actor("lena"), at=at)
    speakers = {cast.structures["etabli"]: "nour", cast.structures["roue"]: "sam", cast.structures["aval"]: "awa"}
    for review in sheet.reviews.all():
        actions.answer_review(review=review, accepted=True, by=cast.actor(speakers[review.structure]), at=at)
    sheet.refresh_from_db()
    return sheet


def published(cast: Cast, at: datetime, cooperation: Cooperation | None = None, **changed: Any) -> ExperienceSheet:
    """Return a sheet that everybody reads."""
    sheet = actions.begin_sheet(pole=cast.pole, cooperation=cooperation, by=cast.actor("lena"), at=at)
    sheet = accepted(write_whole(sheet, cast, at, **changed), cast, at)
    actions.publish_sheet(sheet=sheet, by=cast.actor("lena"), at=at)
    sheet.refresh_from_db()
    return sheet
