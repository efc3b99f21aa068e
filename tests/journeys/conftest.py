"""A told demo behind its real server, and a real browser that walks through it: what the journeys ask for."""

import os
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from phares.cli import browsing
from phares.cli.temporary_demo import running

MOST_TABS = 150
# Playwright keeps a loop in this thread, for which Django would refuse its database to the tests that follow here.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "yes"
expect.set_options(timeout=20_000)  # two browsers, two servers and PostgreSQL may share two cores


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every journey is a browser test."""
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def mails(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the demo's mails are written."""
    return tmp_path_factory.mktemp("mails")


@pytest.fixture(scope="session")
def address(mails: Path) -> Iterator[str]:
    """A demo of its own, told once for each process of the test run; on PostgreSQL when asked.

    Journeys add to it and never count on being alone.
    """
    # All the journeys post from one address, faster than any office does.
    settings = {"PHARES_MAIL_FOLDER": str(mails), "PHARES_POSTS_PER_MINUTE": "10000"}
    if cluster := os.environ.get("PHARES_TEST_DATABASE_URL"):
        name = f"journeys_{uuid.uuid4().hex[:8]}"
        with psycopg.connect(cluster, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")  # type: ignore[call-overload]
        settings["PHARES_DATABASE_URL"] = cluster.rsplit("/", 1)[0] + f"/{name}"
    with running(**settings) as told:
        yield told


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all."""
    with browsing.browser() as opened:
        yield opened


class Ear:
    """What the browser complained of: errors of scripts, and what the content policy refused."""

    def __init__(self) -> None:
        self.complaints: list[str] = []
        self.deaf_to: set[Page] = set()

    def listen_to(self, page: Page) -> None:
        page.on("console", lambda message: self.hear(page, message))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("framenavigated", lambda frame: self.deaf_to.discard(page))

    def hear(self, page: Page, message: ConsoleMessage) -> None:
        """Keep an error, but for a page not found, which is no fault of a script."""
        if message.type == "error" and page not in self.deaf_to and "status of 4" not in message.text:
            self.complaints.append(message.text)


@pytest.fixture
def ear() -> Iterator[Ear]:
    """Listen to every page of the test; nothing is expected."""
    listening = Ear()
    yield listening
    assert listening.complaints == []


@pytest.fixture
def page_at(browser: Browser, address: str, ear: Ear) -> Iterator[Callable[..., Page]]:
    """Open a page of a new visitor, `page_at(1280)` or `page_at(360, as_whom="nour", javascript=False)`."""
    contexts: list[BrowserContext] = []

    def open_page(width: int, *, as_whom: str = "", javascript: bool = True) -> Page:
        context = browsing.visitor(browser, address, width=width, javascript=javascript)
        context.set_default_timeout(20_000)
        contexts.append(context)
        if as_whom:
            browsing.enter(context, address, as_whom)
        page = context.new_page()
        ear.listen_to(page)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def axe(ear: Ear) -> Callable[[Page], None]:
    """Assert that axe finds nothing on the page, and that a phone need not be scrolled sideways."""

    def find_nothing(page: Page) -> None:
        page.wait_for_load_state()  # a page that is still without its style sheets is wider
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{page.url} is {wide} px too wide"
        ear.deaf_to.add(page)  # until it shows another page: axe tries styles of its own, which our policy refuses
        # No style sheet read again: axe looks beside the page for those that others import, and finds none there.
        found = Axe().run(page, options={"preload": False})
        assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"

    return find_nothing


@pytest.fixture
def tab_to() -> Callable[[Page, str], None]:
    """Go by keyboard alone to what bears this name, as someone without a mouse does; its focus must be visible."""

    def go(page: Page, name: str) -> None:
        named = "e => e && (e.getAttribute('aria-label') || e.labels?.[0]?.innerText || e.innerText || '').trim()"
        for _ in range(MOST_TABS):
            page.keyboard.press("Tab")
            focused = page.evaluate_handle("document.activeElement")
            if page.evaluate(named, focused) == name:
                style = page.evaluate("e => getComputedStyle(e).outlineStyle + getComputedStyle(e).boxShadow", focused)
                assert style != "nonenone", f"{name}: the focus does not show"
                return
        raise AssertionError(f"{page.url}: Tab never reaches {name!r}")

    return go
