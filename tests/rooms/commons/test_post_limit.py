"""Nobody posts more often in a minute than a hand does: the page says so, and when to come back."""

import pytest
from django.test import Client


@pytest.mark.django_db
def test_too_many_posts_are_refused_with_a_page_that_says_so(settings: object) -> None:
    settings.PHARES_POSTS_PER_MINUTE = 3  # type: ignore[attr-defined]
    client = Client(REMOTE_ADDR="127.0.0.77")
    answers = [client.post("/langue/setlang/", {"language": "fr"}) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [302, 302, 302, 429]
    assert answers[-1]["Retry-After"] == "60"
    assert client.get("/").status_code == 200
