"""The forms of an agreement: who meets, the text, a party, a promise."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.day_field import DayField
from phares.rooms.cooperation.agreement_words import LONGEST
from phares.rooms.cooperation.drafting import MOST_PARTIES
from phares.rooms.cooperation.models.cooperation import Form, Openness
from phares.rooms.directory.models.held import Holder

GroupedHolders = list[tuple[str, list[tuple[str, Holder]]]]

TO_ALL = "all"
BLANK_ALLOWED: dict[str, Any] = {"empty_permitted": True, "use_required_attribute": False}


class TakePartForm(forms.Form):
    """Who meets: the first screen when nobody was brought together by a match."""

    avec = forms.MultipleChoiceField(label=_("Avec qui ?"), widget=forms.CheckboxSelectMultiple, required=False)

    def __init__(self, *args: Any, holders: Iterable[tuple[str, Holder]], own: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fewest, self.most = 2 - own, MOST_PARTIES - own
        self.fields["avec"].choices = [(key, str(one)) for key, one in holders]  # type: ignore[attr-defined]

    def clean_avec(self) -> list[str]:
        """Return who was chosen: enough for an agreement, and not more than its page holds."""
        chosen: list[str] = self.cleaned_data["avec"]
        if len(chosen) < self.fewest:
            told = ngettext("Choisissez au moins une partie.", "Choisissez au moins %(count)d parties.", self.fewest)
            raise forms.ValidationError(told % {"count": self.fewest})
        if len(chosen) > self.most:
            raise forms.ValidationError(gettext("Un accord réunit trente parties au plus."))
        return chosen


class AgreementForm(forms.Form):
    """The text itself."""

    title = forms.CharField(
        label=_("Titre"), max_length=LONGEST["title"], help_text=_("Ce que vous faites ensemble, en une ligne.")
    )
    purpose = forms.CharField(
        label=_("Ce que vous voulez"),
        max_length=LONGEST["purpose"],
        widget=forms.Textarea({"rows": 5}),
        help_text=_("Pourquoi vous le faites, pour qui, comment : quelques phrases."),
    )
    form = forms.ChoiceField(label=_("Qu’est-ce que c’est ?"), choices=Form.choices, widget=forms.RadioSelect)
    from_on = DayField(label=_("À partir du"))
    until_on = DayField(label=_("Jusqu’au"), required=False)
    openness = forms.ChoiceField(
        label=_("Qui peut le voir ?"),
        choices=Openness.choices,
        widget=forms.RadioSelect,
        help_text=_("Les promesses restent entre les parties et la coordination, quel que soit votre choix."),
    )

    def clean_purpose(self) -> str:
        """Return the text with plain ends of line: browsers send two signs for one."""
        return "\n".join(self.cleaned_data["purpose"].splitlines())

    def clean(self) -> dict[str, Any]:
        """The end comes after the beginning."""
        cleaned: dict[str, Any] = super().clean() or {}
        start, end = cleaned.get("from_on"), cleaned.get("until_on")
        if start and end and end < start:
            self.add_error("until_on", _("La date de fin vient avant la date de début."))
        return cleaned


class PartyRow(forms.Form):
    """One party and what it does here; a row left blank does not count."""

    who = forms.ChoiceField(label=_("Qui"), error_messages={"required": _("Choisissez de qui c’est le rôle.")})
    role = forms.CharField(
        label=_("Son rôle"),
        max_length=LONGEST["role"],
        required=False,
        help_text=_("Par exemple : « prête l’atelier », « forme et encadre »."),
    )

    def __init__(self, *args: Any, choices: GroupedHolders, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, **BLANK_ALLOWED})
        grouped = [(words, [(key, str(one)) for key, one in pairs]) for words, pairs in choices]
        self.fields["who"].choices = [("", _("choisir…")), *grouped]  # type: ignore[attr-defined]
        self.fields["who"].widget.attrs["data-party"] = ""


class PromiseRow(forms.Form):
    """One promise: by whom, to whom, what, by when; a row that says nothing does not count, whoever it names."""

    by = forms.ChoiceField(label=_("Qui promet"), error_messages={"required": _("Dites qui le promet.")})
    to = forms.ChoiceField(label=_("À qui"))
    what = forms.CharField(
        label=_("Quoi"), max_length=LONGEST["what"], error_messages={"required": _("Écrivez ce qui est promis.")}
    )
    due_on = DayField(label=_("Au plus tard le"), required=False)
    commitment = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, parties: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, **BLANK_ALLOWED})
        self.fields["by"].choices = [("", _("choisir…")), *parties]  # type: ignore[attr-defined]
        self.fields["to"].choices = [(TO_ALL, _("toutes les autres parties")), *parties]  # type: ignore[attr-defined]
        for name in ("by", "to"):
            self.fields[name].widget.attrs["data-among-parties"] = ""
            self.fields[name].error_messages["invalid_choice"] = _("Choisissez parmi les parties de cet accord.")

    def clean(self) -> dict[str, Any]:
        """A promise is made to somebody else."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("by") and cleaned.get("by") == cleaned.get("to"):
            self.add_error("to", _("Une promesse se fait à quelqu’un d’autre que soi."))
        return cleaned
