"""What is told back in the languages of the pole: the pole's own texts, by whom, and never beside another text."""

import io
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from phares.demo.cast import Cast
from phares.rooms.commons.refusals import NotAllowed, Refusal
from phares.rooms.territory import actions
from phares.rooms.territory.models import Problem, Restitution

WHY, LEAD = "La ville a refusé : trop cher.", "Voici ce que vos mots deviennent."


@pytest.fixture
def who(cast: Cast, now: datetime) -> dict[str, Any]:
    """The coordinator, now."""
    return {"by": cast.actor("lena"), "at": now}


@pytest.fixture
def told(cast: Cast, who: dict[str, Any], now: datetime) -> Restitution:
    """A season in which one problem was heard and nothing is done about it."""
    light = actions.write_problem(pole=cast.pole, title="Pas de lumière", kinds=["social"], **who)
    today = timezone.localdate(now)
    told = actions.begin_restitution(pole=cast.pole, first_on=today - timedelta(days=80), last_on=today, **who)
    actions.write_restitution(restitution=told, lead=LEAD, next_words="", voices=(), **who)
    actions.tell_of_problem(restitution=told, problem=light, why_not=WHY, **who)
    return told


def test_texts_are_read_in_portuguese_with_their_translator_on_the_page_and_on_the_sheet(
    told: Restitution, who: dict[str, Any], client_as: Callable[[str], Client]
) -> None:
    lena, page = client_as("lena"), told.get_absolute_url()
    give = f"{page}ecrire/en/pt/"
    form = lena.get(give).context["form"]
    keys = {text: key for key, text in form.texts.items()}
    assert set(keys) == {LEAD, "Pas de lumière", WHY}
    entry = {keys[LEAD]: "Eis o que é feito.", keys[WHY]: "A câmara recusou: demasiado caro."}
    assert lena.post(give, entry).status_code == 422  # nobody is named
    assert lena.post(give, {**entry, "translator": "Inês, do grupo"}).status_code == 302
    assert "2 textes sur 3" in lena.get(f"{page}ecrire/").content.decode()
    assert lena.post(f"{page}publier/").status_code == 302
    visitor = client_as("")
    french, portuguese = (visitor.get(f"{page}{more}").content.decode() for more in ("", "?langue=pt"))
    assert "?langue=pt" in french
    assert "câmara" not in french
    assert '<span lang="pt" dir="auto">A câmara recusou: demasiado caro.</span>' in portuguese
    assert "Traduit par Inês, do grupo" in portuguese
    assert "Pas de lumière" in portuguese  # left empty: read in French
    assert "O que não se faz, e porquê" in portuguese
    sheet = b"".join(visitor.get(f"{page}feuille.pdf?langue=pt"))
    text = " ".join(one.extract_text() for one in PdfReader(io.BytesIO(sheet)).pages)
    assert "A câmara recusou: demasiado caro." in text
    assert "Inês" in text
    for asked in ("xx", "9" * 30, "fr", "\x00"):
        assert "câmara" not in visitor.get(page, {"langue": asked}).content.decode()


def test_a_text_written_again_is_never_read_beside_its_old_translation(
    told: Restitution, who: dict[str, Any], client_as: Callable[[str], Client]
) -> None:
    given = {"translator": "le groupe du jeudi", "texts": {WHY: "A câmara recusou.", "Jamais dit": "Nunca dito"}}
    actions.translate_restitution(restitution=told, language="pt", **given, **who)
    first = actions.publish_restitution(restitution=told, **who)
    light = Problem.objects.get(title="Pas de lumière")
    actions.tell_of_problem(restitution=told, problem=light, done="Deux lampes en mars.", **who)
    second = actions.publish_restitution(restitution=told, corrected="La lumière revient.", **who)
    assert first.said["languages"]["pt"]["texts"] == [[WHY, "A câmara recusou."]]
    assert second.said["languages"] == {}
    page, visitor = told.get_absolute_url(), client_as("")
    assert "câmara" in visitor.get(f"{page}version/1/?langue=pt").content.decode()
    assert "câmara" not in visitor.get(f"{page}?langue=pt").content.decode()


def test_only_the_coordination_translates_and_only_into_the_languages_of_the_pole(
    told: Restitution, who: dict[str, Any], cast: Cast, now: datetime, client_as: Callable[[str], Client]
) -> None:
    given: dict[str, Any] = {"restitution": told, "translator": "nous", "texts": {WHY: "x"}}
    for language in ("fr", "tr", "", "\x00"):
        with pytest.raises(Refusal):
            actions.translate_restitution(language=language, **given, **who)
    with pytest.raises(NotAllowed):
        actions.translate_restitution(language="pt", **given, by=cast.actor("maud"), at=now)
    lena, page = client_as("lena"), told.get_absolute_url()
    for language in ("fr", "tr", "x" * 300, "9" * 20):
        assert lena.post(f"{page}ecrire/en/{language}/", {"translator": "nous"}).status_code == 404
