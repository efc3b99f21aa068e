"""A sheet from the register to its readers: pre-filled, read over, accepted by each it quotes, out, taken back."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from phares.demo.cast import Cast
from phares.rooms.commons.refusals import NotAllowed, Refusal
from phares.rooms.cooperation import actions as cooperation_acts
from phares.rooms.cooperation.models import Cooperation
from phares.rooms.directory import actions as directory
from phares.rooms.publishing import actions
from phares.rooms.publishing.actions.publication import NotAgreed
from phares.rooms.publishing.actions.review import NotComplete, PersonalContact
from phares.rooms.publishing.actions.sheet import ChangedMeanwhile, section_mark
from phares.rooms.publishing.models import ExperienceSheet, SheetVersion
from rooms.publishing.telling import accepted, published, write_whole

Agree = Callable[..., Cooperation]


def test_a_sheet_begins_with_what_the_register_knows(cast: Cast, now: datetime, agree: Agree) -> None:
    cooperation = agree()
    cooperation_acts.note_fact(
        cooperation=cooperation, on=now.date(), what="80 m² rangés en un mardi", by=cast.actor("nour"), at=now
    )
    sheet = actions.begin_sheet(pole=cast.pole, cooperation=cooperation, by=cast.actor("nour"), at=now)
    assert sheet.words["title"] == "Une réserve partagée"
    assert [row["name"] for row in sheet.words["partners"]][:2] == ["L’Établi", "Roue Libre"]
    assert sheet.words["partners"][1]["role"] == "prête la réserve"
    assert sheet.words["contact_email"] == "contact@etabli.example"
    assert sheet.words["results"][0]["figure"] == "80 m²"
    assert sheet.words["results"][0]["on"] == now.date().isoformat()
    assert "Port-Aval" in sheet.words["over_title"]


def test_two_clicks_begin_one_sheet(cast: Cast, now: datetime, agree: Agree) -> None:
    cooperation = agree()
    first = actions.begin_sheet(pole=cast.pole, cooperation=cooperation, by=cast.actor("nour"), at=now)
    again = actions.begin_sheet(pole=cast.pole, cooperation=cooperation, by=cast.actor("sam"), at=now)
    assert first == again


def test_those_who_are_no_party_do_not_begin_it(cast: Cast, now: datetime, agree: Agree) -> None:
    with pytest.raises(NotAllowed):
        actions.begin_sheet(pole=cast.pole, cooperation=agree(), by=cast.actor("awa"), at=now)


def test_a_resident_is_never_named_by_the_register(cast: Cast, now: datetime, agree: Agree) -> None:
    structure = cast.structures["langues"]  # seen by the pole only
    sheet = actions.begin_sheet(pole=cast.pole, cooperation=agree(), by=cast.actor("nour"), at=now)
    assert structure.name not in str(sheet.words)
    assert "Samira" not in str(sheet.words)


def test_nothing_is_read_over_while_a_required_field_is_empty(cast: Cast, now: datetime) -> None:
    sheet = actions.begin_sheet(pole=cast.pole, by=cast.actor("lena"), at=now)
    with pytest.raises(NotComplete, match="Chapô"):
        actions.read_over_sheet(sheet=sheet, by=cast.actor("lena"), at=now)


@pytest.mark.parametrize("mail", ["nour@etabli.example", "camille.durand@ailleurs.example"])
def test_a_persons_own_mail_does_not_go_out(cast: Cast, now: datetime, mail: str) -> None:
    sheet = write_whole(
        actions.begin_sheet(pole=cast.pole, by=cast.actor("lena"), at=now), cast, now, contact_email=mail
    )
    with pytest.raises(PersonalContact):
        actions.read_over_sheet(sheet=sheet, by=cast.actor("lena"), at=now)


def test_each_of_those_quoted_must_accept_before_it_goes_out(cast: Cast, now: datetime) -> None:
    lena = cast.actor("lena")
    sheet = write_whole(actions.begin_sheet(pole=cast.pole, by=lena, at=now), cast, now)
    actions.read_over_sheet(sheet=sheet, by=lena, at=now)
    assert {str(review) for review in sheet.reviews.all()} == {"L’Établi", "Roue Libre"}
    by_name = {str(review): review for review in sheet.reviews.all()}
    actions.answer_review(review=by_name["L’Établi"], accepted=True, by=cast.actor("nour"), at=now)
    with pytest.raises(NotAgreed):
        actions.publish_sheet(sheet=sheet, by=lena, at=now)
    actions.answer_review(review=by_name["Roue Libre"], accepted=True, by=cast.actor("sam"), at=now)
    assert actions.publish_sheet(sheet=sheet, by=lena, at=now).number == 1


@pytest.mark.parametrize("who", ["idris", "sam", "lena", "maud", "hind"])
def test_nobody_accepts_in_the_place_of_a_structure_that_signs_here(cast: Cast, now: datetime, who: str) -> None:
    sheet = write_whole(actions.begin_sheet(pole=cast.pole, by=cast.actor("lena"), at=now), cast, now)
    actions.read_over_sheet(sheet=sheet, by=cast.actor("lena"), at=now)
    review = sheet.reviews.get(structure=cast.structures["etabli"])
    with pytest.raises(NotAllowed):
        actions.answer_review(review=review, accepted=True, by=cast.actor(who), at=now)


def test_a_changed_word_asks_everybody_again(cast: Cast, now: datetime) -> None:
    sheet = accepted(
        write_whole(actions.begin_sheet(pole=cast.pole, by=cast.actor("lena"), at=now), cast, now), cast, now
    )
    assert sheet.state == "agreed"
    sheet = actions.write_section(sheet=sheet, code="future", value="Autre chose.", by=cast.actor("lena"), at=now)
    assert sheet.state == "draft"
    assert not sheet.reviews.filter(accepted=True).exists()


def test_a_request_for_a_change_says_which(cast: Cast, now: datetime) -> None:
    sheet = write_whole(actions.begin_sheet(pole=cast.pole, by=cast.actor("lena"), at=now), cast, now)
    actions.read_over_sheet(sheet=sheet, by=cast.actor("lena"), at=now)
    review = sheet.reviews.get(structure=cast.structures["etabli"])
    with pytest.raises(Refusal, match="en quelques mots"):
        actions.answer_review(review=review, accepted=False, by=cast.actor("nour"), at=now)
    actions.answer_review(review=review, accepted=False, word="Ce n’est pas 80 m².", by=cast.actor("nour"), at=now)
    sheet.refresh_from_db()
    assert sheet.state == "read"


def test_words_written_meanwhile_are_not_overwritten(cast: Cast, now: datetime) -> None:
    sheet = actions.begin_sheet(pole=cast.pole, by=cast.actor("lena"), at=now)
    seen = section_mark(sheet.words["need"])
    actions.write_section(sheet=sheet, code="need", value="Le premier.", seen=seen, by=cast.actor("lena"), at=now)
    with pytest.raises(ChangedMeanwhile):
        actions.write_section(sheet=sheet, code="need", value="Le second.", seen=seen, by=cast.actor("paul"), at=now)
    sheet.refresh_from_db()
    assert sheet.words["need"] == "Le premier."


def test_what_is_published_stays_as_it_was_while_it_is_written_anew(cast: Cast, now: datetime) -> None:
    sheet = published(cast, now)
    actions.write_section(sheet=sheet, code="need", value="Tout autre chose.", by=cast.actor("lena"), at=now)
    page = Client().get(sheet.get_absolute_url()).content.decode()
    assert "Quatre-vingts mètres carrés" in page
    assert "Tout autre chose" not in page


def test_an_address_leads_to_the_sheet_for_ever(cast: Cast, now: datetime) -> None:
    sheet = published(cast, now)
    first = sheet.get_absolute_url()
    for title in ("Un autre titre", "Un troisième titre"):
        sheet = actions.write_section(sheet=sheet, code="title", value=title, by=cast.actor("lena"), at=now)
        actions.publish_sheet(sheet=accepted(sheet, cast, now), by=cast.actor("lena"), at=now)
        sheet.refresh_from_db()
    answer = Client().get(first)
    assert (answer.status_code, answer["Location"]) == (301, sheet.get_absolute_url())
    assert "Un troisième titre" in Client().get(sheet.get_absolute_url()).content.decode()
    assert SheetVersion.objects.filter(sheet=sheet).count() == 3


def test_publishers_whose_names_read_alike_have_addresses_of_their_own(cast: Cast, now: datetime) -> None:
    sheet, lena = actions.begin_sheet(pole=cast.pole, by=cast.actor("lena"), at=now), cast.actor("lena")
    slugs = []
    for name in ("Le Fanal", "LE FANAL !", "漢字", "٣", "Le Fanal"):
        filed = actions.file_sheet(sheet=sheet, rubric=None, publisher=name, structure=None, by=lena, at=now)
        slugs.append(filed.publisher.slug)
    assert slugs == ["le-fanal", "le-fanal-2", "editeur", "editeur-2", "le-fanal"]


def test_two_sheets_of_one_title_have_two_addresses(cast: Cast, now: datetime) -> None:
    assert published(cast, now).slug != published(cast, now).slug


def test_an_address_taken_once_is_never_given_to_another_sheet(cast: Cast, now: datetime) -> None:
    sheet = published(cast, now)
    old = sheet.slug
    sheet = actions.write_section(sheet=sheet, code="title", value="Renommée", by=cast.actor("lena"), at=now)
    actions.publish_sheet(sheet=accepted(sheet, cast, now), by=cast.actor("lena"), at=now)
    assert published(cast, now).slug != old


def test_a_withdrawn_sheet_is_gone_from_everywhere(cast: Cast, now: datetime) -> None:
    sheet = published(cast, now)
    actions.withdraw_sheet(sheet=sheet, word="À la demande de L’Établi.", by=cast.actor("lena"), at=now)
    for name in ("sheet", "sheet_pdf_file", "sheet_facts"):
        assert Client().get(reverse(f"publishing:{name}", args=["fanal", sheet.slug])).status_code == 410
    assert "Une réserve pour deux" not in Client().get(reverse("publishing:sheets", args=["fanal"])).content.decode()
    assert "À la demande" not in Client().get(sheet.get_absolute_url()).content.decode()


def _hide(cast: Cast, key: str, now: datetime) -> None:
    """Let a structure keep its page to the pole from now on."""
    one = cast.structures[key]
    directory.describe_structure(
        structure=one,
        name=one.name,
        mission=one.mission,
        legal_form=one.legal_form,
        fields=one.fields.all(),
        visibility="pole",
        by=cast.actor("lena"),
        at=now,
    )


def test_a_structure_that_hides_is_named_no_more_by_any_page(cast: Cast, now: datetime) -> None:
    sheet = published(cast, now, action="Roue  Libre et ROUE LIBRE ouvrent la porte.")
    _hide(cast, "roue", now)
    read = [reverse(f"publishing:{name}", args=["fanal", sheet.slug]) for name in ("sheet", "sheet_facts")]
    for address in [*read, reverse("publishing:sheets", args=["fanal"])]:
        page = Client().get(address).content.decode()
        assert "roue libre" not in " ".join(page.lower().split())
    member = Client()
    member.force_login(cast.people["awa"], backend="allauth.account.auth_backends.AuthenticationBackend")
    assert "Roue Libre" in member.get(sheet.get_absolute_url()).content.decode()


def test_the_sheet_of_a_structure_that_hides_is_not_found(cast: Cast, now: datetime, agree: Agree) -> None:
    sheet = published(cast, now, agree())
    first = sheet.get_absolute_url()
    assert sheet.structure == cast.structures["etabli"]
    sheet = actions.write_section(sheet=sheet, code="title", value="Un titre gardé", by=cast.actor("lena"), at=now)
    actions.publish_sheet(sheet=accepted(sheet, cast, now), by=cast.actor("lena"), at=now)
    sheet.refresh_from_db()
    assert Client().get(first)["Location"] == sheet.get_absolute_url()
    _hide(cast, "etabli", now)
    for address in (first, sheet.get_absolute_url()):
        answer = Client().get(address)
        assert answer.status_code == 404
        assert "titre" not in answer.headers.get("Location", "")


def test_the_index_is_read_by_each_of_its_keys(cast: Cast, now: datetime) -> None:
    rubric = actions.found_rubrics(pole=cast.pole, by=cast.actor("lena"), at=now)
    one = published(cast, now, title="Celle que l’on cherche", tags=["VIEUX2015"], dated_on="2015-02-01")
    other = published(cast, now, title="Une autre", keywords=["pain"], tags=[], commune="Grand-Large")
    lena = cast.actor("lena")
    actions.file_sheet(sheet=other, rubric=None, publisher="Le Fanal", structure=None, by=lena, at=now)
    actions.file_sheet(sheet=one, rubric=rubric, publisher="Centre de ressources", structure=None, by=lena, at=now)
    for query in (
        f"rubrique={rubric.slug}",
        "rubrique=publications-et-ressources",
        "mot=stockage",
        "etiquette=vieux2015",
        "lieu=Port-Aval",
        "annee=2015",
        "editeur=centre-de-ressources",
        "q=cherche",
    ):
        page = Client().get(f"{reverse('publishing:sheets', args=['fanal'])}?{query}").content.decode()
        assert "Celle que l’on cherche" in page, query
        assert "Une autre" not in page, query
    assert "fiche de 2015" in page


@pytest.mark.parametrize(
    "query", ["annee=²", "annee=99999", "lieu=%00a", "page=zz", "rubrique=%00", "q=%00%00", "lieu=" + "x" * 500]
)
def test_an_odd_question_to_the_index_is_answered(cast: Cast, now: datetime, query: str) -> None:
    assert Client().get(f"{reverse('publishing:sheets', args=['fanal'])}?{query}").status_code == 200


def test_the_index_asks_as_much_for_many_as_for_few(
    cast: Cast, now: datetime, django_assert_max_num_queries: Any
) -> None:
    address = reverse("publishing:sheets", args=["fanal"])
    for number in range(4):
        published(cast, now, title=f"Fiche {number}")
    with django_assert_max_num_queries(15):
        Client().get(address)


def test_everything_written_is_in_the_version(cast: Cast, now: datetime) -> None:
    sheet = published(cast, now)
    assert sheet.version is not None
    assert ExperienceSheet.objects.get(pk=sheet.pk).words == sheet.version.words
