"""Running text of a sheet: light markup becomes safe HTML for the page, and plain blocks for the printed sheet."""

import re
from typing import Any

import nh3
from django.utils.safestring import SafeString
from markdown_it import MarkdownIt

from phares.rooms.commons.typography import french

TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "blockquote", "br", "h3", "h4"}
_MARKDOWN = MarkdownIt("commonmark", {"html": False, "maxNesting": 20}).disable(["image", "html_block", "html_inline"])
_LOWER_HEADINGS = {"h1": "h3", "h2": "h3", "h5": "h4", "h6": "h4"}
LONGEST = 40_000


def as_html(text: str) -> SafeString:
    """Return light markup as HTML in which no script, image, style or odd address is left."""
    html = _MARKDOWN.render(french(text[:LONGEST]))
    for high, low in _LOWER_HEADINGS.items():
        html = html.replace(f"<{high}>", f"<{low}>").replace(f"</{high}>", f"</{low}>")
    clean = nh3.clean(
        html,
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="nofollow noopener",
    )
    return SafeString(clean)  # nosec B703 - cleaned on the lines above


def as_blocks(text: str) -> list[dict[str, Any]]:
    """Return light markup as paragraphs and lists of plain text, for paper."""
    blocks: list[dict[str, Any]] = []
    depth = 0
    for token in _MARKDOWN.parse(french(text[:LONGEST])):
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            depth += 1
            if depth == 1:
                blocks.append({"items": []})
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            depth -= 1
        elif token.type == "inline":
            plain = _plain(token.children or [])
            if depth:
                blocks[-1]["items"].append(plain)
            else:
                blocks.append({"text": plain})
        elif token.type in {"fence", "code_block"}:
            blocks.append({"text": token.content.strip()})
    return [block for block in blocks if block.get("text") or block.get("items")]


def _plain(children: Any) -> str:
    """Return the words of a paragraph without their marks."""
    return "".join(" " if child.type in {"softbreak", "hardbreak"} else child.content for child in children).strip()


def as_line(text: str) -> str:
    """Return light markup as one plain line, for feeds and previews."""
    blocks = as_blocks(text)
    return " ".join(part for block in blocks for part in ([block["text"]] if "text" in block else block["items"]))


def as_plain(text: str) -> str:
    """Return light markup as a text to read in a mail: lists with dashes, links with their address."""
    plain = re.sub(r"\[([^\]]*)\]\(([^)\s]*)\)", r"\1 : \2", text[:LONGEST])
    return re.sub(r"^#+\s*", "", plain, flags=re.MULTILINE)
