"""The questions asked when something is said, one per screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.day_field import DayField
from phares.rooms.cooperation.models.item import Exchange, Kind, Side
from phares.rooms.cooperation.queries.holders import holder_choices, holder_named
from phares.rooms.cooperation.units import UNITS
from phares.rooms.cooperation.weekly_times import week_grid
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.directory.models.structure import Visibility

Words = Mapping[str, Any]
LARGEST_QUANTITY = Decimal("99999999.99")


@dataclass(frozen=True)
class Saying:
    """Around the questions: who answers them, where, on which day, and whether it is a need or an offer."""

    actor: Actor
    pole: Pole
    day: date
    side: str = ""


class Question(forms.Form):
    """One screen: its title depends on whether a need or an offer is said; `fewest` words help."""

    slug: ClassVar[str]
    optional: ClassVar[bool] = False
    titles: ClassVar[Words]
    lead: ClassVar[Any] = ""

    def __init__(self, *args: Any, saying: Saying, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.saying = saying
        self.heading = self.titles.get(saying.side) or self.titles["need"]
        if len(self.fields) == 1:  # one thing per screen: its label is the screen's title
            next(iter(self.fields.values())).label = self.heading

    @property
    def only_field(self) -> forms.BoundField | None:
        """Return the field whose label is the title of the screen."""
        bound = list(self)
        return bound[0] if len(bound) == 1 else None


class ForWhom(Question):
    """For whom it is noted: somebody known, or a resident met for the first time."""

    slug = "pour-qui"
    titles = {"need": _("Pour qui notez‑vous ?")}
    holder = forms.ChoiceField(label=_("Quelqu’un que le pôle connaît"), required=False)
    given_name = forms.CharField(
        label=_("Ou une personne nouvelle : son prénom"),
        max_length=80,
        required=False,
        help_text=_(
            "Un prénom suffit. Il n’est jamais montré au public, et la personne n’a besoin ni de compte ni d’adresse."
        ),
    )
    family_name = forms.CharField(label=_("Son nom, ou son initiale"), max_length=80, required=False)
    said_by = forms.CharField(
        label=_("Pour une structure ou un groupe : qui l’a dit"),
        max_length=80,
        required=False,
        help_text=_("La structure le lira : « noté par vous, dit par… », et pourra le retirer."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["holder"].choices = [  # type: ignore[attr-defined]
            ("", _("choisir dans la liste")),
            *holder_choices(self.saying.actor, self.saying.pole, self.saying.day),
        ]

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two, not both."""
        entry = super().clean() or {}
        known, newcomer = entry.get("holder"), (entry.get("given_name") or "").strip()
        if bool(known) == bool(newcomer) and not self.errors:
            both = _("Choisissez dans la liste, ou écrivez un prénom : pas les deux.")
            self.add_error("holder", both if known else _("Choisissez dans la liste, ou écrivez un prénom."))
        return entry

    def kept(self) -> dict[str, Any]:
        """Return the holder, or the newcomer's name."""
        entry = self.cleaned_data
        if entry["holder"]:
            return {"holder": holder_named(self.saying.pole, entry["holder"]), "said_by": entry["said_by"].strip()}
        return {"given_name": entry["given_name"], "family_name": entry["family_name"]}


class NeedOrOffer(Question):
    """A need or an offer."""

    slug = "quoi"
    titles = {"need": _("Que voulez‑vous dire ?")}
    side = forms.ChoiceField(
        choices=[(Side.NEED, _("Un besoin")), (Side.OFFER, _("Une offre"))], widget=forms.RadioSelect
    )


class WhichKind(Question):
    """What it is about."""

    slug = "genre"
    titles = {"need": _("De quoi avez‑vous besoin ?"), "offer": _("Que pouvez‑vous proposer ?")}
    kind = forms.ChoiceField(choices=Kind.choices, widget=forms.RadioSelect)


