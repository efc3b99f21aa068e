"""The field of a day in every form: a day that somebody can have meant."""

from datetime import date
from typing import Any

from django import forms

EARLIEST, LATEST = date(1800, 1, 1), date(2199, 12, 31)


class DayField(forms.DateField):
    """A day; one of the year 26 or 9999 is a slip of the hand, and no reminder could be reckoned from it."""

    def to_python(self, value: Any) -> date | None:
        """Read the day, and take one out of any life's reach for no day at all."""
        day = super().to_python(value)
        if day is not None and not EARLIEST <= day <= LATEST:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return day
