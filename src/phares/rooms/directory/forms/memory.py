"""Forms on the memory of the pole: a change of kind, a lineage, two days to compare."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.day_field import DayField
from phares.rooms.directory.models.lineage import LineageKind
from phares.rooms.directory.models.membership import MembershipKind


class MembershipChangeForm(forms.Form):
    """A structure takes part in another way from a day on."""

    kind = forms.ChoiceField(
        label=_("Comment participe-t-elle désormais ?"), choices=MembershipKind.choices, widget=forms.RadioSelect
    )
    from_on = DayField(label=_("À partir du"), help_text=_("La façon d’avant s’arrête la veille."))


class LineageForm(forms.Form):
    """A structure was born from another, or merged into another."""

    kind = forms.ChoiceField(
        label=_("Ce qui s’est passé"),
        choices=[
            (LineageKind.BORN_FROM, _("elle est née de cette structure")),
            (LineageKind.MERGED_INTO, _("elle s’est réunie à cette structure")),
        ],
        widget=forms.RadioSelect,
    )
    other = forms.ChoiceField(label=_("L’autre structure"))
    on = DayField(label=_("Depuis le"))
    source = forms.CharField(label=_("D’où vous le savez"), max_length=200, required=False)
    source_url = forms.URLField(label=_("Adresse de la source"), max_length=400, required=False, assume_scheme="https")

    def __init__(self, *args: Any, others: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"].choices = others  # type: ignore[attr-defined]
