"""Somebody who reads no French is asked, and agrees, in the language of the poster; their words are kept as such."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from phares.demo.cast import Cast
from phares.rooms.territory.card_words import WORDS
from phares.rooms.territory.models import Voice
from phares.rooms.territory.views import voices


def test_whoever_follows_a_line_of_the_page_is_asked_in_that_language_and_kept_in_it(
    cast: Cast, client_as: Callable[[str], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voices, "A_HAND_TAKES", timedelta(0))
    visitor, say = client_as(""), reverse("territory:say_voice", args=[cast.pole.slug])
    assert "?langue=tr" not in visitor.get(say).content.decode()  # not one of this pole's languages
    assert "?langue=pt" in visitor.get(say).content.decode()
    page = unescape(visitor.get(f"{say}?langue=pt").content.decode())
    for words in (WORDS["pt"].words, WORDS["pt"].could, WORDS["pt"].agreed, WORDS["pt"].say, WORDS["pt"].then):
        assert words in page
    assert WORDS["fr"].agreed not in page
    hidden = dict(re.findall(r'<input type="hidden" name="(mark|began)" value="([^"]+)"', page))
    entry = {**hidden, "text": "Falta um banco.", "sense": "missing", "language": "pt", "months": "12"}
    assert visitor.post(f"{say}?langue=pt", entry).status_code == 302
    assert Voice.objects.get(text="Falta um banco.").language == "pt"


@pytest.mark.parametrize("asked", ["xx", "tr", "fr", "\x00", "9" * 40])
def test_a_language_that_the_pole_did_not_choose_leaves_the_page_as_it_is(
    cast: Cast, client_as: Callable[[str], Client], asked: str
) -> None:
    answer = client_as("").get(reverse("territory:say_voice", args=[cast.pole.slug]), {"langue": asked})
    assert answer.status_code == 200
    assert WORDS["fr"].agreed in answer.content.decode()
