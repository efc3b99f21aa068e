"""Acts on the charter: adopting a version with the values that it names, signing it for a structure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory import events, permissions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Charter, CharterSignature, CharterValue, Pole, Structure


class NoValueNamed(Refusal):
    """A charter names at least one value."""

    sentence = _("Une charte nomme au moins une valeur.")
    status = 422


class AdoptedBeforeLast(Refusal):
    """The new version would be older than the one in force."""

    sentence = _("La version en vigueur a été adoptée plus tard : une nouvelle version vient après elle.")


class AlreadySigned(Refusal):
    """This version bears the structure's signature."""

    sentence = _("Votre structure a déjà signé cette version de la charte.")


class NotInForce(Refusal):
    """A later version has taken the place of this one."""

    sentence = _("Une version plus récente de la charte est en vigueur : lisez-la avant de signer.")


@dataclass(frozen=True)
class ValueWords:
    """A value as the charter names it, and what the pole means by it."""

    name: str
    meaning: str = ""


@transaction.atomic
def adopt_charter(
    *, pole: Pole, values: Sequence[ValueWords], adopted_on: date, preamble: str = "", by: Actor, at: datetime
) -> Charter:
    """Put a new version of the charter in force; earlier ones, and who signed them, stay as they are."""
    require(permissions.can_keep_directory(by, pole))
    if not values:
        raise NoValueNamed(field="values")
    Pole.objects.select_for_update().get(pk=pole.pk)  # two at once must not take the same number
    last = pole.charters.first()
    if last is not None and adopted_on < last.adopted_on:
        raise AdoptedBeforeLast(field="adopted_on")
    charter = Charter.objects.create(
        pole=pole, number=last.number + 1 if last else 1, preamble=preamble, adopted_on=adopted_on
    )
    CharterValue.objects.bulk_create(
        CharterValue(charter=charter, rank=rank, name=value.name, meaning=value.meaning)
        for rank, value in enumerate(values, 1)
    )
    publish(events.CharterAdopted(pole.pk, charter.pk), by=by, at=at)
    return charter


@transaction.atomic
def sign_charter(*, charter: Charter, structure: Structure, by: Actor, at: datetime) -> CharterSignature:
    """Sign the version in force: by the structure’s representative, or written down by those who keep the directory."""
    require(permissions.can_sign_charter(by, charter, structure))
    if charter.pole.charters.filter(number__gt=charter.number).exists():
        raise NotInForce
    signature, is_new = CharterSignature.objects.get_or_create(
        charter=charter, structure=structure, defaults={"signed_at": at, "signed_by_id": by.person_id}
    )
    if not is_new:
        raise AlreadySigned
    publish(events.CharterSigned(charter.pole_id, signature.pk, structure.pk), by=by, at=at)
    return signature
