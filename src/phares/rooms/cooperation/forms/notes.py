"""Forms of notes in passing: one line and with whom; the day and the kind are already filled in."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.day_field import DayField
from phares.rooms.cooperation.models.note import NoteKind

Choices = Sequence[tuple[str, str]]


class _Said(forms.Form):
    """What every note says."""

    what = forms.CharField(
        label=_("Qu’avez-vous fait ensemble ?"),
        max_length=160,
        widget=forms.TextInput({"autocomplete": "off", "enterkeyhint": "done"}),
        help_text=_("Une ligne : « La Tablée nous a prêté trente chaises »."),
    )


class NoteForm(_Said):
    """Two parties, one line, today: `own` is set where the writer acts for one of the two."""

    def __init__(self, choices: Choices, residents: Choices, *, own: str, **sent: Any) -> None:
        super().__init__(**sent)
        self.own = own
        self.fields["what"].widget.attrs["autofocus"] = True
        tiles = forms.ChoiceField if own else forms.MultipleChoiceField
        self.fields["who"] = tiles(
            label=_("Avec qui ?") if own else _("Entre qui et qui ?"),
            choices=choices,
            required=not residents,
            widget=forms.RadioSelect if own else forms.CheckboxSelectMultiple,
        )
        if residents:
            self.fields["resident"] = forms.ChoiceField(
                label=_("Ou une personne qui habite ici"), choices=[("", _("personne")), *residents], required=False
            )
        self.fields["on"] = DayField(label=_("Quel jour ?"))
        self.fields["kind"] = forms.ChoiceField(
            label=_("Qu’est-ce que c’était ?"), choices=NoteKind.choices, widget=forms.RadioSelect
        )
        self.fields["draft"] = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Gather the two parties: one's own first where there is one."""
        cleaned = super().clean() or {}
        chosen = cleaned.get("who") or []
        keys = [self.own] if self.own else []
        keys += [chosen] if isinstance(chosen, str) else list(chosen)
        keys += [cleaned["resident"]] if cleaned.get("resident") else []
        cleaned["keys"] = keys
        if len(keys) != 2:
            self.add_error("who", _("Choisissez avec qui.") if self.own else _("Choisissez-en deux."))
        return cleaned


class CorrectNoteForm(_Said):
    """The same line mended; who took part stays."""

    on = DayField(label=_("Quel jour ?"))
    kind = forms.ChoiceField(label=_("Qu’est-ce que c’était ?"), choices=NoteKind.choices, widget=forms.RadioSelect)
    seen = forms.IntegerField(min_value=0, max_value=10_000, widget=forms.HiddenInput)


class NoteProofForm(forms.Form):
    """A document for a note."""

    proof = forms.FileField(
        label=_("Une photo ou un document"),
        max_length=150,
        widget=forms.FileInput({"accept": "application/pdf,image/jpeg,image/png,image/webp"}),
        help_text=_("PDF, JPEG, PNG ou WebP, 10 Mo au plus. Seules les parties et la coordination l’ouvrent."),
        error_messages={"empty": _("Ce fichier est vide. Choisissez-en un autre.")},
    )
