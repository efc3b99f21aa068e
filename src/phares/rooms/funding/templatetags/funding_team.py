"""What a candidate brings, shares and amounts, in words."""

from typing import Any

from django import template
from django.utils.html import format_html_join
from django.utils.translation import gettext as _

from phares.rooms.commons.templatetags.ui import amount
from phares.rooms.cooperation.sharing_words import euros

register = template.Library()


@register.simple_tag
def brought_words(candidate: Any, call: Any) -> str:
    """Say what a candidate brings to the rows of a call: « mécanique cycle (2 personnes), une salle (1) »."""
    return ", ".join(
        f"{row.skill} ({amount(candidate.brings[row.pk], row.unit).strip()})"
        for row in call.requirements.all()
        if row.pk in candidate.brings
    )


@register.simple_tag
def other_choices(candidates: Any) -> str:
    """Write the other candidates as choices: first those who bring something, then the pole, then those around it."""
    groups = (
        (_("apportent aussi quelque chose"), [one for one in candidates if one.brings]),
        (_("dans le pôle"), [one for one in candidates if not one.brings and not one.is_outside]),
        (_("autour du pôle"), [one for one in candidates if not one.brings and one.is_outside]),
    )
    return format_html_join(
        "",
        '<optgroup label="{}">{}</optgroup>',
        (
            (
                label,
                format_html_join(
                    "", '<option value="{}">{}</option>', ((one.structure.pk, one.structure) for one in found)
                ),
            )
            for label, found in groups
            if found
        ),
    )


@register.simple_tag
def share_words(share_bp: int) -> str:
    """Write hundredths of a percent as a percentage."""
    return amount(share_bp / 100, "%")


@register.simple_tag
def part_of(way: Any, member: Any) -> str:
    """Write what a way of splitting gives to a partner, and what share of the whole that is."""
    return f"{euros(way.cents[member.structure_id])} ({share_words(way.shares[member.structure_id])})"


@register.simple_tag
def leaving(way: Any, members: Any) -> str:
    """Name the partners who would do better by themselves."""
    return join_names([one for one in members if one.structure_id in way.would_leave])


@register.filter
def join_names(members: Any) -> str:
    """Write the names of members, one after the other."""
    return ", ".join(str(one.structure) for one in members)
