"""What the pages of the demonstration know more than those of a real installation: whom one can be, in one click."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phares.demo.cast import PEOPLE, STRUCTURES, Role, mail_of
from phares.demo.entry import CHOICES

_ROLES = {role.key: role for role in PEOPLE}
_OF_THE_POLE = {"coordinator": _("coordinatrice"), "mediator": _("médiatrice"), "treasurer": _("trésorière")}
_NAMES = {part.key: part.name for part in STRUCTURES}


def strip(request: HttpRequest) -> dict[str, Any]:
    """Return the strip's template, the people of the cast whom a visitor can be, and where the other pole is."""
    people = [
        {"key": key, "name": _ROLES[key].given_name, "acts_as": _acts_as(_ROLES[key]), "mail": mail_of(_ROLES[key])}
        for key in CHOICES
    ]
    return {
        "demo": {
            "strip": "demo/strip.html",
            "people": people,
            "record_url": reverse("directory:public", args=["phares"]),
            "coordinate_url": reverse("demo_enter", args=["lena"]),
            "structure_url": reverse("demo_enter", args=["nour"]),
        }
    }


def _acts_as(role: Role) -> Any:
    """Return the structure that the person acts for, or what the person does for the pole."""
    return _NAMES.get(role.structure) or _OF_THE_POLE[role.role]
