"""An idea that a side only hints at is called by its name, and nothing that nobody wrote stands between quotes."""

from phares.rooms.cooperation.templatetags.reasons import reason_words

IDEA = {"code": "same_idea", "concept": "wood_machines", "need_term": "découper du bois", "offer_term": "scie à ruban"}


def test_only_what_was_written_is_quoted() -> None:
    quoted = {
        (): ("découper du bois", "scie à ruban"),
        ("need",): ("scie à ruban",),
        ("offer",): ("découper du bois",),
        ("need", "offer"): (),
    }
    for hinted, written in quoted.items():
        words = reason_words({**IDEA, **({"hinted": list(hinted)} if hinted else {})})
        for term in ("découper du bois", "scie à ruban"):
            assert (f"«\u202f{term}\u202f»" in words) == (term in written), words
