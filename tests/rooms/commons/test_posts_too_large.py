"""What is too large to be read, or comes in broken, is answered by a page in the user's words."""

import pytest
from django.test import Client
from django.utils.http import urlencode

WITHIN = {"DATA_UPLOAD_MAX_MEMORY_SIZE": 1_000, "DATA_UPLOAD_MAX_NUMBER_FIELDS": 20}
FORM = "application/x-www-form-urlencoded"
BROKEN = "--half\r\nContent-Disposition: form-data; name"


def visitor(*, guarded: bool) -> Client:
    """Return a browser that holds the token of our forms."""
    client = Client(enforce_csrf_checks=guarded)
    client.cookies["csrftoken"] = "a" * 32
    return client


@pytest.fixture
def small_limits(settings: object) -> None:
    for name, value in WITHIN.items():
        setattr(settings, name, value)


@pytest.mark.usefixtures("small_limits")
@pytest.mark.django_db
@pytest.mark.parametrize("guarded", [True, False])
@pytest.mark.parametrize("sent", [{"text": "é" * 1_000}, {f"line-{n}": "x" for n in range(30)}])
def test_a_post_too_large_is_told_so_and_how_to_find_its_words_again(sent: dict[str, str], guarded: bool) -> None:
    client = visitor(guarded=guarded)
    answer = client.post("/langue/setlang/", urlencode({**sent, "language": "en"}), content_type=FORM)
    page = answer.content.decode()
    assert answer.status_code == 413
    assert "C’est trop en une seule fois" in page
    assert "ce que vous aviez écrit y est encore" in page


@pytest.mark.django_db
def test_a_post_that_came_in_broken_is_told_so() -> None:
    answer = visitor(guarded=True).generic(
        "POST", "/langue/setlang/", BROKEN, content_type="multipart/form-data; boundary="
    )
    assert answer.status_code == 400
    assert "L’envoi est arrivé abîmé" in answer.content.decode()
