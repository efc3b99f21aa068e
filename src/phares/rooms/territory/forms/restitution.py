"""Forms of restitutions: the period, the opening and the words, one problem, publishing."""

from hashlib import sha256
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.day_field import DayField
from phares.rooms.territory.forms.problems import VoiceChoice
from phares.rooms.territory.models import Restitution
from phares.rooms.territory.queries import restitution as queries

WHAT = {
    "lead": _("Le début"),
    "problem_title": _("Un problème"),
    "problem_understood": _("Ce que nous avons compris"),
    "problem_done": _("Ce qui se fait"),
    "problem_why_not": _("Ce qui ne se fait pas, et pourquoi"),
    "response_title": _("Une réponse"),
    "response_result": _("Ce que cela a donné"),
    "next": _("Et maintenant"),
}


class PeriodForm(forms.Form):
    """The period told back."""

    first_on = DayField(label=_("Du"))
    last_on = DayField(label=_("Au"), help_text=_("Un trimestre d’habitude. On publie quand il est fini."))


class OpeningForm(forms.Form):
    """The opening, the end, and the words to show."""

    lead = forms.CharField(
        label=_("Quelques mots pour commencer"), max_length=1200, required=False, widget=forms.Textarea({"rows": 4})
    )
    voices = VoiceChoice(
        label=_("Des paroles, telles qu’elles ont été dites"),
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Douze au plus, parmi celles que tout le monde peut lire."),
    )
    next_words = forms.CharField(
        label=_("Et maintenant"), max_length=600, required=False, widget=forms.Textarea({"rows": 3})
    )

    def __init__(self, *args: Any, restitution: Restitution, day: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = queries.words_to_choose(restitution, day)
        first = list(words.values_list("pk", flat=True)[: queries.MOST_CHOICES])
        chosen = list(restitution.voices.values_list("pk", flat=True))
        self.fields["voices"].queryset = words.filter(pk__in=[*first, *chosen])  # type: ignore[attr-defined]
        if not first:
            del self.fields["voices"]


class LineForm(forms.Form):
    """What is told of one problem."""

    understood = forms.CharField(
        label=_("Ce que nous avons compris"), max_length=600, required=False, widget=forms.Textarea({"rows": 4})
    )
    done = forms.CharField(
        label=_("Ce qui se fait en plus des réponses déjà notées"),
        max_length=600,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    why_not = forms.CharField(
        label=_("Si rien ne se fait, pourquoi"),
        max_length=600,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Avec les mots que vous diriez en face : pas les moyens, pas à nous de le faire, refusé par…"),
    )

    def __init__(self, *args: Any, has_responses: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if has_responses:
            del self.fields["why_not"]
        else:
            self.fields["done"].label = _("Ce qui se fait")


class TranslationForm(forms.Form):
    """The pole's own texts in another language, each under the text itself; what is left empty is read in French."""

    translator = forms.CharField(
        label=_("Traduit par"),
        max_length=80,
        help_text=_("Un nom, un groupe ou un métier : il est écrit sous le texte."),
    )

    def __init__(self, *args: Any, texts: list[tuple[str, str]], known: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.texts = {f"texte-{sha256(text.encode()).hexdigest()[:16]}": text for _name, text in texts}
        for (name, text), key in zip(texts, self.texts, strict=True):
            self.fields[key] = forms.CharField(
                label=WHAT[name], help_text=text, max_length=2 * max(len(text), 100), required=False,
                initial=known.get(text, ""), widget=forms.Textarea({"rows": 2 + len(text) // 90}),
            )  # fmt: skip

    def given(self) -> dict[str, str]:
        """Return each text with its translation."""
        return {text: self.cleaned_data[key] for key, text in self.texts.items()}


class PublishForm(forms.Form):
    """What is corrected since the version before."""

    corrected = forms.CharField(label=_("Ce qui est corrigé, en une phrase"), max_length=300, required=False)

    def __init__(self, *args: Any, is_correction: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_correction:
            del self.fields["corrected"]
