"""Acts on applications: beginning one, who is in, who was asked, what each answered, its form, lead and shares."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phares.rooms.commons.days import as_day
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import NotAllowed, Refusal, require
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Structure
from phares.rooms.directory.permissions import visible_structures
from phares.rooms.funding import events, permissions
from phares.rooms.funding.models import Application, Call, Member
from phares.rooms.funding.models.application import WHOLE, GroupForm, Stage


class CallClosed(Refusal):
    """The call takes no more answers."""

    sentence = gettext_lazy("Cet appel est fermé : on n’y répond plus.")


class AlreadyLeft(Refusal):
    """The file has left."""

    sentence = gettext_lazy("Ce dossier est déjà parti : il ne change plus.")


class TeamTooLarge(Refusal):
    """The call takes no more members."""


class SharesNotWhole(Refusal):
    """Shares must make 100 %."""

    status = 422


class LeadNotIn(Refusal):
    """The lead is one of those who accepted."""

    sentence = gettext_lazy("Le mandataire est l’une des structures qui ont accepté.")
    status = 422


@transaction.atomic
def begin_application(*, call: Call, title: str = "", by: Actor, at: datetime) -> Application:
    """Begin a common answer to a call; whoever begins it for its structure is its first member."""
    require(permissions.can_begin_application(by, call))
    if call.is_reference or (call.closes_on is not None and call.closes_on < as_day(at)):
        raise CallClosed
    application = Application.objects.create(
        pole=call.pole, call=call, title=title.strip() or call.title[:140], begun_by_id=by.person_id, begun_at=at
    )
    if by.structure_id is not None:
        signs = by.may("sign", call.pole_id)
        Member.objects.create(
            application=application,
            structure_id=by.structure_id,
            invited_at=at,
            accepted=True if signs else None,
            answered_at=at if signs else None,
        )
    publish(events.ApplicationBegun(call.pole_id, application.pk), by=by, at=at)
    return application


@transaction.atomic
def add_member(*, application: Application, structure: Structure, by: Actor, at: datetime) -> Member:
    """Put a structure in the team that is being composed; it is asked later. One that is in already stays as it is."""
    application = held(application, by)
    if not visible_structures(by, application.pole).filter(pk=structure.pk, name_is_established=True).exists():
        raise NotAllowed
    already = application.members.filter(structure=structure).first()
    if already is not None:
        return already
    if application.members.exclude(accepted=False).count() >= application.call.most_members:
        words = _("L’appel n’admet pas plus de %(most)d membres : retirez-en un d’abord.")
        raise TeamTooLarge(words % {"most": application.call.most_members})
    member = Member.objects.create(application=application, structure=structure)
    publish(events.TeamChanged(application.pole_id, application.pk), by=by, at=at)
    return member


@transaction.atomic
def remove_member(*, application: Application, structure: Structure, by: Actor, at: datetime) -> None:
    """Take a structure out of the team; one that is not in is out already."""
    application = held(application, by)
    application.members.filter(structure=structure).delete()
    if application.lead_id == structure.pk:
        application.lead = None
        application.save(update_fields=["lead"])
    publish(events.TeamChanged(application.pole_id, application.pk), by=by, at=at)


@transaction.atomic
def take_team(*, application: Application, structures: list[Structure], by: Actor, at: datetime) -> Application:
    """Take a team as it was proposed: those who accepted or refused stay as they are, the others are changed."""
    application = held(application, by)
    wanted = {one.pk for one in structures}
    application.members.filter(accepted=None).exclude(structure__in=wanted).delete()
    for one in structures:
        add_member(application=application, structure=one, by=by, at=at)
    publish(events.TeamChanged(application.pole_id, application.pk), by=by, at=at)
    return application


@transaction.atomic
def invite_members(*, application: Application, by: Actor, at: datetime) -> int:
    """Ask every member that was not asked yet; return how many were."""
    application = held(application, by)
    asked = application.members.filter(invited_at=None).update(invited_at=at)
    if not asked:
        raise Refusal(_("Toutes les structures de l’équipe sont déjà invitées."))
    publish(events.MembersInvited(application.pole_id, application.pk), by=by, at=at)
    return asked


@transaction.atomic
def answer_invitation(
    *, member: Member, accepted: bool, reason: str = "", conflict: str = "", by: Actor, at: datetime
) -> Member:
    """Say for one's structure whether it takes part; a change of mind is possible until the file leaves."""
    member = _own(member, by)
    member.accepted, member.reason, member.conflict, member.answered_at = accepted, reason.strip(), conflict.strip(), at
    if not accepted:
        member.go, member.go_at, member.share_bp = "", None, None
    member.save()
    if not accepted:
        Application.objects.filter(pk=member.application_id, lead=member.structure_id).update(lead=None)
    publish(events.InvitationAnswered(member.application.pole_id, member.application_id, member.pk), by=by, at=at)
    return member