class Sentence(Question):
    """The sentence, the detail, and the words as they were said."""

    slug = "phrase"
    titles = {"need": _("Dites‑le en une phrase"), "offer": _("Dites‑le en une phrase")}
    title = forms.CharField(
        label=_("La phrase"), max_length=140, help_text=_("Comme vous le diriez à une voisine ou à un voisin.")
    )
    text = forms.CharField(
        label=_("Le détail"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    quote = forms.CharField(
        label=_("Les mots tels qu’ils ont été dits"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Sans guillemets. Ils restent à côté de la phrase, à leur jour."),
    )
    said_on = DayField(label=_("Dits quel jour"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        actor, pole = self.saying.actor, self.saying.pole
        if not actor.may("note_for_others", pole):
            del self.fields["quote"], self.fields["said_on"]

    def clean_said_on(self) -> date | None:
        """Refuse a day to come."""
        said_on: date | None = self.cleaned_data["said_on"]
        if said_on and said_on > self.saying.day:
            raise forms.ValidationError(_("Ce jour n’est pas encore venu."))
        return said_on


class SpacedDecimal(forms.DecimalField):
    """A number as people write it: « 1 200,5 »."""

    def to_python(self, value: Any) -> Decimal | None:
        """Read it without its spaces."""
        return super().to_python("".join(value.split()) if isinstance(value, str) else value)


class HowMuch(Question):
    """How much of it."""

    slug = "combien"
    optional = True
    titles = {"need": _("Combien vous en faut‑il ?"), "offer": _("Combien pouvez‑vous en proposer ?")}
    lead = _("Si cela se compte. L’unité sert à voir qui en a assez.")
    quantity = SpacedDecimal(
        label=_("Combien"),
        min_value=Decimal("0.01"),
        max_value=LARGEST_QUANTITY,
        max_digits=10,
        decimal_places=2,
        required=False,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        error_messages={
            **dict.fromkeys(["min_value", "invalid"], _("Écrivez un nombre plus grand que zéro.")),
            **dict.fromkeys(["max_value", "max_digits", "max_whole_digits"], _("Ce nombre est trop grand.")),
            "max_decimal_places": _("Deux chiffres après la virgule suffisent."),
        },
    )
    unit = forms.ChoiceField(label=_("De quoi"), choices=[("", _("sans unité")), *UNITS.items()], required=False)

    def clean(self) -> dict[str, Any]:
        """Leave the unit out where no quantity is said."""
        entry = super().clean() or {}
        if entry.get("quantity") is None:
            entry["unit"] = ""
        return entry


class WhenIsIt(Question):
    """From when to when, and which times of the week."""

    slug = "quand"
    optional = True
    titles = {"need": _("Pour quand ?"), "offer": _("Quand est‑ce possible ?")}
    lead = _("Laissez vide ce qui est égal : ce qui n’est pas dit convient à tout le monde.")
    from_on = DayField(label=_("À partir du"), required=False)
    until_on = DayField(label=_("Jusqu’au"), required=False)
    weekly = forms.MultipleChoiceField(label=_("Quels moments de la semaine"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        grid = [part for _day, parts in week_grid() for part in parts]
        self.fields["weekly"].choices = grid  # type: ignore[attr-defined]

    @property
    def week(self) -> list[dict[str, Any]]:
        """Return the days with their boxes, those already ticked marked."""
        ticked = self["weekly"].value() or []
        return [
            {"day": day, "parts": [{"value": value, "label": label, "on": value in ticked} for value, label in parts]}
            for day, parts in week_grid()
        ]

    def clean(self) -> dict[str, Any]:
        """Refuse days in the wrong order, or all gone by."""
        entry = super().clean() or {}
        from_on, until_on = entry.get("from_on"), entry.get("until_on")
        if until_on and until_on < self.saying.day:
            self.add_error("until_on", _("Cette date est déjà passée."))
        elif from_on and until_on and until_on < from_on:
            self.add_error("until_on", _("La date de fin vient avant la date de début."))
        return entry


class Where(Question):
    """Where."""

    slug = "ou"
    optional = True
    titles = {"need": _("Où en avez‑vous besoin ?"), "offer": _("Où est‑ce ?")}
    place = forms.CharField(
        max_length=120,
        required=False,
        help_text=_("Un bâtiment, une rue, un quartier : comme on l’indique à quelqu’un."),
    )


class AgainstWhat(Question):
    """Against what."""

    slug = "contre-quoi"
    optional = True
    titles = {"need": _("Que pouvez‑vous donner en échange ?"), "offer": _("Que souhaitez‑vous en échange ?")}
    exchange = forms.ChoiceField(
        choices=[
            ("", _("À voir ensemble")),
            (Exchange.FREE, _("Rien : c’est gratuit")),
            (Exchange.BARTER, _("Autre chose : un échange")),
            (Exchange.PAID, _("De l’argent : un paiement")),
        ],
        widget=forms.RadioSelect,
        required=False,
    )


class WhoSees(Question):
    """Who may see it."""

    slug = "qui-le-voit"
    titles = {"need": _("Qui peut voir ce besoin ?"), "offer": _("Qui peut voir cette offre ?")}
    visibility = forms.ChoiceField(
        choices=[(Visibility.POLE, _("Les structures du pôle")), (Visibility.PUBLIC, _("Tout le monde"))],
        widget=forms.RadioSelect,
        initial=Visibility.POLE,
    )


QUESTIONS: tuple[type[Question], ...] = (
    ForWhom,
    NeedOrOffer,
    WhichKind,
    Sentence,
    HowMuch,
    WhenIsIt,
    Where,
    AgainstWhat,
    WhoSees,
)
