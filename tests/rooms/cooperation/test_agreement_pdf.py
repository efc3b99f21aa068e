"""The sheet of an agreement: one page, the same bytes for the same words, French typography, read aloud in order."""

import io
from datetime import UTC, datetime
from typing import Any

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from phares.rooms.cooperation import agreement_pdf
from phares.rooms.cooperation.agreement_words import LONGEST
from phares.rooms.cooperation.drafting import MOST_PARTIES, MOST_PROMISES, PAGE_PARTIES, PAGE_PROMISES
from phares.rooms.cooperation.models import Commitment, Cooperation, Party

AT = datetime(2026, 11, 1, 9, tzinfo=UTC)
NAME_LENGTH = 120


def _words(parties: int = 2, promises: int = 3, text: Any = None, **changed: Any) -> dict[str, Any]:
    """Return a text; `text(length)` writes every part as long as it may be."""
    said = text or (lambda length: "Ouvrir l'atelier : mardi"[:length])
    return {
        "pole": "Le Fanal",
        "commune": "Port-Aval",
        "title": said(LONGEST["title"]),
        "purpose": said(LONGEST["purpose"]),
        "form": "joint_bid",
        "from_on": "2026-11-01",
        "until_on": "2027-05-15",
        "openness": "parties",
        "parties": [
            {"key": f"structure-{n}", "name": said(NAME_LENGTH), "role": said(LONGEST["role"])} for n in range(parties)
        ],
        "promises": [
            {
                "by": n % parties,
                "to": None if n % 4 == 3 else (n + 1) % parties,
                "what": said(LONGEST["what"]),
                "due_on": "2027-02-01",
            }
            for n in range(promises)
        ],
        **changed,
    }


def _read(words: dict[str, Any]) -> tuple[int, str]:
    reader = PdfReader(io.BytesIO(agreement_pdf.render(words, 2, AT)))
    return len(reader.pages), "\n".join(page.extract_text() for page in reader.pages)


LONG_TEXTS = {
    "ordinary words": "Remettre en route les vélos du quartier, ",
    "one endless word": "https://exemple.example/un/chemin/qui/n/en/finit/pas/",
    "wide letters": "W",
    "wide words": "MMM ",
    "short words": "a ",
    "one per line": "mot\n",
}


@pytest.mark.parametrize("kind", LONG_TEXTS)
def test_the_longest_text_allowed_stands_on_one_page(kind: str) -> None:
    seed = LONG_TEXTS[kind]
    words = _words(PAGE_PARTIES, PAGE_PROMISES, lambda length: (seed * length)[:length])
    assert _read(words)[0] == 1


@pytest.mark.parametrize("kind", ["ordinary words", "one endless word", "wide letters"])
def test_the_agreement_of_a_large_group_goes_on_to_numbered_pages_and_loses_no_word(kind: str) -> None:
    seed = LONG_TEXTS[kind]
    words = _words(MOST_PARTIES, MOST_PROMISES, lambda length: (seed * length)[:length])
    for place, promise in enumerate(words["promises"]):
        promise["what"] = f"promesse{place:02} {promise['what'][:140]}"
    pages, text = _read(words)
    assert pages > 1
    assert [f"Page {n} sur {pages}" in text.replace("\N{NO-BREAK SPACE}", " ") for n in range(1, pages + 1)] == [
        True
    ] * pages
    assert all(f"promesse{place:02}" in text for place in range(MOST_PROMISES))
    assert text.count("Version 2, écrite le") == pages
    assert _read(_words(12, 14))[0] == 1  # a dozen short lines need no second page


@settings(max_examples=15, deadline=None)
@given(
    st.integers(2, PAGE_PARTIES),
    st.integers(1, PAGE_PROMISES),
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=160),
)
def test_whatever_people_type_is_one_page_and_never_taken_for_the_sheets_own_language(
    parties: int, promises: int, typed: str
) -> None:
    pages, _text = _read(_words(parties, promises, lambda length: (typed * length)[:length]))
    assert pages == 1


def test_marks_of_the_typesetter_are_printed_as_typed() -> None:
    typed = "#set page() *gras* $x^2$ [crochets] @moi <h1> \\ = titre"
    assert typed in _read(_words(text=lambda length: typed))[1].replace("\n", " ")


def test_a_name_in_another_alphabet_is_printed_and_a_sign_without_letter_is_a_square() -> None:
    _pages, text = _read(_words(title="Ольга et سمير réparent 🚲 中"))
    assert "Ольга" in text
    assert "réparent □ □" in text


def test_the_tested_lengths_are_those_of_the_database() -> None:
    columns = {
        "title": (Cooperation, "title"),
        "purpose": (Cooperation, "purpose"),
        "role": (Party, "role"),
        "what": (Commitment, "what"),
    }
    assert {name: model._meta.get_field(field).max_length for name, (model, field) in columns.items()} == LONGEST


def test_the_same_words_give_the_same_bytes() -> None:
    assert agreement_pdf.render(_words(), 2, AT) == agreement_pdf.render(_words(), 2, AT)


def test_another_word_gives_other_bytes() -> None:
    assert agreement_pdf.render(_words(), 2, AT) != agreement_pdf.render(_words(title="Autre"), 2, AT)


def test_the_sheet_says_everything_in_french_signs_and_days() -> None:
    _pages, text = _read(_words())
    assert "Ouvrir l’atelier\u202f: mardi" in text
    assert "1er novembre" in text.replace("\N{NO-BREAK SPACE}", " ")
    assert "15 mai 2027" in text.replace("\N{NO-BREAK SPACE}", " ")
    assert "1er février 2027" in text.replace("\N{NO-BREAK SPACE}", " ")
    assert "une réponse commune à un appel" in text
    assert "toutes les autres parties" not in text
    assert "Version 2, écrite le 1er novembre 2026" in text.replace("\N{NO-BREAK SPACE}", " ")


def test_no_sign_is_lost_where_the_sheet_has_its_own_sentences() -> None:
    _pages, text = _read(_words())
    flat = text.replace("\n", " ")
    assert "changer une promesse\u202f; le changement" in flat
    assert "avec ce document\u202f; un seul mot" in flat


def test_a_sheet_in_an_english_session_is_in_french_all_the_same() -> None:
    french = agreement_pdf.render(_words(), 2, AT)
    with translation.override("en"):
        assert agreement_pdf.render(_words(), 2, AT) == french


def test_the_sheet_can_be_read_aloud() -> None:
    reader = PdfReader(io.BytesIO(agreement_pdf.render(_words(), 2, AT)))
    catalog: Any = reader.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "fr-FR"
    assert "/StructTreeRoot" in catalog
    assert reader.metadata is not None
    assert reader.metadata.title
