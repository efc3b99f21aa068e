"""Mails about chains: all agreed, or closed."""

from django.utils import timezone
from django_tasks import task

from phares.rooms.commons.retries import tried_again
from phares.rooms.cooperation.mails.sending import send
from phares.rooms.cooperation.models import Chain
from phares.rooms.directory.models import Mandate


def _write(template: str, chain_id: int, mandate_id: int) -> None:
    """Write to the person of a mandate that still holds."""
    chain = Chain.objects.select_related("pole").get(pk=chain_id)
    held = Mandate.objects.on(timezone.localdate()).filter(pk=mandate_id)
    mandate = held.select_related("person", "structure", "group").first()
    if mandate is not None and mandate.person.email:
        own = mandate.structure or mandate.group
        send(template, mandate.person, chain.pole, chain.get_absolute_url(), chain=chain, own=own)


@task()
@tried_again(lambda: mail_chain_agreed)
def mail_chain_agreed(chain_id: int, mandate_id: int) -> None:
    """Tell somebody that everybody in their chain said yes."""
    _write("cooperation/mails/chain_agreed.txt", chain_id, mandate_id)


@task()
@tried_again(lambda: mail_chain_closed)
def mail_chain_closed(chain_id: int, mandate_id: int) -> None:
    """Tell somebody who had said yes that their chain is closed."""
    _write("cooperation/mails/chain_closed.txt", chain_id, mandate_id)
