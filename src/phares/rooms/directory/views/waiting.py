"""Blocks on a page: their first lines, with the way to all of them."""

from typing import Any

from django.urls import reverse

from phares.rooms.commons.blocks import Block


def cut_blocks(request: Any, page: str, blocks: list[Block], most: int) -> dict[str, Any]:
    """Return the blocks of the main column and of the side, each cut to `most` lines but for the one asked for.

    `next_key` names the block that holds the next thing to do: the first whose first line asks for one; `whole_key` the
    block that is asked for whole.
    """
    here = reverse(page, args=[request.pole.slug])
    asked = request.GET.get("tout")
    cut = [one if one.key == asked else one.cut(most, all_url=f"{here}?tout={one.key}#{one.key}") for one in blocks]
    main = [one for one in cut if not one.is_aside]
    waiting = [one for one in main if one.lines and one.lines[0].action] or [one for one in main if one.empty_url]
    next_key = waiting[0].key if waiting else ""
    asides = [one for one in cut if one.is_aside]
    return {"blocks": main, "asides": asides, "next_key": next_key, "whole_key": asked}
