"""Forms on structures: entering one, describing it, saying how it takes part and until when."""

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.day_field import DayField
from phares.rooms.commons.several import SeveralField
from phares.rooms.directory.models import ActivityField, Goal
from phares.rooms.directory.models.membership import MembershipKind
from phares.rooms.directory.models.structure import LegalForm, Visibility

KIND_HINTS = {
    MembershipKind.HOSTED: _("elle a ses locaux dans le pôle"),
    MembershipKind.ASSOCIATE: _("elle décide avec les autres, sans être sous le toit"),
    MembershipKind.PARTNER: _("elle coopère avec le pôle sans en être"),
    MembershipKind.SUPPORT: _("elle aide le pôle à vivre : une collectivité, un financeur"),
}
VISIBILITY_HINTS = {
    Visibility.PUBLIC: _("cette page se lit sans compte"),
    Visibility.POLE: _(
        "il faut un mandat dans le pôle pour la lire ; ailleurs, la structure est comptée sans être nommée"
    ),
}


class StructureNameForm(forms.Form):
    """A structure enters the directory by its name."""

    name = forms.CharField(label=_("Nom de la structure"), max_length=120)


class StructureForm(forms.Form):
    """What a structure says of itself."""

    name = forms.CharField(label=_("Nom"), max_length=120)
    acronym = forms.CharField(label=_("Sigle"), max_length=20, required=False)
    acronym_meaning = forms.CharField(label=_("Ce que veut dire le sigle"), max_length=200, required=False)
    mission = forms.CharField(
        label=_("Ce que fait la structure, en une phrase"),
        max_length=240,
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Comme vous le diriez à quelqu’un qui passe la porte."),
    )
    presentation = forms.CharField(
        label=_("Présentation"), max_length=4000, required=False, widget=forms.Textarea({"rows": 6})
    )
    legal_form = forms.ChoiceField(label=_("Forme juridique"), choices=LegalForm.choices)
    fields = SeveralField(
        label=_("Domaines"),
        queryset=ActivityField.objects.all(),
        to_field_name="code",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    goals = SeveralField(
        label=_("Objectifs de développement durable"),
        queryset=Goal.objects.all(),
        to_field_name="code",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    tags = forms.CharField(
        label=_("Mots-clés"),
        max_length=400,
        required=False,
        help_text=_("Vos propres mots, séparés par des virgules : ils restent écrits comme vous les écrivez."),
    )
    address = forms.CharField(label=_("Adresse postale"), max_length=200, required=False)
    postcode = forms.CharField(label=_("Code postal"), max_length=12, required=False)
    commune = forms.CharField(label=_("Commune"), max_length=80, required=False)
    location = forms.CharField(
        label=_("Où la trouver dans le pôle"),
        max_length=120,
        required=False,
        help_text=_("Par exemple : premier étage, bureau 12."),
    )
    contact_email = forms.EmailField(
        label=_("Adresse électronique de la structure"),
        required=False,
        help_text=_("Une adresse commune, plutôt que celle d’une personne."),
    )
    contact_phone = forms.CharField(label=_("Téléphone de la structure"), max_length=30, required=False)
    website = forms.URLField(label=_("Site web"), max_length=200, required=False, assume_scheme="https")
    visibility = forms.ChoiceField(
        label=_("Qui peut voir cette page ?"), choices=Visibility.choices, widget=forms.RadioSelect
    )


class MembershipForm(forms.Form):
    """A structure takes part in the pole."""

    kind = forms.ChoiceField(
        label=_("Comment participe-t-elle ?"), choices=MembershipKind.choices, widget=forms.RadioSelect
    )
    from_on = DayField(label=_("À partir du"))
    until_on = DayField(label=_("Jusqu’au"), required=False, help_text=_("Laissez vide tant qu’elle est là."))


class LastDayForm(forms.Form):
    """The last day of something."""

    until_on = DayField(label=_("Dernier jour"), help_text=_("Ce jour compte encore."))
