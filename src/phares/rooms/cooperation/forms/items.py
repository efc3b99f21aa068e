"""Narrowing the board of needs and offers; saying that one can help."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.rooms.cooperation.models.item import Kind, Side
from phares.rooms.cooperation.queries.items import OWN, RESIDENTS

SIDES = {"besoins": Side.NEED, "offres": Side.OFFER}


class BoardFilter(forms.Form):
    """What of the board is asked for; an entry that means nothing narrows nothing."""

    q = forms.CharField(label=_("Chercher"), required=False, max_length=80)
    genre = forms.ChoiceField(label=_("Genre"), required=False)
    qui = forms.ChoiceField(label=_("De qui"), required=False)
    etat = forms.ChoiceField(
        label=_("État"), required=False, choices=[("", _("en attente")), ("trouve", _("qui ont trouvé"))]
    )

    def __init__(self, sent: Any, *, structures: list[Any], has_own: bool) -> None:
        super().__init__(sent)
        own = [(OWN, _("nous"))] if has_own else []
        known = [(str(one.pk), str(one)) for one in structures]
        residents = [(RESIDENTS, _("habitantes et habitants"))]
        self.fields["genre"].choices = [("", _("tous")), *Kind.choices]  # type: ignore[attr-defined]
        self.fields["qui"].choices = [("", _("tout le monde")), *own, *residents, *known]  # type: ignore[attr-defined]

    def asked(self) -> dict[str, Any]:
        """Return what is asked, as the query takes it."""
        self.is_valid()
        sound = self.cleaned_data
        return {
            "words": sound.get("q", ""),
            "kind": sound.get("genre", ""),
            "who": sound.get("qui", ""),
            "met": sound.get("etat") == "trouve",
        }


class WithdrawForm(forms.Form):
    """Nothing to fill in: the button says it."""


class OfferHelpForm(forms.Form):
    """A word for those whom one can help."""

    word = forms.CharField(
        label=_("Un mot pour eux"),
        max_length=240,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ce que vous pourriez faire, et quand. Seul l’autre côté le lira."),
    )
