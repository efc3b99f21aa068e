"""The pole's own words in another language: what there is to translate, and a text as one reads it. Pure.

What was frozen holds, for each language, pairs of a text and of its translation: no number, so that nothing is to be
told again where rows have other numbers.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

OF_PROBLEM = ("title", "understood", "done", "why_not")
OF_RESPONSE = ("title", "result")


@dataclass(frozen=True)
class Words:
    """A text, and its language where it is another than the page's."""

    text: str
    language: str = ""

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


def texts_of(said: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return what there is to translate in what is told back, in its order, each text once with what it is."""
    return list({text: (name, text) for name, text in _texts(said) if text}.values())


def _texts(said: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "lead", said["lead"]
    for one in said["problems"]:
        for name in OF_PROBLEM:
            yield f"problem_{name}", one[name]
        for each in one["responses"]:
            for name in OF_RESPONSE:
                yield f"response_{name}", each[name]
    yield "next", said["next"]


def read_in(said: Mapping[str, Any], language: str) -> dict[str, Any]:
    """Return what is told back with each of the pole's own texts as words, translated where a translation is kept."""
    known = dict(said.get("languages", {}).get(language, {}).get("texts", ()))

    def words(text: str) -> Words:
        return Words(known[text], language) if text in known else Words(text)

    return {
        **said,
        "lead": words(said["lead"]),
        "next": words(said["next"]),
        "problems": [
            {
                **one,
                **{name: words(one[name]) for name in OF_PROBLEM},
                "responses": [
                    {**each, **{name: words(each[name]) for name in OF_RESPONSE}} for each in one["responses"]
                ],
            }
            for one in said["problems"]
        ],
    }
