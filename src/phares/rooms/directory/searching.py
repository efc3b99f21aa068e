"""What the one search page is asked, and the directory's own answer to it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from phares.rooms.commons.blocks import Block, Line
from phares.rooms.commons.search import search_words
from phares.rooms.directory import queries
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole

MOST = 8


@dataclass(frozen=True)
class Question:
    """What is looked for in a pole; handed to every room that offers a panel on the search page."""

    pole: Pole
    words: str

    def answer(
        self, key: str, title: str, found: QuerySet[Any], line: Callable[[Any], Line], *, guessed: bool, list_url: str
    ) -> Block:
        """Return the first of what was found and how many there are, which is asked only where some are not shown.

        Where a typing error was put right (`guessed`), the block says so. `list_url` ends where the words go.
        """
        lines = [line(one) for one in found[:MOST]]
        near = _("Rien pour « %(words)s » à la lettre : voici ce qui s’en approche.") % {"words": self.words}
        return Block(
            key,
            title,
            lines,
            why=near if guessed else "",
            total=found.count() if len(lines) == MOST else len(lines),
            all_url=f"{list_url}{quote(self.words)}",
        )


def structures_block(actor: Actor, question: Question, day: date) -> Block:
    """Return the structures found, actors around the pole with them."""
    pole = question.pole
    words = queries.words_understood(actor, pole, question.words)
    return question.answer(
        "structures",
        _("Structures"),
        queries.with_standing(queries.by_words(actor, pole, words)),
        lambda one: _line(queries.standing(one, actor, day)),
        guessed=words != search_words(question.words),
        list_url=f"{reverse('directory:structures', args=[pole.slug])}?q=",
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
