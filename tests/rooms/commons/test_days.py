"""Days in words: distances, periods, and what both languages make of them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from phares.rooms.commons import days

HARD = "\N{NO-BREAK SPACE}"
TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def in_french() -> Iterator[None]:
    """Write in French, whatever the test before asked for."""
    with translation.override("fr"):
        yield


@pytest.mark.parametrize(
    ("days_away", "words"),
    [
        (-9, "il y a 9 jours"),
        (-1, "hier"),
        (0, "aujourd’hui"),
        (1, "demain"),
        (3, "dans 3 jours"),
        (-60, "il y a 60 jours"),
        (-61, "il y a 2 mois"),
        (-800, "il y a 2 ans"),
        (400, "dans 13 mois"),
    ],
)
def test_a_distance_is_said_in_the_unit_that_people_use(days_away: int, words: str) -> None:
    assert days.since_words(date.fromordinal(TODAY.toordinal() + days_away), TODAY) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2026, 3, 3), date(2026, 5, 5), "du 3 mars au 5 mai 2026"),
        (date(2026, 3, 1), date(2026, 3, 5), "du 1er au 5 mars 2026"),
        (date(2025, 12, 3), date(2026, 1, 5), "du 3 décembre 2025 au 5 janvier 2026"),
        (date(2026, 3, 3), date(2026, 3, 3), "le 3 mars 2026"),
        (date(2026, 3, 3), None, "depuis le 3 mars 2026"),
        (date(2027, 3, 3), None, "à partir du 3 mars 2027"),
        (None, date(2026, 5, 5), "jusqu’au 5 mai 2026"),
        (None, None, ""),
    ],
)
def test_a_period_says_once_what_both_ends_share(start: date | None, end: date | None, words: str) -> None:
    assert days.period_words(start, end, TODAY).replace(HARD, " ") == words


def test_days_are_written_in_the_language_of_the_page() -> None:
    with translation.override("en"):
        assert days.day_words(date(2026, 3, 1)).replace(HARD, " ") == "1 March 2026"
        assert days.hour_words(datetime(2026, 11, 2, 13, 5, tzinfo=UTC)) == "14:05"
