"""Every kind of page that links lead to, for each role, on a phone, in the dark and in English too."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from playwright.sync_api import Page

from journeys.walking import walk


class Walk(NamedTuple):
    """Who walks, from where, and how the pages are shown."""

    role: str
    start: tuple[str, ...]
    scheme: str = "light"
    language: str = "fr"


WALKS = [
    Walk("", ("/fanal/", "/phares/")),
    Walk("nour", ("/fanal/bonjour/",), scheme="dark"),
    Walk("sam", ("/fanal/bonjour/",), language="en"),
    Walk("maud", ("/fanal/bonjour/",)),
    Walk("lena", ("/fanal/semaine/",), scheme="dark"),
]
FEWEST = 15


@pytest.mark.slow
@pytest.mark.parametrize("way", WALKS, ids=lambda way: f"{way.role or 'visitor'}-{way.scheme}-{way.language}")
def test_every_link_opens_and_axe_finds_nothing(
    page_at: Callable[..., Page], axe: Callable[[Page], None], address: str, way: Walk
) -> None:
    page = page_at(360, as_whom=way.role)
    page.emulate_media(color_scheme=way.scheme)  # type: ignore[arg-type]
    page.context.add_cookies([{"name": "django_language", "value": way.language, "url": address}])
    assert len(walk(page, way.start, axe)) > FEWEST
