"""Running text of a sheet: light markup becomes safe HTML for the page, and plain blocks for the printed sheet."""

import re
from collections.abc import Sequence
from typing import Any

import nh3
from django.utils.safestring import SafeString
from markdown_it import MarkdownIt
from markdown_it.token import Token

from phares.rooms.commons.typography import french

TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "blockquote", "br", "h2", "h3", "h4", "h5", "h6"}
_MARKDOWN = MarkdownIt("commonmark", {"html": False, "maxNesting": 20}).disable(["image", "html_block", "html_inline"])
LONGEST = 40_000
LOWEST_HEADING = 6
_LISTS = {"bullet_list_open": 1, "ordered_list_open": 1, "bullet_list_close": -1, "ordered_list_close": -1}


def as_html(text: str, under: int = 1) -> SafeString:
    """Return light markup as HTML in which no script, image, style or odd address is left.

    `under` is the level of the page's heading just above: those of the text follow it, none being skipped
    (WCAG 2.2, technique G141).
    """
    tokens = _MARKDOWN.parse(french(text[:LONGEST]))
    _order_headings(tokens, under)
    clean = nh3.clean(
        _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}),
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="nofollow noopener",
    )
    return SafeString(clean)  # nosec B703 - cleaned on the lines above


def _order_headings(tokens: Sequence[Token], under: int) -> None:
    """Give each heading the level below the one it stands in, whatever number of signs its writer put."""
    around: list[str] = []
    for token in tokens:
        if token.type == "heading_open":
            while around and around[-1] >= token.tag:
                around.pop()
            around.append(token.tag)
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(under + len(around), LOWEST_HEADING)}"


def as_blocks(text: str, under: int = 2) -> list[dict[str, Any]]:
    """Return light markup as blocks for paper: headings with their level, paragraphs, lists.

    A paragraph is a list of runs, each some words and whether they are strong or stressed; as on the page, a heading
    stands below `under`, none being skipped.
    """
    tokens = _MARKDOWN.parse(french(text[:LONGEST]))
    _order_headings(tokens, under)
    blocks: list[dict[str, Any]] = []
    depth = level = 0
    for token in tokens:
        if token.type in _LISTS:
            depth += _LISTS[token.type]
            if depth == 1 and _LISTS[token.type] == 1:
                blocks.append({"items": [], "numbered": token.type == "ordered_list_open"})
        elif token.type in {"heading_open", "heading_close"}:
            level = int(token.tag[1]) if token.type == "heading_open" else 0
        elif said := _said(token):
            _put(said, blocks, within_list=depth > 0, level=level)
    return [block for block in blocks if block.get("items", True)]


def _put(said: list[dict[str, Any]], blocks: list[dict[str, Any]], *, within_list: bool, level: int) -> None:
    """Put words into the list that is open, or in a block of their own."""
    if within_list:
        blocks[-1]["items"].append(said)
    elif level:
        blocks.append({"heading": said, "level": level})
    else:
        blocks.append({"text": said})


def _said(token: Token) -> list[dict[str, Any]]:
    """Return the words of a token that holds some."""
    if token.type in {"fence", "code_block"}:
        return [_run(token.content.strip())]
    return _runs(token.children or []) if token.type == "inline" else []


def _run(words: str, *, strong: bool = False, stressed: bool = False) -> dict[str, Any]:
    return {"words": words, "strong": strong, "stressed": stressed}


def _runs(children: Sequence[Token]) -> list[dict[str, Any]]:
    """Return the words of a paragraph, with their weight and stress in place of the marks."""
    runs: list[dict[str, Any]] = []
    strong = stressed = 0
    for child in children:
        strong += {"strong_open": 1, "strong_close": -1}.get(child.type, 0)
        stressed += {"em_open": 1, "em_close": -1}.get(child.type, 0)
        words = " " if child.type in {"softbreak", "hardbreak"} else child.content
        if words:
            runs.append(_run(words, strong=strong > 0, stressed=stressed > 0))
    return runs


def as_line(text: str) -> str:
    """Return light markup as one plain line, for feeds and previews."""
    parts = (
        part for block in as_blocks(text) for part in block.get("items") or [block.get("heading") or block["text"]]
    )
    return " ".join("".join(run["words"] for run in part).strip() for part in parts)


def as_plain(text: str) -> str:
    """Return light markup as a text to read in a mail: lists with dashes, links with their address."""
    plain = re.sub(r"\[([^\]]*)\]\(([^)\s]*)\)", r"\1 : \2", text[:LONGEST])
    return re.sub(r"^#+\s*", "", plain, flags=re.MULTILINE)
