"""The acts of the directory: what each refuses, and what is left as it was."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from phares.demo.cast import CONSOLE, Cast
from phares.rooms.directory import actions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Mandate, Membership, Person, Pole, Structure

DAY = timedelta(days=1)


@pytest.mark.parametrize("name", ["L’Établi", "l'etabli", "  L’ÉTABLI  "])
def test_a_structure_is_entered_once_however_its_name_is_written(cast: Cast, now: datetime, name: str) -> None:
    with pytest.raises(actions.NameTaken):
        actions.add_structure(pole=cast.pole, name=name, by=cast.actor("lena"), at=now)
    assert Structure.objects.filter(pole=cast.pole).count() == len(cast.structures)


def test_the_same_name_is_free_in_another_pole(cast: Cast, other_pole: Pole, now: datetime) -> None:
    one = actions.add_structure(pole=other_pole, name="L’Établi", by=CONSOLE, at=now)
    assert one.slug == cast.structures["etabli"].slug


def test_structures_without_an_established_name_are_entered_one_by_one(cast: Cast, now: datetime) -> None:
    def unnamed() -> Structure:
        return actions.add_structure(
            pole=cast.pole, name="Nom non établi", name_is_established=False, by=CONSOLE, at=now
        )

    assert [unnamed().slug, unnamed().slug] == ["nom-non-etabli", "nom-non-etabli-2"]


def test_two_clicks_at_once_enter_one_structure(
    several_at_once: Callable[..., list[Any]], cast: Cast, now: datetime
) -> None:
    def add() -> Structure:
        return actions.add_structure(pole=cast.pole, name="Le Four", by=cast.actor("lena"), at=now)

    told = several_at_once(add, add)
    assert sorted(type(one).__name__ for one in told) == ["NameTaken", "Structure"]


def test_a_description_keeps_the_address_and_is_found_by_its_new_words(cast: Cast, now: datetime) -> None:
    structure = cast.structures["etabli"]
    actions.describe_structure(
        structure=structure, name="La Forge", mission="Souder des cadres", by=cast.actor("nour"), at=now
    )
    structure.refresh_from_db()
    assert structure.slug == "letabli"
    assert structure.search_text.startswith("la forge")
    assert "cadre" in structure.search_text


def test_a_membership_that_ends_before_it_begins_is_refused(cast: Cast, now: datetime) -> None:
    newcomer = actions.add_structure(pole=cast.pole, name="La Nouvelle", by=CONSOLE, at=now)
    first = date(2026, 5, 2)
    with pytest.raises(actions.EndsBeforeItBegins) as refusal:
        actions.admit_structure(
            structure=newcomer, kind="hosted", from_on=first, until_on=first - DAY, by=CONSOLE, at=now
        )
    assert refusal.value.field == "until_on"
    assert not newcomer.memberships.exists()


def test_the_day_after_the_last_another_way_of_taking_part_may_begin(cast: Cast, now: datetime) -> None:
    structure, lena, last = cast.structures["etabli"], cast.actor("lena"), date(2026, 6, 30)
    actions.end_membership(membership=structure.memberships.get(), until_on=last, by=lena, at=now)
    with pytest.raises(actions.MembershipsOverlap):
        actions.admit_structure(structure=structure, kind="partner", from_on=last, by=lena, at=now)
    actions.admit_structure(structure=structure, kind="partner", from_on=last + DAY, by=lena, at=now)
    assert structure.memberships.count() == 2


def test_an_end_that_is_moved_over_what_followed_is_refused(cast: Cast, now: datetime) -> None:
    structure, lena, last = cast.structures["etabli"], cast.actor("lena"), date(2026, 6, 30)
    first = structure.memberships.get()
    actions.end_membership(membership=first, until_on=last, by=lena, at=now)
    actions.admit_structure(structure=structure, kind="partner", from_on=last + DAY, by=lena, at=now)
    with pytest.raises(actions.MembershipsOverlap):
        actions.end_membership(membership=first, until_on=last + DAY, by=lena, at=now)
    assert Membership.objects.get(pk=first.pk).until_on == last


def test_two_admissions_at_once_leave_one(several_at_once: Callable[..., list[Any]], cast: Cast, now: datetime) -> None:
    newcomer = actions.add_structure(pole=cast.pole, name="La Nouvelle", by=CONSOLE, at=now)

    def admit() -> Membership:
        return actions.admit_structure(
            structure=newcomer, kind="hosted", from_on=date(2026, 5, 2), by=cast.actor("lena"), at=now
        )

    told = several_at_once(admit, admit)
    assert sorted(type(one).__name__ for one in told) == ["Membership", "MembershipsOverlap"]


def _give(cast: Cast, who: str, at: datetime, **mandate: Any) -> Mandate:
    said = {"role": "representative", "structure": cast.structures["etabli"], "from_on": at.date(), **mandate}
    return actions.give_mandate(person=cast.people[who], pole=cast.pole, **said, by=cast.actor("lena"), at=at)


def test_the_same_mandate_is_not_given_twice_on_the_same_days(cast: Cast, now: datetime) -> None:
    with pytest.raises(actions.MandateAlreadyHeld):
        _give(cast, "nour", now)
    _give(cast, "nour", now, structure=cast.structures["aval"])
    _give(cast, "nour", now, role="member")


def test_a_mandate_that_is_over_may_be_given_again(cast: Cast, now: datetime) -> None:
    lena, today = cast.actor("lena"), now.date()
    actions.end_mandate(mandate=cast.mandates["nour"], until_on=today - DAY, by=lena, at=now)
    assert _give(cast, "nour", now).from_on == today


def test_a_mandate_is_not_given_for_a_structure_of_another_pole(cast: Cast, stranger: Actor, now: datetime) -> None:
    with pytest.raises(actions.MandateElsewhere):
        _give(cast, "nour", now, structure=stranger.holder)


def test_a_pole_shown_from_public_sources_has_no_mandates(db: None, now: datetime) -> None:
    record = actions.found_pole(
        slug="archive", name="Archive", commune="Loin", is_public_record=True, by=CONSOLE, at=now
    )
    person = actions.register_person(pole=record, given_name="Zoé", by=CONSOLE, at=now)
    with pytest.raises(actions.NobodyActsHere):
        actions.give_mandate(person=person, pole=record, role="coordinator", from_on=now.date(), by=CONSOLE, at=now)


def test_the_last_who_keeps_the_directory_first_gives_that_mandate_to_somebody(cast: Cast, now: datetime) -> None:
    lena, paul, today = cast.actor("lena"), cast.mandates["paul"], now.date()
    actions.end_mandate(mandate=paul, until_on=today, by=lena, at=now)
    with pytest.raises(actions.NobodyWouldKeepDirectory):
        actions.end_mandate(mandate=cast.mandates["lena"], until_on=today, by=lena, at=now)
    actions.end_mandate(mandate=cast.mandates["maud"], until_on=today, by=lena, at=now)
    _give(cast, "maud", now, role="coordinator", structure=None)
    actions.end_mandate(mandate=cast.mandates["lena"], until_on=today, by=lena, at=now)


def test_somebody_without_mail_does_not_count_as_keeping_the_directory(cast: Cast, now: datetime) -> None:
    lena, today = cast.actor("lena"), now.date()
    _give(cast, "samira", now, role="coordinator", structure=None)
    actions.end_mandate(mandate=cast.mandates["paul"], until_on=today, by=lena, at=now)
    with pytest.raises(actions.NobodyWouldKeepDirectory):
        actions.end_mandate(mandate=cast.mandates["lena"], until_on=today, by=lena, at=now)


def test_two_keepers_who_leave_at_once_do_not_leave_nobody(
    several_at_once: Callable[..., list[Any]], cast: Cast, now: datetime
) -> None:
    def leaves(key: str) -> Callable[[], Any]:
        return lambda: actions.end_mandate(
            mandate=Mandate.objects.get(pk=cast.mandates[key].pk), until_on=now.date(), by=cast.actor(key), at=now
        )

    told = several_at_once(leaves("lena"), leaves("paul"))
    assert sorted(type(one).__name__ for one in told) == ["Mandate", "NobodyWouldKeepDirectory"]


@pytest.mark.parametrize("mail", ["nour@etabli.example", "NOUR@Etabli.Example"])
def test_a_mail_is_one_person_in_whatever_case(cast: Cast, now: datetime, mail: str) -> None:
    with pytest.raises(actions.MailAlreadyKnown):
        actions.register_person(pole=cast.pole, given_name="Zoé", email=mail, by=cast.actor("lena"), at=now)
    assert not Person.objects.filter(given_name="Zoé").exists()


def test_two_groups_of_a_pole_do_not_bear_one_name(cast: Cast, other_pole: Pole, now: datetime) -> None:
    name = cast.groups["velos"].name
    with pytest.raises(actions.GroupNameTaken):
        actions.form_residents_group(pole=cast.pole, name=name, by=cast.actor("maud"), at=now)
    assert actions.form_residents_group(pole=other_pole, name=name, by=CONSOLE, at=now).pole == other_pole
