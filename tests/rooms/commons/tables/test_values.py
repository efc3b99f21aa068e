"""Cells: days, numbers and header names as French people write them; what can be read in two ways is asked."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phares.rooms.commons.days import day_words
from phares.rooms.commons.tables.headers import Column, header_of, matched
from phares.rooms.commons.tables.sheet import Formula
from phares.rooms.commons.tables.values import CellRefused, day_of, number_of, text_of

DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    "written",
    ["1er février 2015", "01/02/15", "1/2/2015", "01.02.2015", "01-02-2015", "2015-02-01", "dimanche 1 fevrier 2015",
     "1er fév. 2015", "1 Feb 2015", "2015-02-01T00:00:00", "01/02/2015 14:30", date(2015, 2, 1), 42036,
     "42036", 42036.5],
)  # fmt: skip
def test_the_first_of_february_is_read_in_every_way_it_is_written(written: object) -> None:
    assert day_of(written) == date(2015, 2, 1)  # type: ignore[arg-type]


@given(DAYS)
def test_a_day_in_our_own_words_is_read_back(day: date) -> None:
    assert day_of(day_words(day)) == day_of(f"{day:%d/%m/%Y}") == day_of((day - date(1899, 12, 30)).days) == day


@pytest.mark.parametrize(
    "written",
    [
        "2014",
        2014,
        "31/02/2015",
        "13/13/2013",
        "bientôt",
        "32 janvier 2015",
        "1 brumaire 2015",
        "01/02/0015",
        Formula(),
    ],
)
def test_what_is_no_day_is_refused_with_a_reason(written: object) -> None:
    with pytest.raises(CellRefused) as refused:
        day_of(written)  # type: ignore[arg-type]
    assert str(refused.value.reason)


@pytest.mark.parametrize(
    ("written", "number"),
    [("1 350,5 m²", "1350.5"), ("1\u202f350,5\u00a0m²", "1350.5"), ("1.350,50", "1350.50"), ("1,350.5", "1350.5"),
     ("12", "12"), ("12,5 %", "12.5"), ("-3", "-3"), ("1 000 000", "1000000"), ("1.000.000", "1000000"),
     (1350.5, "1350.5"), (7, "7"), ("0.125", "0.125"), ("350 € HT", "350")],
)  # fmt: skip
def test_a_number_is_read_with_its_spaces_comma_and_unit(written: object, number: str) -> None:
    assert number_of(written) == Decimal(number)  # type: ignore[arg-type]


@pytest.mark.parametrize("written", ["1.350", "environ douze", "12/5", "douze", "1,2,3.4.5", Formula()])
def test_a_number_that_is_unclear_is_asked_and_never_guessed(written: object) -> None:
    with pytest.raises(CellRefused):
        number_of(written)  # type: ignore[arg-type]


@given(st.decimals(-(10**9), 10**9, places=2, allow_nan=False))
def test_a_number_written_the_french_way_is_read_back(number: Decimal) -> None:
    written = f"{number:,.2f}".replace(",", "\u202f").replace(".", ",")
    assert number_of(written) == number


def test_an_empty_cell_says_nothing() -> None:
    assert (day_of(None), number_of(None), text_of(None), day_of("  "), number_of("")) == (None, None, "", None, None)


COLUMNS = (
    Column("name", "Nom de la structure", ("structure", "raison sociale")),
    Column("contact_email", "Adresse électronique", ("courriel", "e-mail", "mail")),
    Column("from_on", "Entrée", ("date d’arrivée", "depuis le")),
)


@pytest.mark.parametrize(
    "header",
    [
        ["Nom structure", "Mail", "Arrivée (date)"],
        ["RAISON SOCIALE", "Courriel :", "date d'arrivee"],
        ["Structures", "E-mail", "Depuis le"],
    ],
)
def test_a_column_is_found_however_its_name_is_written(header: list[str]) -> None:
    assert matched(header, COLUMNS) == {0: "name", 1: "contact_email", 2: "from_on"}  # type: ignore[arg-type]


def test_a_name_that_means_nothing_of_ours_is_left_to_the_reader() -> None:
    assert matched(["Nombre de chaises", "Remarques", 12], COLUMNS) == {}


def test_each_of_our_columns_is_taken_once_by_the_closest_name() -> None:
    assert matched(["Structures", "Structure"], COLUMNS) == {0: "name"}


def test_titles_above_the_header_are_passed_over() -> None:
    rows = [
        ["Annuaire 2026", None, None],
        [None, None, None],
        ["Mis à jour le 3 mars", None, None],
        ["Structure", "Mail", "Depuis le"],
    ]
    assert header_of(rows, COLUMNS) == 3  # type: ignore[arg-type]
    assert header_of([["a", "b"], ["c", "d"]], COLUMNS) == 0


def test_the_days_of_a_spreadsheet_count_from_the_end_of_1899() -> None:
    assert day_of(36526) == date(2000, 1, 1) == date(1899, 12, 30) + timedelta(days=36526)
