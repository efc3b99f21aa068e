"""What follows when something is put before several people, said to all, or brought to a bourse."""

from datetime import datetime
from typing import Any

from phares.rooms.commons import due
from phares.rooms.commons.journal import Author
from phares.rooms.cooperation.mails.notices import people_of
from phares.rooms.cooperation.models import Chain, Party, PooledProposal
from phares.rooms.cooperation.queries.bourse import FOLLOWED_AFTER
from phares.rooms.cooperation.tasks import bourse, thread, together
from phares.rooms.directory.models import Gathering


def follow_bourse_later(event: Any, by: Author, at: datetime) -> None:
    """Set the day, three months after a bourse, on which one asks what became of it."""
    gathering = Gathering.objects.get(pk=event.gathering_id)
    due.schedule(bourse.BOURSE_FOLLOW_UP, gathering.pk, gathering.starts_at + FOLLOWED_AFTER)


def tell_of_proposed_chain(event: Any, by: Author, at: datetime) -> None:
    """Tell those who have a place in a chain."""
    chain = Chain.objects.get(pk=event.chain_id)
    for link in chain.links.select_related("structure", "group", "resident"):
        for mandate in people_of(link.holder):
            together.mail_chain_proposed.enqueue(chain.pk, mandate.pk)


def tell_of_pooled(event: Any, by: Author, at: datetime) -> None:
    """Tell those whose needs could be met together."""
    proposal = PooledProposal.objects.get(pk=event.proposal_id)
    for part in proposal.parts.select_related("need__structure", "need__group", "need__resident"):
        for mandate in people_of(part.need.holder):
            together.mail_pooled_proposed.enqueue(proposal.pk, mandate.pk)


def tell_of_message(event: Any, by: Author, at: datetime) -> None:
    """Tell everybody of the parties what one of them wrote, each once, except whoever wrote it."""
    parties = Party.objects.filter(cooperation=event.cooperation_id).select_related("structure", "group", "resident")
    people = {one.person_id: one for party in parties for one in people_of(party.holder)}
    for person_id, mandate in people.items():
        if person_id != by.person_id:
            thread.mail_message.enqueue(event.message_id, mandate.pk)


def tell_of_agreed_chain(event: Any, by: Author, at: datetime) -> None:
    """Tell all those in a chain that everybody accepted it, and that it remains to be written."""
    chain = Chain.objects.get(pk=event.chain_id)
    for link in chain.links.select_related("structure", "group", "resident"):
        for mandate in people_of(link.holder):
            together.mail_chain_agreed.enqueue(chain.pk, mandate.pk)


def tell_of_closed_chain(event: Any, by: Author, at: datetime) -> None:
    """Tell those who had accepted a chain that it is closed; not by whom."""
    chain = Chain.objects.get(pk=event.chain_id)
    for link in chain.links.filter(accepted=True).select_related("structure", "group", "resident"):
        for mandate in people_of(link.holder):
            together.mail_chain_closed.enqueue(chain.pk, mandate.pk)
