"""A walk through every kind of page that links lead to, once each."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import APIResponse, Error, Page, Response

OTHERS = ("/demo/", "/langue/", "/compte/logout/")  # ways into another role, another language, and out


def kind_of(path: str) -> str:
    """Return the name of the address that answers a path: pages of one name are one kind."""
    try:
        return resolve(urlsplit(path).path, urlconf="phares.demo.urls").view_name
    except Resolver404:
        return f"nothing at {path}"


def links_of(page: Page) -> Iterator[str]:
    """Yield the addresses of this site that a page leads to."""
    yield from page.locator("a[href]").evaluate_all(
        "links => links.filter(a => a.origin === location.origin).map(a => a.pathname + a.search)"
    )


def opened(page: Page, path: str) -> APIResponse | Response:
    """Show the page that is at this address; a file to keep or a feed is read beside what is shown."""
    try:
        answer = page.goto(path) if urlsplit(path).path.endswith("/") else None
    except Error as refused:
        if "Download is starting" not in refused.message and "ERR_ABORTED" not in refused.message:
            raise
        answer = None
    return answer or page.request.get(path)


def is_page(answer: APIResponse | Response) -> bool:
    """Tell a page from a sheet, a picture or a calendar."""
    return "text/html" in answer.headers.get("content-type", "")


def walk(page: Page, start: Sequence[str], axe: Callable[[Page], None]) -> set[str]:
    """Open one page of each kind that links lead to from `start`, hold each to axe, and return the kinds seen."""
    waiting, seen, wrong = deque(start), set[str](), list[str]()
    while waiting:
        path = waiting.popleft()
        if kind_of(path) in seen or path.startswith(OTHERS):
            continue
        seen.add(kind_of(path))
        answer = opened(page, path)
        if not answer.ok:
            wrong.append(f"{path}, to which a link leads, answers {answer.status}")
        elif is_page(answer):
            wrong.extend(complaints(page, axe))
            waiting.extend(links_of(page))
    assert not wrong, f"of {len(seen)} kinds of page:\n" + "\n".join(wrong)
    return seen


def complaints(page: Page, axe: Callable[[Page], None]) -> Iterator[str]:
    """Yield what axe finds."""
    try:
        axe(page)
    except AssertionError as found:
        yield str(found)
