"""What the page « Composants » shows: every component in every state, on invented content."""

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from django import forms
from django.core.paginator import Page, Paginator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

TODAY = date(2026, 11, 24)
KINDS = [
    ("space", _("Un lieu")),
    ("equipment", _("Du matériel")),
    ("skill", _("Un savoir-faire")),
    ("hours", _("Des heures")),
    ("purchase", _("Un achat à faire à plusieurs")),
    ("transport", _("Un transport")),
]
KIND_ICONS = {
    "space": "building",
    "equipment": "tool",
    "skill": "knowledge",
    "hours": "clock",
    "purchase": "purchase",
    "transport": "transport",
}
SPRITE = Path(__file__).parent / "static" / "commons" / "icons.svg"
ICONS = re.findall(r'<symbol id="([a-z]+)"', SPRITE.read_text())


class NeedSample(forms.Form):
    """A form with one field of each sort."""

    kind = forms.ChoiceField(
        label=_("De quoi avez-vous besoin ?"), choices=KINDS, widget=forms.RadioSelect, initial="space"
    )
    title = forms.CharField(label=_("En une phrase"), max_length=80, help_text=_("Comme vous le diriez à un voisin."))
    text = forms.CharField(label=_("Plus en détail"), widget=forms.Textarea(attrs={"rows": 5}), required=False)
    until = forms.DateField(label=_("Jusqu’à quand"), required=False)
    quantity = forms.DecimalField(label=_("Combien de mètres carrés"), min_value=1, required=False)
    exchange = forms.ChoiceField(
        label=_("Contre quoi"), choices=[("free", _("Rien")), ("barter", _("Un échange")), ("paid", _("Un paiement"))]
    )
    email = forms.EmailField(label=_("Votre adresse mail"), required=False)
    photo = forms.FileField(label=_("Une photo ou un plan"), required=False)
    agreed = forms.BooleanField(
        label=_("J’accepte que les structures du pôle lisent ce besoin"), help_text=_("Vous pouvez le retirer ensuite.")
    )


class HelpSample(forms.Form):
    """Several boxes to tick, as tiles."""

    ways = forms.MultipleChoiceField(
        label=_("Comment pourriez-vous aider ?"), choices=KINDS[:4], widget=forms.CheckboxSelectMultiple, required=False
    )


def _page(number: int) -> Page:
    """Return a page of a list long enough to have several."""
    return Paginator(range(1, 60), 20).page(number)


def _mistaken() -> forms.Form:
    """Return a form as it comes back with something to mend."""
    sent = {"title": "x" * 90, "until": "le 31 février", "quantity": "0", "email": "nour chez fanal"}
    return NeedSample(sent, auto_id="erreur_%s")


def samples() -> dict[str, Any]:
    """Return the context of the gallery page."""
    return {
        "today": TODAY,
        "signed_at": datetime(2026, 11, 2, 13, 5, tzinfo=UTC),
        "days": [date(2026, 11, 15), TODAY, date(2026, 12, 6), date(2024, 3, 1)],
        "icons": ICONS,
        "tones": ["plain", "kept", "late", "wait", "done"],
        "names": [
            "Les Ateliers du Quai",
            "L’Établi",
            "Roue Libre",
            "Jardins d’Aval",
            "La Fabrique à Pain",
            "Accueil 13",
        ],
        "long_name": gettext(
            "Association interdépartementale d’accompagnement vers l’autonomie alimentaire et énergétique"
        ),
        "unbroken": "contact.administration.generale@ressourcerie-intercommunale-des-iles.example",
        "typed": "Qui peut m'aider ? « J'ai 3 jours » !",
        "form": NeedSample(auto_id="simple_%s"),
        "mistaken": _mistaken(),
        "several": HelpSample(auto_id="plusieurs_%s", initial={"ways": ["space"]}),
        "kind_icons": KIND_ICONS,
        "kind_hints": {"space": gettext("une salle, un hangar, un bout de terrain"), "hours": gettext("une présence")},
        "first_page": _page(1),
        "middle_page": _page(2),
        "views": [(gettext("Liste"), "?vue=liste", True), (gettext("Cartes"), "?vue=cartes", False)],
    }
