"""What the strip at the top of every page of the demonstration shows: who one can be."""

from typing import Any

from django.http import HttpRequest

from phares.demo.cast import PEOPLE, STRUCTURES, Role
from phares.demo.entry import CHOICES
from phares.rooms.directory.roles import ROLES


def strip(request: HttpRequest) -> dict[str, Any]:
    """Return the strip's template and the people of the cast whom a visitor can be."""
    roles = {role.key: role for role in PEOPLE}
    people = [(key, roles[key].given_name, _acts_as(roles[key])) for key in CHOICES]
    return {"demo": {"strip": "demo/strip.html", "people": people}}


def _acts_as(role: Role) -> str:
    """Return the structure that the person acts for, or what the person does for the pole."""
    names = {part.key: part.name for part in STRUCTURES}
    return names.get(role.structure) or str(ROLES[role.role].label)
