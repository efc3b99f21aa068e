"""Needs and offers imagined for Phares (`*.txt` beside this file), and how they are read."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent
GRADES = {"=": 3, "~": 1, "!": 0}


@dataclass
class Group:
    """Needs that the same offers answer, fully or in part, and the look-alikes that do not."""

    needs: list[str] = field(default_factory=list)
    offers: list[tuple[str, str]] = field(default_factory=list)


def groups(name: str) -> list[Group]:
    """The groups of one set (its files in order), separated by empty lines."""
    found = [Group()]
    for line in (
        line for path in sorted(FOLDER.glob(f"{name}_*.txt")) for line in path.read_text("utf-8").splitlines()
    ):
        if not line.strip():
            found.append(Group())
        elif line.startswith("? "):
            found[-1].needs.append(line[2:])
        elif line[0] in GRADES:
            found[-1].offers.append((line[0], line[2:]))
    return [one for one in found if one.needs]


@dataclass(frozen=True)
class Own:
    """Questions, offers, and for each question the grades and the look-alikes by the offer's place."""

    questions: list[str]
    texts: list[str]
    grades: list[dict[int, int]]
    traps: list[set[int]]


def own(name: str) -> Own:
    """One of our sets, ready to be ranked."""
    read = Own([], [], [], [])
    for group in groups(name):
        places = {len(read.texts) + at: GRADES[mark] for at, (mark, _) in enumerate(group.offers)}
        read.texts.extend(text for _, text in group.offers)
        for need in group.needs:
            read.questions.append(need)
            read.grades.append({place: grade for place, grade in places.items() if grade})
            read.traps.append({place for place, grade in places.items() if not grade})
    return read
