"""What a candidate brings, shares and amounts, in words."""

from typing import Any

from django import template

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
def share_words(share_bp: int) -> str:
    """Write hundredths of a percent as a percentage."""
    return amount(share_bp / 100, "%")


@register.simple_tag
def cents_of(way: Any, member: Any) -> str:
    """Write what a way of splitting gives to a partner."""
    return euros(way.cents.get(member.structure_id, 0))
