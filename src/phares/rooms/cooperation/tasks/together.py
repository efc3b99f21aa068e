"""Mails about chains and pooled proposals, for whoever wants them before the letter: proposed, agreed, closed."""

from django.utils import timezone
from django_tasks import task

from phares.rooms.commons.retries import tried_again
from phares.rooms.cooperation.mails.sending import send
from phares.rooms.cooperation.models import Chain, PooledProposal
from phares.rooms.cooperation.models.letter import When
from phares.rooms.cooperation.queries.mail_wishes import wants
from phares.rooms.directory.models import Mandate


def _write(template: str, thing: Chain | PooledProposal, mandate_id: int, subject: str) -> None:
    """Write to the person of a mandate that still holds, who wants to hear of this subject at once."""
    held = Mandate.objects.on(timezone.localdate()).filter(pk=mandate_id, person__is_active=True)
    mandate = held.select_related("person", "structure", "group").first()
    if mandate is None or not mandate.person.email:
        return
    if wants(mandate.person, thing.pole, subject) == When.AT_ONCE:
        own = mandate.structure or mandate.group
        address = thing.get_absolute_url()
        send(template, mandate.person, thing.pole, address, subject=subject, title=str(thing), own=own)


@task()
@tried_again(lambda: mail_chain_proposed)
def mail_chain_proposed(chain_id: int, mandate_id: int) -> None:
    """Tell somebody of a chain in which they have a place, as long as it waits."""
    chain = Chain.objects.waiting().select_related("pole").filter(pk=chain_id).first()
    if chain is not None:
        _write("cooperation/mails/chain_proposed.txt", chain, mandate_id, "proposals")


@task()
@tried_again(lambda: mail_pooled_proposed)
def mail_pooled_proposed(proposal_id: int, mandate_id: int) -> None:
    """Tell somebody that others have the same need, and that it could be met together."""
    proposal = PooledProposal.objects.select_related("pole").get(pk=proposal_id)
    _write("cooperation/mails/pooled_proposed.txt", proposal, mandate_id, "proposals")


@task()
@tried_again(lambda: mail_chain_agreed)
def mail_chain_agreed(chain_id: int, mandate_id: int) -> None:
    """Tell somebody that everybody in their chain said yes."""
    chain = Chain.objects.select_related("pole").get(pk=chain_id)
    _write("cooperation/mails/chain_agreed.txt", chain, mandate_id, "answers")


@task()
@tried_again(lambda: mail_chain_closed)
def mail_chain_closed(chain_id: int, mandate_id: int) -> None:
    """Tell somebody who had said yes that their chain is closed."""
    chain = Chain.objects.select_related("pole").get(pk=chain_id)
    _write("cooperation/mails/chain_closed.txt", chain, mandate_id, "answers")
