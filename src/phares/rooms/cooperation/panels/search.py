"""What the one search page shows of needs, offers and cooperations, as far as the reader may see them."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from phares.rooms.commons.blocks import Block, Line
from phares.rooms.cooperation import permissions
from phares.rooms.cooperation.models import Cooperation, Item
from phares.rooms.cooperation.models.item import Side
from phares.rooms.cooperation.queries.searching import cooperations_searched, items_searched
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.searching import Question


def show(actor: Actor, question: Question, today: date) -> dict[str, Any]:
    """Return the needs, the offers and the cooperations found."""
    return {"blocks": [*_items(actor, question, today), _cooperations(actor, question)]}


def _items(actor: Actor, question: Question, today: date) -> list[Block]:
    board = reverse("cooperation:items", args=[question.pole.slug])
    parts = ((Side.NEED, "besoins", _("Besoins")), (Side.OFFER, "offres", _("Offres")))
    blocks = []
    for side, name, title in parts:
        found, guessed = items_searched(actor, question.pole, question.words, side, today)
        address = f"{board}?vue={name}&q="
        blocks.append(
            question.answer(name, title, found, lambda one: _item(actor, one), guessed=guessed, list_url=address)
        )
    return blocks


def _item(actor: Actor, item: Item) -> Line:
    """Return a need or an offer; its holder is named to those who may know the name."""
    named = permissions.can_see_name(actor, item.holder, item.pole)
    pieces = [str(item.get_kind_display()), *([str(item.holder)] if named else [])]
    return Line(title=item.title, url=item.get_absolute_url(), pieces=pieces)


def _cooperations(actor: Actor, question: Question) -> Block:
    found, guessed = cooperations_searched(actor, question.pole, question.words)
    address = f"{reverse('cooperation:register', args=[question.pole.slug])}?q="
    return question.answer("cooperations", _("Coopérations"), found, _cooperation, guessed=guessed, list_url=address)


def _cooperation(cooperation: Cooperation) -> Line:
    return Line(
        title=cooperation.title,
        url=cooperation.get_absolute_url(),
        pieces=[str(cooperation.get_form_display()), str(cooperation.get_state_display())],
    )
