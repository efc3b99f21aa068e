"""Who may ask to take part in what others do, agree to it, and see it."""

from django.db.models import Q, QuerySet

from phares.rooms.cooperation.models import Cooperation, Joining, Party
from phares.rooms.cooperation.permissions.acting import holds, mine
from phares.rooms.cooperation.permissions.cooperations import is_party, visible_cooperations, with_promises_seen
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.directory.models.held import Holder


def can_ask_to_join(actor: Actor, cooperation: Cooperation) -> bool:
    """Whoever sees a cooperation and is no party may ask to take part in it; so may those who note for residents."""
    if not visible_cooperations(actor, cooperation.pole).filter(pk=cooperation.pk).exists():
        return False
    own = actor.holder is not None and actor.may("sign", cooperation.pole_id) and not is_party(actor, cooperation)
    return own or actor.may("note_for_others", cooperation.pole_id)


def can_ask_to_join_as(actor: Actor, cooperation: Cooperation, holder: Holder) -> bool:
    """One asks for one's own structure or group, or for a resident or a group who is present."""
    return holds(actor, holder, cooperation.pole_id, "sign") and can_ask_to_join(actor, cooperation)


def can_agree_to_joining(actor: Actor, party: Party) -> bool:
    """Who signs for a party says whether it agrees: its yes is its signature under the text with one party more."""
    return holds(actor, party.holder, party.cooperation.pole_id, "sign")


def can_withdraw_joining(actor: Actor, joining: Joining) -> bool:
    """Who asked takes it back."""
    return holds(actor, joining.holder, joining.cooperation.pole_id, "sign")


def visible_joinings(actor: Actor, pole: Pole) -> QuerySet[Joining]:
    """The parties, who asked, those who note for residents and the coordination see who wants to take part."""
    seen = Q(cooperation__in=with_promises_seen(actor, pole.pk)) | mine(actor)
    if actor.may("note_for_others", pole):
        seen |= Q(structure__isnull=True)
    return Joining.objects.filter(seen, cooperation__pole=pole)
