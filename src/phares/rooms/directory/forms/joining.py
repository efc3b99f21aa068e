"""Forms on coming in: the charter, asking to join, the answer, the checklist of an arrival."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.day_field import DayField
from phares.rooms.commons.several import SeveralField
from phares.rooms.directory.models import CharterValue, Pole
from phares.rooms.directory.models.join_request import JoinAnswer
from phares.rooms.directory.models.membership import MembershipKind
from phares.rooms.directory.queries.charter import values_in_force


class CharterForm(forms.Form):
    """A version of the charter: why, the values, one a line with what each means, and the day it was adopted."""

    preamble = forms.CharField(
        label=_("Pourquoi une charte"), max_length=4000, required=False, widget=forms.Textarea({"rows": 4})
    )
    values = forms.CharField(
        label=_("Les valeurs, une par ligne"),
        max_length=6000,
        widget=forms.Textarea({"rows": 8}),
        help_text=_("Son nom, puis, après deux-points, ce que vous entendez par là."),
    )
    adopted_on = DayField(label=_("Adoptée le"))

    def clean_values(self) -> list[tuple[str, str]]:
        """Return the values with their meanings; a name that is too long is said with its line."""
        found = []
        for line in self.cleaned_data["values"].splitlines():
            name, _colon, meaning = line.partition(":")
            if len(name.strip()) > 80:
                raise forms.ValidationError(
                    _("Ce nom de valeur dépasse 80 signes : « %(name)s… »."), params={"name": name[:40]}
                )
            if name.strip():
                found.append((name.strip(), meaning.strip()))
        return found


class JoinForm(forms.Form):
    """What a structure that wants to join says: what it brings, needs, shares, and would do first."""

    name = forms.CharField(label=_("Le nom de votre structure"), max_length=120)
    kind = forms.ChoiceField(
        label=_("Comment voudriez-vous participer ?"), choices=MembershipKind.choices, widget=forms.RadioSelect
    )
    brings = forms.CharField(
        label=_("Ce que vous apporteriez"), max_length=2000, widget=forms.Textarea({"rows": 3}),
        help_text=_("Un savoir-faire, du matériel, un réseau, du temps."),
    )  # fmt: skip
    needs = forms.CharField(label=_("Ce dont vous avez besoin"), max_length=2000, widget=forms.Textarea({"rows": 3}))
    first_thing = forms.CharField(
        label=_("La première chose que nous ferions ensemble"), max_length=2000, widget=forms.Textarea({"rows": 3}),
        help_text=_("Petite et proche : une journée, un atelier, un achat à plusieurs."),
    )  # fmt: skip
    values = SeveralField(
        label=_("Les valeurs de la charte qui sont déjà les vôtres"),
        queryset=CharterValue.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    contact_name = forms.CharField(label=_("Qui êtes-vous ?"), max_length=120, help_text=_("Votre nom, pour répondre."))
    contact_email = forms.EmailField(label=_("Adresse électronique"), required=False)
    contact_phone = forms.CharField(
        label=_("Téléphone"), max_length=30, required=False, help_text=_("L’un des deux suffit.")
    )
    address_bis = forms.CharField(required=False, widget=forms.TextInput({"autocomplete": "off", "tabindex": "-1"}))

    def __init__(self, *args: Any, pole: Pole, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        values = self.fields["values"]
        values.queryset = values_in_force(pole)  # type: ignore[attr-defined]
        if not values.queryset.exists():  # type: ignore[attr-defined]
            del self.fields["values"]

    def clean_address_bis(self) -> str:
        """Refuse what only a machine fills in: this box is shown to nobody."""
        if self.cleaned_data["address_bis"]:
            raise forms.ValidationError(_("Laissez vide la case que l’on ne voit pas, puis envoyez de nouveau."))
        return ""


class JoinAnswerForm(forms.Form):
    """The pole's answer to a request to join."""

    answer = forms.ChoiceField(
        label=_("La réponse"),
        choices=[(JoinAnswer.ACCEPTED, _("Bienvenue")), (JoinAnswer.DECLINED, _("Pas cette fois"))],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("La raison"),
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("Elle est envoyée telle quelle, avec la réponse et sa date."),
    )
    from_on = DayField(
        label=_("Si c’est oui, à partir du"), required=False, help_text=_("Aujourd’hui, si vous laissez vide.")
    )


class ArrivalStepsForm(forms.Form):
    """What is done with those who come in one way."""

    steps = forms.CharField(
        label=_("Les étapes, une par ligne"),
        max_length=6000,
        required=False,
        widget=forms.Textarea({"rows": 10}),
        help_text=_("Par exemple : remettre les clés ; visiter chaque structure ; signer la charte."),
    )

    def clean_steps(self) -> list[str]:
        """Return one text a line."""
        return str(self.cleaned_data["steps"]).splitlines()
