"""Who may see cooperations, write and sign their texts, note what happened."""

from django.db.models import Q, QuerySet

from phares.rooms.cooperation.models import Agreement, Cooperation, Match, Party
from phares.rooms.cooperation.models.cooperation import Openness
from phares.rooms.cooperation.permissions.acting import can_say, holds, mine
from phares.rooms.cooperation.permissions.matches import sides_of
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.directory.models.held import Holder


def visible_cooperations(actor: Actor, pole: Pole) -> QuerySet[Cooperation]:
    """The parties decide who sees their cooperation; they and the coordination always do."""
    cooperations = Cooperation.objects.filter(pole=pole)
    if actor.job or actor.may("see_every_cooperation", pole):
        return cooperations
    seen = Q(openness=Openness.PUBLIC, started_at__isnull=False)
    if actor.may("see_pole", pole) or actor.may("read_register", pole):
        seen |= Q(openness=Openness.POLE, started_at__isnull=False)
    own = Party.objects.filter(mine(actor)).values("cooperation_id")
    return cooperations.filter(seen | Q(pk__in=own) | _noted(actor, pole))


def _noted(actor: Actor, pole: Pole | int) -> Q:
    """Return the filter on cooperations of residents, for whom a mediator notes, and on those that the actor wrote."""
    if not actor.may("note_for_others", pole):
        return Q(pk__in=[])
    of_residents = Party.objects.filter(structure=None).values("cooperation_id")
    written = Agreement.objects.filter(written_by=actor.person_id).values("cooperation_id")
    return Q(pk__in=of_residents) | Q(pk__in=written)


def own_parties(actor: Actor, cooperation: Cooperation, right: str) -> list[Party]:
    """Return the parties for which the actor may use `right` here: its own, and residents it notes for."""
    return [party for party in cooperation.parties.all() if holds(actor, party.holder, cooperation.pole_id, right)]


def is_party(actor: Actor, cooperation: Cooperation) -> bool:
    """Say whether the structure or group acted for is a party."""
    return any(actor.acts_for(party.holder) for party in cooperation.parties.all())


def with_promises_seen(actor: Actor, pole_id: int) -> QuerySet[Cooperation]:
    """Promises are between the parties; the coordination sees what, when and whether, those who note do too."""
    cooperations = Cooperation.objects.filter(pole=pole_id)
    if actor.job or actor.may("see_every_cooperation", pole_id):
        return cooperations
    own = Party.objects.filter(mine(actor)).values("cooperation_id")
    return cooperations.filter(Q(pk__in=own) | _noted(actor, pole_id))


def can_see_promises(actor: Actor, cooperation: Cooperation) -> bool:
    """Say whether this cooperation is one whose promises the actor sees."""
    return with_promises_seen(actor, cooperation.pole_id).filter(pk=cooperation.pk).exists()


def can_see_reasons(actor: Actor, cooperation: Cooperation) -> bool:
    """The words that parties give each other are theirs alone."""
    return is_party(actor, cooperation)


def can_begin_agreement(actor: Actor, match: Match) -> bool:
    """Either side of a match may write the first text; so may whoever notes for others."""
    return bool(sides_of(actor, match)) or actor.may("note_for_others", match.pole_id)


def can_begin_unmatched(actor: Actor, pole: Pole) -> bool:
    """Whoever may say a need for a structure or a group may write what it agrees with others."""
    return can_say(actor, pole)


def can_write_agreement(actor: Actor, cooperation: Cooperation) -> bool:
    """The text is written by a party, or by somebody who notes for them."""
    own = is_party(actor, cooperation) and actor.may("say", cooperation.pole_id)
    return own or actor.may("note_for_others", cooperation.pole_id)


def can_write_agreement_between(actor: Actor, holders: list[Holder], pole: Pole) -> bool:
    """A first text is written by one of those named in it, or by somebody who notes for them."""
    own = any(actor.acts_for(holder) for holder in holders) and actor.may("say", pole)
    return own or actor.may("note_for_others", pole)


def can_sign(actor: Actor, party: Party) -> bool:
    """A party's representative signs; a resident who is present signs through whoever notes."""
    return holds(actor, party.holder, party.cooperation.pole_id, "sign")


def can_note_fact(actor: Actor, cooperation: Cooperation) -> bool:
    """What happened is written down by a party, or by somebody who notes for them."""
    return bool(own_parties(actor, cooperation, "keep_promises")) or actor.may("note_for_others", cooperation.pole_id)


def can_see_facts(actor: Actor, cooperation: Cooperation) -> bool:
    """What happened is seen by all who may see the cooperation."""
    return visible_cooperations(actor, cooperation.pole).filter(pk=cooperation.pk).exists()


def can_see_proof(actor: Actor, cooperation: Cooperation) -> bool:
    """The document of a fact is seen by the parties and the coordination."""
    return can_see_promises(actor, cooperation)


def can_end_cooperation(actor: Actor, cooperation: Cooperation) -> bool:
    """A party says that it is over."""
    return bool(own_parties(actor, cooperation, "sign"))


def can_choose_story(actor: Actor, pole: Pole) -> bool:
    """Those who run the pole choose the story of its first page."""
    return actor.may("choose_story", pole)
