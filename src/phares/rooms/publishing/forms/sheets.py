"""Forms around a sheet: an answer to a review, a withdrawal, a photo, a file to read, a line to correct, a rubric."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.rooms.publishing.models.photo import ImageRight
from phares.rooms.publishing.sheet_fields import FIELDS


class ReviewForm(forms.Form):
    """Accepting a sheet in which one is quoted, or asking for a change."""

    answer = forms.ChoiceField(
        label=_("Cette fiche peut-elle paraître ainsi ?"),
        choices=[("yes", _("Oui, telle qu’elle est")), ("no", _("Non, il faut changer quelque chose"))],
        widget=forms.RadioSelect,
    )
    word = forms.CharField(
        label=_("Ce qui doit changer"),
        max_length=400,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Lu par celles et ceux qui écrivent la fiche."),
    )


class WithdrawalForm(forms.Form):
    """Why a sheet is taken back."""

    word = forms.CharField(
        label=_("Pourquoi la retirer ?"),
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Son adresse dira qu’elle a été retirée, sans donner cette raison."),
    )


class PhotoForm(forms.Form):
    """A photo with its caption."""

    image = forms.FileField(
        label=_("L’image"),
        required=False,
        max_length=150,
        widget=forms.FileInput({"accept": "image/jpeg,image/png,image/webp"}),
        help_text=_("JPEG, PNG ou WebP, 10 Mo au plus. Sans image, la légende dira « photo à retrouver »."),
        error_messages={"empty": _("Ce fichier est vide. Choisissez-en un autre.")},
    )
    caption = forms.CharField(label=_("Légende"), max_length=240)
    description = forms.CharField(
        label=_("Ce que l’on voit"),
        max_length=240,
        required=False,
        help_text=_("Lu à voix haute à celles et ceux qui ne voient pas l’image."),
    )
    credit = forms.CharField(label=_("Crédit"), max_length=120, required=False, help_text=_("Qui a pris la photo."))
    right = forms.ChoiceField(
        label=_("Droit à l’image"), choices=ImageRight.choices, widget=forms.RadioSelect, initial=ImageRight.ASKED
    )


class SheetFileForm(forms.Form):
    """A sheet that exists elsewhere."""

    file = forms.FileField(
        label=_("Le fichier de la fiche"),
        max_length=150,
        widget=forms.FileInput({"accept": "text/plain,.txt,.md,application/pdf"}),
        help_text=_("Un texte ou un PDF, 10 Mo au plus. Aucune de ses lignes ne se perdra."),
        error_messages={"empty": _("Ce fichier est vide. Choisissez-en un autre.")},
    )
    publisher = forms.CharField(
        label=_("Qui l’a publiée"),
        max_length=160,
        required=False,
        help_text=_("Par exemple un centre de ressources. Laissez vide si c’est le pôle."),
    )


class LineForm(forms.Form):
    """A line that was read, as it is to be understood."""

    text = forms.CharField(label=_("Ce que dit cette ligne"), max_length=6000, widget=forms.Textarea({"rows": 4}))
    field = forms.ChoiceField(label=_("Sa place"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = [(one.code, one.label) for one in FIELDS if one.kind != "rows"]
        others: Sequence[tuple[str, Any]] = [
            ("photo_caption", _("Légende d’une photo")),
            ("rubric", _("Rubrique d’origine")),
            ("source_url", _("Adresse d’origine")),
        ]
        self.fields["field"].choices = [("", _("Non rangé")), *places, *others]  # type: ignore[attr-defined]


class RubricForm(forms.Form):
    """A rubric: its name, what it stands under, its place among its neighbours."""

    name = forms.CharField(label=_("Nom de la rubrique"), max_length=80)
    parent = forms.ChoiceField(label=_("Sous quelle rubrique"), required=False)
    position = forms.IntegerField(
        label=_("Rang parmi ses voisines"), min_value=0, max_value=999, initial=0, help_text=_("0 vient en premier.")
    )

    def __init__(self, parents: Sequence[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].choices = [("", _("À la racine")), *parents]  # type: ignore[attr-defined]
