"""Limits: how often one visitor may do what costs others time, counted in the cache that all workers share."""

from typing import Any

from django.core.cache import cache
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.refusals import Refusal


class TooOften(Refusal):
    """The same visitor did this more often than a hand does."""

    sentence = _("Vous avez déjà envoyé plusieurs demandes : attendez une heure, ou appelez-nous.")
    status = 429


def spend(what: str, request: Any, *, most: int, seconds: int) -> None:
    """Count one more time for this visitor's address, and raise TooOften past `most` within `seconds`."""
    key = f"{what}:{request.META.get('REMOTE_ADDR', '')}"
    cache.add(key, 0, timeout=seconds)
    try:
        count = cache.incr(key)
    except ValueError:  # the time ended between the two lines
        return
    if count > most:
        raise TooOften
