"""Forms of the directory: text in, keyword arguments out."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.rooms.directory.models import ActivityField, Pole, ResidentsGroup, Structure
from phares.rooms.directory.models.membership import MembershipKind
from phares.rooms.directory.models.structure import LegalForm, Visibility
from phares.rooms.directory.roles import ROLES


class DayInput(forms.DateInput):
    """A day, chosen with the browser's own calendar."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class StructureNameForm(forms.Form):
    """A structure enters the directory by its name."""

    name = forms.CharField(label=_("Nom de la structure"), max_length=120)


class StructureForm(forms.Form):
    """What a structure says of itself."""

    name = forms.CharField(label=_("Nom"), max_length=120)
    acronym = forms.CharField(label=_("Sigle"), max_length=20, required=False)
    mission = forms.CharField(
        label=_("Ce que fait la structure, en une phrase"), max_length=240, required=False, widget=forms.Textarea({"rows": 2})
    )
    presentation = forms.CharField(
        label=_("Présentation"), max_length=4000, required=False, widget=forms.Textarea({"rows": 6})
    )
    legal_form = forms.ChoiceField(label=_("Forme juridique"), choices=LegalForm.choices)
    fields = forms.ModelMultipleChoiceField(
        label=_("Domaines"),
        queryset=ActivityField.objects.all(),
        to_field_name="code",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    commune = forms.CharField(label=_("Commune"), max_length=80, required=False)
    location = forms.CharField(label=_("Où la trouver dans le pôle"), max_length=120, required=False)
    contact_email = forms.EmailField(
        label=_("Adresse électronique de la structure"),
        required=False,
        help_text=_("Une adresse commune, plutôt que celle d’une personne."),
    )
    contact_phone = forms.CharField(label=_("Téléphone de la structure"), max_length=30, required=False)
    website = forms.URLField(label=_("Site web"), required=False, assume_scheme="https")
    visibility = forms.ChoiceField(
        label=_("Qui peut voir cette page ?"), choices=Visibility.choices, widget=forms.RadioSelect
    )


class MembershipForm(forms.Form):
    """A structure takes part in the pole."""

    kind = forms.ChoiceField(label=_("Comment participe-t-elle ?"), choices=MembershipKind.choices, widget=forms.RadioSelect)
    from_on = forms.DateField(label=_("À partir du"), widget=DayInput)
    until_on = forms.DateField(label=_("Jusqu’au"), required=False, widget=DayInput)


class LastDayForm(forms.Form):
    """The last day of something."""

    until_on = forms.DateField(label=_("Dernier jour"), widget=DayInput)


class ResidentsGroupForm(forms.Form):
    """Residents act together under a name."""

    name = forms.CharField(label=_("Nom du groupe"), max_length=120)
    purpose = forms.CharField(label=_("Ce que le groupe veut faire"), max_length=240, required=False)


class PersonForm(forms.Form):
    """A person and their mandate, in one screen."""

    given_name = forms.CharField(label=_("Prénom"), max_length=80)
    family_name = forms.CharField(label=_("Nom"), max_length=80, required=False)
    email = forms.EmailField(
        label=_("Adresse électronique"),
        required=False,
        help_text=_("Elle sert à entrer. Sans adresse, la personne est connue sur papier et quelqu’un note pour elle."),
    )
    role = forms.ChoiceField(label=_("Rôle"), choices=[(role.code, role.label) for role in ROLES.values()])
    acts_for = forms.ChoiceField(label=_("Agit pour"), required=False)
    from_on = forms.DateField(label=_("Mandat à partir du"), widget=DayInput)
    until_on = forms.DateField(label=_("Jusqu’au"), required=False, widget=DayInput)

    def __init__(self, *args: Any, pole: Pole, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        structures = [(f"structure-{one.pk}", str(one)) for one in Structure.objects.filter(pole=pole)]
        groups = [(f"group-{one.pk}", str(one)) for one in ResidentsGroup.objects.filter(pole=pole)]
        self.fields["acts_for"].choices = [("", _("le pôle lui-même")), *structures, *groups]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A role that acts for a structure names it, a role of the pole names none."""
        cleaned: dict[str, Any] = super().clean() or {}
        needs = {"representative": "structure", "member": "structure", "spokesperson": "group"}.get(cleaned.get("role", ""), "")
        kind, _dash, number = cleaned.get("acts_for", "").partition("-")
        if kind != needs:
            self.add_error("acts_for", _("Ce rôle et celui pour qui l’on agit ne vont pas ensemble."))
        cleaned["holder"] = {kind: int(number)} if kind and kind == needs else {}
        return cleaned
