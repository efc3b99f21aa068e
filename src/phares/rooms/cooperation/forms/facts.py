"""The form of a fact: one sentence, a day, a document where there is one."""

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.day_field import DayField
from phares.rooms.cooperation.forms.shared_means import EurosField, HoursField


class FactForm(forms.Form):
    """What happened."""

    what = forms.CharField(
        label=_("Que s’est-il passé ?"),
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Une phrase, avec un chiffre s’il y en a un : « Douze vélos réparés, sept personnes présentes »."),
    )
    on = DayField(label=_("Quel jour ?"))
    minutes = HoursField(label=_("Combien d’heures données, à tous ?"), required=False)
    cents = EurosField(label=_("Combien d’argent, en euros ?"), required=False)
    proof = forms.FileField(
        label=_("Une photo ou un document"),
        required=False,
        max_length=150,
        widget=forms.FileInput({"accept": "application/pdf,image/jpeg,image/png,image/webp"}),
        help_text=_("PDF, JPEG, PNG ou WebP, 10 Mo au plus. Seules les parties et la coordination l’ouvrent."),
        error_messages={
            "empty": _("Ce fichier est vide. Choisissez-en un autre, ou notez ce qui s’est passé sans document."),
            "max_length": _("Le nom de ce fichier est trop long. Renommez-le."),
        },
    )
