"""Composing: the words of a sheet out of the lines that were read, each as it is to be understood."""

from collections.abc import Iterable
from typing import Any, Protocol

from phares.rooms.publishing.sheet_fields import BODY
from phares.rooms.publishing.sheet_reading import CAPTION, after_colon, day_said, split_words, tags_in, town_of

LEADS = (*BODY, "lead")


class Said(Protocol):
    """A line with what it says and where it landed."""

    field: str
    is_joined: bool

    @property
    def said(self) -> str: ...


def words_of_lines(lines: Iterable[Said]) -> dict[str, Any]:
    """Return the words of the fields in which lines landed; lines merged, private or not sorted are left out."""
    by_field: dict[str, list[Said]] = {}
    for line in lines:
        by_field.setdefault(line.field, []).append(line)
    words: dict[str, Any] = {code: _running(by_field[code]) for code in LEADS if code in by_field}
    for code in ("title", "structure_name", "contact_phone", "contact_email"):
        if code in by_field:
            words[code] = " ".join(line.said.strip() for line in by_field[code])
    if "over_title" in by_field:
        words["over_title"] = " ".join(line.said for line in by_field["over_title"]).strip("• ").strip()
    if "address" in by_field:
        words["address"] = "\n".join(line.said for line in by_field["address"])
        words["commune"] = next((town for line in by_field["address"] if (town := town_of(line.said))), "")
    if "keywords" in by_field:
        words["keywords"] = [one for line in by_field["keywords"] for one in split_words(line.said)]
    if "kind" in by_field:
        words["kind"] = by_field["kind"][0].said.partition("#")[0].strip(" *")[:60]
        words["tags"] = tags_in(line.said for line in by_field["kind"])
    day = next((day for line in by_field.get("dated_on", []) if (day := day_said(line.said))), None)
    return words | ({"dated_on": day.isoformat()} if day else {})


def _running(lines: list[Said]) -> str:
    """Return running text: a line that goes on in the middle of a sentence is joined to the one before it."""
    text = ""
    for line in lines:
        text += ("" if not text else " " if line.is_joined else "\n\n") + line.said.strip()
    return text


def captions_of(lines: Iterable[Said]) -> list[str]:
    """Return the captions of photos that the file no longer holds."""
    return [line.said for line in lines if line.field == CAPTION]


def rubrics_of(text: str) -> list[str]:
    """Return the rubrics of a breadcrumb line, the first page left out."""
    names = [one.strip() for one in after_colon(text).split(">")]
    return [name for name in names if name and name.lower() not in {"accueil", "home"}]
