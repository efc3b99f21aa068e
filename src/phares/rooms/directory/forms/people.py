"""Forms on people: making a person known, giving a mandate, writing down a residents' group."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.day_field import DayField
from phares.rooms.directory.models import Pole, ResidentsGroup, Structure
from phares.rooms.directory.roles import ROLES

# For whom each role acts; the roles that are not here are held for the pole itself.
ACTS_FOR = {"representative": "structure", "member": "structure", "spokesperson": "group"}
MISMATCH = {
    "structure": _("Ce rôle s’exerce pour une structure : dites laquelle."),
    "group": _("Ce rôle s’exerce pour un groupe d’habitantes et d’habitants : dites lequel."),
    "": _("Ce rôle s’exerce pour le pôle lui-même."),
}


class ResidentsGroupForm(forms.Form):
    """Residents act together under a name."""

    name = forms.CharField(label=_("Nom du groupe"), max_length=120)
    purpose = forms.CharField(
        label=_("Ce que le groupe veut faire"), max_length=240, required=False, widget=forms.Textarea({"rows": 2})
    )


class MandateForm(forms.Form):
    """In which role a person acts, for whom, from when to when."""

    role = forms.ChoiceField(
        label=_("Rôle"), choices=[(role.code, role.label) for role in ROLES.values()], widget=forms.RadioSelect
    )
    acts_for = forms.ChoiceField(label=_("Agit pour"), required=False)
    from_on = DayField(label=_("Mandat à partir du"))
    until_on = DayField(label=_("Jusqu’au"), required=False, help_text=_("Laissez vide si la fin n’est pas connue."))

    def __init__(self, *args: Any, pole: Pole, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        structures = Structure.objects.filter(pole=pole, name_is_established=True)
        groups = ResidentsGroup.objects.filter(pole=pole)
        self.fields["acts_for"].choices = [  # type: ignore[attr-defined]
            ("", _("le pôle lui-même")),
            (_("Structures"), [(f"structure-{one.pk}", str(one)) for one in structures]),
            (_("Groupes d’habitantes et d’habitants"), [(f"group-{one.pk}", str(one)) for one in groups]),
        ]

    def clean(self) -> dict[str, Any]:
        """A role that acts for a structure names it, a role of the pole names none."""
        cleaned: dict[str, Any] = super().clean() or {}
        kind, _dash, number = cleaned.get("acts_for", "").partition("-")
        needs = ACTS_FOR.get(cleaned.get("role", ""), "")
        if "role" in cleaned and "acts_for" in cleaned and kind != needs:
            self.add_error("acts_for", MISMATCH[needs])
        cleaned["holder"] = {kind: int(number)} if kind else {}
        return cleaned


class PersonForm(MandateForm):
    """A person and their mandate, in one screen."""

    given_name = forms.CharField(label=_("Prénom"), max_length=80)
    family_name = forms.CharField(label=_("Nom"), max_length=80, required=False)
    email = forms.EmailField(
        label=_("Adresse électronique"),
        required=False,
        help_text=_("Elle sert à entrer. Sans elle, la personne est connue sur papier et quelqu’un note pour elle."),
    )
    phone = forms.CharField(label=_("Téléphone"), max_length=30, required=False)
    invited = forms.BooleanField(label=_("Lui envoyer l’invitation tout de suite"), required=False, initial=True)
    same_person = forms.BooleanField(label=_("C’est bien elle : lui donner ce mandat"), required=False)
    asks_whether_same = False

    field_order = [
        "given_name",
        "family_name",
        "email",
        "same_person",
        "invited",
        "phone",
        "role",
        "acts_for",
        "from_on",
        "until_on",
    ]


class PersonDetailsForm(forms.Form):
    """What a person is called, and how one reaches them without mail."""

    given_name = forms.CharField(label=_("Prénom"), max_length=80)
    family_name = forms.CharField(label=_("Nom"), max_length=80, required=False)
    phone = forms.CharField(label=_("Téléphone"), max_length=30, required=False)
    language = forms.ChoiceField(
        label=_("Langue des mails"), choices=[("fr", _("français")), ("en", _("anglais"))], widget=forms.RadioSelect
    )


class MailForm(forms.Form):
    """Another mail."""

    email = forms.EmailField(label=_("Nouvelle adresse électronique"))
