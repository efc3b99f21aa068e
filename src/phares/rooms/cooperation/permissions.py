"""Who may see and do what between those who cooperate: the only place that decides."""

from django.db.models import Q, QuerySet

from phares.rooms.cooperation.models import Agreement, Commitment, CommitmentChange, Cooperation, Item, Match, Party
from phares.rooms.cooperation.models.cooperation import Openness
from phares.rooms.cooperation.models.item import ItemQuerySet, Side
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.directory.models.held import Holder
from phares.rooms.directory.models.person import Person
from phares.rooms.directory.models.structure import ResidentsGroup, Visibility


def _mine(actor: Actor) -> Q:
    """Return the filter on what the structure or group acted for holds; nothing for those who act for nobody."""
    if actor.structure_id is not None:
        return Q(structure_id=actor.structure_id)
    return Q(group_id=actor.group_id) if actor.group_id is not None else Q(pk__in=[])


def _holds(actor: Actor, holder: Holder, pole_id: int, right: str) -> bool:
    """Say whether the actor may use `right` as `holder`, or note it for a holder who cannot enter alone."""
    if actor.acts_for(holder) and actor.may(right, pole_id):
        return True
    return isinstance(holder, Person | ResidentsGroup) and actor.may("note_for_others", pole_id)


def is_of_pole(holder: Holder, pole: Pole) -> bool:
    """Say whether this pole knows the holder."""
    return holder.mandates.filter(pole=pole).exists() if isinstance(holder, Person) else holder.pole_id == pole.pk


def visible_items(actor: Actor, pole: Pole) -> ItemQuerySet:
    """What was said to everybody is public; what was said to the pole is seen by the pole's people.

    What was taken back is seen by those it belonged to, by those who note for others and by those who run the pole.
    """
    items = Item.objects.filter(pole=pole)
    if actor.job or actor.may("note_for_others", pole) or actor.may("see_week", pole):
        return items
    if actor.may("see_pole", pole):
        return items.filter(Q(withdrawn_at__isnull=True) | _mine(actor))
    return items.filter(visibility=Visibility.PUBLIC, withdrawn_at__isnull=True)


def can_see_name(actor: Actor, holder: Holder, pole: Pole) -> bool:
    """The pole's people know who speaks; the public is told no person's name, nor a structure's that shows no card."""
    if actor.job or actor.may("see_pole", pole) or isinstance(holder, ResidentsGroup):
        return True
    return not isinstance(holder, Person) and holder.visibility == Visibility.PUBLIC


def can_say(actor: Actor, pole: Pole) -> bool:
    """A need or an offer is said for one's own structure or group, or noted for somebody who is present."""
    return (actor.holder is not None and actor.may("say", pole)) or actor.may("note_for_others", pole)


def can_say_item(actor: Actor, holder: Holder, pole: Pole) -> bool:
    """A need is said by those it belongs to, or noted by a mediator for somebody who is present."""
    own = actor.acts_for(holder) and actor.may("say", pole)
    return own or (actor.may("note_for_others", pole) and is_of_pole(holder, pole))


def can_note_for_newcomer(actor: Actor, pole: Pole) -> bool:
    """A mediator notes what somebody says whom the pole does not know yet."""
    return actor.may("note_for_others", pole)


def can_withdraw_item(actor: Actor, item: Item) -> bool:
    """A need is taken back by those who may say it."""
    return can_say_item(actor, item.holder, item.pole)


def can_see_matches(actor: Actor, item: Item) -> bool:
    """Who could help is shown to those it belongs to and to those who note for others."""
    return can_say_item(actor, item.holder, item.pole) or actor.may("see_week", item.pole_id)


def can_offer_help(actor: Actor, need: Item) -> bool:
    """Anybody of the pole who acts for another structure or group may say that they can help."""
    acts_for_another = actor.holder is not None and not actor.acts_for(need.holder)
    return need.is_need and acts_for_another and actor.may("say", need.pole_id)


def can_propose_match(actor: Actor, pole: Pole) -> bool:
    """Those who animate the pole put people before each other."""
    return actor.may("see_week", pole) or actor.may("note_for_others", pole)


def can_answer_as(actor: Actor, holder: Holder, pole: Pole) -> bool:
    """A proposal is answered by those it is made to, or noted for a resident or a group who is present."""
    return _holds(actor, holder, pole.pk, "say")


def side_holder(match: Match, side: str) -> Holder:
    """Return who answers for a side: the need's holder, or the helper."""
    return match.need.holder if side == Side.NEED else match.holder


