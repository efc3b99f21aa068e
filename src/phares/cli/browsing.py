"""A real browser, without a window: Chromium of the system, shut off from everything but this machine."""

import contextlib
import re
import shutil
from collections.abc import Iterator

from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
# No sandbox: in a container, root cannot have one; and only our own pages are opened.
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
           "--disable-component-update", "--disable-sync"]  # fmt: skip
TALL = 900
NO_SUCH_LINK = 0
ELSEWHERE = re.compile(r"^https?://(?!localhost[:/]|127\.0\.0\.1[:/])")


def program() -> str | None:
    """Return the path of Chromium, or nothing where there is none."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@contextlib.contextmanager
def browser() -> Iterator[Browser]:
    """Yield a browser."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program(), args=OPTIONS)
        yield opened
        opened.close()


def _refuse(route: Route) -> None:
    route.abort()


def visitor(opened: Browser, address: str, *, width: int, javascript: bool = True) -> BrowserContext:
    """Return the browser of a new visitor, who speaks French; a page that asks for anything elsewhere is refused."""
    context = opened.new_context(
        base_url=address,
        viewport={"width": width, "height": TALL},
        locale="fr-FR",
        timezone_id="Europe/Paris",
        java_script_enabled=javascript,
        reduced_motion="reduce",
    )
    context.route(ELSEWHERE, _refuse)
    return context


def enter(context: BrowserContext, address: str, key: str) -> None:
    """Enter the demo as one of its cast, as the button of its first page does."""
    context.request.get("/")
    token = next((cookie["value"] for cookie in context.cookies() if cookie["name"] == "csrftoken"), "")
    answer = context.request.post(
        f"/demo/entrer/{key}/", form={"csrfmiddlewaretoken": token}, headers={"Referer": f"{address}/"}
    )
    if not answer.ok:
        raise RuntimeError(f"{key} cannot enter the demo: {answer.status}")


def visit(page: Page, path: str, links: tuple[str, ...]) -> int:
    """Open a page, follow the first link to each of these addresses in turn, and return the last status.

    A link that is not there answers NO_SUCH_LINK.
    """
    answer = page.goto(path)
    for wanted in links:
        found = page.locator("main a").evaluate_all(
            "(links, wanted) => links.map(a => a.pathname).find(path => new RegExp(`^${wanted}$`).test(path))", wanted
        )
        if found is None:
            return NO_SUCH_LINK
        answer = page.goto(found)
    return answer.status if answer else 0
