"""Sectors: the six of the Labo de l'ESS, to which finer fields of activity are mapped."""

from phares.rooms.directory.models.reference import Reference


class Sector(Reference):
    """A sector of the survey of poles by the Labo de l'ESS (2017)."""
