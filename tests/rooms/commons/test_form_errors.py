"""The summary of what is left to mend in a form."""

from django import forms

from phares.rooms.commons.templatetags.ui import form_errors


class Priced(forms.Form):
    """A number that two checks refuse in the same words."""

    price = forms.DecimalField(
        max_value=10, max_digits=3, error_messages=dict.fromkeys(["max_value", "max_digits"], "Trop grand.")
    )


def test_what_two_checks_of_a_field_refuse_in_the_same_words_is_said_once() -> None:
    form = Priced({"price": "99999"})
    assert len(form["price"].errors) == 2
    assert form_errors(form)["lines"] == [("id_price", "Price", "Trop grand.")]
