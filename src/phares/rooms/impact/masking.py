"""Evidence without people: its text, where names of persons and what would find them again are masked.

Known people of the pole are masked by name; others by what stands before a name (« Mme », « salariée : »), by the form
of a mail, a phone, a social security or bank number. A picture has no text to mask: it is not shown. What is masked is
only a reading copy: the document itself stays as it was brought, known by its hash.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from phares.rooms.commons.models import Attachment
from phares.rooms.commons.pdf_words import PdfNotRead, words_of_pdf
from phares.rooms.directory.models import Person, Pole

MASK = "█████"
LONGEST, MOST_PAGES, SHORTEST = 60_000, 30, 3
_WORD = r"[^\W\d_a-zß-öø-ÿ][\w’'-]*"  # begins with a capital
_BEFORE_NAME = re.compile(
    rf"((?:\b(?:M\.|MM\.|Mme|Mmes|Mlle|Monsieur|Madame|Mademoiselle|Maître|Dr)\s+))(?:{_WORD}[^\S\n]*){{1,4}}"
)
_LABELLED = re.compile(
    r"(?im)^([^\S\n]*(?:nom(?: de (?:famille|naissance|jeune fille))?|prénoms?|salariée?|employée?|née? le|"
    r"bénéficiaire|adresse personnelle|domicile|"
    r"signataire|représentée? par)[^\S\n]*:[^\S\n]*)\S.*$"
)
_FORMS = (
    re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    re.compile(r"(?<!\d)(?:\+33|0033|0)[\s.]{0,3}[1-9](?:[\s.-]{0,3}\d\d){4}(?!\d)"),
    re.compile(
        r"(?<!\d)[12][\s.]{0,3}\d\d[\s.]{0,3}\d\d[\s.]{0,3}(?:\d\d|2[AB])[\s.]{0,3}\d{3}[\s.]{0,3}\d{3}(?:[\s.]{0,3}\d\d)?(?!\d)"
    ),
    re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,3})?\b"),
)


@dataclass(frozen=True)
class MaskedText:
    """The text of a document without its people; empty where there is none to read."""

    text: str
    count: int


def names_in(pole: Pole) -> list[str]:
    """Return the names of the people whom the pole knows."""
    people = Person.objects.filter(mandates__pole=pole, erased_at=None).distinct()
    return [name for one in people for name in (f"{one.given_name} {one.family_name}".strip(), one.family_name)]


def masked_evidence(attachment: Attachment, names: Iterable[str]) -> MaskedText:
    """Return what may be read of a document; nothing of a picture."""
    return masked(_text_of(attachment), names)


def masked(text: str, names: Iterable[str]) -> MaskedText:
    """Return a text in which people are masked, and how many times."""
    count = 0

    def mask(found: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return (found[1] if found.re.groups else "") + MASK

    text = _LABELLED.sub(mask, text)
    text = _BEFORE_NAME.sub(lambda found: mask(found) + (" " if found[0][-1:].isspace() else ""), text)
    for form in _FORMS:
        text = form.sub(mask, text)
    known = sorted({name for name in names if len(name) >= SHORTEST}, key=len, reverse=True)
    if known:
        pattern = "|".join(r"\s+".join(map(re.escape, name.split())) for name in known)
        text = re.sub(rf"(?i)(?<!\w)(?:{pattern})(?!\w)", mask, text)
    return MaskedText(text, count)


def _text_of(attachment: Attachment) -> str:
    """Return the text of a PDF, cut where it is very long; a PDF that cannot be read has none."""
    if attachment.content_type != "application/pdf":
        return ""
    try:
        with attachment.file.open("rb") as file:
            read = words_of_pdf(file.read(), most_pages=MOST_PAGES, longest=LONGEST)
    except (PdfNotRead, OSError):
        return ""
    return "\n\n".join(read.words)[:LONGEST].strip()
