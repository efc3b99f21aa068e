"""Needs and offers in words: who, how much, when."""

from decimal import Decimal
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from phares.rooms.commons import days
from phares.rooms.commons.templatetags import ui
from phares.rooms.cooperation import permissions
from phares.rooms.cooperation.models import Item
from phares.rooms.cooperation.units import unit_words
from phares.rooms.cooperation.weekly_times import weekly_words
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Person, Structure
from phares.rooms.directory.models.held import Holder

register = template.Library()

KIND_ICONS = {
    "space": "building",
    "equipment": "tool",
    "skill": "knowledge",
    "hours": "clock",
    "purchase": "purchase",
    "knowledge": "info",
    "transport": "transport",
    "money": "money",
    "other": "voice",
}


@register.simple_tag(takes_context=True)
def who(context: Any, holder: Holder) -> str:
    """Name a structure, a group or a resident as far as this reader may know the name."""
    if permissions.can_see_name(context["actor"], holder, context["pole"]):
        return str(holder)
    return gettext("une personne qui habite ici") if isinstance(holder, Person) else gettext("une structure du pôle")


@register.simple_tag(takes_context=True)
def who_link(context: Any, holder: Holder) -> SafeString | str:
    """Name a holder, with a link to its page where it is a structure that this reader may see."""
    name = who(context, holder)
    if not isinstance(holder, Structure) or not permissions.can_see_name(context["actor"], holder, context["pole"]):
        return name
    return format_html(
        '<a href="{}">{}</a>', reverse("directory:structure", args=[context["pole"].slug, holder.slug]), name
    )


@register.filter
def kind_icon(kind: str) -> str:
    """Return the icon of a kind."""
    return KIND_ICONS.get(kind, "voice")


@register.simple_tag
def how_much(item: Item) -> str:
    """Write the quantity of an item, nothing where none was said."""
    return "" if item.quantity is None else ui.amount(item.quantity, unit_words(item.unit)).strip()


@register.simple_tag
def amount_of(item: Item, quantity: Any) -> str:
    """Write a part of an item's quantity in its unit."""
    return ui.amount(abs(quantity), unit_words(item.unit)).strip()


@register.simple_tag(takes_context=True)
def when(context: Any, item: Item) -> str:
    """Write the days and the weekly times of an item in words."""
    days = ui.period(item.from_on, item.until_on, context["today"])
    return ", ".join(filter(None, (days, weekly_words(item.weekly))))


@register.simple_tag
def kind_icons() -> dict[str, str]:
    """Return the icon of each choice among the questions: kinds, need or offer."""
    return {**KIND_ICONS, "need": "need", "offer": "offer"}


@register.simple_tag
def choice_hints() -> dict[str, str]:
    """Return a few words of example for each choice among the questions."""
    return {
        "need": gettext("quelque chose vous manque"),
        "offer": gettext("vous pouvez donner, prêter ou partager quelque chose"),
        "space": gettext("une salle, un hangar, un bout de terrain"),
        "equipment": gettext("un outil, une machine, du mobilier"),
        "skill": gettext("quelqu’un qui sait faire, ou apprendre à faire"),
        "hours": gettext("une présence, un coup de main, un remplacement"),
        "purchase": gettext("quelque chose à acheter, seul ou à plusieurs"),
        "knowledge": gettext("une adresse, un conseil, un retour d’expérience"),
        "transport": gettext("un véhicule, un trajet, une livraison"),
        "money": gettext("une avance, un apport, un financement"),
        "pole": gettext("celles et ceux qui ont un mandat dans le pôle"),
        "public": gettext("la phrase et le détail, jamais le nom d’une personne"),
    }


@register.filter
def at(pairs: dict[str, Any], name: str) -> Any:
    """Return what stands under a name that a template cannot write, such as one with a hyphen."""
    return pairs[name]


@register.filter
def ago(day: Any, today: Any) -> str:
    """Write how far a day is from today, for the middle of a sentence."""
    return days.since_words(day, today)


@register.filter
def is_mine(item: Item, actor: Actor) -> bool:
    """Say whether the reader acts for the one who holds this."""
    return actor.acts_for(item.holder)


@register.simple_tag
def day_in_words(day: Any) -> str:
    """Write a day in words, without the mark-up of a page."""
    return days.day_words(day) if day else ""


@register.simple_tag
def moment_in_words(moment: Any) -> str:
    """Write a day and its hour in words, without the mark-up of a page."""
    said = {"day": days.day_words(moment, weekday=True), "hour": days.hour_words(moment)}
    return gettext("%(day)s à %(hour)s") % said


@register.simple_tag
def hour_in_words(moment: Any) -> str:
    """Write the hour of a moment in words."""
    return days.hour_words(moment)


@register.simple_tag
def amount_in(unit: str, quantity: Any) -> str:
    """Write a quantity in a unit, two decimals at most."""
    return ui.amount(round(float(quantity), 2), unit_words(unit)).strip()


@register.simple_tag
def euros(cents: int | None) -> str:
    """Write whole cents as euros."""
    return ui.amount(Decimal(cents or 0) / 100, "€")


@register.simple_tag
def euros_gained(cents: int) -> str:
    """Write what changes for somebody: so much less to pay, or so much more."""
    words = gettext("%(euros)s de moins") if cents >= 0 else gettext("%(euros)s de plus")
    return words % {"euros": euros(abs(cents))}
