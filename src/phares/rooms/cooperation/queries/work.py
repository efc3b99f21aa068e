"""Reads of what a cooperation's work leaves: jobs, meetings and actions, documents, the thread, spin-offs, calls."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.db.models import Prefetch, Q, QuerySet

from phares.rooms.cooperation import permissions
from phares.rooms.cooperation.models import (
    Cooperation,
    Document,
    DocumentVersion,
    FollowUpCall,
    Job,
    MeetingAction,
    Message,
    WorkMeeting,
)
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole

PARTY = ("party__structure", "party__group", "party__resident")
VERSIONS = Prefetch("versions", queryset=DocumentVersion.objects.select_related("file", "brought_by"))
ACTIONS = Prefetch("actions", queryset=MeetingAction.objects.select_related(*PARTY))


@dataclass(frozen=True)
class JobsCounted:
    """The jobs of a day: how many and their exact full-time sum, in insertion and not; each job once."""

    count: int
    fte: Fraction
    insertion: Fraction


def jobs_counted(jobs: QuerySet[Job], day: date) -> JobsCounted:
    """Count the jobs that hold on a day, each once however many cooperations share it."""
    rows = set(
        jobs.filter(withdrawn_at=None, from_on__lte=day)
        .filter(Q(until_on__isnull=True) | Q(until_on__gte=day))
        .values_list("pk", "fte_numerator", "fte_denominator", "is_insertion")
    )
    parts = [(Fraction(above, below), is_insertion) for _pk, above, below, is_insertion in rows]
    total = sum((part for part, _is in parts), Fraction(0))
    return JobsCounted(len(rows), total, sum((part for part, is_insertion in parts if is_insertion), Fraction(0)))


def jobs_of_pole(pole: Pole, day: date) -> JobsCounted:
    """Count the jobs that the pole's cooperations created or kept going, on a day."""
    return jobs_counted(Job.objects.filter(pole=pole, cooperations__isnull=False), day)


@dataclass(frozen=True)
class JobShown:
    """A job with the other cooperations that share it."""

    job: Job
    others: Sequence[Cooperation]


def jobs_of(actor: Actor, cooperation: Cooperation) -> list[JobShown]:
    """Return the jobs of a cooperation, each with the other cooperations that share it and that this reader may see."""
    seen = permissions.visible_cooperations(actor, cooperation.pole).exclude(pk=cooperation.pk).select_related("pole")
    jobs = Job.objects.filter(cooperations=cooperation, withdrawn_at=None).select_related("proof")
    return [
        JobShown(job, list(job.cooperations.all()))
        for job in jobs.prefetch_related(Prefetch("cooperations", queryset=seen))
    ]


def jobs_elsewhere(actor: Actor, cooperation: Cooperation) -> list[Job]:
    """Return the jobs of other cooperations, seen by this reader, that could be this one's doing too."""
    return list(permissions.visible_jobs(actor, cooperation.pole).exclude(cooperations=cooperation))


def job_numbered(actor: Actor, pole: Pole, pk: int) -> Job | None:
    """Return a job that this reader may see."""
    return permissions.visible_jobs(actor, pole).filter(pk=pk).select_related("proof").first()


def meetings_of(cooperation: Cooperation) -> list[WorkMeeting]:
    """Return the meetings of a cooperation with their actions, the latest first."""
    return list(cooperation.work_meetings.select_related("noted_by").prefetch_related(ACTIONS))


def action_numbered(actor: Actor, pole: Pole, pk: int) -> MeetingAction | None:
    """Return an action of a cooperation whose promises this reader may see."""
    seen = permissions.with_promises_seen(actor, pole.pk)
    found = MeetingAction.objects.filter(meeting__cooperation__in=seen, pk=pk)
    return found.select_related("meeting__cooperation__pole", *PARTY).first()


def documents_of(cooperation: Cooperation) -> list[Document]:
    """Return the documents of a cooperation with all their versions."""
    return list(cooperation.documents.prefetch_related(VERSIONS))


def document_numbered(actor: Actor, pole: Pole, pk: int) -> Document | None:
    """Return a document of a cooperation whose documents this reader may open."""
    seen = permissions.with_promises_seen(actor, pole.pk)
    return Document.objects.filter(cooperation__in=seen, pk=pk).select_related("cooperation__pole").first()


def version_numbered(actor: Actor, pole: Pole, pk: int) -> DocumentVersion | None:
    """Return a version of a document that this reader may open."""
    seen = permissions.with_promises_seen(actor, pole.pk)
    return DocumentVersion.objects.filter(document__cooperation__in=seen, pk=pk).select_related("file").first()


def thread_of(cooperation: Cooperation) -> list[Message]:
    """Return what the parties said to one another, from the first word on."""
    return list(cooperation.messages.select_related("structure", "group", "resident", "written_by"))


def message_numbered(actor: Actor, pole: Pole, pk: int) -> Message | None:
    """Return a message of a thread that this reader may read."""
    seen = permissions.with_promises_seen(actor, pole.pk)
    message = (
        Message.objects.filter(cooperation__in=seen, pk=pk)
        .select_related("cooperation__pole", "structure", "group", "resident")
        .first()
    )
    return message if message is not None and permissions.can_see_thread(actor, message.cooperation) else None


def calls_of(actor: Actor, cooperation: Cooperation) -> list[FollowUpCall]:
    """Return the follow-up calls that this reader may know of."""
    return list(permissions.visible_calls(actor, cooperation).select_related("noted_by", *PARTY))
