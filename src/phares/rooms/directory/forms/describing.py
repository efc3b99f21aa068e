"""Forms on what a structure says of itself besides its page: numbers, capacities, photos, who reads what."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.day_field import DayField
from phares.rooms.directory.models import SkillDomain, Structure
from phares.rooms.directory.models.capacity import CapacityKind
from phares.rooms.directory.models.field_visibility import HIDEABLE, FieldLevel

SPARE_LINES = 3
MOST_LINES = 40


class IdentityForm(forms.Form):
    """The numbers by which a structure is known."""

    is_sse = forms.TypedChoiceField(
        label=_("Est-elle de l’économie sociale et solidaire ?"),
        choices=[("", _("non établi")), ("yes", _("oui")), ("no", _("non"))],
        coerce=lambda value: value == "yes",
        empty_value=None,
        required=False,
        help_text=_("Associations, coopératives, mutuelles, fondations, et sociétés qui en ont pris les règles."),
    )
    siret = forms.CharField(
        label=_("SIRET"), max_length=30, required=False, help_text=_("Quatorze chiffres, avec ou sans espaces.")
    )
    siren = forms.CharField(
        label=_("SIREN"), max_length=30, required=False, help_text=_("Laissez vide si vous avez donné le SIRET.")
    )
    vat_number = forms.CharField(label=_("Numéro de TVA"), max_length=30, required=False)
    rna = forms.CharField(
        label=_("Numéro au répertoire des associations (RNA)"),
        max_length=30,
        required=False,
        help_text=_("W et neuf chiffres, sur le récépissé de déclaration."),
    )


class CapacityForm(forms.Form):
    """One skill or one means, with how much of it; a line without name is left out."""

    kind = forms.ChoiceField(label=_("Ce que c’est"), choices=CapacityKind.choices, initial=CapacityKind.SKILL)
    name = forms.CharField(label=_("Savoir-faire ou moyen"), max_length=120, required=False)
    amount = forms.DecimalField(
        label=_("Combien"),
        min_value=0,
        max_digits=10,
        decimal_places=2,
        required=False,
        localize=True,
        initial=Decimal(1),
    )
    unit = forms.CharField(
        label=_("Unité"), max_length=30, required=False, help_text=_("personnes, heures, m², places…")
    )
    domain = forms.ModelChoiceField(
        label=_("Domaine de métier"),
        queryset=SkillDomain.objects.all(),
        required=False,
        to_field_name="code",
        empty_label=_("sans"),
    )


CapacitiesFormSet = forms.formset_factory(CapacityForm, extra=SPARE_LINES, max_num=MOST_LINES, validate_max=True)


class FieldLevelsForm(forms.Form):
    """Who reads which field of a structure's page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in HIDEABLE.items():
            self.fields[name] = forms.ChoiceField(label=label, choices=FieldLevel.choices, initial=FieldLevel.PUBLIC)


class PhotoForm(forms.Form):
    """A photo, what is seen on it, and who took it."""

    photo = forms.FileField(
        label=_("Photo"),
        help_text=_("JPEG, PNG ou WebP, 10 Mo au plus. Elle est redessinée : le lieu et l’appareil n’y sont plus."),
        widget=forms.ClearableFileInput({"accept": "image/jpeg,image/png,image/webp"}),
    )
    alternative_text = forms.CharField(
        label=_("Ce que l’on y voit"),
        max_length=240,
        help_text=_("Pour celles et ceux qui ne voient pas l’image, et quand elle ne s’affiche pas."),
    )
    credit = forms.CharField(label=_("Qui l’a prise"), max_length=120)
    caption = forms.CharField(label=_("Légende"), max_length=240, required=False)


class SizeForm(forms.Form):
    """How many people and how much floor a structure counts from a day on."""

    on = DayField(label=_("Compté le"), help_text=_("Ces nombres valent à partir de ce jour, jusqu’aux suivants."))
    people = forms.IntegerField(label=_("Nombre de personnes"), min_value=0, max_value=100_000, required=False)
    surface_m2 = forms.DecimalField(
        label=_("Surface occupée dans le pôle, en m²"),
        min_value=0,
        max_digits=8,
        decimal_places=1,
        required=False,
        localize=True,
    )
    source = forms.CharField(label=_("D’où vous le savez"), max_length=200, required=False)


def capacity_lines(structure: Structure) -> list[dict[str, Any]]:
    """Return what a structure said of its capacities, as the lines of the form."""
    return [
        {
            "kind": one.kind,
            "name": one.name,
            "amount": one.amount.normalize(),
            "unit": one.unit,
            "domain": one.domain.code if one.domain else None,
        }
        for one in structure.capacities.all()
    ]
