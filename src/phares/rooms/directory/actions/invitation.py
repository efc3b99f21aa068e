"""Acts on invitations: sending one, taking it back, entering with it."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory import events, permissions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Invitation, Mandate, Person, Pole

HOLDS = timedelta(days=14)


class PersonOnPaper(Refusal):
    """The person has no mail."""

    sentence = _("Cette personne n’a pas d’adresse électronique : donnez-lui-en une, ou notez pour elle.")


class NoMandateToActWith(Refusal):
    """The person holds no mandate in the pole."""

    sentence = _(
        "Cette personne n’a pas de mandat en cours ou à venir : donnez-lui-en un, elle saura pour qui elle agit."
    )


class InvitationOver(Refusal):
    """The invitation has served, was taken back, or is too old."""

    sentence = _("Cette invitation ne sert plus : elle a déjà servi, elle est trop ancienne, ou elle a été retirée.")


@transaction.atomic
def invite_person(*, person: Person, pole: Pole, by: Actor, at: datetime) -> Invitation:
    """Send a person the letter that opens the site; the letter before it no longer does."""
    require(permissions.can_keep_directory(by, pole))
    if not person.email:
        raise PersonOnPaper
    if not Mandate.objects.still(timezone.localdate(at)).filter(person=person, pole=pole).exists():
        raise NoMandateToActWith
    Invitation.objects.open(at).filter(person=person, pole=pole).update(withdrawn_at=at)
    invitation = Invitation.objects.create(
        pole=pole, person=person, email=person.email, sent_by=by.person, sent_at=at, expires_at=at + HOLDS
    )
    publish(events.PersonInvited(pole.pk, invitation.pk, person.pk), by=by, at=at)
    return invitation


@transaction.atomic
def withdraw_invitation(*, invitation: Invitation, by: Actor, at: datetime) -> None:
    """Take back an invitation that has not served."""
    require(permissions.can_keep_directory(by, invitation.pole))
    invitation = _locked(invitation, at)
    invitation.withdrawn_at = at
    invitation.save(update_fields=["withdrawn_at"])
    publish(events.InvitationWithdrawn(invitation.pole_id, invitation.pk, invitation.person_id), by=by, at=at)


@transaction.atomic
def accept_invitation(*, invitation: Invitation, at: datetime) -> Person:
    """Let the invited person in, once: of two who press at the same moment, one is told that it has served."""
    invitation = _locked(invitation, at)
    invitation.accepted_at = at
    invitation.save(update_fields=["accepted_at"])
    person = invitation.person
    publish(events.InvitationAccepted(invitation.pole_id, invitation.pk, person.pk), by=Actor(person), at=at)
    return person


def _locked(invitation: Invitation, at: datetime) -> Invitation:
    """Return an invitation that still opens, kept from a second hand until this act is done."""
    Invitation.objects.select_for_update().get(pk=invitation.pk)  # whoever comes second looks again after the first
    open_still = Invitation.objects.open(at).select_related("person", "pole").filter(pk=invitation.pk).first()
    if open_still is None:
        raise InvitationOver
    return open_still
