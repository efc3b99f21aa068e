"""The act by which somebody who said something takes part in what comes of it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.days import as_day
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.cooperation import actions as cooperations
from phares.rooms.cooperation.models import Cooperation
from phares.rooms.directory import actions as directory
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.directory.models.held import Holder
from phares.rooms.territory import events, permissions
from phares.rooms.territory.models import VoiceContact


class TakesPartAlready(Refusal):
    """It was asked for them already."""

    sentence = _("C’est déjà demandé pour cette personne.")


@transaction.atomic
def take_part(
    *,
    contact: VoiceContact,
    cooperation: Cooperation,
    role: str,
    holder: Holder | None = None,
    is_group: bool = False,
    by: Actor,
    at: datetime,
) -> VoiceContact:
    """Ask, in the presence of whoever wants to take part, that they become a party, with what they will do.

    Without `holder`, they become known under the name that they left: a resident, or a group of residents. Each party
    of the cooperation then says whether it agrees (`cooperation.ask_to_join`).
    """
    pole = contact.voice.pole
    require(permissions.can_listen(by, pole) and cooperation.pole_id == pole.pk)
    contact = VoiceContact.objects.select_for_update(of=("self",)).select_related("voice__pole").get(pk=contact.pk)
    if contact.joining_id is not None:
        raise TakesPartAlready
    holder = holder or _made_known(contact.name, pole, is_group, by, at)
    contact.joining = cooperations.ask_to_join(cooperation=cooperation, holder=holder, role=role, by=by, at=at)
    contact.wants_part = True
    contact.save(update_fields=["joining", "wants_part"])
    publish(events.ResidentTookPart(pole.pk, contact.voice_id, cooperation.pk), by=by, at=at)
    return contact


def _made_known(name: str, pole: Pole, is_group: bool, by: Actor, at: datetime) -> Holder:
    """Make a resident or a group known by a name alone: neither mail nor phone goes with it."""
    if is_group:
        return directory.form_residents_group(pole=pole, name=name, by=by, at=at)
    person = directory.register_person(pole=pole, given_name=name, by=by, at=at)
    directory.give_mandate(person=person, pole=pole, role="resident", from_on=as_day(at), by=by, at=at)
    return person
