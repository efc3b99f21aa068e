"""Forms of calls: the call itself, its rows, a file of calls, a watch."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.day_field import DayField
from phares.rooms.cooperation.forms.shared_means import EurosField
from phares.rooms.cooperation.models.letter import When
from phares.rooms.directory.models.structure import Visibility
from phares.rooms.funding.models.call import CallKind, PaperKind, RuleForm, Trait

EUROS = {"budget": "budget_cents", "ceiling": "ceiling_cents"}


class CallForm(forms.Form):
    """A call, as its notice tells it."""

    title = forms.CharField(label=_("L’appel"), max_length=160)
    issuer = forms.CharField(label=_("Qui le lance"), max_length=160)
    kind = forms.ChoiceField(label=_("Sorte"), choices=CallKind.choices, widget=forms.RadioSelect, initial="projects")
    summary = forms.CharField(
        label=_("Ce qu’il veut"), max_length=4000, required=False, widget=forms.Textarea({"rows": 4})
    )
    opens_on = DayField(label=_("Ouvre le"), required=False)
    closes_on = DayField(label=_("Se ferme le"), required=False)
    result_on = DayField(label=_("Réponse le"), required=False)
    territory = forms.CharField(label=_("Territoire"), max_length=120, required=False)
    budget = EurosField(label=_("Somme à partager entre tous"), required=False)
    ceiling = EurosField(label=_("Au plus, pour un dossier"), required=False)
    rate = forms.DecimalField(
        label=_("Part prise en charge, en %"), min_value=0, max_value=100, max_digits=5, decimal_places=2,
        required=False, localize=True,
    )  # fmt: skip
    least_members = forms.IntegerField(label=_("Membres, au moins"), min_value=1, max_value=30, initial=2)
    most_members = forms.IntegerField(label=_("Membres, au plus"), min_value=1, max_value=30, initial=8)
    source_url = forms.URLField(label=_("Adresse de l’annonce"), max_length=400, required=False, assume_scheme="https")
    visibility = forms.ChoiceField(
        label=_("Qui voit cet appel"), choices=Visibility.choices, initial=Visibility.POLE, widget=forms.RadioSelect
    )

    def arguments(self) -> dict[str, Any]:
        """Return what was typed, as the act takes it."""
        return {EUROS.get(name, name): value for name, value in self.cleaned_data.items()}


class SkillForm(forms.Form):
    """A row: so much of a skill or of a means."""

    skill = forms.CharField(
        label=_("Ce qu’il faut savoir faire ou avoir"),
        max_length=120,
        help_text=_("Avec les mots des structures : « mécanique cycle », « salle de formation »."),
    )
    amount = forms.DecimalField(
        label=_("Combien, à tous"), min_value=0, max_digits=10, decimal_places=2, initial=1, localize=True
    )
    unit = forms.CharField(label=_("En quoi"), max_length=30, required=False)
    members = forms.IntegerField(
        label=_("Porté par combien de membres, au moins"), min_value=1, max_value=30, initial=1
    )
    is_mandatory = forms.BooleanField(label=_("Obligatoire"), required=False, initial=True)
    weight = forms.IntegerField(
        label=_("Sinon, son poids dans la note"), min_value=1, max_value=100, initial=1, required=False
    )
    lot = forms.CharField(label=_("Lot"), max_length=60, required=False)

    def clean_weight(self) -> int:
        """Read no weight as one."""
        return self.cleaned_data["weight"] or 1


class RuleEntryForm(forms.Form):
    """A rule on who may answer."""

    form = forms.ChoiceField(label=_("La règle"), choices=RuleForm.choices)
    number = forms.IntegerField(label=_("Combien, ou quel pourcentage"), min_value=0, max_value=99, initial=1)
    trait = forms.ChoiceField(label=_("Ce que sont ces membres"), choices=Trait.choices)
    article = forms.CharField(label=_("Le texte qui le demande"), max_length=160, help_text=_("Décret, article, page."))

    def clean(self) -> dict[str, Any]:
        """Refuse a rule that asks nothing."""
        entry = super().clean() or {}
        if entry.get("form") == RuleForm.NO_FEWER and entry.get("number") == 0:
            self.add_error("number", _("Au moins zéro ne demande rien."))
        return entry


class AskedPaperForm(forms.Form):
    """A paper asked."""

    kind = forms.ChoiceField(label=_("Sorte"), choices=PaperKind.choices)
    name = forms.CharField(label=_("Ce que l’appel demande"), max_length=120)
    is_of_each = forms.BooleanField(label=_("De chaque membre"), required=False, initial=True)


class CallsFileForm(forms.Form):
    """A file of calls."""

    file = forms.FileField(
        label=_("Le fichier"),
        help_text=_(
            "Un tableau (CSV, XLSX ou ODS) dont la première ligne nomme les colonnes : titre et financeur, puis, si on "
            "les a, sorte, ouverture, clôture, montant, taux, territoire, description, lien, identifiant. Ou la "
            "réponse de l’API d’Aides-territoires, enregistrée telle quelle (JSON). 10 Mo et mille appels au plus."
        ),
    )


class WatchForm(forms.Form):
    """What one wants to hear of."""

    mots = forms.CharField(label=_("Des mots"), max_length=80, required=False)
    sorte = forms.ChoiceField(label=_("Sorte"), choices=[("", _("toutes")), *CallKind.choices], required=False)
    courriel = forms.ChoiceField(
        label=_("Me le dire par courriel"),
        choices=When.choices,
        initial=When.WEEKLY,
        required=False,
        widget=forms.RadioSelect,
    )

    def clean_courriel(self) -> str:
        """Read no choice as the letter of the week."""
        return self.cleaned_data["courriel"] or When.WEEKLY
