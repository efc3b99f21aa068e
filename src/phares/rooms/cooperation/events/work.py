"""What a cooperation’s work leaves behind: jobs, meetings, documents, messages, spin-offs; ids only."""

from dataclasses import dataclass


@dataclass(frozen=True)
class JobDeclared:
    """A cooperation created a job or kept it going."""

    pole_id: int
    cooperation_id: int
    job_id: int


@dataclass(frozen=True)
class JobShared:
    """Another cooperation says that the job is its doing too."""

    pole_id: int
    cooperation_id: int
    job_id: int


@dataclass(frozen=True)
class JobEnded:
    """The job has an end."""

    pole_id: int
    job_id: int


@dataclass(frozen=True)
class JobWithdrawn:
    """The job had been declared by mistake."""

    pole_id: int
    job_id: int


@dataclass(frozen=True)
class WorkMeetingNoted:
    """The parties met; who does what by when is written down."""

    pole_id: int
    cooperation_id: int
    meeting_id: int


@dataclass(frozen=True)
class MeetingActionDone:
    """What was to be done after a meeting is done."""

    pole_id: int
    cooperation_id: int
    action_id: int


@dataclass(frozen=True)
class FollowUpCallNoted:
    """Somebody telephoned a party for news."""

    pole_id: int
    cooperation_id: int
    call_id: int


@dataclass(frozen=True)
class DocumentBrought:
    """A document, or a new version of it, was brought."""

    pole_id: int
    cooperation_id: int
    version_id: int


@dataclass(frozen=True)
class MessageWritten:
    """Somebody wrote to all the parties."""

    pole_id: int
    cooperation_id: int
    message_id: int


@dataclass(frozen=True)
class MessageWithdrawn:
    """A message was taken back."""

    pole_id: int
    cooperation_id: int
    message_id: int


@dataclass(frozen=True)
class SpinOffRecorded:
    """A structure was born of what others did together."""

    pole_id: int
    spin_off_id: int
