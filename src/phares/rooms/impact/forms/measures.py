"""Forms of measures: freezing a period, writing down a value with its evidence."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.day_field import DayField


class NumberField(forms.DecimalField):
    """A number as one writes it: « 1 250,5 »."""

    widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def to_python(self, value: Any) -> Any:
        """Read spaces between thousands and a comma before decimals."""
        return super().to_python(re.sub(r"\s", "", value).replace(",", ".") if isinstance(value, str) else value)


class _Aimed(forms.Form):
    """Where it started from, where it was to go, and, where this corrects a measure, why."""

    baseline = NumberField(label=_("D’où l’on partait"), required=False, decimal_places=2, max_digits=12)
    target = NumberField(label=_("Ce que l’on visait"), required=False, decimal_places=2, max_digits=12)
    correction = forms.CharField(
        label=_("Pourquoi cette correction"),
        required=False,
        max_length=240,
        help_text=_("Seulement si cette période est déjà mesurée. La première version reste lisible."),
    )


class FreezeForm(_Aimed):
    """The last day of the twelve months to freeze."""

    field_order = ("until_on", "baseline", "target", "correction")
    until_on = DayField(label=_("Les douze mois jusqu’au"), help_text=_("Un jour passé, par exemple le 31 décembre."))


class MeasureForm(_Aimed):
    """A value over a period, how it was measured, and what proves it."""

    field_order = (
        "from_on",
        "until_on",
        "value",
        "method",
        "evidence",
        "names_nobody",
        "baseline",
        "target",
        "correction",
    )
    from_on = DayField(label=_("Du"))
    until_on = DayField(label=_("Au"))
    value = NumberField(label=_("La valeur"), decimal_places=2, max_digits=12)
    method = forms.CharField(
        label=_("Comment c’est mesuré"),
        max_length=300,
        help_text=_("Par exemple : relevé du compteur, comptes de l’année, enquête auprès des quinze structures."),
    )
    evidence = forms.FileField(label=_("La preuve"), help_text=_("Un PDF ou une image, 10 Mo au plus."))
    names_nobody = forms.BooleanField(
        label=_("Aucune personne n’est nommée ni reconnaissable dans ce document"),
        required=False,
        help_text=_("Sinon, les autres n’en lisent que le texte, noms de personnes masqués."),
    )

    def clean(self) -> dict[str, Any]:
        """Hold the period in order."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("from_on") and said.get("until_on") and said["from_on"] > said["until_on"]:
            self.add_error("until_on", _("Le dernier jour vient avant le premier."))
        return said
