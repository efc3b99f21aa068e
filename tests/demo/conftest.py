"""The whole demonstration, told once for a process, and there for all the tests of a file."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

import remembered
from phares.demo.build import tell_everything
from phares.demo.telling import Telling


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: Any) -> Iterator[Telling]:
    """Both poles with all their stories; everything is undone after the last test of the file."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield remembered.told("the demonstration", tell_everything, at=timezone.now())
        transaction.set_rollback(True)
