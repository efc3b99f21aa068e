"""`phares screenshots FOLDER`: every main page, as each role, on a desk and on a phone; one page shows them all."""

import argparse
import html
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext

from phares.cli import browsing
from phares.cli.demo import CannotStart
from phares.cli.temporary_demo import running
from phares.cli.words import tell
from phares.demo.tour import TOUR, Stop

WIDTHS = (1280, 360)


def picture_name(stop: Stop, width: int) -> str:
    """Return the file name of one picture."""
    return f"{stop.name}-{stop.role or 'visiteur'}-{width}.png"


def picture(context: BrowserContext, stop: Stop, file: Path) -> int:
    """Write the picture of one page, and return the status that the site answered."""
    page = context.new_page()
    status = browsing.visit(page, stop.path, stop.links)
    page.screenshot(path=file, full_page=True)
    page.close()
    return status


def pictures(opened: Browser, address: str, folder: Path) -> Iterator[tuple[Stop, int, int]]:
    """Write every picture, one visitor a role and width, and yield each page with its width and status."""
    for width in WIDTHS:
        contexts: dict[str, BrowserContext] = {}
        for stop in TOUR:
            if stop.role not in contexts:
                contexts[stop.role] = browsing.visitor(opened, address, width=width)
                if stop.role:
                    browsing.enter(contexts[stop.role], address, stop.role)
            yield stop, width, picture(contexts[stop.role], stop, folder / picture_name(stop, width))
        for context in contexts.values():
            context.close()


STYLE = """
body { margin: 1rem; background: #eee; font-family: sans-serif }
body { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start }
figure { margin: 0; padding: .5rem; background: #fff; display: flex; flex-wrap: wrap; gap: .5rem; align-items: start }
figcaption { width: 100%; font-weight: bold }
a { max-height: 26rem; overflow: hidden; border: 1px solid #ccc }
img { display: block }
"""


def index(folder: Path) -> None:
    """Write the page that shows every picture, the desk beside the phone."""
    figures = []
    for stop in TOUR:
        images = "".join(
            f'<a href="{name}"><img src="{name}" alt="{width} px" width="{width // 3}"></a>'
            for width in WIDTHS
            for name in [html.escape(picture_name(stop, width))]
        )
        caption = html.escape(f"{stop.name} · {stop.role or 'visiteur'}")
        figures.append(f"<figure><figcaption>{caption}</figcaption>{images}</figure>")
    head = f'<!doctype html><html lang="fr"><meta charset="utf-8"><title>Phares</title><style>{STYLE}</style>'
    (folder / "index.html").write_text(head + "".join(figures) + "</html>")


def write_everything(folder: Path) -> int:
    """Write the pictures and their page; return how many pages were broken."""
    broken = 0
    with running() as address, browsing.browser() as opened:
        for stop, width, status in pictures(opened, address, folder):
            broken += status >= 500 or status == browsing.NO_SUCH_LINK
            tell(f"{stop.name} {width} px\u202f: {status}", f"{stop.name} {width} px: {status}")
    index(folder)
    return broken


def command(options: argparse.Namespace) -> int:
    """Carry out `phares screenshots`."""
    folder = Path(options.folder)
    folder.mkdir(parents=True, exist_ok=True)
    if browsing.program() is None:
        tell("il faut Chromium (paquet chromium)", "Chromium is needed (package chromium)")
        return 1
    try:
        broken = write_everything(folder)
    except CannotStart as reason:
        tell(str(reason), str(reason))
        return 1
    print(folder / "index.html")
    return 1 if broken else 0
