"""Cards: a structure's page as one reader may read it; pages, prints and exports show a card, never the bare row."""

from dataclasses import dataclass
from typing import Any

from phares.rooms.directory import permissions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Sector, Structure
from phares.rooms.directory.models.field_visibility import HIDEABLE


@dataclass(frozen=True)
class Card:
    """What a reader may read of a structure: each hideable field is its value, or empty where it is kept from them.

    The names of the fields are those of `HIDEABLE`; fields of many rows come as lists.
    """

    structure: Structure
    hidden: frozenset[str]

    def __getattr__(self, field: str) -> Any:
        """Return a hideable field, the only ones that are looked for here."""
        if field not in HIDEABLE:
            raise AttributeError(field)
        value = getattr(self.structure, field)
        many = hasattr(value, "all")
        if field in self.hidden:
            return [] if many else None if field == "is_sse" else ""
        return list(value.all()) if many else value

    @property
    def sectors(self) -> list[Sector]:
        """Return the sectors to which its fields are mapped, each once."""
        return list(dict.fromkeys(field.sector for field in self.fields if field.sector))

    @property
    def phone_dialled(self) -> str:
        """Return the phone as telephones dial it, where the reader may read it."""
        return self.structure.contact_phone_e164 if self.contact_phone else ""

    @property
    def postcode(self) -> str:
        """Return the postcode, which goes with the address."""
        written = self.structure.postcode_normalised or self.structure.postcode
        return "" if "address" in self.hidden else written

    @property
    def has_contact(self) -> bool:
        """Say whether the reader may write or call."""
        return bool(self.contact_email or self.contact_phone)

    @property
    def numbers(self) -> list[tuple[str, str]]:
        """Return the numbers that the reader may read, with their names."""
        known = (("SIREN", self.siren), ("SIRET", self.siret), ("TVA", self.vat_number), ("RNA", self.rna))
        return [(name, number) for name, number in known if number]


def card_of(actor: Actor, structure: Structure) -> Card:
    """Return a structure's page as this actor may read it."""
    return Card(structure, permissions.fields_hidden(actor, structure))
