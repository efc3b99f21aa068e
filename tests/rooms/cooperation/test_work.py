"""What a cooperation's work leaves: jobs that count once, actions reminded before their day, documents, the thread."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from typing import Any

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from phares.demo.cast import Cast
from phares.rooms.commons import due
from phares.rooms.commons.refusals import NotAllowed
from phares.rooms.cooperation import actions
from phares.rooms.cooperation.actions.document import MessageEmpty, VersionMeanwhile
from phares.rooms.cooperation.actions.job import JobNotStarted, JobSharedBefore, JobUnsound
from phares.rooms.cooperation.actions.spin_off import NoOrigin, RecordedBefore
from phares.rooms.cooperation.actions.work_meeting import ActionDoneBefore, ActionDraft, NotTheirs
from phares.rooms.cooperation.models import Cooperation, DocumentVersion, FollowUpCall, Job, MeetingAction
from phares.rooms.cooperation.models.spin_off import Precision
from phares.rooms.cooperation.panels import week as panel
from phares.rooms.cooperation.queries.spin_offs import births
from phares.rooms.cooperation.queries.work import jobs_of_pole
from phares.rooms.directory.actions import record_lineage
from phares.rooms.directory.actions.memory import NotItsOwnParent
from phares.rooms.directory.actors import VISITOR
from phares.rooms.directory.queries.lineage import family_of
from rooms.cooperation.agreed import TODAY, begun, day, running

As = Callable[[str], Client]
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)


def picture() -> SimpleUploadedFile:
    return SimpleUploadedFile("photo.png", PNG, "image/png")


def declare(cast: Cast, cooperation: Cooperation, at: datetime, fte: str = "4/5", **more: Any) -> Job:
    said = {"title": "Mécanicienne", "employer": "Roue Libre", "effect": "created", "contract": "open_ended", **more}
    return actions.declare_job(
        cooperation=cooperation,
        fte=Fraction(fte),
        from_on=said.pop("from_on", TODAY),
        by=cast.actor(said.pop("by", "nour")),
        at=at,
        **said,
    )


def test_a_job_shared_by_three_cooperations_counts_once_everywhere(cast: Cast, now: datetime, client_as: As) -> None:
    first, second, third = running(cast), running(cast, title="Deux"), running(cast, title="Trois")
    job = declare(cast, first, now)
    declare(cast, first, now, fte="1/3", is_insertion=True, contract="insertion", title="Aide")
    for other in (second, third):
        actions.share_job(job=job, cooperation=other, by=cast.actor("sam"), at=now)
    with pytest.raises(JobSharedBefore):
        actions.share_job(job=job, cooperation=third, by=cast.actor("sam"), at=now)
    counted = jobs_of_pole(cast.pole, TODAY)
    assert (counted.count, counted.fte, counted.insertion) == (2, Fraction(17, 15), Fraction(1, 3))
    page = client_as("nour").get(reverse("cooperation:method", args=["fanal"])).content.decode()
    assert "17/15" in page
    for one in (first, second, third):
        assert "Il compte une seule fois" in client_as("nour").get(one.get_absolute_url()).content.decode()


@pytest.mark.parametrize(("who", "shown"), [("nour", True), ("lena", False)])
def test_a_part_with_nothing_in_it_is_shown_only_to_who_may_fill_it(
    cast: Cast, client_as: As, who: str, shown: bool
) -> None:
    page = client_as(who).get(running(cast).get_absolute_url()).content.decode()
    assert ('id="emplois"' in page) is shown


def test_a_job_counts_from_its_first_day_to_its_last_and_no_more_once_taken_back(cast: Cast, now: datetime) -> None:
    cooperation = running(cast)
    job = declare(cast, cooperation, now, from_on=day(-10))
    assert [jobs_of_pole(cast.pole, day(ago)).count for ago in (-11, -10, 0)] == [0, 1, 1]
    actions.end_job(job=job, until_on=day(-1), by=cast.actor("sam"), at=now)
    assert [jobs_of_pole(cast.pole, day(ago)).count for ago in (-1, 0)] == [1, 0]
    actions.withdraw_job(job=job, by=cast.actor("nour"), at=now)
    assert jobs_of_pole(cast.pole, day(-1)).count == 0


@pytest.mark.parametrize(
    "wrong",
    [{"fte": "0"}, {"fte": "3/2"}, {"fte": "1/100000"}, {"title": " "}, {"contract": "x"}, {"until_on": day(-1)}],
)
def test_a_job_that_cannot_be_is_refused(cast: Cast, now: datetime, wrong: dict[str, Any]) -> None:
    with pytest.raises(JobUnsound):
        declare(cast, running(cast), now, **wrong)


def test_a_job_is_declared_by_a_party_of_what_has_begun(cast: Cast, now: datetime) -> None:
    with pytest.raises(JobNotStarted):
        declare(cast, begun(cast), now)
    for who in ("awa", "lena", "maud", "hind"):
        with pytest.raises(NotAllowed):
            declare(cast, running(cast), now, by=who)


@pytest.fixture
def action(cast: Cast, now: datetime) -> MeetingAction:
    """What Roue Libre said that it would do in nine days."""
    cooperation = running(cast)
    meeting = actions.note_meeting(
        cooperation=cooperation,
        on=TODAY,
        minutes="Un secret de réunion",
        actions=[ActionDraft(cooperation.parties.all()[1], "Appeler la mairie", day(9))],
        by=cast.actor("nour"),
        at=now,
    )
    return meeting.actions.get()


def test_what_was_said_in_a_meeting_is_reminded_before_its_day_and_not_after(
    action: MeetingAction, run_tasks: Callable[[], int]
) -> None:
    before = timezone.make_aware(datetime.combine(day(6), time(8)))
    due.run_due(before - timedelta(minutes=1))
    run_tasks()
    assert not [one for one in mail.outbox if "Appeler la mairie" in one.subject]
    due.run_due(before)
    run_tasks()
    told = [one for one in mail.outbox if "Appeler la mairie" in one.subject]
    assert [one.to for one in told] == [["sam@fanal.example"]] or len(told) == 1
    due.run_due(before + timedelta(days=30))
    run_tasks()
    assert len([one for one in mail.outbox if "Appeler la mairie" in one.subject]) == 1


def test_what_is_done_is_reminded_no_more_and_said_once(
    action: MeetingAction, cast: Cast, now: datetime, run_tasks: Callable[[], int]
) -> None:
    with pytest.raises(NotAllowed):
        actions.do_action(action=action, done_on=TODAY, by=cast.actor("nour"), at=now)
    actions.do_action(action=action, done_on=TODAY, by=cast.actor("sam"), at=now)
    with pytest.raises(ActionDoneBefore):
        actions.do_action(action=action, done_on=TODAY, by=cast.actor("sam"), at=now)
    due.run_due(now + timedelta(days=8))
    run_tasks()
    assert not [one for one in mail.outbox if "Appeler la mairie" in one.subject]


def test_nobody_outside_is_asked_to_do_anything(cast: Cast, now: datetime) -> None:
    stranger = running(cast, "aval", "langues", by="awa").parties.all()[0]
    with pytest.raises(NotTheirs):
        actions.note_meeting(
            cooperation=running(cast), on=TODAY, actions=[ActionDraft(stranger, "X")], by=cast.actor("nour"), at=now
        )


def test_minutes_messages_and_calls_are_shown_to_those_they_are_for(
    action: MeetingAction, cast: Cast, now: datetime, client_as: As
) -> None:
    cooperation = action.meeting.cooperation
    actions.write_message(cooperation=cooperation, text="Un mot entre nous", by=cast.actor("nour"), at=now)
    actions.note_call(party=action.party, by=cast.actor("lena"), at=now)
    actions.note_call(party=action.party, by=cast.actor("lena"), at=now)
    assert FollowUpCall.objects.count() == 1
    pages = {
        who: client_as(who).get(cooperation.get_absolute_url()).content.decode() for who in ("nour", "sam", "lena")
    }
    assert {who: "Un secret de réunion" in page for who, page in pages.items()} == {
        "nour": True,
        "sam": True,
        "lena": False,
    }
    called = "relance par téléphone le"
    assert {who: called in page for who, page in pages.items()} == {"nour": False, "sam": True, "lena": True}
    thread = reverse("cooperation:thread", args=["fanal", cooperation.pk])
    assert {who: client_as(who).get(thread).status_code for who in ("sam", "idris", "lena", "paul", "awa", "maud")} == {
        "sam": 200, "idris": 200, "lena": 404, "paul": 404, "awa": 404, "maud": 404
    }  # fmt: skip
    assert "Un mot entre nous" in client_as("sam").get(thread).content.decode()


def test_the_week_says_who_and_when_and_that_somebody_called_and_never_what(
    action: MeetingAction, cast: Cast, now: datetime, client_as: As
) -> None:
    MeetingAction.objects.update(due_on=day(2))
    actions.note_call(party=action.party, by=cast.actor("lena"), at=now)
    blocks = {one.key: one for one in panel.show(cast.actor("lena"), cast.pole, TODAY)["blocks"]}
    line = blocks["actions"].lines[0]
    assert (line.pieces, line.day) == (["Roue Libre", "relance par téléphone aujourd’hui"], day(2))
    assert client_as("lena").get(line.action_url).status_code == 200
    page = client_as("lena").get(reverse("directory:week", args=["fanal"])).content.decode()
    assert "Appeler la mairie" not in page
    assert "Un secret de réunion" not in page


def test_a_message_taken_back_leaves_its_place_and_no_word(cast: Cast, now: datetime, client_as: As) -> None:
    cooperation = running(cast)
    message = actions.write_message(cooperation=cooperation, text="Trop vite dit", by=cast.actor("nour"), at=now)
    with pytest.raises(NotAllowed):
        actions.withdraw_message(message=message, by=cast.actor("sam"), at=now)
    actions.withdraw_message(message=message, by=cast.actor("idris"), at=now)
    page = client_as("sam").get(reverse("cooperation:thread", args=["fanal", cooperation.pk])).content.decode()
    assert "Trop vite dit" not in page
    assert "Message retiré" in page
    for text in ("", "  ", "x" * 2001):
        with pytest.raises(MessageEmpty):
            actions.write_message(cooperation=cooperation, text=text, by=cast.actor("nour"), at=now)


def test_two_who_bring_a_version_at_once_have_one_outcome(
    several_at_once: Callable[..., list[Any]], cast: Cast, now: datetime, settings: Any, tmp_path: Any
) -> None:
    cooperation = running(cast)
    said = {"kind": "budget", "title": "Budget", "by": cast.actor("nour"), "at": now}
    document = actions.bring_document(cooperation=cooperation, proof=picture(), **said).document
    told = several_at_once(
        *(
            lambda who=who: actions.bring_version(
                document=document, seen=1, proof=picture(), by=cast.actor(who), at=now
            )
            for who in ("nour", "sam")
        )
    )
    assert sorted(type(one).__name__ for one in told) == ["DocumentVersion", "VersionMeanwhile"], told
    assert issubclass(VersionMeanwhile, Exception)
    assert list(DocumentVersion.objects.values_list("number", flat=True)) == [2, 1]


def test_a_birth_has_an_origin_is_written_once_and_read_by_those_who_may(
    cast: Cast, now: datetime, client_as: As
) -> None:
    private = running(cast, openness="parties", title="Entre nous deux")
    born, lena = cast.structures["aval"], cast.actor("lena")
    said = {"pole": cast.pole, "structure": born, "on": TODAY, "by": lena, "at": now}
    with pytest.raises(NoOrigin):
        actions.record_spin_off(**said)
    actions.record_spin_off(cooperation=private, **said)
    with pytest.raises(RecordedBefore):
        actions.record_spin_off(cooperation=private, **said)
    with pytest.raises(NotAllowed):
        actions.record_spin_off(**{**said, "by": cast.actor("nour")}, source="La presse")
    assert [one.cooperation for one in births(lena, cast.pole)] == [private]
    assert [one.cooperation for one in births(VISITOR, cast.pole)] == [None]
    page = client_as("").get(reverse("cooperation:spin_offs", args=["fanal"])).content.decode()
    assert "Jardins d’Aval" in page
    assert "Entre nous deux" not in page
    assert family_of(lena, born).before == []  # its parties keep to themselves that they work together


def test_a_birth_known_to_the_month_is_said_so_in_the_language_of_its_reader(
    cast: Cast, now: datetime, client_as: As
) -> None:
    actions.record_spin_off(
        pole=cast.pole,
        structure=cast.structures["aval"],
        cooperation=running(cast, openness="public"),
        on=date(2016, 12, 1),
        precision=Precision.MONTH,
        by=cast.actor("lena"),
        at=now,
    )
    address, english = reverse("cooperation:spin_offs", args=["fanal"]), {"HTTP_ACCEPT_LANGUAGE": "en"}
    assert "Décembre 2016" in client_as("").get(address).content.decode()
    assert "December 2016" in client_as("").get(address, **english).content.decode()


def test_a_birth_writes_the_lineage_once_and_both_pages_show_it(cast: Cast, now: datetime, client_as: As) -> None:
    lena, born = cast.actor("lena"), cast.structures["aval"]
    parents = [cast.structures["etabli"], cast.structures["roue"]]
    record_lineage(structure=born, other=parents[0], kind="born_from", on=TODAY, by=lena, at=now)
    together = running(cast, openness="public", title="La cour commune")
    actions.record_spin_off(pole=cast.pole, structure=born, cooperation=together, on=TODAY, by=lena, at=now)
    assert [one.other for one in family_of(lena, born).before] == parents
    (birth,) = births(lena, cast.pole)
    assert (birth.cooperation, list(birth.parents)) == (together, parents)
    for address in (born.get_absolute_url(), reverse("cooperation:spin_offs", args=["fanal"])):
        page = client_as("").get(address).content.decode()
        assert "L’Établi" in page
        assert "Roue Libre" in page
    assert "Jardins d’Aval" in client_as("").get(together.get_absolute_url()).content.decode()
    with pytest.raises(NotItsOwnParent):
        actions.record_spin_off(
            pole=cast.pole, structure=parents[0], parents=[born], source="La presse", on=TODAY, by=lena, at=now
        )


def test_what_only_the_directory_says_is_read_beside_what_the_register_says(cast: Cast, now: datetime) -> None:
    lena = cast.actor("lena")
    said = {"structure": cast.structures["roue"], "other": cast.structures["etabli"], "on": TODAY, "by": lena}
    record_lineage(**said, kind="born_from", source="La presse", at=now)
    (birth,) = births(lena, cast.pole)
    assert (birth.structure, list(birth.parents), birth.source) == (said["structure"], [said["other"]], "La presse")
