"""Finding needs, offers and cooperations by words, where one letter went wrong too."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from phares.rooms.commons.search import understood
from phares.rooms.cooperation import permissions
from phares.rooms.cooperation.models import Cooperation, Item
from phares.rooms.cooperation.queries.cooperations import cooperations_found
from phares.rooms.cooperation.queries.items import items_found
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole


def _understood(words: str, texts: Iterable[str]) -> str:
    """Return a question whose typing errors are taken for the nearest words of these texts."""
    known = {word for text in texts for word in text.split()}
    joined = " ".join(sorted(known))
    return " ".join(understood(words, is_known=lambda word: word in joined, vocabulary=lambda word: known))


def items_searched(actor: Actor, pole: Pole, words: str, side: str, day: date) -> tuple[QuerySet[Item], bool]:
    """Return the needs or the offers that wait on `day` and that the words find, and whether the words were guessed."""
    found = items_found(actor, pole, day, side=side, words=words)
    if found.exists():
        return found, False
    texts = permissions.visible_items(actor, pole).open_on(day).filter(side=side).values_list("search_text", flat=True)
    return items_found(actor, pole, day, side=side, words=_understood(words, texts)), True


def cooperations_searched(actor: Actor, pole: Pole, words: str) -> tuple[QuerySet[Cooperation], bool]:
    """Return the cooperations that the actor may see and that the words find, and whether the words were guessed."""
    found = cooperations_found(actor, pole, words=words)
    if found.exists():
        return found, False
    texts = permissions.visible_cooperations(actor, pole).values_list("search_text", flat=True)
    return cooperations_found(actor, pole, words=_understood(words, texts)), True
