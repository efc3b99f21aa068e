"""Nobody posts more often in a minute than a hand does: the page says so, and when to come back."""

from datetime import UTC, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from phares.rooms.commons import limits


@pytest.mark.usefixtures("within_one_hour")
@pytest.mark.django_db
def test_too_many_posts_are_refused_with_a_page_that_says_so(settings: object) -> None:
    settings.PHARES_POSTS_PER_MINUTE = 3  # type: ignore[attr-defined]
    client = Client(REMOTE_ADDR="127.0.0.77")
    answers = [client.post("/langue/setlang/", {"language": "fr"}) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [302, 302, 302, 429]
    assert answers[-1]["Retry-After"] == "60"
    assert client.get("/").status_code == 200


@pytest.mark.django_db
def test_a_steady_hand_is_never_refused_however_long_it_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1_800_000_000.0
    monkeypatch.setattr(limits.time, "time", lambda: now)
    counts = []
    for _post in range(12):
        counts.append(limits.counted("steady", seconds=60))
        now += 20
    assert max(counts) == 3


@pytest.mark.usefixtures("within_one_hour")
@pytest.mark.django_db
def test_what_is_counted_by_the_hour_is_counted_for_an_hour() -> None:
    before = timezone.now()
    for _time in range(2):
        limits.counted("hourly", seconds=3_600)
    with connection.cursor() as cursor:
        cursor.execute("SELECT expires FROM cache WHERE cache_key LIKE '%hourly%'")
        [(expires,)] = cursor.fetchall()
    ends = expires if timezone.is_aware(expires) else expires.replace(tzinfo=UTC)
    assert ends - before > timedelta(minutes=50)
