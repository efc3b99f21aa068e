"""No act of the demonstration is idle: each one shows on some page, and without it some page reads otherwise."""

import inspect
import sys
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from demo import of_funding, of_impact, of_publishing, of_territory, of_workshops
from demo.reader import Reader, words
from demo.shown_exchanges import EXCHANGES
from demo.shown_of_structures import SHOWN_OF_STRUCTURES
from demo.shown_together import TOGETHER
from phares.demo.stories import STORIES
from phares.demo.telling import Telling
from phares.rooms.commons.days import day_words, since_words
from phares.rooms.commons.models import JournalEntry, TableImport
from phares.rooms.cooperation.models import (
    Agreement,
    Answer,
    Commitment,
    CommitmentChange,
    Cooperation,
    Fact,
    Item,
    Match,
    Party,
)
from phares.rooms.directory.models import (
    Consent,
    Mandate,
    Membership,
    Milestone,
    Person,
    Pole,
    ReadingLink,
    ResidentsGroup,
    Structure,
)

# Played before the tests that write for good: these read what a telling made in a database still whole.
pytestmark = pytest.mark.django_db

Expected = Callable[[JournalEntry], tuple[str, list[Any], list[str]]]


def _structure(row: JournalEntry) -> Structure:
    return Structure.objects.get(pk=row.subjects["subject_structure_id"])


