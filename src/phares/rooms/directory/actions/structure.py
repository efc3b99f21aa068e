"""Acts on structures: entering one in the directory, describing it."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.journal import publish
from phares.rooms.commons.phones import dialled
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.commons.search import search_text
from phares.rooms.directory import events, identifiers, permissions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.findable import make_findable
from phares.rooms.directory.models import ActivityField, Goal, Pole, Structure, Tag
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
    make_findable(structure)
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
    acronym_meaning: str = "",
    mission: str = "",
    presentation: str = "",
    legal_form: str = LegalForm.UNKNOWN,
    fields: Iterable[ActivityField] = (),
    goals: Iterable[Goal] = (),
    tags: Iterable[str] = (),
    commune: str = "",
    address: str = "",
    postcode: str = "",
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
    """Say what a structure does, where it is, how to write to it, and who may see this.

    A phone and a postcode are kept as written, and beside it as telephones and maps read them.
    """
    require(permissions.can_describe_structure(by, structure))
    structure.name, structure.acronym, structure.acronym_meaning = name, acronym, acronym_meaning
    structure.mission, structure.presentation, structure.legal_form = mission, presentation, legal_form
    structure.commune, structure.address, structure.location = commune, address, location
    structure.postcode, structure.postcode_normalised = postcode, identifiers.postcode(postcode)
    structure.latitude, structure.longitude = latitude, longitude
    structure.contact_email, structure.website = contact_email, website
    structure.contact_phone, structure.contact_phone_e164 = contact_phone, dialled(contact_phone)
    structure.visibility, structure.described_at = visibility, at
    structure.save()
    structure.fields.set(list(fields))
    structure.goals.set(list(goals))
    set_tags(structure, tags)
    make_findable(structure)
    publish(events.StructureDescribed(structure.pole_id, structure.pk), by=by, at=at)
    return structure


def set_tags(structure: Structure, tags: Iterable[str]) -> None:
    """Keep a structure's tags as written, one of those that are searched alike; a # in front is only its mark."""
    written = {search_text(tag): tag.strip().lstrip("#").strip() for tag in reversed(list(tags))}
    structure.tags.all().delete()
    Tag.objects.bulk_create(
        Tag(structure=structure, words=words[:40], plain=plain[:60]) for plain, words in written.items() if plain
    )
