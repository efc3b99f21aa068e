"""Cards and poster for those who read another language: what one agrees to is in it too; one sheet always."""

import io

import pytest
from pypdf import PdfReader

from phares.demo.cast import Cast
from phares.rooms.territory import papers
from phares.rooms.territory.card_words import WORDS

ADDRESS = "https://pole.example/fanal/paroles/dire/?de=affiche"


def pages(pdf: bytes) -> list[str]:
    """Return the text of each page, its lines joined."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def test_every_card_asks_for_agreement_and_subject_in_its_own_language(cast: Cast) -> None:
    for code, text in zip(WORDS, pages(papers.cards(cast.pole, list(WORDS))), strict=True):
        for words in (WORDS[code].agreed, WORDS[code].part, WORDS[code].receipt):
            assert text.count(words) == 4, code
        assert code == "fr" or "logement" not in text


@pytest.mark.parametrize("languages", [["fr"], ["fr", "en", "tr"], list(WORDS)])
def test_a_poster_is_one_sheet_however_many_languages_it_speaks(cast: Cast, languages: list[str]) -> None:
    cast.pole.contact_phone = "01 99 00 00 00"
    [text] = pages(papers.poster(cast.pole, languages, ADDRESS))
    assert all(WORDS[code].could in text for code in languages)
    assert "pole.example/fanal/paroles/dire/" in text.replace(" ", "")
