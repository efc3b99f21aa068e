"""Forms of newsletters: drafting, writing, asking for them."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.day_field import DayField
from phares.rooms.publishing.models.newsletter import Audience


class DraftForm(forms.Form):
    """For whom, and since when."""

    audience = forms.ChoiceField(label=_("Pour qui"), choices=Audience.choices, widget=forms.RadioSelect)
    language = forms.ChoiceField(label=_("En quelle langue"), choices=settings.LANGUAGES, widget=forms.RadioSelect)
    since_on = DayField(label=_("Depuis quand"), help_text=_("Ce qui s’est passé depuis ce jour fait le brouillon."))


class NewsletterForm(forms.Form):
    """What it says."""

    subject = forms.CharField(label=_("Objet"), max_length=120)
    text = forms.CharField(
        label=_("Le texte"),
        max_length=20_000,
        widget=forms.Textarea({"rows": 18}),
        help_text=_("Un tiret fait une liste, trois dièses un titre, [des mots](https://…) un lien."),
    )


class AskForm(forms.Form):
    """An address for the public newsletters."""

    email = forms.EmailField(label=_("Votre adresse électronique"))
