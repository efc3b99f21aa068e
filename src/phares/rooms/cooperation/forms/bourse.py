"""Signing on the spot: who is there to sign, what is agreed in one sentence, by when."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.day_field import DayField
from phares.rooms.cooperation.agreement_words import LONGEST, AgreementDraft, PartyDraft, PromiseDraft
from phares.rooms.cooperation.first_draft import FORM_OF_KIND
from phares.rooms.cooperation.models import Item
from phares.rooms.cooperation.models.cooperation import Form, Openness
from phares.rooms.cooperation.models.item import Kind
from phares.rooms.directory.models import Mandate
from phares.rooms.directory.models.held import holder_key


class SpotForm(forms.Form):
    """One page, filled in while both are there."""

    title = forms.CharField(label=_("Ce que vous faites ensemble"), max_length=LONGEST["title"])
    need_promises = forms.CharField(label=_("Qui a le besoin promet"), max_length=LONGEST["what"], required=False)
    offer_promises = forms.CharField(label=_("Qui propose promet"), max_length=LONGEST["what"])
    due_on = DayField(label=_("Pour quand"), required=False)
    need_signer = forms.ChoiceField(label=_("Signe pour le besoin"), required=False)
    offer_signer = forms.ChoiceField(label=_("Signe pour l’offre"), required=False)

    def __init__(
        self, *args: Any, need: Item, offer: Item, signers: dict[str, list[Mandate]], day: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.need, self.offer, self.day, self.signers = need, offer, day, signers
        self.fields["title"].initial = need.title
        self.fields["offer_promises"].initial = offer.title
        for name, item in (("need", need), ("offer", offer)):
            known = signers[holder_key(item.holder)]
            promise, signer = self.fields[f"{name}_promises"], self.fields[f"{name}_signer"]
            promise.label = _("%(name)s promet") % {"name": item.holder}
            signer.label = _("Signe pour %(name)s") % {"name": item.holder}
            signer.choices = [(str(one.pk), f"{one.person}, {one.as_role.label}") for one in known]  # type: ignore[attr-defined]
            if not known:
                del self.fields[f"{name}_signer"]

    def clean_due_on(self) -> date | None:
        """Refuse a day gone by."""
        due_on: date | None = self.cleaned_data["due_on"]
        if due_on and due_on < self.day:
            raise forms.ValidationError(_("Cette date est déjà passée."))
        return due_on

    def draft(self) -> AgreementDraft:
        """Return the text that both sign."""
        entry = self.cleaned_data
        said = [(0, 1, entry["need_promises"]), (1, 0, entry["offer_promises"])]
        return AgreementDraft(
            title=entry["title"],
            purpose=f"{self.need.holder} : {self.need.title}\n{self.offer.holder} : {self.offer.title}",
            form=FORM_OF_KIND.get(Kind(self.need.kind), Form.CO_PRODUCTION),
            from_on=self.day,
            until_on=None,
            openness=Openness.POLE,
            parties=(PartyDraft(self.need.holder), PartyDraft(self.offer.holder)),
            promises=tuple(PromiseDraft(by, to, what, entry["due_on"]) for by, to, what in said if what.strip()),
        )

    def chosen(self) -> dict[str, Mandate | None]:
        """Return, by holder, the mandate of who signs."""
        named = {"need": self.need, "offer": self.offer}
        return {
            holder_key(item.holder): next(
                (
                    one
                    for one in self.signers[holder_key(item.holder)]
                    if str(one.pk) == self.cleaned_data.get(f"{name}_signer")
                ),
                None,
            )
            for name, item in named.items()
        }
