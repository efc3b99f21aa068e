"""The copy of all that is held on a person: as JSON, and as an archive with the files that they brought."""

import io
import json
import zipfile
from datetime import datetime
from typing import Any

from django.template.loader import render_to_string

from phares.rooms.commons import privacy
from phares.rooms.commons.models import Attachment, JournalEntry
from phares.rooms.directory.models import Person

IDENTITY = ("id", "given_name", "family_name", "email", "phone", "language", "last_login", "is_active")


def copy_of(person: Person, at: datetime) -> dict[str, Any]:
    """Return all that is held on a person, in an order that never changes: GDPR, articles 15 and 20."""
    processings: dict[str, Any] = {}
    for held in privacy.held_on(person.pk):
        one = privacy.processing_of(held.noun)
        rows = processings.setdefault(one.code if one else "other", {}).setdefault(held.noun, [])
        rows += [{"link": held.link, **row} for row in held.rows]
    return {
        "format": "phares-person-1",
        "made_at": at.isoformat(),
        "person": {name: _plain(getattr(person, name)) for name in IDENTITY},
        "held": processings,
        "journal": [_entry(row) for row in JournalEntry.objects.filter(person_id=person.pk).order_by("pk")],
    }


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def _entry(row: JournalEntry) -> dict[str, Any]:
    return {"event": row.event, "at": row.at.isoformat(), "pole": row.pole_id, "subjects": row.subjects}


def as_json(copy: dict[str, Any]) -> bytes:
    """Return the copy as text that any program reads."""
    return json.dumps(copy, ensure_ascii=False, indent=2).encode()


def as_archive(person: Person, copy: dict[str, Any]) -> bytes:
    """Return a ZIP: the copy, words that say what is in it, and the files that the person brought."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("donnees.json", as_json(copy))
        archive.writestr("lisez-moi.txt", render_to_string("directory/personal_copy.txt", {"person": person}))
        for one in Attachment.objects.filter(brought_by=person).order_by("pk"):
            if one.file.storage.exists(one.file.name):
                with one.file.open("rb") as file:
                    archive.writestr(f"fichiers/{one.pk}-{one.name.replace('/', '-')}", file.read())
    return buffer.getvalue()
