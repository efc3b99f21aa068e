"""La semaine: everything that waits in the pole, each line with one thing to do; also on one sheet of paper."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from phares.rooms.commons import panels
from phares.rooms.commons.blocks import Block
from phares.rooms.commons.http import reads
from phares.rooms.commons.numbers import capitalised, number_words
from phares.rooms.commons.refusals import require
from phares.rooms.directory import permissions, queries, week_blocks, week_pdf
from phares.rooms.directory.gate import members
from phares.rooms.directory.views.waiting import cut_blocks

LINES = 3


def _blocks(request: Any) -> list[Block]:
    """Return the blocks of the week that have something to say: those of the rooms above, then our own."""
    require(permissions.can_see_week(request.actor, request.pole))
    shown = panels.shown("week", request.actor, request.pole, request.today)
    blocks = [block for panel in shown for block in panel.context["blocks"]]
    return [block for block in (*blocks, *week_blocks.show(request.pole, request.today)) if block.lines]


def count_sentence(count: int) -> str:
    """Return how many things wait, as one says it: « Neuf choses attendent. »."""
    if not count:
        return _("Rien n’attend. C’est le moment d’aller voir quelqu’un.")
    words = capitalised(number_words(count, feminine=True))
    return ngettext("%(count)s chose attend.", "%(count)s choses attendent.", count) % {"count": words}


@reads
@members
def week(request: Any) -> HttpResponse:
    """Show what waits in the pole."""
    blocks = _blocks(request)
    sentence = count_sentence(sum(len(block.lines) for block in blocks))
    shown = cut_blocks(request, "directory:week", blocks, LINES)
    is_new = not blocks and not queries.has_structures(request.pole)
    return render(request, "directory/week.html", {"sentence": sentence, "is_new": is_new, **shown})


@reads
@members
def week_sheet(request: Any) -> HttpResponse:
    """Give the week on one A4 page."""
    blocks = _blocks(request)
    sentence = count_sentence(sum(len(block.lines) for block in blocks))
    pdf = week_pdf.render(request.pole, request.today, sentence, blocks)
    answer = HttpResponse(pdf, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="semaine-{request.today:%Y-%m-%d}.pdf"'
    answer["Cache-Control"] = "private, no-store"
    return answer
