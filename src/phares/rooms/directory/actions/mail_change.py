"""Acts on a person's mail: asking for another one, confirming it from there, refusing it from the former one."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory import events, permissions, ways_in
from phares.rooms.directory.actions.people import MailAlreadyKnown
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import MailChange, Person, Pole
from phares.rooms.directory.models.mail_change import TO_ANSWER, TO_REFUSE


class SameMail(Refusal):
    """The mail is the one already known."""

    sentence = _("C’est déjà l’adresse que le pôle connaît.")


class MailChangeOver(Refusal):
    """The change was carried out, refused, replaced, or is too old."""

    sentence = _("Ce changement d’adresse ne tient plus : il est déjà fait, refusé, remplacé ou trop ancien.")


@transaction.atomic
def ask_mail_change(
    *, person: Person, email: str, pole: Pole | None = None, by: Actor, at: datetime
) -> MailChange | None:
    """Ask that a person's mail become another one; it changes once the new mail has answered.

    Asked by the pole, it also waits for three days in which the former mail may refuse: whoever keeps a directory must
    not be able to become somebody. A person who never entered has nothing to lose, and is simply put right.
    """
    require(permissions.can_correct_person(by, person, pole))
    email, is_own = email.lower(), by.person == person
    if email == person.email:
        raise SameMail(field="email")
    if not is_own and Person.objects.filter(email=email).exists():
        raise MailAlreadyKnown(field="email")
    if not is_own and (not person.email or person.last_login is None):
        _set_mail(person, email)
        publish(events.MailChanged(pole.pk if pole else None, person.pk), by=by, at=at)
        return None
    MailChange.objects.filter(person=person, applied_at=None, refused_at=None).update(refused_at=at)
    change = MailChange.objects.create(
        person=person,
        pole=pole,
        asked_by=by.person,
        old_email=person.email or "",
        new_email=email,
        asked_at=at,
        takes_effect_at=at if is_own else at + TO_REFUSE,
    )
    publish(events.MailChangeAsked(change.pole_id, change.pk, person.pk), by=by, at=at)
    return change


@transaction.atomic
def confirm_mail_change(*, change: MailChange, at: datetime) -> MailChange:
    """Let the new mail answer; the change is then carried out, now or when the days to refuse are over."""
    change = _locked(change)
    if change.confirmed_at or change.refused_at or at > change.asked_at + TO_ANSWER:
        raise MailChangeOver
    change.confirmed_at = at
    change.save(update_fields=["confirmed_at"])
    publish(events.MailChangeConfirmed(change.pole_id, change.pk, change.person_id), by=Actor(change.person), at=at)
    return apply_mail_change(change=change, at=at) if change.takes_effect_at <= at else change


@transaction.atomic
def apply_mail_change(*, change: MailChange, at: datetime) -> MailChange:
    """Make the confirmed mail the person's own; the former one lets nobody in any more."""
    change = _locked(change)
    if not change.confirmed_at or change.applied_at or change.refused_at or change.person.email != change.old_email:
        raise MailChangeOver
    change.applied_at = at
    change.save(update_fields=["applied_at"])
    _set_mail(change.person, change.new_email)
    publish(events.MailChanged(change.pole_id, change.person_id), by=Actor(change.person), at=at)
    return change


@transaction.atomic
def refuse_mail_change(*, change: MailChange, at: datetime) -> MailChange:
    """Let the former mail refuse; where the change was already carried out, whoever did it is put outside."""
    change = _locked(change)
    if change.refused_at or at > change.asked_at + TO_ANSWER:
        raise MailChangeOver
    change.refused_at = at
    change.save(update_fields=["refused_at"])
    person = change.person
    if change.applied_at and person.email == change.new_email:
        _set_mail(person, change.old_email)
        ways_in.forget_devices(person, since=change.asked_at)
        ways_in.close_browsers(person)
    publish(events.MailChangeRefused(change.pole_id, change.pk, person.pk), by=Actor(person), at=at)
    return change


def _locked(change: MailChange) -> MailChange:
    """Return the change as it now is, kept from a second hand until this act is done."""
    return MailChange.objects.select_for_update(of=("self",)).select_related("person").get(pk=change.pk)


def _set_mail(person: Person, email: str) -> None:
    """Write the mail, unless somebody else has it meanwhile."""
    person.email = email
    try:
        with transaction.atomic():
            person.save(update_fields=["email"])
    except IntegrityError as error:
        raise MailAlreadyKnown(field="email") from error
    ways_in.forget_mails(person)