def sides_of(actor: Actor, match: Match) -> list[str]:
    """Return the sides of the match for which the actor may answer."""
    return [side for side in Side.values if _holds(actor, side_holder(match, side), match.pole_id, "say")]


def can_see_match(actor: Actor, match: Match) -> bool:
    """A match is seen by both sides; those who run the pole see its state and dates."""
    return bool(sides_of(actor, match)) or actor.may("see_week", match.pole_id)


def can_see_matches_of_pole(actor: Actor, pole: Pole) -> bool:
    """The list of matches is for those who answer for somebody, and for those who run the pole."""
    return can_say(actor, pole) or actor.may("see_week", pole)


def visible_matches(actor: Actor, pole: Pole) -> QuerySet[Match]:
    """Return the proposed matches in which one side is the structure or group acted for, or somebody noted for.

    What one side set aside by itself was never put before anybody: no list and no page shows it.
    """
    matches = Match.objects.proposed().filter(pole=pole)
    if actor.may("see_week", pole):
        return matches
    own = Q(pk__in=[])
    for name, held in (("structure_id", actor.structure_id), ("group_id", actor.group_id)):
        if held is not None and actor.may("say", pole):
            own |= Q(**{name: held}) | Q(**{f"need__{name}": held})
    if actor.may("note_for_others", pole):
        own |= Q(structure__isnull=True) | Q(need__structure__isnull=True)
    return matches.filter(own)


def visible_cooperations(actor: Actor, pole: Pole) -> QuerySet[Cooperation]:
    """The parties decide who sees their cooperation; they and the coordination always do."""
    cooperations = Cooperation.objects.filter(pole=pole)
    if actor.job or actor.may("see_every_cooperation", pole):
        return cooperations
    seen = Q(openness=Openness.PUBLIC, started_at__isnull=False)
    if actor.may("see_pole", pole):
        seen |= Q(openness=Openness.POLE, started_at__isnull=False)
    own = Party.objects.filter(_mine(actor)).values("cooperation_id")
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
    return [party for party in cooperation.parties.all() if _holds(actor, party.holder, cooperation.pole_id, right)]


def is_party(actor: Actor, cooperation: Cooperation) -> bool:
    """Say whether the structure or group acted for is a party."""
    return any(actor.acts_for(party.holder) for party in cooperation.parties.all())


def with_promises_seen(actor: Actor, pole_id: int) -> QuerySet[Cooperation]:
    """Promises are between the parties; the coordination sees what, when and whether, those who note do too."""
    cooperations = Cooperation.objects.filter(pole=pole_id)
    if actor.job or actor.may("see_every_cooperation", pole_id):
        return cooperations
    own = Party.objects.filter(_mine(actor)).values("cooperation_id")
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
    return _holds(actor, party.holder, party.cooperation.pole_id, "sign")


def can_keep_commitment(actor: Actor, commitment: Commitment) -> bool:
    """Those who promised say what became of it."""
    return _holds(actor, commitment.promised_by.holder, commitment.cooperation.pole_id, "keep_promises")


def receivers(commitment: Commitment) -> list[Party]:
    """Return to whom it was promised: one party, or all the others."""
    if commitment.promised_to is not None:
        return [commitment.promised_to]
    return [party for party in commitment.cooperation.parties.all() if party != commitment.promised_by]


def can_acknowledge_commitment(actor: Actor, commitment: Commitment) -> bool:
    """Those to whom it was promised say that they received it."""
    pole_id = commitment.cooperation.pole_id
    return any(_holds(actor, party.holder, pole_id, "keep_promises") for party in receivers(commitment))


def can_change_commitment(actor: Actor, commitment: Commitment) -> bool:
    """Both sides of a promise may propose to change it."""
    return can_keep_commitment(actor, commitment) or can_acknowledge_commitment(actor, commitment)


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


def can_answer_change(actor: Actor, change: CommitmentChange) -> bool:
    """A change is answered by the side of the promise that did not propose it."""
    commitment = change.commitment
    if change.proposed_by_id == commitment.promised_by_id:
        return can_acknowledge_commitment(actor, commitment)
    return can_keep_commitment(actor, commitment)


def can_see_whom_to_meet(actor: Actor, pole: Pole) -> bool:
    """To whom nobody proposes anything is shown to the coordination alone: it is a call to make, never a mark."""
    return actor.may("see_whom_to_meet", pole)
