"""Skill domains: the fourteen great domains of the ROME, the public list of trades."""

from phares.rooms.directory.models.reference import Reference


class SkillDomain(Reference):
    """A domain of the Répertoire opérationnel des métiers et des emplois, known by its letter."""
