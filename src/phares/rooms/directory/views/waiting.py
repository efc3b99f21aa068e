"""Blocks on a page: their first lines, with the way to all of them."""

from typing import Any

from django.urls import reverse

from phares.rooms.commons.blocks import Block


def cut_blocks(request: Any, page: str, blocks: list[Block], most: int) -> dict[str, list[Block]]:
    """Return the blocks of the main column and of the side, each cut to `most` lines but for the one asked for."""
    here = reverse(page, args=[request.pole.slug])
    asked = request.GET.get("tout")
    cut = [one if one.key == asked else one.cut(most, all_url=f"{here}?tout={one.key}#{one.key}") for one in blocks]
    return {"blocks": [one for one in cut if not one.is_aside], "asides": [one for one in cut if one.is_aside]}
