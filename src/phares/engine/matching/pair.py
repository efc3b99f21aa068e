"""One need against one offer, exactly: every point of the score has its reason, in whole millionths."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from phares.engine.lexicon import Lexicon, Mention, gram_weight, stem_weight
from phares.engine.lexicon.words import grams, stem
from phares.engine.matching import formula
from phares.engine.matching.outcome import Reason, micro
from phares.engine.matching.reading import Reading

CLOSE = 0.3
"""The part of a need's word that an offer's word must share in letters to be named in a reason."""


ALIKE = 0.5
"""The cosine from which two words of near sense are named: they are about the same things more than about others."""

MOST_PAIRS = 3
"""How many pairs of words a reason names."""


@dataclass(frozen=True)
class Question:
    """A need as it is asked of offers: what each of its words, groups of letters and concepts weighs."""

    reading: Reading

    @cached_property
    def stem_weights(self) -> dict[str, float]:
        """The weight of each stem; a word of the title counts as in `formula.TITLE_TIMES`, a repeated one no more."""
        counted = self.reading.stems().items()
        return {held: stem_weight(held) * min(times, formula.TITLE_TIMES) for held, times in sorted(counted)}

    @cached_property
    def all_stems(self) -> float:
        """What finding every word would weigh."""
        return sum(self.stem_weights.values())

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The distinct words, in order of code points."""
        return tuple(sorted(self.reading.words))

    @cached_property
    def all_grams(self) -> float:
        """What finding every group of letters would weigh."""
        return sum(gram_weight(gram) for word in self.words for gram in sorted(set(grams(word))))

    @cached_property
    def concept_weights(self) -> dict[str, float]:
        """The part of each concept in the need; a need that says little counts as one clear concept."""
        whole = max(1.0, sum(mention.strength for mention in self.reading.mentions))
        return {mention.concept: mention.strength / whole for mention in self.reading.mentions}


@dataclass(frozen=True)
class Answer:
    """An offer as a need is asked of it: how often each of its stems and groups of letters stands."""

    reading: Reading

    @cached_property
    def stems(self) -> Mapping[str, float]:
        """How often each stem stands."""
        return self.reading.stems()

    @cached_property
    def grams(self) -> Mapping[str, float]:
        """How often each group of letters stands."""
        return self.reading.grams()

    @cached_property
    def strengths(self) -> Mapping[str, Mention]:
        """The offer's concepts."""
        return {mention.concept: mention for mention in self.reading.mentions}


def text_reasons(question: Question, answer: Answer, lexicon: Lexicon) -> list[Reason]:
    """What words, letters, concepts and sense bring to the pair."""
    sense = _sense(question, answer, lexicon)
    return [*said_reasons(question, answer, lexicon), *([sense] if sense.micro_points else [])]


def said_reasons(question: Question, answer: Answer, lexicon: Lexicon) -> list[Reason]:
    """What words, letters and concepts bring to the pair."""
    by_letters = dict(_letters(question, answer))
    by_words = dict(_words(question, answer))
    same = [word for word in question.words if stem(word) in by_words]
    close = [word for word in question.words if word in by_letters and stem(word) not in by_words]
    found = [
        Reason("same_words", sum(by_words.values()) + sum(by_letters.get(word, 0) for word in same), {"words": same}),
        Reason("close_words", sum(by_letters[word] for word in close), {"pairs": _close_pairs(close, answer)}),
        *_ideas(question, answer, lexicon),
    ]
    return [reason for reason in found if reason.micro_points]


def _words(question: Question, answer: Answer) -> Iterator[tuple[str, int]]:
    length = answer.reading.length()
    for held, weight in question.stem_weights.items():
        times = answer.stems.get(held)
        if times is not None and question.all_stems:
            part = weight * formula.saturated(times, length, formula.USUAL_WORDS) / question.all_stems
            yield held, micro(formula.WORDS * part)


def _letters(question: Question, answer: Answer) -> Iterator[tuple[str, int]]:
    length = answer.reading.gram_length()
    for word in question.words:
        part = sum(
            gram_weight(gram) * formula.saturated(answer.grams[gram], length, formula.USUAL_GRAMS)
            for gram in sorted(set(grams(word)))
            if gram in answer.grams
        )
        if part:
            yield word, micro(formula.LETTERS * part / question.all_grams)


