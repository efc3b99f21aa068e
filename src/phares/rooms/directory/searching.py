"""What the one search page is asked, and the directory's own answer to it."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from phares.rooms.commons.blocks import Block, Line
from phares.rooms.directory import queries
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole

MOST = 8


@dataclass(frozen=True)
class Question:
    """What is looked for in a pole; handed to every room that offers a panel on the search page."""

    pole: Pole
    words: str


def structures_block(actor: Actor, question: Question, day: date) -> Block:
    """Return the structures found, actors around the pole with them."""
    pole = question.pole
    words = queries.words_understood(actor, pole, question.words)
    found = queries.by_words(actor, pole, words)
    standings = queries.standing_of(found[:MOST], actor, day)
    return Block(
        "structures",
        _("Structures"),
        [_line(one) for one in standings],
        total=found.count(),
        all_url=f"{reverse('directory:structures', args=[pole.slug])}?q={question.words}",
    )


def _line(one: queries.Standing) -> Line:
    """Return one structure: its name, its sentence, how it takes part or what it is to the pole."""
    structure = one.structure
    kinds = [str(held.get_kind_display()) for held in one.held] or [str(structure.get_outside_kind_display())]
    return Line(
        title=str(structure),
        url=structure.get_absolute_url() if structure.name_is_established else "",
        pieces=[piece for piece in (structure.mission, *kinds, *map(str, one.card.fields)) if piece],
    )
