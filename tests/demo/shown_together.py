"""Where each act on what cooperations keep shows: notes, means, jobs, meetings, documents, the thread, spin-offs."""

from collections.abc import Callable
from typing import Any

from phares.rooms.commons.days import day_words
from phares.rooms.commons.models import JournalEntry
from phares.rooms.cooperation.models import (
    Account,
    Cooperation,
    DocumentVersion,
    FollowUpCall,
    Job,
    Joining,
    Means,
    MeetingAction,
    Note,
    Party,
    SharingKey,
    SpinOff,
    WorkMeeting,
)

Shown = tuple[str, list[Any], list[str]]


def _note(row: JournalEntry) -> Shown:
    note = Note.objects.get(pk=row.subjects["note_id"])
    return "cooperation:note", [note.pk], [note.what, day_words(note.on)]


def _means(row: JournalEntry, *said: str) -> Shown:
    return "cooperation:means", [row.subjects["cooperation_id"]], list(said)


def _account(row: JournalEntry) -> Shown:
    account = Account.objects.get(pk=row.subjects["account_id"])
    return _means(row, account.means.title, str(account.from_on.year))


def _page(row: JournalEntry, *said: str) -> Shown:
    return "cooperation:cooperation", [row.subjects["cooperation_id"]], list(said)


def _job(row: JournalEntry) -> Shown:
    job = Job.objects.get(pk=row.subjects["job_id"])
    return _page(row, job.title, job.employer)


def _key(row: JournalEntry) -> Shown:
    return _means(row, day_words(SharingKey.objects.get(pk=row.subjects["key_id"]).from_on))


def _spin_off(row: JournalEntry) -> Shown:
    spin_off = SpinOff.objects.get(pk=row.subjects["spin_off_id"])
    return (
        "cooperation:spin_offs",
        [],
        [str(spin_off.structure), spin_off.when[1:]],
    )  # its first letter is a capital there


def _joining(row: JournalEntry) -> Shown:
    joining = Joining.objects.get(pk=row.subjects["joining_id"])
    return _page(row, str(joining), joining.role)


def _thread(row: JournalEntry) -> Shown:
    """What the parties say to one another is theirs alone: the coordination reads the page without it."""
    return _page(row, Cooperation.objects.get(pk=row.subjects["cooperation_id"]).title)


TOGETHER: dict[str, Callable[[JournalEntry], Shown]] = {
    "NoteTaken": _note,
    "NoteCorrected": _note,
    "NoteRemoved": _note,
    "FadeRuleSet": lambda row: ("cooperation:method", [], ["365"]),
    "MeansWritten": lambda row: _means(row, Means.objects.get(pk=row.subjects["means_id"]).title),
    "KeyProposed": _key,
    "KeyAnswered": _key,
    "KeyHeld": _key,
    "AccountWritten": _account,
    "AccountClosed": _account,
    "JobDeclared": _job,
    "JobShared": _job,
    "WorkMeetingNoted": lambda row: _page(row, day_words(WorkMeeting.objects.get(pk=row.subjects["meeting_id"]).on)),
    "MeetingActionDone": lambda row: _page(row, MeetingAction.objects.get(pk=row.subjects["action_id"]).what),
    "FollowUpCallNoted": lambda row: _page(row, day_words(FollowUpCall.objects.get(pk=row.subjects["call_id"]).on)),
    "DocumentBrought": lambda row: _page(row, str(DocumentVersion.objects.get(pk=row.subjects["version_id"]).document)),
    "MessageWritten": _thread,
    "SpinOffRecorded": _spin_off,
    "JoiningAsked": _joining,
    "JoiningAgreed": lambda row: _page(row, str(Party.objects.get(pk=row.subjects["party_id"]))),
    "PartyJoined": _joining,
}
