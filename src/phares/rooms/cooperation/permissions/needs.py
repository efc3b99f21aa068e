"""Who may keep, prolong and count needs and offers, note answers by phone, and choose the letter."""

from phares.rooms.cooperation.models import Item, Match
from phares.rooms.cooperation.permissions.items import can_say_item
from phares.rooms.cooperation.permissions.matches import side_holder, sides_of
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Gathering, Mandate, Pole
from phares.rooms.directory.models.held import Holder


def can_extend_item(actor: Actor, item: Item) -> bool:
    """A need is prolonged by those who may say it."""
    return can_say_item(actor, item.holder, item.pole)


def can_keep_noted_item(actor: Actor, item: Item) -> bool:
    """What was noted for a structure or a group is looked at by those who act for it."""
    return item.noted_for_another and actor.acts_for(item.holder) and actor.may("say", item.pole_id)


def can_count_left(actor: Actor, offer: Item) -> bool:
    """How much of an offer is left is counted by those who may say it."""
    return not offer.is_need and offer.quantity is not None and can_say_item(actor, offer.holder, offer.pole)


def can_type_cards(actor: Actor, pole: Pole) -> bool:
    """Cards filled in on paper are typed in by those who note for others."""
    return actor.may("note_for_others", pole)


def can_note_answer(actor: Actor, match: Match, side: str) -> bool:
    """An answer given by phone or face to face is noted by a mediator or the coordination."""
    return actor.may("note_for_others", match.pole_id) and not actor.acts_for(side_holder(match, side))


def can_propose_time(actor: Actor, match: Match) -> bool:
    """Either side of a match proposes when to see each other."""
    return bool(sides_of(actor, match))


def can_choose_letter_day(actor: Actor, pole: Pole) -> bool:
    """The day of the letter is chosen by those who run the pole."""
    return actor.may("see_week", pole)


def can_wish_mails(actor: Actor, pole: Pole) -> bool:
    """Everybody chooses what they receive."""
    return actor.mandate is not None and actor.mandate.pole_id == pole.pk


def can_bring_item(actor: Actor, item: Item) -> bool:
    """A need or an offer is brought to a bourse by those who may say it."""
    return can_say_item(actor, item.holder, item.pole)


def can_run_bourse(actor: Actor, gathering: Gathering) -> bool:
    """A bourse is run by those who note for others."""
    return actor.may("note_for_others", gathering.pole_id)


def can_sign_in_presence(actor: Actor, holder: Holder, signer: Mandate | None, pole: Pole) -> bool:
    """Who notes at a bourse writes down the signature of somebody present who may sign for their structure."""
    if not actor.may("note_for_others", pole):
        return False
    held = signer is not None and (signer.structure or signer.group) == holder and "sign" in signer.as_role.rights
    return held and signer is not None and signer.pole_id == pole.pk
