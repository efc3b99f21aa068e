"""Acts on people: who is known, who acts for whom, which residents act together."""

from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory import events, permissions
from phares.rooms.directory.actions.membership import EndsBeforeItBegins
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Mandate, Person, Pole, ResidentsGroup, Structure
from phares.rooms.directory.roles import ROLES


class MailAlreadyKnown(Refusal):
    """A person of this instance has this mail."""

    sentence = _("Une personne est déjà connue avec cette adresse électronique.")


class GroupNameTaken(Refusal):
    """A residents' group of the pole has this name."""

    sentence = _("Un groupe d’habitantes et d’habitants porte déjà ce nom.")


class MandateAlreadyHeld(Refusal):
    """The person holds this very mandate on some of these days."""

    sentence = _("Cette personne a déjà ce mandat sur une partie de ces dates.")


class NobodyActsHere(Refusal):
    """The pole is shown from public sources."""

    sentence = _("Ce pôle est montré d’après des sources publiques : personne n’y agit ici.")


class NobodyWouldKeepDirectory(Refusal):
    """The pole would be left without anybody who keeps its directory."""

    sentence = _("Personne d’autre ne tiendrait l’annuaire ensuite : donnez d’abord ce mandat à quelqu’un d’autre.")


class MandateElsewhere(Refusal):
    """The structure or group is of another pole."""

    sentence = _("Cette structure ou ce groupe n’est pas de ce pôle.")


@transaction.atomic
def register_person(
    *,
    pole: Pole,
    given_name: str,
    family_name: str = "",
    email: str | None = None,
    phone: str = "",
    by: Actor,
    at: datetime,
) -> Person:
    """Make a person known; without mail, the person is known on paper only and somebody notes for them."""
    allowed = permissions.can_keep_directory if email else permissions.can_register_resident
    require(allowed(by, pole))
    try:
        with transaction.atomic():
            person = Person.objects.create_user(
                email=email, given_name=given_name, family_name=family_name, phone=phone
            )
    except IntegrityError as error:
        raise MailAlreadyKnown(field="email") from error
    publish(events.PersonRegistered(pole.pk, person.pk), by=by, at=at)
    return person


@transaction.atomic
def form_residents_group(*, pole: Pole, name: str, purpose: str = "", by: Actor, at: datetime) -> ResidentsGroup:
    """Write down that residents act together under a name; no statutes are asked."""
    require(permissions.can_form_residents_group(by, pole))
    try:
        with transaction.atomic():
            group = ResidentsGroup.objects.create(pole=pole, name=name, purpose=purpose, formed_at=at)
    except IntegrityError as error:
        raise GroupNameTaken(field="name") from error
    publish(events.ResidentsGroupFormed(pole.pk, group.pk), by=by, at=at)
    return group


@transaction.atomic
def give_mandate(
    *,
    person: Person,
    pole: Pole,
    role: str,
    structure: Structure | None = None,
    group: ResidentsGroup | None = None,
    from_on: date,
    until_on: date | None = None,
    by: Actor,
    at: datetime,
) -> Mandate:
    """Let a person act in a role, for a structure, a residents' group or the pole, from a day on."""
    residents_only = role in {"resident", "spokesperson"}
    require((permissions.can_register_resident if residents_only else permissions.can_keep_directory)(by, pole))
    if pole.is_public_record:
        raise NobodyActsHere
    if any(holder is not None and holder.pole_id != pole.pk for holder in (structure, group)):
        raise MandateElsewhere(field="structure")
    if until_on is not None and until_on < from_on:
        raise EndsBeforeItBegins(field="until_on")
    Person.objects.select_for_update().get(pk=person.pk)  # two at once must not give the same mandate twice
    if _is_held(person, Mandate(pole=pole, role=role, structure=structure, group=group), from_on, until_on):
        raise MandateAlreadyHeld(field="from_on")
    mandate = Mandate.objects.create(
        person=person, pole=pole, role=role, structure=structure, group=group, from_on=from_on, until_on=until_on
    )
    publish(events.MandateGiven(pole.pk, mandate.pk, person.pk), by=by, at=at)
    return mandate


def _is_held(person: Person, like: Mandate, from_on: date, until_on: date | None) -> bool:
    """Say whether the person has this very mandate on some day of the period."""
    same = Mandate.objects.filter(
        person=person, pole=like.pole, role=like.role, structure=like.structure, group=like.group
    ).filter(Q(until_on__isnull=True) | Q(until_on__gte=from_on))
    return (same.filter(from_on__lte=until_on) if until_on else same).exists()


@transaction.atomic
def end_mandate(*, mandate: Mandate, until_on: date, by: Actor, at: datetime) -> Mandate:
    """Write down the last day of a mandate; what was signed with it stays signed."""
    require(permissions.can_keep_directory(by, mandate.pole))
    if until_on < mandate.from_on:
        raise EndsBeforeItBegins(field="until_on")
    Pole.objects.select_for_update().get(pk=mandate.pole_id)  # two keepers must not leave at the same moment
    if not by.job and not is_kept_without(mandate, until_on + timedelta(days=1)):
        raise NobodyWouldKeepDirectory(field="until_on")
    mandate.until_on = until_on
    mandate.save(update_fields=["until_on"])
    publish(events.MandateEnded(mandate.pole_id, mandate.pk, mandate.person_id), by=by, at=at)
    return mandate


def is_kept_without(mandate: Mandate, day: date) -> bool:
    """Say whether somebody who can enter would still keep the directory on `day`, or whether this mandate never did."""
    if "keep_directory" not in mandate.as_role.rights:
        return True
    keepers = [code for code, role in ROLES.items() if "keep_directory" in role.rights]
    others = Mandate.objects.on(day).filter(pole=mandate.pole_id, role__in=keepers).exclude(pk=mandate.pk)
    return others.filter(person__email__isnull=False, person__is_active=True).exists()
