"""Forms of applications: answering, the group, shares, one's row of the budget, papers, what became of it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.day_field import DayField
from phares.rooms.cooperation.forms.shared_means import EurosField
from phares.rooms.funding import budget
from phares.rooms.funding.actions.result import Won
from phares.rooms.funding.models import Member
from phares.rooms.funding.models.application import Go, GroupForm
from phares.rooms.funding.models.call import PaperKind, Result


class BeginForm(forms.Form):
    """What the answer is called."""

    title = forms.CharField(
        label=_("Comment l’appeler"), max_length=140, required=False, help_text=_("Laissé vide : le nom de l’appel.")
    )


class InvitationForm(forms.Form):
    """Whether a structure takes part."""

    accepted = forms.ChoiceField(
        label=_("Votre structure prend-elle part à cette réponse ?"),
        choices=[("yes", _("oui, nous en sommes")), ("no", _("non, pas cette fois"))],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Pourquoi"), max_length=300, required=False, help_text=_("Les partenaires le liront, personne d’autre.")
    )
    conflict = forms.CharField(
        label=_("Un lien avec qui lance l’appel, ou une autre réponse au même appel ?"),
        max_length=300,
        required=False,
        help_text=_("Dites-le : un conflit tu peut faire écarter le dossier."),
    )


class GoForm(forms.Form):
    """Whether the file should leave."""

    go = forms.ChoiceField(label=_("Faut-il y aller ?"), choices=Go.choices, widget=forms.RadioSelect)
    reason = forms.CharField(label=_("Pourquoi"), max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for the reason of a no."""
        entry = super().clean() or {}
        if entry.get("go") == Go.NO_GO and not entry.get("reason"):
            self.add_error("reason", _("Dites en quelques mots ce qui retient votre structure."))
        return entry


class GroupChoiceForm(forms.Form):
    """The form of the group and its lead."""

    form = forms.ChoiceField(label=_("La forme du groupement"), choices=GroupForm.choices, widget=forms.RadioSelect)
    lead = forms.ChoiceField(
        label=_("Le mandataire"),
        widget=forms.RadioSelect,
        help_text=_("Il représente tous les autres et coordonne."),
    )

    def __init__(self, partners: Sequence[Member], *args: Any, is_tender: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_tender:
            article = _("Code de la commande publique, %(code)s.")
            self.fields["form"].help_text = article % {"code": "R2142-20"}
            self.fields["lead"].help_text += " " + article % {"code": "R2142-24"}
        self.fields["lead"].choices = [(str(one.structure_id), str(one.structure)) for one in partners]  # type: ignore[attr-defined]


class SharesForm(forms.Form):
    """The share of each partner."""

    def __init__(self, partners: Sequence[Member], *args: Any, shares: Mapping[int, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in partners:
            share = shares.get(one.structure_id, one.share_bp)
            self.fields[f"s{one.structure_id}"] = forms.DecimalField(
                label=_("%(name)s, en %%") % {"name": one.structure},
                min_value=0,
                max_value=100,
                max_digits=5,
                decimal_places=2,
                localize=True,
                initial=None if share is None else Decimal(share) / 100,
            )

    def shares(self) -> dict[int, int]:
        """Return hundredths of a percent by structure."""
        return {int(name[1:]): int(value * 100) for name, value in self.cleaned_data.items()}


class BudgetForm(forms.Form):
    """One partner's row: an amount on each line of the form."""

    def __init__(self, member: Member, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        written = {cell.account: cell.amount_cents for cell in member.cells.all()}
        for account, label in budget.ACCOUNTS.items():
            cents = written.get(account)
            self.fields[f"c{account}"] = EurosField(
                label=f"{account} {label}",
                required=False,
                initial="" if cents is None else f"{cents // 100},{cents % 100:02d}".removesuffix(",00"),
            )

    def groups(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """Return the entries under their titles."""
        parts = ((_("Charges"), budget.CHARGES), (_("Produits"), budget.RESOURCES), (_("En nature"), budget.IN_KIND))
        return [(title, [self[f"c{account}"] for account in accounts]) for title, accounts in parts]

    def cents(self) -> dict[str, int]:
        """Return what was written, by account."""
        return {name[1:]: value for name, value in self.cleaned_data.items() if value}


class PaperForm(forms.Form):
    """A paper that a structure keeps ready."""

    kind = forms.ChoiceField(label=_("Sorte"), choices=PaperKind.choices)
    name = forms.CharField(label=_("Nom de la pièce"), max_length=120)
    valid_until = DayField(label=_("Valable jusqu’au"), required=False)
    file = forms.FileField(label=_("Le fichier"), help_text=_("PDF ou image, 10 Mo au plus."))


class FilePaperForm(forms.Form):
    """A paper of the whole file."""

    file = forms.FileField(label=_("Le fichier"), help_text=_("PDF ou image, 10 Mo au plus."))


class ProposedIndicatorForm(forms.Form):
    """A figure that the file proposes to be judged on."""

    label = forms.CharField(label=_("Ce que l’on comptera"), max_length=140)
    unit = forms.CharField(label=_("En quoi"), max_length=30, help_text=_("personnes, heures, kilos…"))
    target = forms.DecimalField(label=_("Combien"), min_value=0, max_digits=12, decimal_places=2, localize=True)


class SendForm(forms.Form):
    """Sending a file off."""

    sure = forms.BooleanField(label=_("Déposer même si des pièces manquent"), required=False)


class ResultForm(forms.Form):
    """What became of an answer."""

    result = forms.ChoiceField(label=_("Qu’en est-il advenu ?"), choices=Result.choices, widget=forms.RadioSelect)
    on = DayField(label=_("Quel jour"))
    reason = forms.CharField(label=_("Les raisons données"), max_length=400, required=False)
    amount = EurosField(label=_("Si c’est gagné : combien"), required=False)
    from_on = DayField(label=_("À partir du"), required=False)
    until_on = DayField(label=_("Jusqu’au"), required=False)
    convention_number = forms.CharField(label=_("Numéro de la convention"), max_length=60, required=False)
    first = EurosField(
        label=_("Premier versement"), required=False, help_text=_("Laissé vide : la somme vient en une fois.")
    )
    first_on = DayField(label=_("Ce versement est attendu le"), required=False)

    def __init__(self, *args: Any, is_filed: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_filed:  # what has not left can only be given up
            del self.fields["result"]
            for name in ("amount", "from_on", "until_on", "convention_number", "first", "first_on"):
                del self.fields[name]
            self.fields["reason"].label = _("Pourquoi")

    def clean(self) -> dict[str, Any]:
        """Ask of a call that is won how much, and when."""
        entry = super().clean() or {}
        for name in ("amount", "from_on", "until_on"):
            if entry.get("result") == Result.WON and not entry.get(name) and name not in self.errors:
                self.add_error(name, _("Il le faut pour un appel gagné."))
        if entry.get("amount") and (entry.get("first") or 0) > entry["amount"]:
            self.add_error("first", _("C’est plus que ce qui est accordé."))
        return entry

    def arguments(self) -> dict[str, Any]:
        """Return what was typed, as the act takes it."""
        entry = {"result": Result.WITHDRAWN, **self.cleaned_data}
        won = None
        if entry["result"] == Result.WON:
            names = ("from_on", "until_on", "convention_number", "first_on")
            said = {name: entry[name] for name in names}
            won = Won(amount_cents=entry["amount"], first_cents=entry["first"] or None, **said)
        return {"result": entry["result"], "on": entry["on"], "reason": entry["reason"], "won": won}
