"""The words of every reason that the engine can give, in both languages."""

import ast
import inspect
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from phares.engine import matching as engine
from phares.engine.lessons import weighing as lessons
from phares.rooms.cooperation.rules import RULES
from phares.rooms.cooperation.templatetags import reasons as words

FACTS: dict[str, dict[str, Any]] = {
    "same_words": {"words": ["vélos"]},
    "close_words": {"pairs": [["former", "formatrice"]]},
    "near_sense": {"pairs": [["goûter", "gâteaux"]]},
    "same_idea": {"concept": "storage", "need_term": "stocker", "offer_term": "hangar"},
    "close_meaning": {},
    "same_kind": {"kind": "space"},
    "same_tags": {"tags": ["formation"]},
    "near": {"km": 2.1},
    "dates_fit": {"days": 3, "of": 9},
    "common_times": {"times": ["MON 10:00-12:00"]},
    "quantity_fits": {"have": 60, "want": "5/2", "unit": "h"},
    "kept_together": {"level": 3},
    "shown_often": {"times": 4},
    "like_refused": {},
}
LACKS: dict[str, dict[str, Any]] = {
    "quantity": {"have": 60, "want": 80, "short": 20, "unit": "m²"},
    "days": {"have": 3, "want": 9, "short": 6},
    "times": {"have_minutes": 60, "want_minutes": 150, "short_minutes": 90},
    "exchange": {"have": "paid", "want": "free"},
}


def _codes(name: str) -> set[str]:
    """Return every code that the engine's own source gives to a reason, or to a shortfall."""
    folder = Path(inspect.getfile(engine)).parent
    calls = (node for path in folder.glob("*.py") for node in ast.walk(ast.parse(path.read_text())))
    return {
        str(call.args[0].value)
        for call in calls
        if isinstance(call, ast.Call)
        and getattr(call.func, "id", "") == name
        and isinstance(call.args[0], ast.Constant)
    }


def test_every_reason_and_shortfall_of_the_engine_has_its_words_and_its_rule() -> None:
    assert _codes("Reason") | {lessons.CODE} == set(words.REASONS) == set(FACTS)
    assert {rule.code for rule in RULES} == set(words.REASONS) - {"same_tags", "close_meaning"}
    # nothing said here carries tags, and no language model is plugged in here
    assert _codes("Shortfall") == set(words.MISSING) == set(LACKS)


@pytest.mark.parametrize("code", FACTS)
def test_every_reason_is_said_in_both_languages(code: str) -> None:
    told = {}
    for language in ("fr", "en"):
        with translation.override(language):
            told[language] = words.reason_words({**FACTS[code], "code": code, "points": 0.1})
    assert told["fr"]
    assert told["en"]
    assert told["fr"] != told["en"]


@pytest.mark.parametrize("code", LACKS)
def test_what_is_missing_is_said_in_both_languages(code: str) -> None:
    told = {}
    for language in ("fr", "en"):
        with translation.override(language):
            told[language] = words.missing_words({**LACKS[code], "code": code})
    assert told["fr"] != told["en"]


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"code": "same_idea", "need_term": "vélo", "offer_term": "vélo", "concept": "bike"},
         "la même idée : « vélo »"),
        ({"code": "same_idea", "need_term": "outils", "offer_term": "dépannage", "concept": "x", "through": "y"},
         "deux idées qui vont ensemble : « outils » et « dépannage »"),
        ({"code": "near", "km": 0.0}, "à la même adresse, ou presque"),
        ({"code": "dates_fit", "days": 9, "of": 9}, "toutes les dates du besoin y sont"),
        ({"code": "kept_together", "level": 2}, "ces deux-là ont déjà coopéré"),
        ({"code": "unheard_of"}, ""),
        ({"code": "near"}, ""),
        ({"code": "quantity_fits", "have": "1/0", "want": 2, "unit": ""}, ""),
    ],
)  # fmt: skip
def test_a_reason_in_words(facts: dict[str, Any], said: str) -> None:
    assert words.reason_words(facts).replace("\N{NARROW NO-BREAK SPACE}", " ") == said
