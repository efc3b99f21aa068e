"""Who reacts to what: the one dictionary; an empty list says that the journal alone keeps the event."""

from phares.rooms.commons import due, journal
from phares.rooms.cooperation import events as cooperation
from phares.rooms.cooperation import meeting_reminders, reactions, tasks
from phares.rooms.cooperation.reactions import needs, together
from phares.rooms.cooperation.tasks import bourse, expiry, letter
from phares.rooms.directory import actions as directory_actions
from phares.rooms.directory import events as directory
from phares.rooms.directory import reactions as directory_reactions
from phares.rooms.directory import tasks as directory_tasks
from phares.rooms.funding import events as funding
from phares.rooms.impact import events as impact
from phares.rooms.publishing import events as publishing
from phares.rooms.publishing import reactions as publishing_reactions
from phares.rooms.publishing.actions import registration as publishing_registration
from phares.rooms.territory import events as territory
from phares.rooms.territory import tasks as territory_tasks
from phares.site.keeping import self_test
from phares.site.keeping.backup import TEST_BACKUP

SUBSCRIPTIONS: dict[type, list[journal.Reaction]] = {
    directory.StructureTakenAway: [],
    directory.TableBrought: [],
    directory.TableWritten: [],
    directory.TableUndone: [],
    directory.PoleFounded: [needs.set_next_letter],
    directory.PoleDescribed: [],
    directory.StructureAdded: [],
    directory.StructureDescribed: [],
    directory.StructureIdentified: [],
    directory.CapacitiesSaid: [],
    directory.FieldLevelsChosen: [],
    directory.PhotoAdded: [],
    directory.PhotoRemoved: [directory_reactions.erase_file],
    directory.OutsideActorDescribed: [],
    directory.SizeCounted: [],
    directory.LineageRecorded: [],
    directory.CharterAdopted: [],
    directory.CharterSigned: [],
    directory.JoinAsked: [],
    directory.JoinAnswered: [directory_reactions.tell_those_who_asked],
    directory.ArrivalStepsSet: [],
    directory.ArrivalStepTicked: [],
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
    cooperation.ItemSaid: [needs.remind_before_expiry, needs.tell_holder_of_item],
    cooperation.ItemWithdrawn: [needs.forget_expiry],
    cooperation.MatchProposed: [reactions.tell_both_sides],
    cooperation.MatchAnswered: [reactions.tell_other_side, needs.tell_side_of_answer],
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
    cooperation.ItemExtended: [needs.remind_before_expiry],
    cooperation.ItemKept: [],
    cooperation.OfferUsed: [],
    cooperation.ItemBroughtToBourse: [together.follow_bourse_later],
    cooperation.SignedAtBourse: [],
    cooperation.LetterDayChosen: [needs.set_next_letter],
    cooperation.MailWishChanged: [],
    cooperation.TimeProposed: [needs.tell_of_time],
    cooperation.TimeAnswered: [needs.tell_of_time],
    cooperation.ChainProposed: [together.tell_of_proposed_chain],
    cooperation.ChainLinkAccepted: [],
    cooperation.ChainAgreed: [together.tell_of_agreed_chain],
    cooperation.ChainClosed: [together.tell_of_closed_chain],
    cooperation.PooledProposed: [together.tell_of_pooled],
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
    cooperation.WorkMeetingNoted: [meeting_reminders.remind_of_actions],
    cooperation.MeetingActionDone: [meeting_reminders.forget_action],
    cooperation.FollowUpCallNoted: [],
    cooperation.DocumentBrought: [],
    cooperation.MessageWritten: [together.tell_of_message],
    cooperation.MessageWithdrawn: [],
    cooperation.SpinOffRecorded: [],
    funding.GrantOpened: [],
    funding.GrantPaymentPlanned: [],
    funding.GrantPaymentReceived: [],
    funding.IndicatorPromised: [],
    funding.GrantLineRemoved: [],
    funding.GrantReportSent: [],
    impact.FiguresShown: [],
    impact.FiguresHidden: [],
    impact.IndicatorMeasured: [],
    territory.ListeningRulesSet: [],
    territory.DistrictsBrought: [],
    territory.VoiceSaid: [],
    territory.VoicesBrought: [],
    territory.VoicePlaced: [],
    territory.VoiceRead: [],
    territory.VoiceErased: [],
    territory.PartAsked: [],
    territory.VoiceTold: [],
    territory.ProblemWritten: [],
    territory.ProblemSplit: [],
    territory.ProblemMerged: [],
    territory.ProblemObserved: [],
    territory.ProblemAnswered: [],
    territory.ResponseResultNoted: [],
    territory.ProblemCoordinated: [],
    territory.FiguresBrought: [],
    impact.ResultNoted: [],
    impact.ResultWithdrawn: [],
    impact.ReportWritten: [],
    impact.ReportPutOut: [],
    impact.ReportLinkGiven: [],
    publishing.SheetBegun: [],
    publishing.SheetImported: [],
    publishing.SheetWritten: [],
    publishing.SheetPhotoKept: [],
    publishing.SheetPhotoRemoved: [],
    publishing.SheetLineCorrected: [],
    publishing.SheetReadOver: [publishing_reactions.ask_for_reviews],
    publishing.ReviewAnswered: [],
    publishing.SheetPublished: [],
    publishing.SheetWithdrawn: [],
    publishing.RubricsChanged: [],
    publishing.NewsletterDrafted: [],
    publishing.NewsletterWritten: [],
    publishing.NewsletterSent: [publishing_reactions.send_to_each],
    publishing.NewslettersAsked: [publishing_reactions.ask_to_confirm],
    publishing.SubscriptionConfirmed: [],
    publishing.Unsubscribed: [],
    publishing.RegistrationsOpened: [],
    publishing.Registered: [publishing_reactions.confirm_registration],
    publishing.RegistrationCancelled: [],
    publishing.MovedUp: [publishing_reactions.confirm_registration],
    publishing.GatheringCalledOff: [publishing_reactions.tell_called_off],
}


def register() -> None:
    """Hand the registries of commons what this site subscribes."""
    journal.subscribe(SUBSCRIPTIONS)
    due.register(tasks.PROMISE_REMINDER, tasks.remind_of_promise)
    due.register(directory_actions.FORGET_TABLE, directory_actions.forget_table)
    due.register(meeting_reminders.ACTION_REMINDER, meeting_reminders.remind_of_action)
    due.register(publishing_registration.FORGET, publishing_registration.forget_registrations)
    due.register(TEST_BACKUP, self_test.ask_for_test)
    due.register(directory_tasks.MAIL_CHANGE, directory_tasks.change_mail)
    due.register(bourse.BOURSE_FOLLOW_UP, bourse.follow_bourse_up)
    due.register(expiry.EXPIRY_REMINDER, expiry.remind_of_expiry)
    due.register(letter.WEEKLY_LETTER, letter.letters_leave)
    due.register(territory_tasks.FORGET_VOICES, territory_tasks.forget_voices)
    due.register(directory_tasks.RETENTION, directory_tasks.keep_no_longer)
