"""Several rows chosen in a form: what no row can bear is refused in words, as any other that is not there."""

from typing import Any

from django import forms

from phares.rooms.commons.row_numbers import row_number

SHOWN = 18
"""How much of what cannot be is said again."""


class SeveralField(forms.ModelMultipleChoiceField):
    """Django's own field, which would hand the database a number, or a sign, that it cannot hold."""

    def clean(self, value: Any) -> Any:
        """Return the rows chosen."""
        for one in value if isinstance(value, list | tuple) else ():
            if not self._can_be(str(one)):
                code = "invalid_pk_value"
                raise forms.ValidationError(self.error_messages[code], code=code, params={"pk": str(one)[:SHOWN]})
        return super().clean(value)

    def _can_be(self, written: str) -> bool:
        """Say whether some row may bear what was written: its number, or its name where rows are chosen by name."""
        if self.to_field_name:
            return "\0" not in written
        return row_number(written) > 0
