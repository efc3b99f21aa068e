"""Numbers, phones and postcodes: read however people write them, refused when they are another thing."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phares.demo.cast import CONSOLE, Cast
from phares.rooms.commons.phones import dialled
from phares.rooms.directory import actions, identifiers
from phares.rooms.directory.models import Structure

SPACES = ["", " ", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "."]
digits = st.text("0123456789", min_size=8, max_size=8)


def with_check_digit(first: str) -> str:
    """Return the digits with the one that makes their Luhn sum a multiple of ten, as INSEE does."""
    for last in "0123456789":
        number = first + last
        doubled = [int(sign) * (2 if place % 2 else 1) for place, sign in enumerate(reversed(number))]
        if sum(sum(divmod(value, 10)) for value in doubled) % 10 == 0:
            return number
    raise AssertionError


@given(digits, st.sampled_from(SPACES))
def test_a_siren_is_read_with_any_spaces_and_no_other_last_digit_is_accepted(first: str, space: str) -> None:
    number = with_check_digit(first)
    written = space.join((number[:3], number[3:6], number[6:]))
    assert identifiers.read("siren", written) == number
    for wrong in set("0123456789") - {number[-1]}:
        with pytest.raises(identifiers.NotThisNumber):
            identifiers.read("siren", number[:-1] + wrong)


@pytest.mark.parametrize(
    ("name", "written", "kept"),
    [
        ("siret", "732 829 320 00074", "73282932000074"),
        ("vat_number", "fr 44 732 829 320", "FR44732829320"),
        ("rna", "w 93 1234567", "W931234567"),
        ("rna", "", ""),
    ],
)
def test_each_number_is_kept_without_its_spaces(name: str, written: str, kept: str) -> None:
    assert identifiers.read(name, written) == kept


@pytest.mark.parametrize(
    ("name", "written"),
    [("rna", "W93123456"), ("rna", "X931234567"), ("rna", "W٩31234567"), ("siret", "73282932000075"),
     ("vat_number", "FR45732829320"), ("vat_number", "DE136695976"), ("siren", "<script>")],
)  # fmt: skip
def test_what_is_no_number_of_its_sort_is_refused(name: str, written: str) -> None:
    with pytest.raises(identifiers.NotThisNumber):
        identifiers.read(name, written)


@given(st.sampled_from(list(identifiers.CHECKS)), st.text(max_size=40))
def test_no_text_breaks_the_reading_of_a_number(name: str, written: str) -> None:
    try:
        kept = identifiers.read(name, written)
    except identifiers.NotThisNumber:
        return
    assert identifiers.read(name, kept) == kept


@pytest.mark.parametrize(
    ("written", "kept"),
    [("93450", "93450"), ("93 450", "93450"), ("F-93450", "93450"), ("93450 CEDEX 2", "93450"), ("97400", "97400"),
     ("00100", ""), ("1000 Bruxelles", ""), ("", "")],
)  # fmt: skip
def test_a_postcode_is_normalised_and_another_country_s_is_left_as_written(written: str, kept: str) -> None:
    assert identifiers.postcode(written) == kept


@pytest.mark.parametrize(
    ("written", "kept"),
    [("01 99 00 00 00", "+33199000000"), ("+33 (0)1 99 00 00 00", "+33199000000"), ("0032 2 555 12 12", "+3225551212"),
     ("demander Zoé", ""), ("12", "")],
)  # fmt: skip
def test_a_phone_is_dialled_whatever_its_spaces(written: str, kept: str) -> None:
    assert dialled(written) == kept


def test_the_original_phone_and_postcode_stay_beside_what_machines_read(cast: Cast, now: datetime) -> None:
    said = {"name": "Roue Libre", "contact_phone": "01.99 00-00 00", "postcode": "93 450"}
    one = actions.describe_structure(structure=cast.structures["roue"], by=CONSOLE, at=now, **said)
    one = Structure.objects.get(pk=one.pk)
    assert (one.contact_phone, one.contact_phone_e164) == ("01.99 00-00 00", "+33199000000")
    assert (one.postcode, one.postcode_normalised) == ("93 450", "93450")


def test_a_siren_is_read_from_the_siret_and_numbers_of_two_enterprises_are_refused(cast: Cast, now: datetime) -> None:
    structure = cast.structures["roue"]
    told = actions.identify_structure(structure=structure, siret="732 829 320 00074", by=CONSOLE, at=now)
    assert told.siren == "732829320"
    other = with_check_digit("12345678")
    for numbers in ({"siret": "73282932000074", "siren": other}, {"vat_number": "FR44732829320", "siren": other}):
        with pytest.raises(actions.NumbersDisagree):
            actions.identify_structure(structure=structure, by=CONSOLE, at=now, **numbers)
    assert Structure.objects.get(pk=structure.pk).siren == "732829320"
