"""The texts on screen: French as it is printed, words kept off the screen, and no template that nobody shows."""

import ast
import re
from collections.abc import Iterator

from house.reading import PACKAGE, modules, name_of, nothing_in, parsed, templates
from phares.rooms.commons.typography import french

TRANSLATING = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}
TRANSLATE = re.compile(r"""{%-?\s*(?:translate|trans)\s+(?:"([^"]*)"|'([^']*)')""")
BLOCK = re.compile(r"{%\s*blocktrans(?:late)?\b[^%]*%}(.*?){%\s*endblocktrans(?:late)?\s*%}", re.DOTALL)
KEPT_OFF = re.compile(r"niveau 3|provenance|funnel|\bhub\b|densité|shapley|k-anonym|modérée?s?\b", re.IGNORECASE)
# Shown by Django or a package under a name of its own, not by a line of ours.
SHOWN_BY_OTHERS = re.compile(r"(?:^|/)(?:account|allauth|mfa|usersessions)/|(?:^|/)(?:400|403|404|413|429|500)\.html$")


def _in_code() -> Iterator[tuple[str, str]]:
    """Yield where and what: the texts that our Python hands to gettext."""
    for path in modules():
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TRANSLATING:
                texts = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
                yield from ((f"{name_of(path)}:{node.lineno}", text) for text in texts if isinstance(text, str))


def _in_templates() -> Iterator[tuple[str, str]]:
    """Yield where and what: the texts that our templates translate."""
    for path in templates():
        source = path.read_text()
        yield from ((name_of(path), one or other) for one, other in TRANSLATE.findall(source))
        yield from ((name_of(path), text) for text in BLOCK.findall(source))


def texts() -> list[tuple[str, str]]:
    return [*_in_code(), *_in_templates()]


def _bare(text: str) -> str:
    """Return a text without the template's own signs, in which an apostrophe or a colon is not French."""
    return re.sub(r"{[{%].*?[}%]}|%\(\w+\)[sd]|<[^>]*>", "", text)


def test_texts_are_found_at_all() -> None:
    assert len(texts()) > 50


def test_french_texts_are_written_as_french_is_printed() -> None:
    wrong = [f"{where}: {text!r}" for where, text in texts() if french(_bare(text)) != _bare(text)]
    nothing_in(wrong)


def test_some_words_stay_off_the_screen() -> None:
    nothing_in([f"{where}: {text!r}" for where, text in texts() if KEPT_OFF.search(text)])


def named(name: str, source: str) -> bool:
    """Tell whether a source names a template, whole or built as f"room/mails/{stem}.txt" from a stem that it names."""
    folder, _, file = name.rpartition("/")
    built = f'f"{folder}/{{' in source and f'"{file.split(".")[0]}"' in source
    return built or f'"{name}' in source or f"'{name}" in source


def test_every_template_is_shown_by_something() -> None:
    sources = [path.read_text() for path in [*modules(), *templates()]]
    names = {path.as_posix().rsplit("/templates/", 1)[1] for path in templates()}
    nothing_in(
        name
        for name in names
        if not SHOWN_BY_OTHERS.search(name) and not any(named(name, source) for source in sources)
    )


def test_pages_carry_no_style_nor_script_of_their_own() -> None:
    inline = re.compile(
        r"\sstyle=|<style|<script(?![^>]*\bsrc=)|\son(?:click|change|input|submit|load|error|key\w+|focus|blur)=|javascript:",
        re.IGNORECASE,
    )
    nothing_in([name_of(path) for path in templates() if path.suffix == ".html" and inline.search(path.read_text())])


def test_templates_stand_in_their_own_room() -> None:
    stray = []
    for path in templates():
        inside = path.relative_to(PACKAGE).as_posix()
        room, _, name = inside.removeprefix("rooms/").partition("/templates/")
        stray += [] if not inside.startswith("rooms/") or name.startswith(f"{room}/") else [inside]
    nothing_in(stray)
