"""What happens to persons, groups and mandates; ids only."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ResidentsGroupFormed:
    """Residents act together under a name."""

    pole_id: int
    group_id: int


@dataclass(frozen=True)
class PersonRegistered:
    """A person is known to the pole, with or without mail."""

    pole_id: int
    subject_person_id: int


@dataclass(frozen=True)
class MandateGiven:
    """A person may act for a structure, a group or the pole from a day on."""

    pole_id: int
    given_mandate_id: int
    subject_person_id: int


@dataclass(frozen=True)
class MandateEnded:
    """A mandate has a last day."""

    pole_id: int
    ended_mandate_id: int
    subject_person_id: int


@dataclass(frozen=True)
class PersonCorrected:
    """What is known of a person was put right, by themselves (no pole) or by a pole."""

    pole_id: int | None
    subject_person_id: int


@dataclass(frozen=True)
class PersonInvited:
    """A person was sent a letter that opens the site."""

    pole_id: int
    invitation_id: int
    subject_person_id: int


@dataclass(frozen=True)
class InvitationAccepted:
    """A person entered with their invitation."""

    pole_id: int
    invitation_id: int
    subject_person_id: int


@dataclass(frozen=True)
class InvitationWithdrawn:
    """An invitation was taken back before it served."""

    pole_id: int
    invitation_id: int
    subject_person_id: int


@dataclass(frozen=True)
class MailChangeAsked:
    """A person’s mail is to become another one."""

    pole_id: int | None
    mail_change_id: int
    subject_person_id: int


@dataclass(frozen=True)
class MailChangeConfirmed:
    """The new mail answered."""

    pole_id: int | None
    mail_change_id: int
    subject_person_id: int


@dataclass(frozen=True)
class MailChanged:
    """A person’s mail is another one."""

    pole_id: int | None
    subject_person_id: int


@dataclass(frozen=True)
class MailChangeRefused:
    """The former mail refused the change."""

    pole_id: int | None
    mail_change_id: int
    subject_person_id: int


@dataclass(frozen=True)
class ConsentGiven:
    """A person agreed to something, until a day."""

    pole_id: int
    consent_id: int
    subject_person_id: int


@dataclass(frozen=True)
class ConsentWithdrawn:
    """A person no longer agrees."""

    pole_id: int
    consent_id: int
    subject_person_id: int


@dataclass(frozen=True)
class PersonErased:
    """A person’s name and contact details were removed; this number alone stays."""

    pole_id: int | None
    subject_person_id: int
