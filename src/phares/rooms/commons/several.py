"""Several rows chosen in a form: a number that no row can bear is refused in words, as any other that is not there."""

from typing import Any

from django import forms

from phares.rooms.commons.row_numbers import LONGEST


class SeveralField(forms.ModelMultipleChoiceField):
    """Django's own field, which would hand the database a number that it cannot hold."""

    def clean(self, value: Any) -> Any:
        """Return the rows chosen."""
        for one in value if isinstance(value, list | tuple) else ():
            if len(str(one)) > LONGEST:
                code = "invalid_pk_value"
                raise forms.ValidationError(self.error_messages[code], code=code, params={"pk": str(one)[:LONGEST]})
        return super().clean(value)
