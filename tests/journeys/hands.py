"""Two ways to use a page: pointing at things, and the keyboard alone."""

import re
from dataclasses import dataclass

from playwright.sync_api import Page

MOST_KEYS = 200
NAME = "e => (e.getAttribute('aria-label') || e.labels?.[0]?.innerText || e.innerText || '').trim()"


@dataclass
class Pointer:
    """Somebody with a mouse or a finger."""

    page: Page

    def press(self, name: str, within: str = "") -> None:
        """Press the button, or follow the link drawn as one, whose name begins so."""
        wanted = re.compile(rf"^{re.escape(name)}")
        place = self.page.get_by_role("article").filter(has_text=within) if within else self.page.get_by_role("main")
        found = place.get_by_role("button", name=wanted).or_(place.get_by_role("link", name=wanted))
        with self.page.expect_navigation():
            found.and_(place.locator(":not([tabindex='-1'])")).first.click()

    def choose(self, option: str) -> None:
        """Choose among tiles."""
        self.page.get_by_role("radio", name=re.compile(option)).check(force=True)

    def write(self, label: str, text: str) -> None:
        """Fill in the first box of this name."""
        self.page.get_by_role("textbox", name=label).first.fill(text)

    def pick(self, label: str, option: str) -> None:
        """Choose in the first list of this name."""
        self.page.get_by_role("combobox", name=label).first.select_option(label=option)


@dataclass
class Keyboard:
    """Somebody who only presses keys, and must see where they are."""

    page: Page

    def _reach(self, name: str, within: str = "", kind: str = "*") -> None:
        """Go from one thing to the next until the one whose name begins so."""
        for _ in range(MOST_KEYS):
            self.page.keyboard.press("Tab")
            focused = self.page.evaluate_handle("document.activeElement")
            inside = not within or within in (self.page.evaluate("e => e.closest('article')?.innerText || ''", focused))
            fits = self.page.evaluate("([e, kind]) => e.matches(kind)", [focused, kind])
            if inside and fits and str(self.page.evaluate(NAME, focused)).startswith(name):
                return
        raise AssertionError(f"{self.page.url}: the keyboard never reaches {name!r}")

    def reach(self, name: str, kind: str) -> None:
        """Go on until the thing of this kind whose name begins so."""
        self._reach(name, kind=kind)

    def press(self, name: str, within: str = "") -> None:
        """Reach it and press Enter."""
        self._reach(name, within, "a, button")
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def choose(self, option: str) -> None:
        """Reach the group, then go from tile to tile."""
        self._reach("", kind="input[type=radio]")
        for _ in range(MOST_KEYS):
            focused = self.page.evaluate_handle("document.activeElement")
            if option in str(self.page.evaluate(NAME, focused)):
                self.page.keyboard.press("Space")
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{self.page.url}: no tile {option!r}")

    def write(self, label: str, text: str) -> None:
        """Reach the box, and type over what it holds."""
        self._reach(label, kind="input, textarea")
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def pick(self, label: str, option: str) -> None:
        """Reach the list, and type the beginning of the option."""
        self._reach(label, kind="select")
        self.page.keyboard.type(option)


Hands = Pointer | Keyboard
