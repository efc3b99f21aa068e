"""The one search page: structures, and what the rooms above find."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from phares.rooms.commons import panels
from phares.rooms.commons.blocks import Block
from phares.rooms.commons.http import reads
from phares.rooms.directory.facets import asked_of
from phares.rooms.directory.searching import Question, structures_block


@reads
def search(request: Any) -> HttpResponse:
    """Show what the words asked for find, each sort of thing in its own part; without words, the box alone."""
    words = asked_of(request.GET).words
    blocks: list[Block] = []
    if words:
        question = Question(request.pole, words)
        shown = panels.shown("search", request.actor, question, request.today)
        blocks = [structures_block(request.actor, question, request.today)]
        blocks += [block for panel in shown for block in panel.context["blocks"]]
    found = [block for block in blocks if block.lines]
    total = sum(max(block.total, len(block.lines)) for block in found)
    return render(request, "directory/search.html", {"words": words, "blocks": found, "total": total})
