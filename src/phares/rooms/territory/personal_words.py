"""Words that may tell who somebody is: pointed out to whoever reads a voice over, before anybody else reads it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from phares.engine.lexicon.words import fold

_MAIL = re.compile(r"[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<!\w)(?:\+\d{2,3}|0)\s?\d(?:[\s.\-]?\d{2}){4}(?!\d)")
_PLATE = re.compile(r"(?<!\w)[A-Z]{2}[\s-]?\d{3}[\s-]?[A-Z]{2}(?!\w)")
_DOOR = re.compile(r"(?i)\b(?:appartement|appt?\.?|porte|bâtiment|bât\.?|escalier|étage)\s+(?:n[°o]\s?)?\w{1,4}\b")
_TITLE = re.compile(r"\b(?:M\.|Mme|Mlle|Monsieur|Madame|Mademoiselle|Dr|Docteur)\s+[A-ZÀ-Ý][\w’'-]*")
_NAMES = re.compile(r"(?<=[\w,;:’'»)] )[A-ZÀ-Ý][a-zà-ÿ’'-]+(?: [A-ZÀ-Ý][\w’'-]+)*")


@dataclass(frozen=True)
class Found:
    """Words that may name somebody: what they are, where they stand."""

    sort: Any
    words: str
    start: int


def found_in(text: str, known_places: tuple[str, ...] = ()) -> list[Found]:
    """Return the mails, phones, plates, doors and likely names of a text, in its order; places known here are none."""
    places = " ".join(fold(place) for place in known_places)
    taken: list[range] = []
    kept = []
    for one in _every(text):
        reach = range(one.start, one.start + len(one.words))
        if any(one.start in other for other in taken) or (one.sort == _NAME and fold(one.words) in places):
            continue
        taken.append(reach)
        kept.append(one)
    return sorted(kept, key=lambda one: one.start)


_NAME = _("un nom, peut-être")
_SORTS = (
    (_MAIL, _("une adresse électronique")),
    (_PHONE, _("un téléphone")),
    (_PLATE, _("une plaque")),
    (_TITLE, _("un nom")),
    (_DOOR, _("une porte")),
    (_NAMES, _NAME),
)


def _every(text: str) -> Iterator[Found]:
    """Yield what each pattern finds, the surest first."""
    for pattern, sort in _SORTS:
        for found in pattern.finditer(text):
            yield Found(sort, found.group(), found.start())


def hidden(text: str, known_places: tuple[str, ...] = ()) -> str:
    """Return a text where those words are left out, as a first draft of what others may read."""
    for one in reversed(found_in(text, known_places)):
        text = f"{text[: one.start]}[…]{text[one.start + len(one.words) :]}"
    return text
