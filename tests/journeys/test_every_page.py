"""Every page of the tour, seen by the one who uses it, on a desk and on a phone: it opens, and axe finds nothing."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from phares.cli import browsing
from phares.demo.tour import MISSING, TOUR, Stop


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("stop", TOUR, ids=lambda stop: f"{stop.name}-{stop.role or 'visitor'}")
def test_the_page_opens_and_axe_finds_nothing(
    page_at: Callable[..., Page], axe: Callable[[Page], None], stop: Stop, width: int
) -> None:
    page = page_at(width, as_whom=stop.role)
    assert browsing.visit(page, stop.path, stop.links) == (404 if stop.name == MISSING else 200)
    axe(page)
