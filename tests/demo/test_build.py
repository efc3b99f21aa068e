"""What the demonstration must hold so that every page is alive, and what it must never say."""

import pytest
from django.utils import timezone

from phares.demo.cast import STRUCTURES
from phares.demo.stories import public_record
from phares.demo.telling import Telling
from phares.rooms.commons.models import JournalEntry
from phares.rooms.cooperation.models import Answer, Commitment, CommitmentChange, Cooperation, Fact, Item, Match, Party
from phares.rooms.cooperation.models.commitment import Outcome
from phares.rooms.cooperation.models.cooperation import Form, Openness, State
from phares.rooms.cooperation.models.item import Kind, Side
from phares.rooms.cooperation.models.match import Choice
from phares.rooms.directory import queries as directory
from phares.rooms.directory.actors import VISITOR
from phares.rooms.directory.models import Mandate, Membership, Milestone, Pole, Structure
from phares.rooms.territory.models import Figure

# Played before the tests that write for good: these read what a telling made in a database still whole.
pytestmark = pytest.mark.django_db


def test_fifteen_structures_are_under_the_roof_today(told: Telling) -> None:
    assert directory.presence_on(VISITOR, told.cast.pole, told.today).hosted == 15


def test_the_pole_has_partners_and_supporters_and_somebody_who_left(told: Telling) -> None:
    today = directory.presence_on(VISITOR, told.cast.pole, told.today).counts
    assert today["partner"] + today["support"] == 8
    assert Membership.objects.filter(structure__pole=told.cast.pole, until_on__lt=told.today).exists()


def test_cooperations_are_in_every_form_and_every_state(told: Telling) -> None:
    cooperations = Cooperation.objects.filter(pole=told.cast.pole)
    assert cooperations.count() >= 14
    assert set(cooperations.values_list("form", flat=True)) == set(Form.values)
    assert set(cooperations.values_list("state", flat=True)) == set(State.values)
    assert set(cooperations.values_list("openness", flat=True)) == set(Openness.values)


def test_residents_and_their_group_are_parties(told: Telling) -> None:
    parties = Party.objects.filter(cooperation__pole=told.cast.pole, cooperation__started_at__isnull=False)
    assert parties.filter(group__isnull=False).exists()
    assert parties.filter(resident__isnull=False).exists()


def test_two_dozen_needs_and_offers_of_every_kind_are_open(told: Telling) -> None:
    still_open = Item.objects.filter(pole=told.cast.pole).open_on(told.today)
    assert still_open.count() >= 24
    assert set(still_open.values_list("side", flat=True)) == set(Side.values)
    assert set(still_open.values_list("kind", flat=True)) == set(Kind.values)
    assert still_open.filter(visibility="public").exists()


def test_proposals_are_answered_in_every_way_and_some_wait(told: Telling) -> None:
    assert set(Answer.objects.values_list("choice", flat=True)) == set(Choice.values)
    assert Match.objects.proposed().filter(answers=None).exists()
    assert Match.objects.filter(reasons=[]).count() < Match.objects.count() / 3


def test_promises_are_kept_late_moved_and_given_up(told: Telling) -> None:
    assert set(Commitment.objects.values_list("outcome", flat=True)) == set(Outcome.values)
    running = Commitment.objects.filter(cooperation__state=State.RUNNING, outcome=Outcome.OPEN)
    assert running.filter(due_on__lt=told.today).exists()
    assert CommitmentChange.objects.filter(accepted=True).exists()
    assert CommitmentChange.objects.filter(answered_at=None).exists()


def test_a_document_proves_a_fact(told: Telling) -> None:
    proof = Fact.objects.get(proof__isnull=False).proof
    assert proof is not None
    assert proof.content_type == "application/pdf"


def test_nothing_is_told_before_it_happens(told: Telling) -> None:
    assert not JournalEntry.objects.filter(at__gt=timezone.now()).exists()


def test_three_years_are_told(told: Telling) -> None:
    first = JournalEntry.objects.filter(pole_id=told.cast.pole.pk).order_by("at").first()
    assert first is not None
    assert (told.today - first.at.date()).days > 3 * 360


def test_invented_mails_end_in_example(told: Telling) -> None:
    people = {person.email for person in told.cast.people.values() if person.email}
    structures = set(Structure.objects.exclude(contact_email="").values_list("contact_email", flat=True))
    assert all(mail.endswith(".example") for mail in people | structures)


def test_the_record_counts_fourteen_hosted_on_the_day_of_the_sheet(told: Telling) -> None:
    phares = Pole.objects.get(slug="phares")
    there = directory.presence_on(VISITOR, phares, public_record.SHEET_DAY)
    assert there.hosted == 14
    assert there.counts["support"] == 5
    assert there.not_shown == 0
    named = {
        one.structure.name for one in there.memberships if one.kind == "hosted" and one.structure.name_is_established
    }
    assert named == set(public_record.FOUNDERS)


def test_the_record_claims_nothing_outside_the_days_that_its_sources_vouch_for(told: Telling) -> None:
    held = Membership.objects.filter(structure__pole__slug="phares")
    assert set(held.values_list("bounds", flat=True)) == {"attested"}
    assert directory.presence_on(VISITOR, Pole.objects.get(slug="phares"), told.today).hosted == 0


def test_every_fact_of_the_record_has_its_source_and_its_address(told: Telling) -> None:
    for rows in (
        Membership.objects.filter(structure__pole__slug="phares"),
        Milestone.objects.filter(pole__slug="phares"),
    ):
        assert rows.exists()
        assert not rows.filter(source="").exists()
        assert not rows.filter(source_url="").exists()


def test_the_figures_of_the_sheet_keep_their_sentence_and_their_doubt(told: Telling) -> None:
    figures = list(Figure.objects.filter(pole__slug="phares"))
    assert [one.value for one in figures] == ["10", "plus de 30 000"]
    for one in figures:
        assert one.is_ambiguous
        assert "30 000 salariés" in one.sentence
        assert "1er février 2015" in one.source


def test_nobody_acts_in_the_record(told: Telling) -> None:
    for noun in (Item, Match, Cooperation, Mandate):
        assert not noun._default_manager.filter(pole__slug="phares").exists(), noun
    rows = JournalEntry.objects.filter(pole_id=Pole.objects.get(slug="phares").pk)
    assert not rows.filter(person_id__isnull=False).exists()
    assert {kind for kind in rows.values_list("event", flat=True) if not kind.startswith(("Sheet", "Rubric"))} == {
        "PoleFounded",
        "CallChanged",
        "CallNoted",
        "FiguresBrought",
        "PoleDescribed",
        "StructureAdded",
        "StructureDescribed",
        "StructureAdmitted",
        "MilestoneRecorded",
        "OutsideActorDescribed",
        "LineageRecorded",
        "SpinOffRecorded",
    }


def test_no_name_of_the_record_is_used_in_the_invented_pole() -> None:
    real = {*public_record.FOUNDERS, *public_record.SUPPORTERS}
    assert not real & {part.name for part in STRUCTURES}
