"""Forms of those who ask to take part, and of the parties that answer: text in, keyword arguments out."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.rooms.cooperation.agreement_words import LONGEST
from phares.rooms.cooperation.models import Party
from phares.rooms.directory.models.held import Holder

Choices = Sequence[tuple[str, Sequence[tuple[str, Holder]]]]


class AskForm(forms.Form):
    """What one will do; and for whom one asks, where one may ask for several."""

    holder = forms.ChoiceField(label=_("Qui veut prendre part ?"))
    role = forms.CharField(
        label=_("Ce que cette personne, ce groupe ou cette structure fera"),
        max_length=LONGEST["role"],
        help_text=_("Une ligne : « tient l’accueil un samedi sur deux ». Elle sera écrite dans l’accord."),
    )

    def __init__(self, choices: Choices, **sent: Any) -> None:
        super().__init__(**sent)
        self.holders = {key: holder for _words, holders in choices for key, holder in holders}
        grouped = [(words, [(key, str(holder)) for key, holder in holders]) for words, holders in choices]
        field = self.fields["holder"]
        field.choices = [("", "…"), *grouped] if len(self.holders) > 1 else grouped  # type: ignore[attr-defined]

    def clean_holder(self) -> Holder:
        """Return the one who wants to take part."""
        return self.holders[self.cleaned_data["holder"]]


class AnswerJoiningForm(forms.Form):
    """Whether a party agrees; a refusal may go with a word."""

    party = forms.ChoiceField(label=_("Pour qui répondez-vous ?"))
    answer = forms.ChoiceField(
        label=_("Êtes-vous d’accord ?"),
        choices=[("yes", _("Oui : nous signons le texte avec une partie de plus")), ("no", _("Non, pas cette fois"))],
        widget=forms.RadioSelect,
    )
    word = forms.CharField(
        label=_("Si c’est non, un mot pour qui demande"),
        max_length=240,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Seul·e qui demande le lit, sans savoir quelle partie l’a écrit."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=10**6)

    def __init__(self, parties: Sequence[Party], **sent: Any) -> None:
        super().__init__(**sent)
        self.parties = {str(party.pk): party for party in parties}
        self.fields["party"].choices = [(key, str(party)) for key, party in self.parties.items()]  # type: ignore[attr-defined]

    def clean_party(self) -> Party:
        """Return the party that answers."""
        return self.parties[self.cleaned_data["party"]]
