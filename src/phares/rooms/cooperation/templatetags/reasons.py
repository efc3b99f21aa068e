"""Why two items are put together, in words: one sentence for each code of the engine, and for each shortfall."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext

from phares.rooms.commons.templatetags import ui
from phares.rooms.cooperation.models.item import Exchange, Kind
from phares.rooms.cooperation.queries.matching import KEPT
from phares.rooms.cooperation.said_once import said_once
from phares.rooms.cooperation.units import unit_words
from phares.rooms.cooperation.weekly_times import duration_words, weekly_words

register = template.Library()

Facts = Mapping[str, Any]
MOST_ON_A_CARD = 3
NEXT_DOOR_KM = 0.1
MINUS = "\N{MINUS SIGN}"


def _amount(number: Any, unit: str) -> str:
    """Write an exact amount of the engine, a whole number or "n/d", with its unit."""
    top, _slash, bottom = str(number).partition("/")
    exact = int(top) / int(bottom or 1)
    return ui.amount(round(exact, 2), unit_words(unit)).strip()


def _listed(words: Iterable[Any]) -> str:
    """Write a few words one after the other."""
    return ", ".join(str(word) for word in words)


def _cited(words: Iterable[Any]) -> str:
    """Write words that somebody used one after the other, each between quotation marks: they are not our sentence."""
    return _listed(ui.quoted(str(word)) for word in words)


def _two_by_two(facts: Facts) -> str:
    """Write pairs of words that somebody used."""
    cited = ((ui.quoted(str(one)), ui.quoted(str(other))) for one, other in facts["pairs"])
    return _listed(gettext("%(one)s et %(other)s") % {"one": one, "other": other} for one, other in cited)


def _pairs(facts: Facts) -> str:
    """Write words that are near each other, two by two."""
    return gettext("des mots proches : %(words)s") % {"words": _two_by_two(facts)}


def _senses(facts: Facts) -> str:
    """Write the words of both sides that go together."""
    return gettext("des mots qui vont ensemble : %(words)s") % {"words": _two_by_two(facts)}


def _idea(facts: Facts) -> str:
    """Write one idea said with two words, or two ideas that go together; what nobody wrote is not quoted."""
    if hinted := facts.get("hinted"):
        return _idea_hinted(facts, hinted)
    said = {"one": ui.quoted(facts["need_term"]), "other": ui.quoted(facts["offer_term"])}
    if facts.get("through"):
        return gettext("deux idées qui vont ensemble : %(one)s et %(other)s") % said
    if said["one"] == said["other"]:
        return gettext("la même idée : %(one)s") % said
    return gettext("la même idée : %(one)s et %(other)s") % said


def _idea_hinted(facts: Facts, hinted: Sequence[str]) -> str:
    """Write an idea that a side only hints at: the word that was written, and the idea by its name."""
    if len(hinted) > 1:
        return gettext("une idée voisine : %(idea)s") % {"idea": facts["need_term"]}
    written, idea = ("offer_term", "need_term") if hinted[0] == "need" else ("need_term", "offer_term")
    said = {"one": ui.quoted(facts[written]), "idea": facts[idea]}
    if facts[written] == facts[idea]:
        return gettext("une idée voisine de %(one)s") % said
    return gettext("une idée voisine de %(one)s : %(idea)s") % said


def _near(facts: Facts) -> str:
    """Write how far one is from the other."""
    if facts["km"] < NEXT_DOOR_KM:
        return gettext("à la même adresse, ou presque")
    return gettext("à %(distance)s l’une de l’autre") % {"distance": ui.amount(facts["km"], "km")}


def _dates(facts: Facts) -> str:
    """Write how much of the need's period the offer's holds."""
    if facts["days"] == facts["of"]:
        return gettext("toutes les dates du besoin y sont")
    counted = {"days": facts["days"], "of": facts["of"]}
    return (
        ngettext("%(days)d jour sur les %(of)d du besoin", "%(days)d jours sur les %(of)d du besoin", facts["days"])
        % counted
    )


def _together(facts: Facts) -> str:
    """Write what the two have already done with each other."""
    if facts["level"] >= KEPT:
        return gettext("ces deux-là ont déjà tenu une promesse ensemble")
    return gettext("ces deux-là ont déjà coopéré")


def _often(facts: Facts) -> str:
    """Write that others have their turn."""
    times = facts["times"]
    return ngettext(
        "déjà proposée %(count)d fois en trois mois : les autres ont aussi leur tour",
        "déjà proposée %(count)d fois en trois mois : les autres ont aussi leur tour",
        times,
    ) % {"count": times}


REASONS: dict[str, Callable[[Facts], str]] = {
    "same_words": lambda facts: gettext("les mêmes mots : %(words)s") % {"words": _cited(facts["words"])},
    "close_words": _pairs,
    "same_idea": _idea,
    "near_sense": _senses,
    "close_meaning": lambda _facts: gettext("un sens proche, d’après le modèle de langue installé ici"),
    "same_kind": lambda facts: gettext("le même genre de chose : %(kind)s") % {"kind": Kind(facts["kind"]).label},
    "same_tags": lambda facts: gettext("le même domaine : %(fields)s") % {"fields": _listed(facts["tags"])},
    "near": _near,
    "dates_fit": _dates,
    "common_times": lambda facts: (
        gettext("libres aux mêmes moments : %(times)s") % {"times": weekly_words(facts["times"])}
    ),
    "quantity_fits": lambda facts: gettext("la quantité y est : %(have)s pour %(want)s") % _both(facts),
    "kept_together": _together,
    "shown_often": _often,
    "like_refused": lambda facts: gettext("proche de ce que votre côté a déjà écarté"),
}


def _both(facts: Facts) -> dict[str, str]:
    """Write what there is and what is wanted."""
    return {name: _amount(facts[name], facts["unit"]) for name in ("have", "want")}


def _days_short(facts: Facts) -> str:
    """Write how many days are missing."""
    return ngettext(
        "il manque %(short)d jour sur %(want)d", "il manque %(short)d jours sur %(want)d", facts["short"]
    ) % {"short": facts["short"], "want": facts["want"]}


def _exchange(facts: Facts) -> str:
    """Write what each side asks for in return."""
    sides = {name: Exchange(facts[name]).label for name in ("have", "want")}
    return gettext("à voir ensemble : offert %(have)s, demandé %(want)s") % sides


MISSING: dict[str, Callable[[Facts], str]] = {
    "quantity": lambda facts: gettext("il manque %(short)s") % {"short": _amount(facts["short"], facts["unit"])},
    "days": _days_short,
    "times": lambda facts: gettext("il manque %(time)s par semaine") % {"time": duration_words(facts["short_minutes"])},
    "exchange": _exchange,
}


@register.filter
def reason_words(reason: Facts) -> str:
    """Write one reason as a sentence; nothing for a code that the engine no longer gives."""
    return _written(REASONS, reason)


@register.filter
def missing_words(lack: Facts) -> str:
    """Write what is missing as a sentence."""
    return _written(MISSING, lack)


def _written(words: Mapping[str, Callable[[Facts], str]], facts: Facts) -> str:
    """Return the sentence for a code; what was kept in another form long ago is left out rather than shown wrong."""
    try:
        return words[facts["code"]](facts)
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return ""


@register.filter
def for_a_card(reasons: Sequence[Facts]) -> list[str]:
    """Return the few strongest reasons in words, without those that take points away, each thing said once."""
    brought = sorted((one for one in reasons if one.get("points", 0) > 0), key=lambda one: -one["points"])
    return [words for words in map(reason_words, said_once(brought)) if words][:MOST_ON_A_CARD]


OUTRIGHT = ("kept_together", "common_times", "quantity_fits", "dates_fit", "near", "same_idea")
"""What a passer-by understands at once, the strongest sort first."""


@register.filter
def outright(reasons: Sequence[Facts]) -> str:
    """Return the one reason that needs no explanation; nothing where there is none."""
    plain = sorted((one for one in reasons if one["code"] in OUTRIGHT), key=lambda one: OUTRIGHT.index(one["code"]))
    return reason_words(plain[0]) if plain else ""


@register.filter
def points_words(points: float) -> str:
    """Write points on a scale of a thousand, all decimals kept, so that the lines add up to their total."""
    return number_format(round(points * 1000, 3), 3, use_l10n=True).replace("-", MINUS)


@register.filter
def most_points(points: float) -> str:
    """Write the most that a rule can bring, on the same scale."""
    return number_format(round(points * 1000), 0, use_l10n=True)


@register.filter
def total_points(reasons: Sequence[Facts]) -> float:
    """Return the sum of the points of all reasons."""
    return sum(round(one["points"] * 1_000_000) for one in reasons) / 1_000_000
