"""Units: how much of what, kept under one writing so that two quantities can be compared."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

UNITS = {
    "m²": _("mètres carrés"),
    "m³": _("mètres cubes"),
    "h": _("heures"),
    "jours": _("jours"),
    "personnes": _("personnes"),
    "places": _("places"),
    "pièces": pgettext_lazy("objets comptés un par un", "pièces"),
    "trajets": _("trajets"),
    "kg": _("kilos"),
    "t": _("tonnes"),
    "l": _("litres"),
    "km": _("kilomètres"),
    "€": _("euros"),
}
SIGNS = frozenset({"m²", "m³", "h", "kg", "t", "l", "km", "€"})


def unit_words(unit: str) -> str:
    """Return a unit as it stands after a number: its sign, or its word in the reader's language."""
    return unit if unit in SIGNS else str(UNITS.get(unit, unit))
