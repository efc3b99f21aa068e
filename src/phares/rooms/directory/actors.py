"""Actors: who acts, with which mandate; handed to every act and every permission."""

from dataclasses import dataclass

from phares.rooms.directory.models import Mandate, Person, Pole, ReadingLink
from phares.rooms.directory.models.held import Holder
from phares.rooms.directory.models.structure import ResidentsGroup, Structure


@dataclass(frozen=True)
class Actor:
    """A person with the mandate used, a visitor, somebody who reads by a link, or a job of the machine."""

    person: Person | None = None
    mandate: Mandate | None = None
    job: str = ""
    link: ReadingLink | None = None

    @property
    def person_id(self) -> int | None:
        """Return the person's id, for the journal."""
        return self.person.pk if self.person else None

    @property
    def mandate_id(self) -> int | None:
        """Return the mandate's id, for the journal."""
        return self.mandate.pk if self.mandate else None

    @property
    def structure_id(self) -> int | None:
        """Return the id of the structure acted for."""
        return self.mandate.structure_id if self.mandate else None

    @property
    def group_id(self) -> int | None:
        """Return the id of the residents' group acted for."""
        return self.mandate.group_id if self.mandate else None

    @property
    def holder(self) -> Structure | ResidentsGroup | None:
        """Return the structure or group acted for; none for those who act for the pole."""
        return (self.mandate.structure or self.mandate.group) if self.mandate else None

    def may(self, right: str, pole: Pole | int) -> bool:
        """Say whether the mandate used, or the link that one reads by, gives `right` in this pole."""
        pole_id = pole if isinstance(pole, int) else pole.pk
        held = self.mandate or self.link
        return held is not None and held.pole_id == pole_id and right in held.as_role.rights

    def acts_for(self, holder: Holder | None) -> bool:
        """Say whether the mandate used is this structure's or this group's."""
        return holder is not None and self.holder == holder


VISITOR = Actor()


def job(name: str) -> Actor:
    """Return the actor for what the machine does by itself, or what is done at its console."""
    return Actor(job=name)
