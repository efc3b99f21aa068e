"""Forms of grants: what it is, a payment, a promised figure, a day."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.day_field import DayField
from phares.rooms.cooperation.forms.shared_means import EurosField


class GrantForm(forms.Form):
    """A grant typed by hand, from its convention."""

    funder = forms.CharField(label=_("Qui donne"), max_length=120)
    title = forms.CharField(label=_("Pour quoi"), max_length=140)
    amount = EurosField(label=_("Combien"), help_text=_("En euros, pour toute la durée."))
    convention_number = forms.CharField(label=_("Numéro de la convention"), max_length=60, required=False)
    from_on = DayField(label=_("Du"))
    until_on = DayField(label=_("Au"))
    report_due_on = DayField(
        label=_("Compte rendu à rendre le"),
        required=False,
        help_text=_("Laissé vide, c’est le dernier jour que la loi permet."),
    )

    def __init__(self, known: Iterable[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = ", ".join(known)
        if names:
            self.fields["funder"].help_text = _("Déjà connus : %(names)s.") % {"names": names}


class PaymentForm(forms.Form):
    """A payment that is expected."""

    label = forms.CharField(label=_("Lequel"), max_length=80, help_text=_("Acompte, solde, première année…"))
    amount = EurosField(label=_("Combien"))
    due_on = DayField(label=_("Attendu le"), required=False)


class IndicatorForm(forms.Form):
    """A figure promised."""

    label = forms.CharField(label=_("Ce que l’on compte"), max_length=140)
    unit = forms.CharField(label=_("En quoi"), max_length=30, help_text=_("personnes, heures, kilos…"))
    target = forms.DecimalField(label=_("Combien promis"), min_value=0, max_digits=12, decimal_places=2, localize=True)
    due_on = DayField(label=_("Pour quand"), required=False, help_text=_("Laissé vide : le dernier jour."))


class DayForm(forms.Form):
    """The day on which something was done."""

    on = DayField(label=_("Quel jour"))
