"""Numbers that the form of an agreement sends back: whatever stands there, the page answers and nothing is written."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from phares.demo.cast import Cast
from rooms.cooperation.agreed import begun


@pytest.mark.parametrize("number", ["²", "-1", "9" * 5000])
@pytest.mark.parametrize(("field", "before"), [("row", "remove-promise-"), ("row", "remove-party-"), ("seen", "")])
def test_a_number_in_any_signs_shows_the_form_again(
    cast: Cast, client_as: Callable[[str], Client], now: datetime, number: str, field: str, before: str
) -> None:
    cooperation = begun(cast, at=now)
    address = reverse("cooperation:write_agreement", args=["fanal", cooperation.pk])
    response = client_as("nour").post(address, {field: before + number, "promise-0-by": "", "promise-0-what": "x"})
    assert response.status_code == (200 if field == "row" else 422)
    assert len(response.context["entry"].promises) == 1
    assert cooperation.agreements.count() == 1
