"""The sector lexicon: concepts, the French and English terms that say them, and which concepts help which.

A term is found in a text when all its words stand, in any order, within a window two words longer than itself
(articles and prepositions do not count). One that has a single word of matter beside other words ("sous-sol") is found
with these words only, or every "sol" would be a cellar. A longer term silences the shorter ones it covers: "pompe à
chaleur" is no pump. A term that says several concepts says each of them less surely.

A word that stands in terms without being one hints at their concepts: explicit semantic analysis (Gabrilovich,
Markovitch 2007), the terms of a concept being its text. "Asseoir" hints at chairs, by "de quoi asseoir tout le monde".
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from phares.engine.lexicon.files import names, rows
from phares.engine.lexicon.mistyped import Hearing
from phares.engine.lexicon.rarity import stem_weight
from phares.engine.lexicon.sense import Senses
from phares.engine.lexicon.term import ARTICLES, FULL_INFORMATION, Mention, Pattern, Read, Term, hints_of, read_term
from phares.engine.lexicon.words import phrase_stem

MOST_WORDS = 65_536
"""How many words are remembered with what they call up."""

SLACK = 2
"""How many foreign words a term may hold when it is found in a text."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One idea of the sector, with the part of the sector it belongs to."""

    name: str
    domain: str
    label: str
    """The first French term that always says it: the tag people read."""


class _Heard(NamedTuple):
    """What a word calls up: its stem, what it says alone, this with its hints, the terms it is the rarest word of.

    Said things are kept by concept, the strongest of each, so that a text's are brought together dictionary by
    dictionary; `following` are the next rarest words of the longer terms, `written` what stands beside it in some.
    """

    stem: str
    alone: Mapping[str, Mention]
    hints: Mapping[str, Mention]
    longer: Mapping[str, Sequence[Pattern]]
    following: frozenset[str]
    written: Sequence[frozenset[str]]


class _Vocabulary(dict[str, _Heard]):
    """What each word calls up, looked up once."""

    def __init__(self, lexicon: Lexicon, hearing: Hearing) -> None:
        super().__init__()
        self._lexicon = lexicon
        self._hearing = hearing

    def __missing__(self, word: str) -> _Heard:
        stem = self._hearing.meant(phrase_stem(word))
        said, hinted, longer, written = self._lexicon.called_up(stem)
        alone: dict[str, Mention] = {}
        for pattern in said:
            _keep(alone, pattern.said)
        hints = {pattern.said.concept: pattern.said for pattern in hinted} | alone
        if len(self) >= MOST_WORDS:
            self.clear()
        self[word] = heard = _Heard(stem, alone, hints, longer, frozenset(longer), written)
        return heard


