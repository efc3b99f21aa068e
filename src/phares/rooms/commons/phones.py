"""Phone numbers: kept as written, and beside it in the one form that every telephone dials (E.164)."""

import phonenumbers

HOME = "FR"


def dialled(written: str) -> str:
    """Return a number as telephones dial it, such as +33149000000; empty where it is no number that could exist."""
    try:
        number = phonenumbers.parse(written, HOME)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