@transaction.atomic
def say_go(*, member: Member, go: str, reason: str = "", by: Actor, at: datetime) -> Member:
    """Say for one's structure whether the file should leave, with the reason."""
    member = _own(member, by)
    if not member.accepted:
        raise Refusal(_("Dites d’abord que votre structure prend part à cette réponse."))
    member.go, member.go_reason, member.go_at = go, reason.strip(), at
    member.save(update_fields=["go", "go_reason", "go_at"])
    publish(events.GoSaid(member.application.pole_id, member.application_id, member.pk), by=by, at=at)
    return member


@transaction.atomic
def choose_group(*, application: Application, form: str, lead: Structure, by: Actor, at: datetime) -> Application:
    """Say in which form the group answers and who represents it: leaving the lead out can have a bid rejected."""
    application = held(application, by)
    if form not in GroupForm.values:
        raise Refusal(_("Choisissez l’une des trois formes."), field="form")
    if not application.members.filter(structure=lead, accepted=True).exists():
        raise LeadNotIn(field="lead")
    application.form, application.lead = form, lead
    application.save(update_fields=["form", "lead"])
    publish(events.GroupChosen(application.pole_id, application.pk), by=by, at=at)
    return application


@transaction.atomic
def share_out(*, application: Application, shares: Mapping[int, int], by: Actor, at: datetime) -> Application:
    """Write each partner's share, in hundredths of a percent by structure; those who accepted share all of it."""
    application = held(application, by)
    accepted = {one.structure_id: one for one in application.members.filter(accepted=True)}
    if set(shares) != set(accepted):
        raise SharesNotWhole(_("L’équipe a changé pendant que vous écriviez : relisez les parts."))
    if any(not 0 <= share <= WHOLE for share in shares.values()) or sum(shares.values()) != WHOLE:
        total = f"{sum(shares.values()) / 100:.2f}".rstrip("0").rstrip(".").replace(".", ",")
        raise SharesNotWhole(_("Les parts doivent faire 100 %% : elles font %(total)s %%.") % {"total": total})
    for structure_id, share in shares.items():
        Member.objects.filter(pk=accepted[structure_id].pk).update(share_bp=share)
    publish(events.SharesWritten(application.pole_id, application.pk), by=by, at=at)
    return application


def held(application: Application, by: Actor) -> Application:
    """Return the application held against two writers at once, for whoever composes it, until it leaves."""
    locked = Application.objects.select_for_update(of=("self",)).select_related("call", "pole").get(pk=application.pk)
    if locked.stage != Stage.COMPOSING:
        raise AlreadyLeft
    require(permissions.can_compose(by, locked))
    return locked


def _own(member: Member, by: Actor) -> Member:
    """Return a member held against two answers at once, for whoever may sign for it; the file must not have left."""
    Application.objects.select_for_update().get(pk=member.application_id)
    locked = Member.objects.select_related("application").get(pk=member.pk)
    if locked.application.stage != Stage.COMPOSING:
        raise AlreadyLeft
    require(permissions.can_answer_invitation(by, locked))
    return locked
