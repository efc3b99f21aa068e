"""Shared words are told as one would say them, never cut from what they stand with."""

import pytest

from phares.rooms.cooperation.queries.phrases import phrases


@pytest.mark.parametrize(
    ("words", "need", "offer", "told"),
    [
        (["apres", "midi", "salle"], "Une salle l’après-midi", "Salle libre les après-midi", ["salle", "après-midi"]),
        (["apres", "midi"], "Un après midi de jeux", "Tous les Après-midis", ["après midi"]),
        (["comptable", "rendez"], "Rendez-vous comptable", "Comptable sur rendez-vous", ["rendez-vous", "comptable"]),
        (["service"], "Sono hors service", "Four hors service", ["hors service"]),
        (["service"], "Sono hors service", "Service traiteur", ["service"]),
        (["cargo", "velo"], "Un vélo, un vélo cargo", "Vélos cargos", ["vélo cargo"]),
        (["journee"], "Une demi-journée", "Toute la journée", ["journée"]),
        (["bois", "table"], "Table. Bois", "table bois", ["table", "bois"]),
        (["velo", "ailleurs"], "Un vélo", "vélo", ["vélo", "ailleurs"]),
        (["velo"], "", "", ["velo"]),
    ],
)
def test_words_side_by_side_in_both_texts_are_one_phrase(
    words: list[str], need: str, offer: str, told: list[str]
) -> None:
    assert phrases(words, need, offer) == told
