"""Forms of voices: the short one for everybody, the one of cards and calls, reading over, telling, rules."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.day_field import DayField
from phares.rooms.directory.models import Pole
from phares.rooms.territory.actions.voice import ContactDraft
from phares.rooms.territory.card_words import WORDS, CardWords, spoken_languages
from phares.rooms.territory.models.contact import Way
from phares.rooms.territory.models.district import DistrictKind
from phares.rooms.territory.models.rules import FEWEST_LANGUAGES
from phares.rooms.territory.models.voice import LONGEST, Channel, Concerned, Rule, Sense, Shown, Theme
from phares.rooms.territory.queries.voices import districts_of

MONTHS = {"6": _("six mois"), "12": _("un an"), "24": _("deux ans")}
AT_A_STALL = ("text", "sense", "theme", "is_public", "said_aloud")
SAID = ("text", "sense", "theme", "concerned", "place", "district", "language", "mark")


class ContactFields(forms.Form):
    """How to call back; all of it may be left empty."""

    contact_name = forms.CharField(label=_("Un prénom"), max_length=80, required=False)
    contact_way = forms.ChoiceField(
        label=_("Comment vous donner la réponse"), choices=[("", _("sans réponse")), *Way.choices], required=False
    )
    contact_words = forms.CharField(
        label=_("Le numéro, le jour de passage, ou chez qui"),
        max_length=120,
        required=False,
        help_text=_("Par exemple : le jeudi ; chez Mme O., au 4. C’est gardé à part et effacé."),
    )
    wants_part = forms.BooleanField(label=_("Je veux participer"), required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for the way back whole, or not at all."""
        entry = super().clean() or {}
        given = [name for name in ("contact_name", "contact_way", "contact_words") if entry.get(name)]
        if (given and len(given) < 3) or (entry.get("wants_part") and not given):
            missing = next(n for n in ("contact_name", "contact_way", "contact_words") if not entry.get(n))
            self.add_error(missing, _("Pour vous répondre : un prénom, un moyen et son détail. Ou laissez tout vide."))
        return entry

    def contact(self) -> ContactDraft | None:
        """Return the way back, where one is given."""
        entry = self.cleaned_data
        if not entry["contact_name"]:
            return None
        return ContactDraft(
            entry["contact_way"], entry["contact_name"], entry["contact_words"], wants_part=entry["wants_part"]
        )


