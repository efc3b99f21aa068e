"""Limits: how often one visitor may do what costs others time, counted in the cache that all workers share."""

import time
from typing import Any

from django.core.cache import cache
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.refusals import Refusal


class TooOften(Refusal):
    """The same visitor did this more often than a hand does."""

    sentence = _("Vous avez déjà envoyé plusieurs demandes : attendez une heure, ou appelez-nous.")
    status = 429


def counted(what: str, seconds: int) -> int:
    """Count one more time within these seconds, and return how often it was.

    Each stretch of time has a counter of its own, because Django's cache in the database gives a key its whole time
    anew at each count: whoever goes on with a steady hand would be counted for ever.
    """
    key = f"{what}:{int(time.time()) // seconds}"
    cache.add(key, 0, timeout=seconds)
    try:
        count = cache.incr(key)
    except ValueError:  # the time ended between the two lines
        return 1
    cache.touch(key, seconds)
    return count


def spend(what: str, request: Any, *, most: int, seconds: int) -> None:
    """Count one more time for this visitor's address, and raise TooOften past `most` within `seconds`."""
    if counted(f"{what}:{request.META.get('REMOTE_ADDR', '')}", seconds) > most:
        raise TooOften
