"""Every page of the tour, seen by the one who uses it, on a desk and on a phone: it opens, and axe finds nothing."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from phares.demo.tour import TOUR, Stop


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("stop", TOUR, ids=lambda stop: f"{stop.name}-{stop.role or 'visitor'}")
def test_the_page_opens_and_axe_finds_nothing(
    page_at: Callable[..., Page], axe: Callable[[Page], None], stop: Stop, width: int
) -> None:
    page = page_at(width, as_whom=stop.role)
    answer = page.goto(stop.path)
    assert answer is not None
    if stop.follow:
        page.locator(stop.follow).first.click()
    assert answer.status == (404 if stop.name == "introuvable" else 200)
    axe(page)
