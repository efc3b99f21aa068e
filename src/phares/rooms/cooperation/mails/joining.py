"""Mails about those who want to take part in what others do: to the parties, then to who asked."""

from phares.rooms.cooperation.mails.sending import send
from phares.rooms.cooperation.models import Joining
from phares.rooms.directory.models import Mandate


def send_joining(joining: Joining, template: str, mandate: Mandate, address: str, *, joined: bool = False) -> None:
    """Write to one person about a request to take part; a text to sign is told whatever one chose to receive."""
    send(
        template,
        mandate.person,
        joining.cooperation.pole,
        address,
        joining=joining,
        joined=joined,
        cooperation=joining.cooperation,
        own=mandate.structure or mandate.group,
    )