def _close_pairs(words: list[str], answer: Answer) -> list[list[str]]:
    best: list[tuple[float, str, str]] = []
    for word in words:
        shares = ((-_likeness(word, other), other) for other in answer.reading.words)
        share, other = min(shares)
        best.append((share, word, other))
    best.sort()
    return [[word, other] for share, word, other in best if -share >= CLOSE] or [[w, o] for _, w, o in best[:1]]


def _likeness(word: str, other: str) -> float:
    """The part of a word's groups of letters that another one holds too."""
    wanted = set(grams(word))
    return sum(map(gram_weight, sorted(wanted & set(grams(other))))) / sum(map(gram_weight, sorted(wanted)))


def gap(question: Question, answer: Answer) -> float:
    """The share of the need's weight whose words the offer does not hold."""
    if not question.all_stems:
        return 1.0
    return sum(w for held, w in question.stem_weights.items() if held not in answer.stems) / question.all_stems


def _ideas(question: Question, answer: Answer, lexicon: Lexicon) -> Iterator[Reason]:
    scale = formula.CONCEPTS * gap(question, answer) ** 2
    for mention in question.reading.mentions:
        near = lexicon.near(mention.concept)
        found = [
            (-nearness * answer.strengths[name].strength, name != mention.concept, name)
            for name, nearness in near.items()
            if name in answer.strengths
        ]
        if found:
            strength, _, name = min(found)
            other = answer.strengths[name]
            facts: dict[str, Any] = {
                "concept": mention.concept,
                "need_term": mention.term,
                "offer_term": other.term,
            }
            if name != mention.concept:
                facts["through"] = name
            facts |= _hinted(mention, other)
            yield Reason("same_idea", micro(-strength * scale * question.concept_weights[mention.concept]), facts)


def _hinted(need: Mention, offer: Mention) -> dict[str, list[str]]:
    """The sides that only hint at the idea: their term names it, nobody wrote it."""
    sides = [side for side, mention in (("need", need), ("offer", offer)) if mention.hinted]
    return {"hinted": sides} if sides else {}


def _sense(question: Question, answer: Answer, lexicon: Lexicon) -> Reason:
    """What the words bring that the lexicon uses in the same company, with the pairs that bring most of it."""
    asked, said = (map(lexicon.sense, reading.words) for reading in (question.reading, answer.reading))
    nearness = float(lexicon.senses.asked(asked) @ lexicon.senses.answering(said))
    clear = question.reading.clarity() * answer.reading.clarity()
    points = micro(formula.SENSE * gap(question, answer) ** 2 * clear * formula.sense(nearness))
    return Reason("near_sense", points, {"pairs": _sense_pairs(question, answer, lexicon) if points else []})


def _sense_pairs(question: Question, answer: Answer, lexicon: Lexicon) -> list[list[str]]:
    """The words of the need whose sense the offer meets most, each with the other word that meets it, best first.

    Words that are alike only in small part ("scène" and "week-end", both said of festivals) add to the sense of the
    whole, but are named only where there is nothing better to name.
    """
    asked, said = _by_sense(question.reading, lexicon), _by_sense(answer.reading, lexicon)
    between = lexicon.senses.between(list(asked), list(said))
    alike = lexicon.senses.alike(list(asked), list(said))
    others = np.where(np.equal.outer(list(asked), list(said)), 0.0, between)
    between = others if others.any() else between
    named = np.where(alike >= ALIKE, between, 0.0)
    words, answers = list(asked.values()), list(said.values())
    return _best_pairs(named, words, answers)[:MOST_PAIRS] or _best_pairs(between, words, answers)[:1]


def _best_pairs(between: NDArray[np.float64], words: Sequence[str], answers: Sequence[str]) -> list[list[str]]:
    """Each word with the other word nearest to it, the nearest pair first; words that meet nothing are left out."""
    best = [(-float(row.max()), word, answers[int(row.argmax())]) for word, row in zip(words, between, strict=True)]
    return [[word, other] for nearness, word, other in sorted(best) if nearness < 0]


def _by_sense(reading: Reading, lexicon: Lexicon) -> dict[int, str]:
    """For each sense of a text, its first word by code point."""
    placed = {lexicon.sense(word): word for word in sorted(reading.words, reverse=True)}
    return {place: placed[place] for place in sorted(placed) if place >= 0}
