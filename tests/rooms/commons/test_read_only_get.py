"""A GET cannot write: held by the database connection, whatever a view tries."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from phares.demo.cast import CONSOLE
from phares.rooms.commons.middleware import ReadOnlyGet, WriteOnGet
from phares.rooms.directory import actions
from phares.rooms.directory.models import Person, Pole

WRITES: list[Callable[[], object]] = [
    lambda: Pole.objects.create(slug="x", name="X", commune="Y", founded_at=timezone.now()),
    lambda: Pole.objects.update(name="Autre"),
    lambda: Pole.objects.all().delete(),
    lambda: Person.objects.bulk_create([Person(given_name="Z")]),
    lambda: connection.cursor().execute("  -- a word first\n DELETE FROM directory_pole"),
    lambda: connection.cursor().execute("WITH gone AS (SELECT 1) DELETE FROM directory_pole"),
]


@pytest.fixture
def pole(db: None) -> Pole:
    """A pole to write to."""
    now: datetime = timezone.now()
    return actions.found_pole(slug="ici", name="Ici", commune="Là", by=CONSOLE, at=now)


def _page(write: Callable[[], object]) -> Callable[[HttpRequest], HttpResponse]:
    def view(request: HttpRequest) -> HttpResponse:
        write()
        return HttpResponse("shown")

    return view


@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize("write", WRITES)
def test_a_page_that_only_shows_cannot_write(pole: Pole, write: Callable[[], object], method: str) -> None:
    request = getattr(RequestFactory(), method)("/ici/")
    with pytest.raises(WriteOnGet), transaction.atomic():
        ReadOnlyGet(_page(write))(request)
    assert Pole.objects.get().name == "Ici"


def test_a_post_writes(pole: Pole) -> None:
    answer = ReadOnlyGet(_page(lambda: Pole.objects.update(name="Autre")))(RequestFactory().post("/ici/"))
    assert answer.status_code == 200
    assert Pole.objects.get().name == "Autre"


def test_a_page_reads_with_any_words_in_its_question(pole: Pole) -> None:
    words = "DELETE FROM directory_pole; UPDATE"
    answer = ReadOnlyGet(_page(lambda: list(Pole.objects.filter(name=words))))(RequestFactory().get("/ici/"))
    assert answer.content == b"shown"
