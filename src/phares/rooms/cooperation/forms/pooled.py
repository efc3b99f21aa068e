"""Prices of what several do together, and saying whether one is in."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.rooms.cooperation.actions.pooled import Prices
from phares.rooms.cooperation.forms.saying import LARGEST_QUANTITY, SpacedDecimal
from phares.rooms.cooperation.models import PooledProposal
from phares.rooms.cooperation.models.match import Choice

NAMES = ("unit_alone", "unit_together", "once_alone", "once_together")


def _price(label: Any, help_text: Any, *, required: bool) -> SpacedDecimal:
    return SpacedDecimal(
        label=label,
        help_text=help_text,
        required=required,
        min_value=Decimal(0),
        max_value=LARGEST_QUANTITY,
        max_digits=10,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        error_messages={
            **dict.fromkeys(["min_value", "invalid"], _("Écrivez un prix en euros : 12,50.")),
            **dict.fromkeys(["max_value", "max_digits", "max_whole_digits"], _("Ce prix est trop grand.")),
            "max_decimal_places": _("Deux chiffres après la virgule suffisent."),
        },
    )


class PricesForm(forms.Form):
    """Four prices in euros, and where they come from."""

    unit_alone = _price(_("Seul·e, le prix d’une unité (€)"), _("Ce que chacun paie aujourd’hui."), required=True)
    once_alone = _price(
        _("Seul·e, ce qui se paie une fois (€)"), _("Une livraison, un minimum, une machine à soi."), required=False
    )
    unit_together = _price(_("Ensemble, le prix d’une unité (€)"), _("Le prix promis pour le total."), required=True)
    once_together = _price(
        _("Ensemble, ce qui se paie une fois (€)"),
        _("La livraison commune, les heures de qui organise, la machine partagée."),
        required=False,
    )
    source = forms.CharField(
        label=_("D’où viennent ces prix"), max_length=200, help_text=_("Un devis et sa date, un tarif, une facture.")
    )

    def __init__(self, *args: Any, proposal: PooledProposal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in NAMES:
            cents = getattr(proposal, f"{name}_cents")
            self.fields[name].initial = Decimal(cents) / 100 if cents is not None else None
        self.fields["source"].initial = proposal.source

    def prices(self) -> Prices:
        """Return the prices in whole cents."""
        entry = self.cleaned_data
        return Prices(**{f"{name}_cents": int((entry[name] or Decimal(0)) * 100) for name in NAMES})


class PartForm(forms.Form):
    """In, later, or not; for how much; and who said it where somebody else notes it."""

    part = forms.CharField(widget=forms.HiddenInput)
    choice = forms.ChoiceField(label=_("Votre réponse"), choices=Choice.choices, widget=forms.RadioSelect)
    quantity = SpacedDecimal(
        label=_("Combien il en faudrait"),
        min_value=Decimal("0.01"),
        max_value=LARGEST_QUANTITY,
        max_digits=10,
        decimal_places=2,
        required=False,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )
    said_by = forms.CharField(label=_("Qui l’a dit, si c’est de vive voix"), max_length=80, required=False)