class VoiceForm(ContactFields):
    """What is said, and what helps to understand it; only the words are asked."""

    text = forms.CharField(label=_("Vos mots"), max_length=LONGEST, widget=forms.Textarea({"rows": 4}))
    sense = forms.ChoiceField(label=_("C’est plutôt"), choices=Sense.choices, initial=Sense.MISSING)
    theme = forms.ChoiceField(label=_("Sur quoi"), choices=Theme.choices, initial=Theme.OTHER, required=False)
    concerned = forms.ChoiceField(
        label=_("Pour qui d’abord"), choices=Concerned.choices, initial=Concerned.EVERYONE, required=False
    )
    district = forms.ModelChoiceField(label=_("Quel quartier"), queryset=None, required=False, empty_label=_("partout"))
    place = forms.CharField(
        label=_("Quel endroit"), max_length=140, required=False, help_text=_("Une adresse, une place, un arrêt de bus.")
    )
    language = forms.ChoiceField(label=_("Langue de ces mots"), choices=spoken_languages, initial="fr", required=False)
    is_public = forms.BooleanField(label=_("Tout le monde peut lire ces mots, sans mon nom"), required=False)
    months = forms.ChoiceField(label=_("Pendant combien de temps"), choices=list(MONTHS.items()), initial="12")
    mark = forms.CharField(max_length=64, widget=forms.HiddenInput)
    field_order = [
        "text", "sense", "is_public", "theme", "concerned", "district", "place", "language", "months",
        "contact_name", "contact_way", "contact_words", "wants_part",
    ]  # fmt: skip

    def __init__(self, *args: Any, pole: Pole, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["district"].queryset = districts_of(pole)  # type: ignore[attr-defined]
        if not districts_of(pole).exists():
            del self.fields["district"]

    def first_fields(self) -> list[forms.BoundField]:
        """Return what everybody sees at once."""
        return [self[name] for name in ("text", "sense", "is_public")]

    def more_fields(self) -> list[forms.BoundField]:
        """Return what helps, for those who have time."""
        names = ("theme", "concerned", "district", "place", "language", "months")
        return [self[name] for name in names if name in self.fields]

    def contact_fields(self) -> list[forms.BoundField]:
        """Return how to hear back."""
        return [self[name] for name in ("contact_name", "contact_way", "contact_words", "wants_part")]

    def has_more(self) -> bool:
        """Say whether something beyond the words is filled in or wrong, so that it is shown."""
        return any(one.errors for one in [*self.more_fields(), *self.contact_fields()])

    def said(self, day: date) -> dict[str, Any]:
        """Return what the act takes."""
        entry = self.cleaned_data
        return {
            **{name: entry[name] for name in SAID if entry.get(name)},
            "shown": Shown.PUBLIC if entry["is_public"] else Shown.POLE,
            "until_on": day + timedelta(days=round(int(entry["months"]) * 30.44)),
            "contact": self.contact(),
        }


class SayForm(VoiceForm):
    """The form of everybody: a trap for machines, which fill in what nobody sees."""

    site = forms.CharField(label=_("Laissez cette case vide"), required=False, max_length=200)
    began = forms.CharField(max_length=120, widget=forms.HiddenInput, required=False)

    def speak(self, code: str, words: CardWords) -> None:
        """Ask in another language what everybody is asked at once, what one agrees to included."""
        for name, label in (("text", words.words), ("sense", words.rather), ("is_public", words.agreed)):
            self.fields[name].label = label
        choices = [(Sense.MISSING.value, words.missing), (Sense.COULD.value, words.could)]
        self.fields["sense"].choices = choices  # type: ignore[attr-defined]
        self.fields["language"].initial = code


class CardVoiceForm(VoiceForm):
    """A card or a call, taken down as fast as one reads or hears it: Enter keeps it."""

    text = forms.CharField(label=_("Les mots"), max_length=LONGEST, widget=forms.TextInput({"autofocus": True}))
    channel = forms.ChoiceField(
        label=_("Reçu"), choices=[(one.value, one.label) for one in (Channel.CARD, Channel.CALL, Channel.STALL)]
    )
    said_on = DayField(label=_("Dit le"), required=False)
    translation = forms.CharField(label=_("En français"), max_length=LONGEST, required=False)
    translator = forms.CharField(label=_("Traduit par"), max_length=80, required=False)
    is_public = forms.BooleanField(label=_("Tout le monde peut lire ces mots, sans son nom"), required=False)
    said_aloud = forms.BooleanField(label=_("Son accord a été donné de vive voix"), required=False)
    field_order = [
        "text", "sense", "theme", "district", "place", "concerned", "is_public", "said_aloud", "months", "channel",
        "said_on", "language", "translation", "translator", "contact_name", "contact_way", "contact_words",
        "wants_part",
    ]  # fmt: skip

    def said_fields(self) -> list[forms.BoundField]:
        """Return what a stall takes from everybody: the button stands under them, on the first screen of a phone."""
        return [self[name] for name in AT_A_STALL]

    def other_fields(self) -> list[forms.BoundField]:
        """Return the rest, for those who have time."""
        return [bound for bound in self if bound.name not in (*AT_A_STALL, "mark", "channel")]

    def clean(self) -> dict[str, Any]:
        """What is public, noted for somebody, was agreed to: on the card itself or aloud."""
        entry = super().clean()
        if entry.get("is_public") and entry.get("channel") != Channel.CARD and not entry.get("said_aloud"):
            self.add_error("said_aloud", _("Pour que tout le monde lise, la personne doit avoir dit oui."))
        return entry

    def said(self, day: date) -> dict[str, Any]:
        """Return what the act takes."""
        entry = self.cleaned_data
        names = ("channel", "said_on", "translation", "translator", "said_aloud")
        return {**super().said(day), **{name: entry[name] for name in names}}


class ReadForm(forms.Form):
    """Reading over: keep or set aside, with what others will read."""

    choice = forms.ChoiceField(
        label=_("Cette parole"),
        choices=[("keep", _("la garder")), ("aside", _("la mettre de côté"))],
        initial="keep",
        widget=forms.RadioSelect,
    )
    shared_text = forms.CharField(
        label=_("Ce que les autres liront"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("Seulement si les mots dits désignent quelqu’un. Les mots dits restent tels quels à côté."),
    )
    translation = forms.CharField(
        label=_("En français"), required=False, max_length=LONGEST, widget=forms.Textarea({"rows": 3})
    )
    translator = forms.CharField(label=_("Traduit par"), max_length=80, required=False)
    theme = forms.ChoiceField(label=_("Thème"), choices=Theme.choices)
    sense = forms.ChoiceField(label=_("C’est plutôt"), choices=Sense.choices)
    rule = forms.ChoiceField(
        label=_("Si elle est mise de côté, la règle"), choices=[("", "—"), *Rule.choices], required=False
    )
    answer = forms.CharField(label=_("Un mot pour la personne"), required=False, max_length=300)
    with_doubles = forms.BooleanField(
        label=_("Faire de même pour celles qui disent presque la même chose"), required=False
    )


class ToldForm(forms.Form):
    """What somebody was told."""

    told_on = DayField(label=_("Le"))
    told_words = forms.CharField(label=_("Ce qui lui a été dit"), max_length=300)


class PartForm(forms.Form):
    """Wanting to take part."""

    contact_name = forms.CharField(label=_("Votre prénom, ou le nom de votre groupe"), max_length=80)
    contact_way = forms.ChoiceField(label=_("Comment vous joindre"), choices=Way.choices)
    contact_words = forms.CharField(label=_("Le numéro, le jour de passage, ou chez qui"), max_length=120)


class TakePartForm(forms.Form):
    """In what somebody takes part, as whom, to do what."""

    cooperation = forms.ModelChoiceField(label=_("Dans quelle coopération"), queryset=None, empty_label=None)
    role = forms.CharField(label=_("Pour faire quoi"), max_length=120)
    as_whom = forms.ChoiceField(label=_("Qui prend part"))

    def __init__(self, *args: Any, name: str, cooperations: Any, known: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["cooperation"].queryset = cooperations  # type: ignore[attr-defined]
        new = [("resident", _("%(name)s, pas encore au registre") % {"name": name}),
               ("group", _("un groupe d’habitantes et d’habitants, « %(name)s »") % {"name": name})]  # fmt: skip
        self.fields["as_whom"].choices = [*new, *known]  # type: ignore[attr-defined]


class CodeForm(forms.Form):
    """The code of a paper receipt."""

    code = forms.CharField(
        label=_("Le code du reçu"), max_length=20, help_text=_("Huit signes, par exemple K7MW-4QPD.")
    )


class ListeningRulesForm(forms.Form):
    """Languages of cards and posters, how long contacts are kept."""

    languages = forms.MultipleChoiceField(
        label=_("Langues des affiches et des cartes"),
        choices=[(code, words.language) for code, words in WORDS.items()],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Trois au moins."),
        error_messages={"required": _("Choisissez au moins trois langues.")},
    )

    contact_months = forms.IntegerField(
        label=_("Mois pendant lesquels un contact est gardé"), min_value=1, max_value=36
    )
    smallest_count = forms.IntegerField(label=_("Ne pas publier de nombre plus petit que"), min_value=2, max_value=50)

    def clean_languages(self) -> list[str]:
        """Ask for three."""
        chosen: list[str] = self.cleaned_data["languages"]
        if len(chosen) < FEWEST_LANGUAGES:
            raise forms.ValidationError(_("Choisissez au moins trois langues."))
        return chosen


class VoicesTableForm(forms.Form):
    """A table of voices."""

    table = forms.FileField(
        label=_("Le tableau"),
        help_text=_(
            "CSV, XLSX ou ODS, 5 000 lignes au plus. "
            "Une colonne « parole » suffit ; date, thème, quartier, lieu si vous les avez."
        ),
    )


class DistrictsForm(forms.Form):
    """Outlines of districts."""

    outlines = forms.FileField(label=_("Le fichier GeoJSON"), help_text=_("Des polygones, chacun avec son nom."))
    kind = forms.ChoiceField(label=_("Ce sont"), choices=DistrictKind.choices)
    source = forms.CharField(label=_("D’où ils viennent"), max_length=200)
    is_drawn = forms.BooleanField(label=_("Ils sont dessinés à la main, pas relevés"), required=False)