def _description(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
    structure = _structure(row)
    return "directory:structure", [structure.slug], [structure.mission, structure.presentation[:40]]


def _table(row: JournalEntry) -> TableImport:
    return TableImport.objects.get(pk=row.subjects["table_import_id"])


def _membership(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
    membership = Membership.objects.get(pk=row.subjects["membership_id"])
    return "directory:structure", [membership.structure.slug], [day_words(membership.from_on)]


def _person(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
    return "directory:people", [], [str(Person.objects.get(pk=row.subjects["subject_person_id"]))]


def _phone(row: JournalEntry) -> str:
    return Person.objects.get(pk=row.subjects["subject_person_id"]).phone


def _mandate(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
    mandate = Mandate.objects.get(pk=row.subjects["given_mandate_id"])
    return "directory:people", [], [str(mandate.person), str(mandate.acts_for)]


def _match(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
    match = Match.objects.get(pk=row.subjects["match_id"])
    return "cooperation:match", [match.pk], [match.need.title, since_words(match.proposed_at, timezone.localdate())]


def _answer(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
    answer = Answer.objects.get(pk=row.subjects["answer_id"])
    return "cooperation:match", [answer.match_id], [day_words(answer.answered_at)]


def _agreement(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
    agreement = Agreement.objects.get(pk=row.subjects["agreement_id"])
    told = [f"ersion {agreement.number}", day_words(agreement.written_at)]
    return "cooperation:agreement", [agreement.cooperation_id], told


def _signature(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
    party = Party.objects.get(pk=row.subjects["party_id"])
    agreement = Agreement.objects.get(pk=row.subjects["agreement_id"])
    in_force = agreement.replaced_at is None
    told = [str(party), day_words(row.at) if in_force else f"{agreement.signatures.count()} signature"]
    return "cooperation:agreement", [party.cooperation_id], told


def _commitment(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
    promise = Commitment.objects.get(pk=row.subjects["commitment_id"])
    day = {"done": promise.done_on, "kept": promise.done_on, "dropped": promise.dropped_on}.get(promise.outcome)
    return "cooperation:cooperation", [promise.cooperation_id], [promise.what, day_words(day) if day else ""]


def _change(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
    change = CommitmentChange.objects.get(commitment=row.subjects["commitment_id"])
    days = [change.old_due_on] if change.accepted else [change.due_on]
    return "cooperation:cooperation", [change.commitment.cooperation_id], [day_words(day) for day in days if day]


def _fact(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
    fact = Fact.objects.get(pk=row.subjects["fact_id"])
    return "cooperation:cooperation", [fact.cooperation_id], [fact.what, day_words(fact.on)]


def _cooperation(row: JournalEntry) -> Cooperation:
    return Cooperation.objects.get(pk=row.subjects["cooperation_id"])


SHOWN: dict[str, Expected] = {
    **SHOWN_OF_STRUCTURES,
    **TOGETHER,
    **of_publishing.SHOWN,
    **of_funding.SHOWN,
    **of_territory.SHOWN,
    **of_workshops.SHOWN,
    **of_impact.SHOWN,
    "PoleFounded": lambda row: ("directory:public", [], [Pole.objects.get(pk=row.pole_id).name]),
    "PoleDescribed": lambda row: ("directory:about", [], [Pole.objects.get(pk=row.pole_id).governance[:60]]),
    "StructureAdded": lambda row: ("directory:structure", [_structure(row).slug], [str(_structure(row))]),
    "StructureDescribed": _description,
    "TableBrought": lambda row: ("directory:bring_table", [], [_table(row).file_name]),
    "TableWritten": lambda row: ("directory:table", [_table(row).pk], ["importé", "La Tablée"]),
    "StructureAdmitted": _membership,
    "ResidentsGroupFormed": lambda row: (
        "directory:residents_groups", [], [ResidentsGroup.objects.get(pk=row.subjects["group_id"]).name],
    ),
    "PersonRegistered": _person,
    "MandateGiven": _mandate,
    "MilestoneRecorded": lambda row: (
        "directory:about", [], [Milestone.objects.get(pk=row.subjects["milestone_id"]).title],
    ),
    "ItemSaid": lambda row: (
        "cooperation:item", [row.subjects["item_id"]], [Item.objects.get(pk=row.subjects["item_id"]).title],
    ),
    **EXCHANGES,
    "ItemWithdrawn": lambda row: ("cooperation:item", [row.subjects["item_id"]], ["retiré"]),
    "MatchProposed": _match,
    "MatchAnswered": _answer,
    "AgreementWritten": _agreement,
    "AgreementSigned": _signature,
    "SignaturesVoided": lambda row: ("cooperation:agreement", [row.subjects["cooperation_id"]], ["remplacée"]),
    "CooperationStarted": lambda row: (
        "cooperation:cooperation", [_cooperation(row).pk], [day_words(_cooperation(row).started_at)],
    ),
    "CommitmentDone": _commitment,
    "CommitmentAcknowledged": _commitment,
    "CommitmentDropped": _commitment,
    "CommitmentChangeProposed": _change,
    "CommitmentChangeAnswered": _change,
    "FactNoted": _fact,
    "CooperationEnded": lambda row: (
        "cooperation:cooperation", [_cooperation(row).pk], [day_words(_cooperation(row).ended_on)],
    ),
    "PersonInvited": lambda row: ("directory:person", [row.subjects["subject_person_id"]], ["Envoyée le"]),
    "InvitationAccepted": lambda row: ("directory:person", [row.subjects["subject_person_id"]], ["acceptée le"]),
    "PersonCorrected": lambda row: ("directory:person", [row.subjects["subject_person_id"]], [_phone(row)]),
    "MilestoneCorrected": lambda row: (
        "directory:about", [], [Milestone.objects.get(pk=row.subjects["milestone_id"]).detail],
    ),
    "ReadingLinkGiven": lambda row: (
        "directory:reading_links", [], [ReadingLink.objects.get(pk=row.subjects["reading_link_id"]).reader],
    ),
    "ConsentGiven": lambda row: (
        "directory:consents", [row.subjects["subject_person_id"]],
        [Consent.objects.get(pk=row.subjects["consent_id"]).get_purpose_display()],
    ),
    "StoryChosen": lambda row: ("directory:public", [], [_cooperation(row).title]),
}  # fmt: skip


def test_every_act_of_the_demonstration_shows_on_a_page(told: Telling) -> None:
    reader = Reader(told, "lena")
    idle = []
    for row in JournalEntry.objects.order_by("pk"):
        pole = Pole.objects.get(pk=row.pole_id)
        name, args, expected = SHOWN[row.event](row)
        page = reader.read(pole, name, *args)
        idle += [(row.event, row.subjects, text) for text in expected if words(text) not in page]
    assert not idle, "\n".join(map(str, idle))


def test_every_story_of_the_files_is_told_once() -> None:
    modules = {tell.__module__ for tell in STORIES}
    written = [
        one
        for module in modules
        for one in vars(sys.modules[module]).values()
        if inspect.isfunction(one) and one.__module__ == module and not one.__name__.startswith("_")
    ]
    assert sorted(map(id, written)) == sorted(map(id, STORIES))
