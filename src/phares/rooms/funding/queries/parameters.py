"""Reads of the figures of the law."""

from datetime import date

from phares.rooms.funding.models import LegalParameter


def in_force(code: str, day: date) -> LegalParameter | None:
    """Return the figure in force on `day`, None before the first text that says one."""
    return LegalParameter.objects.on(day).filter(code=code).order_by("from_on").last()
