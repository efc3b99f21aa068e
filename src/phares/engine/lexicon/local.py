"""Optional local files that widen the lexicon: job names as ROME gives them, synonyms as a thesaurus gives them.

Off unless a pole brings such a file. The caller opens it and hands its lines over; the licence stays that of the file.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from phares.engine.lexicon.concepts import Lexicon
from phares.engine.lexicon.term import Term
from phares.engine.lexicon.words import carries_matter, fold, tokens

JOB_WEIGHT = 0.8
"""How surely the name of a job says its sheet: several sheets have names alike."""

SYNONYM_WEIGHT = 0.3
"""How surely a synonym says the idea of the word it stands for."""

_CODE = "code_rome"
_NAMES = ("libelle_appellation_court", "libelle_appellation_long", "libelle_rome", "libelle", "intitule", "appellation")


def rome(lines: Iterable[str]) -> Iterator[Term]:
    """The terms of a ROME table (`code_rome` and a name): one concept a sheet, "Vendeur / Vendeuse" being two ways."""
    table = csv.DictReader(lines)
    column = next((name for name in _NAMES if name in (table.fieldnames or ())), None)
    if column is None or _CODE not in (table.fieldnames or ()):
        raise ValueError(f"no {_CODE} beside one of {', '.join(_NAMES)} in the first line")
    for row in table:
        for name in filter(_says_something, (row[column] or "").split(" / ")):
            yield Term(f"rome:{row[_CODE]}", "jobs", "fr", name.strip(), JOB_WEIGHT, "ROME")


def thesaurus(lines: Iterable[str], lexicon: Lexicon) -> Iterator[Term]:
    """The synonyms of a thesaurus (MyThes: a word, then lines of synonyms) for words of the lexicon.

    A synonym that the lexicon knows already says what it says there.
    """
    known = {fold(term.text) for term in lexicon.terms}
    surely = {fold(term.text): term for term in lexicon.terms if term.weight == 1 and term.language == "fr"}
    headword: Term | None = None
    for line in lines:
        first, *others = line.strip().split("|")
        if not first.startswith(("(", "-")):
            headword = surely.get(fold(first))
        elif headword is not None:
            for synonym in filter(_says_something, others):
                if fold(synonym) not in known:
                    yield headword._replace(text=synonym, weight=SYNONYM_WEIGHT, source="thesaurus")


def _says_something(name: str) -> bool:
    return any(carries_matter(word) for word in tokens(name))
