"""A card filled in on paper, typed in as fast as one reads it."""

import re
import unicodedata
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.engine.lexicon.words import fold
from phares.rooms.commons.day_field import DayField
from phares.rooms.cooperation.forms.saying import HowMuch
from phares.rooms.cooperation.models.item import Exchange, Kind, Side
from phares.rooms.cooperation.queries.holders import holder_choices, holder_named
from phares.rooms.cooperation.units import UNITS
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole

_WORD = re.compile(r"[^\W_]+")


def _words(name: str) -> str:
    """Return a name to be compared: no accents nor signs, a space before each word, so that « etab » finds L’Établi."""
    return "".join(f" {word}" for word in _WORD.findall(fold(unicodedata.normalize("NFC", name))))


SAID = ("side", "kind", "title", "quantity", "unit", "place", "from_on", "until_on", "exchange", "draft")


class CardForm(forms.Form):
    """One card on one line of fields, in the order in which the paper has them."""

    who = forms.CharField(
        label=_("Qui"),
        max_length=120,
        help_text=_("Les premières lettres suffisent : une structure, un groupe, une habitante ou un habitant."),
        widget=forms.TextInput(attrs={"list": "known", "autocomplete": "off", "autofocus": True}),
    )
    is_new = forms.BooleanField(label=_("C’est une personne que le pôle ne connaît pas encore"), required=False)
    said_by = forms.CharField(label=_("Dit par"), max_length=80, required=False)
    side = forms.ChoiceField(label=_("Besoin ou offre"), choices=Side.choices)
    kind = forms.ChoiceField(label=_("Genre"), choices=Kind.choices)
    title = forms.CharField(label=_("La phrase"), max_length=140)
    quantity = HowMuch.base_fields["quantity"]
    unit = forms.ChoiceField(label=_("De quoi"), choices=[("", _("sans unité")), *UNITS.items()], required=False)
    place = forms.CharField(label=_("Où"), max_length=120, required=False)
    from_on = DayField(label=_("À partir du"), required=False)
    until_on = DayField(label=_("Jusqu’au"), required=False)
    exchange = forms.ChoiceField(
        label=_("En échange"), choices=[("", _("à voir ensemble")), *Exchange.choices], required=False
    )
    draft = forms.CharField(max_length=32, widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, actor: Actor, pole: Pole, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pole = pole
        self.known = [pair for _sort, pairs in holder_choices(actor, pole, day) for pair in pairs]

    def clean(self) -> dict[str, Any]:
        """Find out who is meant; leave the unit out where no quantity is said."""
        entry = super().clean() or {}
        if entry.get("quantity") is None:
            entry["unit"] = ""
        if "who" in entry and not entry.get("is_new"):
            entry["key"] = self._key_of(entry["who"])
        return entry

    def _key_of(self, written: str) -> str:
        """Return the key of the one whose name is written, or begins so; say what is wrong where it is nobody's."""
        wanted = _words(written)
        exact = [key for key, name in self.known if _words(name) == wanted]
        found = exact or [key for key, name in self.known if wanted in _words(name)]
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(name for key, name in self.known if key in found[:4])
            self.add_error("who", _("Plusieurs commencent ainsi : %(names)s.") % {"names": names})
        else:
            self.add_error("who", _("Personne ne s’appelle ainsi au pôle : corrigez, ou cochez la case dessous."))
        return ""

    def said(self) -> dict[str, Any]:
        """Return what the act takes: for somebody known, or for somebody met for the first time."""
        entry = self.cleaned_data
        said = {name: entry[name] for name in SAID}
        if entry["is_new"]:
            given, _space, family = entry["who"].strip().partition(" ")
            return {**said, "given_name": given, "family_name": family.strip()}
        return {**said, "said_by": entry["said_by"], "holder": holder_named(self.pole, entry["key"])}
