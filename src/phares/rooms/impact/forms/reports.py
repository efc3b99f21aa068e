"""Forms of reports: a result with its promises, the words of a report, the reader of a link."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.day_field import DayField
from phares.rooms.commons.several import SeveralField
from phares.rooms.cooperation.models import Cooperation, Job
from phares.rooms.funding.models import PromisedIndicator
from phares.rooms.impact.forms.measures import NumberField


class ResultForm(forms.Form):
    """What was reached, for which promises, and what proves it."""

    promised = SeveralField(
        PromisedIndicator.objects.none(),
        label=_("À quelles promesses ce résultat répond"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Cochez-en plusieurs si plusieurs financeurs ont payé : il sera compté une seule fois."),
    )
    what = forms.CharField(label=_("Ce qui a été atteint, en une phrase"), max_length=200)
    on = DayField(label=_("Quel jour"))
    value = NumberField(label=_("Combien"), min_value=0, max_digits=12, decimal_places=2)
    cooperation = forms.ModelChoiceField(
        Cooperation.objects.none(),
        label=_("Par quelle coopération"),
        required=False,
        empty_label=_("aucune en particulier"),
    )
    job = forms.ModelChoiceField(Job.objects.none(), label=_("Quel emploi"), required=False, empty_label=_("aucun"))
    evidence = forms.FileField(label=_("La preuve"), required=False, help_text=_("Un PDF ou une image, 10 Mo au plus."))
    names_nobody = forms.BooleanField(
        label=_("Aucune personne n’est nommée ni reconnaissable dans ce document"), required=False
    )
    picture = forms.FileField(label=_("Une photo"), required=False, help_text=_("JPEG, PNG ou WebP, 10 Mo au plus."))
    caption = forms.CharField(label=_("Ce que l’on voit sur la photo"), max_length=160, required=False)
    credit = forms.CharField(label=_("Qui l’a prise"), max_length=80, required=False)
    image_right = forms.BooleanField(
        label=_("Les personnes que l’on y reconnaît sont d’accord pour qu’elle soit montrée"), required=False
    )

    def __init__(
        self, promised: Any, cooperations: Any, jobs: Any, data: Any = None, files: Any = None, **more: Any
    ) -> None:
        super().__init__(data, files, **more)
        for name, rows in (("promised", promised), ("cooperation", cooperations), ("job", jobs)):
            self.fields[name].queryset = rows  # type: ignore[attr-defined]
        self.fields["promised"].label_from_instance = (  # type: ignore[attr-defined]
            lambda one: f"{one.label} ({one.unit}) · {one.grant.funder}, {one.grant.title}"
        )

    def clean(self) -> dict[str, Any]:
        """Ask for the words and the right of a photo that is brought."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("picture"):
            if not said.get("caption"):
                self.add_error(
                    "caption", _("Dites ce que l’on voit : celles et ceux qui ne voient pas la photo le liront.")
                )
            if not said.get("image_right"):
                self.add_error("image_right", _("Sans cet accord, la photo ne peut pas être montrée."))
        return said


class ReportForm(forms.Form):
    """The words of a report; one reason a promise."""

    sentence = forms.CharField(
        label=_("Ce qui s’est passé, en une phrase"), max_length=400, widget=forms.Textarea(attrs={"rows": 3})
    )
    not_working = forms.CharField(
        label=_("Ce qui n’a pas marché"),
        max_length=1200,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Un financeur préfère le lire ici que le découvrir. S’il n’y a rien, dites-le."),
    )

    def __init__(self, promised: Sequence[PromisedIndicator], data: Any = None, **more: Any) -> None:
        super().__init__(data, **more)
        self.promised = promised
        for one in promised:
            self.fields[f"reason_{one.pk}"] = forms.CharField(
                label=_("Pourquoi cet écart : %(promise)s") % {"promise": one.label}, max_length=400, required=False
            )

    def said(self) -> dict[str, Any]:
        """Return the words, and the reasons by promise."""
        said = dict(self.cleaned_data)
        reasons = {one: said.pop(f"reason_{one.pk}") for one in self.promised}
        return {**said, "reasons": reasons}


class ReportLinkForm(forms.Form):
    """Who reads, until when."""

    reader = forms.CharField(label=_("Pour qui"), max_length=120)
    until_on = DayField(label=_("Dernier jour"), help_text=_("Un an au plus. Le lien peut être retiré avant."))
