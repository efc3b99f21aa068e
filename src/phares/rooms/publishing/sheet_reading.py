"""Reading a sheet that exists elsewhere: each line lands in a named field, or in « non rangé »; none is lost.

Pure: text in, lines out. What looks wrong is marked with a doubt (see `sheet_doubts`); nothing is corrected here.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from rapidfuzz import fuzz

from phares.engine.lexicon.words import fold
from phares.rooms.publishing.contacts import is_generic
from phares.rooms.publishing.sheet_cues import section_of
from phares.rooms.publishing.sheet_fields import LONGEST_LEAD

MONTHS = ("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre").split()
RUBRIC, SOURCE, CAPTION = "rubric", "source_url", "photo_caption"
"""Fields of the import that are no section of the sheet."""

_MARKS = re.compile(r"\*\*|__|^#+\s*|^[-•*]\s+(?!\S+\s*•)|\s+$")
_DAY = re.compile(r"^(?:le )?(1er|[0-3]?\d) ([a-z]+) ((?:19|20)\d\d)$")
_TAG = re.compile(r"#(\w+)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"^(?:t[eé]l\.?\s*:?\s*)?(?:\+33\s?|0)\d(?:[ .]?\d{2}){4}$", re.IGNORECASE)
_WAYS = "rue|avenue|boulevard|place|quai|chemin|all[ée]e|impasse|route|cours|square|passage"
_STREET = re.compile(rf"^\d+\s?(?:bis|ter|quater)?,?\s+(?:{_WAYS})\b", re.IGNORECASE)
_TOWN = re.compile(r"^(\d{2} ?\d{3})\s+(\D{2,60})$")
_URL = re.compile(r"^<?(https?://[^\s<>]+)>?$")
_END = re.compile(r"[.!?…:»”\"]\s*$")
SHORT, TWIN = 80, 97.0


@dataclass(frozen=True)
class ReadLine:
    """One line: its number in the file, what stood there, what it says, and where it lands."""

    number: int
    read: str
    text: str
    field: str = ""
    is_merged: bool = False
    is_private: bool = False


@dataclass
class Reading:
    """What has been read so far."""

    lines: list[ReadLine] = field(default_factory=list)
    title: str = ""
    bodies: list[tuple[str, str]] = field(default_factory=list)

    def has(self, code: str) -> bool:
        """Say whether a field has been found already."""
        return any(line.field == code and not line.is_merged for line in self.lines)


def read_sheet(text: str) -> list[ReadLine]:
    """Return every non-blank line of a file with the field in which it lands; an empty field means « non rangé »."""
    rows = [
        ReadLine(number, raw, _MARKS.sub("", _MARKS.sub("", raw.strip())).strip() or raw.strip())
        for number, raw in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n"), 1)
        if raw.strip()
    ]
    reading = Reading()
    at = 0
    while at < len(rows):
        at += _take(reading, rows, at)
    return reading.lines


def _take(reading: Reading, rows: Sequence[ReadLine], at: int) -> int:
    """Put one line, or one paragraph, where it belongs; return how many lines that was."""
    line = rows[at]
    known = _known(reading, line, rows[at + 1] if at + 1 < len(rows) else None)
    if known is not None:
        reading.lines.append(known)
        return 1
    paragraph = _paragraph(rows, at)
    reading.lines += _placed(reading, paragraph)
    return len(paragraph)


def _known(reading: Reading, line: ReadLine, after: ReadLine | None) -> ReadLine | None:
    """Return a line that its form alone explains; None for running text."""
    folded = fold(line.text)
    if reading.title and fuzz.ratio(folded, reading.title) >= TWIN:
        return replace(line, field="title", is_merged=True)
    if line.read.lstrip().startswith("#") and not reading.title and not line.read.lstrip()[1:2].isalnum():
        reading.title = folded
        return replace(line, field="title")
    simple = _form(folded, line)
    if simple:
        return replace(line, field=simple)
    if found := _MAIL.search(line.text):
        short = len(line.text) < SHORT
        return replace(line, field="contact_email", is_private=not is_generic(found.group())) if short else None
    is_name = after is not None and len(line.text) < SHORT and bool(_STREET.match(after.text))
    return replace(line, field="structure_name") if is_name else None


def _form(folded: str, line: ReadLine) -> str:
    """Return the field that the form of a line tells, or nothing."""
    forms: list[tuple[str, bool]] = [
        ("dated_on", bool(_DAY.match(folded)) and day_said(folded) is not None),
        ("keywords", folded.startswith(("mots cles", "mots-cles", "mot cle"))),
        ("kind", "fiche d" in folded and "experience" in folded and len(folded) < SHORT),
        (RUBRIC, folded.startswith("emplacement") and ">" in line.text),
        (SOURCE, "adresse de cet article" in folded or bool(_URL.match(line.text))),
        ("over_title", line.read.count("•") >= 2 and len(line.text) < SHORT),
        ("contact_phone", bool(_PHONE.match(line.text))),
        ("address", bool(_STREET.match(line.text) or _TOWN.match(line.text)) and len(line.text) < SHORT),
    ]
    return next((code for code, fits in forms if fits), "")


def _paragraph(rows: Sequence[ReadLine], at: int) -> list[ReadLine]:
    """Return the lines of one paragraph: one that ends no sentence goes on in the next line.

    Over a blank line it goes on only in the middle of a sentence: what follows begins with a small letter.
    """
    taken = [rows[at]]
    for after in rows[at + 1 :]:
        last = taken[-1]
        follows = after.number == last.number + 1 or after.text[:1].islower()
        if _END.search(last.text) or not follows or _known(Reading(), after, None) is not None:
            break
        taken.append(after)
    return taken


def _placed(reading: Reading, paragraph: list[ReadLine]) -> list[ReadLine]:
    """Return the lines of a paragraph in their field; one that was read before is merged with it."""
    whole = " ".join(line.text for line in paragraph)
    folded = fold(whole)
    twin = next((code for before, code in reading.bodies if fuzz.ratio(folded, before) >= TWIN), None)
    if twin is not None:
        return [replace(line, field=twin, is_merged=True) for line in paragraph]
    if len(whole) < SHORT and not _END.search(whole):
        return [replace(line, field=CAPTION if reading.bodies else "") for line in paragraph]
    is_lead = not reading.has("lead") and len(whole) <= LONGEST_LEAD
    section = "lead" if is_lead else section_of(folded)
    reading.bodies.append((folded, section))
    return [replace(line, field=section) for line in paragraph]


def day_said(text: str) -> date | None:
    """Return the day that words such as « 1er février 2015 » say."""
    found = _DAY.match(fold(text))
    if not found or found[2] not in MONTHS:
        return None
    try:
        return date(int(found[3]), MONTHS.index(found[2]) + 1, 1 if found[1] == "1er" else int(found[1]))
    except ValueError:
        return None


def after_colon(text: str) -> str:
    """Return what follows the label of a line: « MOTS CLÉS : a, b » says a, b."""
    label, colon, rest = text.partition(":")
    return (rest if colon and len(label) < 30 else text).strip(" *")


def split_words(text: str) -> list[str]:
    """Return the words of a list written with commas."""
    return [one for one in (part.strip(" .*#") for part in re.split(r"[,;]", after_colon(text))) if one]


def tags_in(texts: Iterable[str]) -> list[str]:
    """Return the #tags of some lines, as they are written."""
    return list(dict.fromkeys(tag for text in texts for tag in _TAG.findall(text)))


def town_of(text: str) -> str:
    """Return the town that a line with a post code names."""
    found = _TOWN.match(text)
    return found[2].strip() if found else ""


def address_in(text: str) -> str:
    """Return the web address of a line, exactly as it stands there."""
    found = _URL.match(text.strip())
    return found[1] if found else ""
