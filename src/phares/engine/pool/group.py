"""Groups of needs that are the same at several structures, put together by average likeness.

The two likest groups are joined first, as long as the mean likeness between their members is enough and every two
of them may be answered together (average linkage: Sokal and Michener, 1958). A need like one member only stays out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from phares.engine.lexicon import Lexicon, default_lexicon
from phares.engine.lexicon.words import stem
from phares.engine.matching.item import Item
from phares.engine.matching.outcome import Reason
from phares.engine.matching.reading import Reading, read
from phares.engine.pool.form import form
from phares.engine.pool.likeness import ENOUGH, Likenesses, likenesses, may_pool

Places = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Needs that are the same, by id, with the form that answering them together could take, and why."""

    needs: tuple[str, ...]
    form: str
    reasons: tuple[Reason, ...]


def pool(needs: Iterable[Item], least: int = 2, lexicon: Lexicon | None = None) -> tuple[Group, ...]:
    """Disjoint groups of the same need, each at `least` structures or more; largest first, then by first id."""
    known = lexicon or default_lexicon()
    readings = [read(need, known) for need in sorted(needs, key=lambda item: item.id)]
    joined = _joined(len(readings), likenesses(readings, known), readings)
    groups = [_group([readings[place] for place in places], known) for places in joined]
    wide = [group for group, places in zip(groups, joined, strict=True) if _structures(places, readings) >= least]
    return tuple(sorted(wide, key=lambda group: (-len(group.needs), group.needs)))


def _structures(places: Places, readings: Sequence[Reading]) -> int:
    return len({readings[place].item.by for place in places})


def _joined(size: int, alike: Likenesses, readings: Sequence[Reading]) -> list[Places]:
    """The groups of places when no two groups are alike enough to be joined."""
    groups: dict[int, Places] = {place: (place,) for place in range(size)}
    sums: dict[tuple[int, int], int] = dict(alike)
    while sums:
        means = ((-total / (len(groups[a]) * len(groups[b])), a, b) for (a, b), total in sums.items())
        mean, kept, gone = min(means)
        if -mean < ENOUGH:
            break
        if not _may_join(groups[kept], groups[gone], readings):
            del sums[kept, gone]
            continue
        groups[kept] = tuple(sorted(groups[kept] + groups.pop(gone)))
        for pair in [pair for pair in sums if gone in pair]:
            total, other = sums.pop(pair), pair[0] if pair[1] == gone else pair[1]
            if other != kept:
                together = (min(kept, other), max(kept, other))
                sums[together] = sums.get(together, 0) + total
    return [places for places in groups.values() if len(places) > 1]


def _may_join(left: Places, right: Places, readings: Sequence[Reading]) -> bool:
    return all(may_pool(readings[one].item, readings[other].item) for one in left for other in right)


def _group(readings: Sequence[Reading], lexicon: Lexicon) -> Group:
    needs = tuple(reading.item.id for reading in readings)
    return Group(needs, form(readings, lexicon), tuple(_reasons(readings)))


def _reasons(readings: Sequence[Reading]) -> Iterator[Reason]:
    """What at least half of the needs share, the most shared first."""
    half = len(readings) / 2
    concepts = Counter(mention.concept for reading in readings for mention in reading.mentions)
    for concept, times in sorted(concepts.items(), key=lambda one: (-one[1], one[0])):
        if times > 1 and times >= half:
            terms = {r.item.id: m.term for r in readings for m in r.mentions if m.concept == concept}
            yield Reason(
                "same_idea", 0, {"concept": concept, "needs": len(terms), "terms": sorted(set(terms.values()))}
            )
    stems = Counter(held for reading in readings for held in {stem(word) for word in reading.words})
    words = sorted({word for r in readings for word in r.words if stems[stem(word)] > 1 and stems[stem(word)] >= half})
    if words:
        yield Reason("same_words", 0, {"words": words})
    kinds = {reading.item.kind for reading in readings}
    if len(kinds) == 1 and None not in kinds:
        yield Reason("same_kind", 0, {"kind": readings[0].item.kind})
    yield Reason("structures", 0, {"count": len({reading.item.by for reading in readings})})