class Lexicon:
    """Finds concepts in texts, and says how near two concepts are."""

    def __init__(self, terms: Iterable[Term], links: Iterable[tuple[str, str, float]] = ()) -> None:
        self.terms = tuple(terms)
        self.links = tuple(links)
        self.concepts = {
            term.concept: Concept(term.concept, term.domain, term.text) for term in _first_said(self.terms)
        }
        self._alone: dict[str, list[Pattern]] = defaultdict(list)
        self._longer: dict[str, dict[str, list[Pattern]]] = defaultdict(lambda: defaultdict(list))
        self._as_written: dict[str, list[tuple[frozenset[str], Pattern]]] = defaultdict(list)
        read = [read_term(term) for term in self.terms]
        saying: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for one in read:
            saying[one.key].add(one.term.concept)
        for one in read:
            self._add(one, len(saying[one.key]))
        self._hints = hints_of(one for one in read if len(one.stems) > 1 or not one.beside)
        self._vocabulary = _Vocabulary(self, Hearing({stem for one in read for stem in one.stems}))
        self._near: dict[str, dict[str, float]] = {name: {name: 1.0} for name in self.concepts}
        for left, right, weight in self.links:
            self._near[left][right] = max(weight, self._near[left].get(right, 0.0))
            self._near[right][left] = max(weight, self._near[right].get(left, 0.0))
        self.senses = Senses(read, self._near)

    def _add(self, one: Read, concepts: int) -> None:
        """Keep a term where a text will look for it: a longer one under its rarest word, then under its next rarest."""
        stems, term = one.stems, one.term
        information = min(1.0, sum(max(0.3, stem_weight(word)) for word in stems) / FULL_INFORMATION)
        strength = term.weight * max(0.3, information) / math.sqrt(concepts)
        pattern = Pattern(stems, Mention(term.concept, strength, term.text))
        if len(stems) > 1:
            rarest, following = sorted(stems, key=lambda word: (-stem_weight(word), word))[:2]
            self._longer[rarest][following].append(pattern)
        elif one.beside:
            self._as_written[stems[0]].append((one.beside, pattern))
        else:
            self._alone[stems[0]].append(pattern)

    def widened(self, terms: Iterable[Term], links: Iterable[tuple[str, str, float]] = ()) -> Lexicon:
        """This lexicon with more terms: a pole's own, or those of a local file (`lexicon.local`)."""
        return Lexicon((*self.terms, *terms), (*self.links, *links))

    def called_up(
        self, stem: str
    ) -> tuple[Sequence[Pattern], Sequence[Pattern], Mapping[str, Sequence[Pattern]], Sequence[frozenset[str]]]:
        """The terms a stem is alone, what it hints at, the terms it is the rarest of, what stands beside it in some."""
        hints = self._hints.get(stem, ())
        beside = tuple(others for others, _ in self._as_written.get(stem, ()))
        return self._alone.get(stem, ()), hints, self._longer.get(stem, {}), beside

    def sense(self, word: str) -> int:
        """Where a folded word stands in `senses` (a mistyped one: where the one it was meant for does), or -1."""
        return self.senses.place(self._vocabulary[word].stem)

    def near(self, concept: str) -> Mapping[str, float]:
        """The concepts that answer this one, itself first, each with its nearness (0 to 1)."""
        return self._near[concept]

    def mentions(self, words: Sequence[str], clarity: float = 1.0, *, hints: bool = False) -> tuple[Mention, ...]:
        """The concepts of a text (its folded words), each with its strongest term, as strong as the text is clear.

        With `hints`, those too that single words hint at.
        """
        heard = [word for word in map(self._vocabulary.__getitem__, words) if word.stem]
        longer = list(self._longer_in(heard))
        beside = [others for word in heard for others in word.written]
        if beside and any(map({*words, *(word.stem for word in heard)}.issuperset, beside)):
            longer.extend(self._written_in(words))
        covered = frozenset().union(*(span for span, _ in longer))
        best: dict[str, Mention] = {}
        for place, word in enumerate(heard):
            said = word.hints if hints else word.alone
            if said and place not in covered:
                _keep_all(best, said)
        for span, pattern in longer:
            if not any(span < other for other, _ in longer):
                _keep(best, pattern.said)
        kept = [best[name] for name in sorted(best)]
        if clarity == 1.0:
            return tuple(kept)
        return tuple(Mention(one.concept, one.strength * clarity, one.term, one.hinted) for one in kept)

    def _longer_in(self, heard: Sequence[_Heard]) -> Iterator[tuple[frozenset[int], Pattern]]:
        """The longer terms of a text, with the places of their words."""
        held = {word.stem for word in heard}
        where: dict[str, list[int]] = {}
        for place, word in enumerate(heard):
            if not word.following or held.isdisjoint(word.following):
                continue
            where = where or _places(heard)
            for other in held & word.following:
                for pattern in word.longer[other]:
                    span = _span(where, place, pattern.stems) if held.issuperset(pattern.stems) else None
                    if span:
                        yield span, pattern

    def _written_in(self, words: Sequence[str]) -> Iterator[tuple[frozenset[int], Pattern]]:
        """The terms with a single word of matter whose other words stand beside it, with the place of that word."""
        kept = [word for word in words if word not in ARTICLES]
        stems = [phrase_stem(word) for word in kept]
        said = [stem or word for stem, word in zip(stems, kept, strict=True)]
        for at, one in enumerate(stems):
            for beside, pattern in self._as_written.get(one, ()) if one else ():
                if beside.issubset(said[max(0, at - len(beside) - 1) : at + len(beside) + 2]):
                    yield frozenset({sum(map(bool, stems[:at]))}), pattern


def _places(heard: Sequence[_Heard]) -> dict[str, list[int]]:
    """Where each stem of a text stands."""
    where: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(heard):
        where[word.stem].append(place)
    return where


def _span(where: Mapping[str, Sequence[int]], place: int, stems: tuple[str, ...]) -> frozenset[int] | None:
    """The places of a term's words around one of them, or nothing when they are too few or too far apart."""
    reach = len(stems) - 1 + SLACK
    taken: set[int] = set()
    for wanted in stems:
        free = [at for at in where[wanted] if at not in taken]
        if not free:
            return None
        taken.add(free[0] if len(free) == 1 else min(free, key=lambda at: abs(at - place)))
    return frozenset(taken) if max(taken) - min(taken) <= reach else None


def _keep(best: dict[str, Mention], said: Mention) -> None:
    """Keep the stronger of two mentions of one concept; of two as strong, the one whose term comes first."""
    held = best.get(said.concept)
    if held is None or (-said.strength, said.term) < (-held.strength, held.term):
        best[said.concept] = said


def _keep_all(best: dict[str, Mention], said: Mapping[str, Mention]) -> None:
    """Keep what a word says beside what others said."""
    if best.keys().isdisjoint(said):
        best.update(said)
        return
    for mention in said.values():
        _keep(best, mention)


def _first_said(terms: Iterable[Term]) -> Iterable[Term]:
    """For each concept, the term that names it: the first French one that always says it, or the first."""
    named: dict[str, Term] = {}
    for term in terms:
        held = named.get(term.concept)
        if held is None or (
            (held.language, held.weight) != ("fr", 1.0) and (term.language, term.weight) == ("fr", 1.0)
        ):
            named[term.concept] = term
    return named.values()


def _terms() -> Iterable[Term]:
    for name in (*names("terms", ".csv"), *names("everyday", ".csv"), *names("wider", ".csv"), *names("heard", ".csv")):
        for concept, domain, language, text, weight, source in rows(name, Term._fields):
            yield Term(concept, domain, language, text, float(weight), source)


@cache
def default_lexicon() -> Lexicon:
    """The lexicon that ships with the engine, read once."""
    links = rows("links.csv", ("concept", "helps", "weight"))
    return Lexicon(_terms(), [(concept, helped, float(weight)) for concept, helped, weight in links])
