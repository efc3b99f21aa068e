"""Doubts: readings that look wrong, marked for somebody to look at and never guessed at."""

import re
from collections.abc import Iterator, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz

from phares.engine.lexicon.rarity import is_rare
from phares.engine.lexicon.words import fold, stem, tokens

WORDS: dict[str, str | Promise] = {
    "slip": _("cette tournure se lit mal"),
    "acronym": _("les lettres entre parenthèses ne sont pas les initiales de ce qui précède"),
    "case": _("ce sigle n’est pas écrit en capitales"),
    "postcode": _("le code postal est coupé"),
    "address": _("l’adresse diffère un peu de celle que nous connaissons"),
    "unknown": _("ce mot nous est inconnu"),
    "figure": _("ce chiffre n’a pas de source"),
    "long": _("c’est trop long pour un chapô"),
}
_SLIPS = re.compile(r"\blanc[ée]e? de l[’']appel|égide de la question|\bl[’'] [a-z]|\b(\w{3,}) \1\b", re.IGNORECASE)
_PARENTHESIS = re.compile(r"((?:[\w’'-]+ ){1,7}[\w’'-]+) \((\w{2,8})\)")
_CASED = re.compile(r"\b(?:Ess|Ptce|Scic|Sciic|Pib|Iae|Tva|Qpv)\b")
_POSTCODE = re.compile(r"\b\d{2} \d{3}\b(?=\s+[A-ZÀ-Ý])")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)? ?%|\b\d{1,3}(?:[ \u202f\u00a0]\d{3})+\b")
_SOURCED = re.compile(r"\bsource\b|\bselon\b|insee|d[’']après", re.IGNORECASE)
NEAR = 75.0
_POSTCODE_SPACE = re.compile(r"\b(\d{2}) (\d{3})\b")


def doubts_of(text: str, field: str, known_addresses: Sequence[str], whole: str) -> list[tuple[str, str]]:
    """Return what looks wrong in a line: the code of each doubt and the words that it is about.

    `whole` is all the text of the file: a word that comes back in it was hardly misread twice.
    """
    return list(dict.fromkeys([*_of_words(text, field, whole), *_of_address(text, field, known_addresses)]))


def _of_words(text: str, field: str, whole: str) -> Iterator[tuple[str, str]]:
    yield from (("slip", found.group()) for found in _SLIPS.finditer(text))
    yield from (("case", found.group()) for found in _CASED.finditer(text))
    for found in _PARENTHESIS.finditer(text):
        if not _initials(found[1], found[2]):
            yield "acronym", f"({found[2]})"
    if field not in {"address", "contact_phone"} and not _SOURCED.search(text):
        yield from (("figure", found.group()) for found in _FIGURE.finditer(text))
    if field == "photo_caption":
        yield from (("unknown", word) for word in _unknown(text, whole))


def _initials(before: str, letters: str) -> bool:
    """Say whether the letters are initials of the words before them, small words left out or not."""
    firsts = "".join(word[0] for word in re.split(r"[ ’'-]", fold(before)) if word)
    great = "".join(word[0] for word in re.split(r"[ ’'-]", fold(before)) if len(word) > 3)
    return firsts.endswith(fold(letters)) or great.endswith(fold(letters))


def _unknown(text: str, whole: str) -> Iterator[str]:
    """Yield the words of a caption that ordinary French does not know and that stand nowhere else."""
    counts = tokens(whole)
    for word in re.findall(r"[^\W\d_]{6,40}", text):
        if is_rare(stem(fold(word))) and counts.count(fold(word)) == 1 and not _is_french(word):
            yield word


_ENDINGS = re.compile(
    r"(?:tion|ment|eur|euse|isme|iste|age|ade|erie|ette|able|ique|aux?|eaux?|ite|ance|ence|oir|oire)s?$"
)


def _is_french(word: str) -> bool:
    """Say whether a word at least ends as French words do."""
    return bool(_ENDINGS.search(fold(word)))


def _of_address(text: str, field: str, known: Sequence[str]) -> Iterator[tuple[str, str]]:
    if field != "address":
        return
    yield from (("postcode", found.group()) for found in _POSTCODE.finditer(text))
    here = _plain(text)
    if any(here in _plain(address) for address in known):
        return
    near = [one for one in known if one and fuzz.partial_ratio(here, _plain(one)) >= NEAR]
    yield from (("address", address) for address in near)


def _plain(address: str) -> str:
    """Return an address as it is compared: without accents, commas, hyphens or the space of a post code."""
    return re.sub(r"[\s,’'-]+", " ", _POSTCODE_SPACE.sub(r"\1\2", fold(address))).strip()
