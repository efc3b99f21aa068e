"""Who reacts to what: the one dictionary; an empty list says that the journal alone keeps the event."""

from phares.rooms.commons import due, journal
from phares.rooms.cooperation import events as cooperation
from phares.rooms.cooperation import reactions, tasks
from phares.rooms.directory import events as directory
from phares.rooms.directory import reactions as directory_reactions
from phares.rooms.directory import tasks as directory_tasks
from phares.site.keeping import self_test
from phares.site.keeping.backup import TEST_BACKUP

SUBSCRIPTIONS: dict[type, list[journal.Reaction]] = {
    directory.PoleFounded: [],
    directory.PoleDescribed: [],
    directory.StructureAdded: [],
    directory.StructureDescribed: [],
    directory.StructureIdentified: [],
    directory.CapacitiesSaid: [],
    directory.FieldLevelsChosen: [],
    directory.StructureAdmitted: [],
    directory.MembershipEnded: [],
    directory.ResidentsGroupFormed: [],
    directory.PersonRegistered: [],
    directory.MandateGiven: [],
    directory.MandateEnded: [],
    directory.MilestoneRecorded: [],
    directory.GatheringPlanned: [],
    directory.MilestoneCorrected: [],
    directory.PersonCorrected: [],
    directory.PersonInvited: [directory_reactions.send_invitation],
    directory.InvitationAccepted: [],
    directory.InvitationWithdrawn: [],
    directory.MailChangeAsked: [directory_reactions.write_to_both_mails],
    directory.MailChangeConfirmed: [directory_reactions.wait_for_refusal],
    directory.MailChanged: [],
    directory.MailChangeRefused: [directory_reactions.forget_mail_change],
    directory.ReadingLinkGiven: [],
    directory.ReadingLinkWithdrawn: [],
    directory.ConsentGiven: [],
    directory.ConsentWithdrawn: [],
    directory.PersonErased: [],
    cooperation.ItemSaid: [],
    cooperation.ItemWithdrawn: [],
    cooperation.MatchProposed: [reactions.tell_both_sides],
    cooperation.MatchAnswered: [reactions.tell_other_side],
    cooperation.AgreementWritten: [reactions.ask_for_signatures],
    cooperation.AgreementSigned: [],
    cooperation.SignaturesVoided: [],
    cooperation.CooperationStarted: [reactions.take_from_offer, reactions.remind_of_promises],
    cooperation.CommitmentDone: [reactions.forget_reminder],
    cooperation.CommitmentAcknowledged: [],
    cooperation.CommitmentChangeProposed: [],
    cooperation.CommitmentChangeAnswered: [reactions.move_reminder],
    cooperation.CommitmentDropped: [reactions.forget_reminder],
    cooperation.FactNoted: [],
    cooperation.CooperationEnded: [reactions.forget_reminders],
    cooperation.StoryChosen: [],
    cooperation.ItemExtended: [],
    cooperation.ItemKept: [],
    cooperation.OfferUsed: [],
    cooperation.ItemBroughtToBourse: [],
    cooperation.SignedAtBourse: [],
    cooperation.LetterDayChosen: [],
    cooperation.MailWishChanged: [],
    cooperation.TimeProposed: [],
    cooperation.TimeAnswered: [],
    cooperation.ChainProposed: [],
    cooperation.ChainLinkAccepted: [],
    cooperation.ChainAgreed: [],
    cooperation.ChainClosed: [],
    cooperation.PooledProposed: [],
    cooperation.PooledPriced: [],
    cooperation.PooledAnswered: [],
    cooperation.NoteTaken: [],
    cooperation.NoteCorrected: [],
    cooperation.NoteRemoved: [],
    cooperation.NoteProved: [],
    cooperation.FadeRuleSet: [],
    cooperation.MeansWritten: [],
    cooperation.MeansUseEnded: [],
    cooperation.KeyProposed: [],
    cooperation.KeyAnswered: [],
    cooperation.KeyHeld: [],
    cooperation.AccountWritten: [],
    cooperation.AccountClosed: [],
    cooperation.JobDeclared: [],
    cooperation.JobShared: [],
    cooperation.JobEnded: [],
    cooperation.JobWithdrawn: [],
    cooperation.WorkMeetingNoted: [],
    cooperation.MeetingActionDone: [],
    cooperation.FollowUpCallNoted: [],
    cooperation.DocumentBrought: [],
    cooperation.MessageWritten: [],
    cooperation.MessageWithdrawn: [],
    cooperation.SpinOffRecorded: [],
}


def register() -> None:
    """Hand the registries of commons what this site subscribes."""
    journal.subscribe(SUBSCRIPTIONS)
    due.register(tasks.PROMISE_REMINDER, tasks.remind_of_promise)
    due.register(TEST_BACKUP, self_test.ask_for_test)
    due.register(directory_tasks.MAIL_CHANGE, directory_tasks.change_mail)
