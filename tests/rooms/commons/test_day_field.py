"""The field of a day: slips of the hand are told apart from days, in every form of the site."""

import importlib
import inspect
import pkgutil
from datetime import date

import pytest
from django import forms

from phares.rooms.commons.day_field import DayField
from phares.rooms.cooperation import forms as of_cooperation
from phares.rooms.directory import forms as of_directory


@pytest.mark.parametrize("written", ["0001-01-01", "0026-11-24", "9999-12-31", "2026-02-31"])
def test_a_day_that_nobody_can_have_meant_is_refused(written: str) -> None:
    with pytest.raises(forms.ValidationError):
        DayField().clean(written)


def test_a_day_of_a_life_is_read() -> None:
    assert DayField().clean("1868-05-04") == date(1868, 5, 4)
    assert DayField(required=False).clean("") is None


def test_every_form_of_the_rooms_reads_its_days_so() -> None:
    modules = [
        importlib.import_module(f"{package.__name__}.{found.name}")
        for package in (of_cooperation, of_directory)
        for found in pkgutil.iter_modules(package.__path__)
    ]
    classes = {one for module in modules for _name, one in inspect.getmembers(module, inspect.isclass)}
    days = [
        field
        for one in classes
        if issubclass(one, forms.BaseForm)
        for field in one.base_fields.values()
        if isinstance(field, forms.DateField)
    ]
    assert days
    assert all(isinstance(field, DayField) for field in days)
