"""What happens in the directory; ids only."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PoleFounded:
    """A pole began to use this instance."""

    pole_id: int


@dataclass(frozen=True)
class PoleDescribed:
    """What the pole says of itself changed."""

    pole_id: int


@dataclass(frozen=True)
class StructureAdded:
    """A structure entered the directory."""

    pole_id: int
    subject_structure_id: int


@dataclass(frozen=True)
class StructureDescribed:
    """What a structure says of itself changed."""

    pole_id: int
    subject_structure_id: int


@dataclass(frozen=True)
class StructureIdentified:
    """A structure gave the numbers by which it is known, or said whether it is of the social economy."""

    pole_id: int
    subject_structure_id: int


@dataclass(frozen=True)
class CapacitiesSaid:
    """A structure said what it knows and what it has, with amounts."""

    pole_id: int
    subject_structure_id: int


@dataclass(frozen=True)
class FieldLevelsChosen:
    """A structure chose who reads which field of its page."""

    pole_id: int
    subject_structure_id: int


@dataclass(frozen=True)
class PhotoAdded:
    """A structure shows a photo."""

    pole_id: int
    photo_id: int
    subject_structure_id: int


@dataclass(frozen=True)
class PhotoRemoved:
    """A structure took a photo off; its file is to be erased."""

    pole_id: int
    attachment_id: int
    subject_structure_id: int


@dataclass(frozen=True)
class OutsideActorDescribed:
    """An actor around the pole is known, with what it is to the pole."""

    pole_id: int
    subject_structure_id: int


@dataclass(frozen=True)
class SizeCounted:
    """A structure counted its people or its floor on a day."""

    pole_id: int
    size_id: int
    subject_structure_id: int


@dataclass(frozen=True)
class LineageRecorded:
    """A structure was born from another, or merged into another."""

    pole_id: int
    lineage_id: int
    subject_structure_id: int


@dataclass(frozen=True)
class CharterAdopted:
    """A version of the charter is in force."""

    pole_id: int
    charter_id: int


@dataclass(frozen=True)
class CharterSigned:
    """A structure signed a version of the charter."""

    pole_id: int
    charter_signature_id: int
    subject_structure_id: int


@dataclass(frozen=True)
class JoinAsked:
    """A structure asked to take part."""

    pole_id: int
    join_request_id: int


@dataclass(frozen=True)
class JoinAnswered:
    """A request to take part has its answer."""

    pole_id: int
    join_request_id: int


@dataclass(frozen=True)
class ArrivalStepsSet:
    """What is done with those who come in one way was written."""

    pole_id: int


@dataclass(frozen=True)
class ArrivalStepTicked:
    """A step of an arrival was done with a structure."""

    pole_id: int
    arrival_tick_id: int
    subject_structure_id: int


@dataclass(frozen=True)
class StructureAdmitted:
    """A structure takes part in the pole from a day on."""

    pole_id: int
    membership_id: int
    subject_structure_id: int


@dataclass(frozen=True)
class MembershipEnded:
    """A structure's taking part has a last day."""

    pole_id: int
    membership_id: int
    subject_structure_id: int


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
class MilestoneRecorded:
    """A dated, sourced event of the pole or of a structure was written down."""

    pole_id: int
    milestone_id: int


@dataclass(frozen=True)
class GatheringPlanned:
    """People of the pole will meet on a day."""

    pole_id: int
    gathering_id: int


@dataclass(frozen=True)
class MilestoneCorrected:
    """A dated event was written down better."""

    pole_id: int
    milestone_id: int


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
class ReadingLinkGiven:
    """Somebody without account may read, until a day."""

    pole_id: int
    reading_link_id: int


@dataclass(frozen=True)
class ReadingLinkWithdrawn:
    """A reading link opens nothing any more."""

    pole_id: int
    reading_link_id: int


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


@dataclass(frozen=True)
class StructureTakenAway:
    """A structure received everything that it has in the pole."""

    pole_id: int
    subject_structure_id: int


@dataclass(frozen=True)
class TableBrought:
    """Somebody brought a table to import."""

    pole_id: int
    table_import_id: int


@dataclass(frozen=True)
class TableWritten:
    """The lines of a table were written in the directory."""

    pole_id: int
    table_import_id: int


@dataclass(frozen=True)
class TableUndone:
    """What a table had written was taken back."""

    pole_id: int
    table_import_id: int
