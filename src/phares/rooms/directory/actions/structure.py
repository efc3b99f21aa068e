"""Acts on structures: entering one in the directory, describing it."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.commons.search import search_text
from phares.rooms.directory import events, permissions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import ActivityField, Pole, Structure
from phares.rooms.directory.models.structure import LegalForm, Visibility


class NameTaken(Refusal):
    """A structure of the pole has this name already."""

    sentence = _("Une structure de ce pôle porte déjà ce nom : cherchez-la dans la liste, elle y a sa page.")


@transaction.atomic
def add_structure(
    *, pole: Pole, name: str, name_is_established: bool = True, source: str = "", by: Actor, at: datetime
) -> Structure:
    """Enter a structure in the directory; one whose name no source gives is entered as such."""
    require(permissions.can_keep_directory(by, pole))
    Pole.objects.select_for_update().get(pk=pole.pk)  # two at once must not take the same name
    if name_is_established and _is_taken(pole, name):
        raise NameTaken(field="name")
    structure = Structure.objects.create(
        pole=pole,
        slug=_free_slug(pole, name),
        name=name,
        name_is_established=name_is_established,
        source=source,
        search_text=search_text(name),
        described_at=at,
    )
    publish(events.StructureAdded(pole.pk, structure.pk), by=by, at=at)
    return structure


def _is_taken(pole: Pole, name: str) -> bool:
    """Say whether a structure of the pole has this name, capitals, accents and signs aside."""
    known = pole.structures.filter(name_is_established=True).values_list("name", flat=True)
    return bool(slugify(name)) and slugify(name) in {slugify(one) for one in known}


def _free_slug(pole: Pole, name: str) -> str:
    """Return the address made from the name, with a number where another structure has it."""
    wanted = slugify(name)[:70] or "structure"
    taken = set(pole.structures.filter(slug__startswith=wanted).values_list("slug", flat=True))
    candidates = (wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3)))
    return next(slug for slug in candidates if slug not in taken)


@transaction.atomic
def describe_structure(
    *,
    structure: Structure,
    name: str,
    acronym: str = "",
    mission: str = "",
    presentation: str = "",
    legal_form: str = LegalForm.UNKNOWN,
    fields: Iterable[ActivityField] = (),
    commune: str = "",
    location: str = "",
    latitude: float | None = None,
    longitude: float | None = None,
    contact_email: str = "",
    contact_phone: str = "",
    website: str = "",
    visibility: str = Visibility.POLE,
    by: Actor,
    at: datetime,
) -> Structure:
    """Say what a structure does, where it is, how to write to it, and who may see this."""
    require(permissions.can_describe_structure(by, structure))
    fields = list(fields)
    structure.name, structure.acronym, structure.mission = name, acronym, mission
    structure.presentation, structure.legal_form = presentation, legal_form
    structure.commune, structure.location = commune, location
    structure.latitude, structure.longitude = latitude, longitude
    structure.contact_email, structure.contact_phone, structure.website = contact_email, contact_phone, website
    structure.visibility, structure.described_at = visibility, at
    structure.search_text = search_text(
        name,
        acronym,
        mission,
        presentation,
        commune,
        location,
        *(f"{field.name_fr} {field.name_en}" for field in fields),
    )
    structure.save()
    structure.fields.set(fields)
    publish(events.StructureDescribed(structure.pole_id, structure.pk), by=by, at=at)
    return structure
