"""The mail three months after a bourse."""

from phares.rooms.cooperation.mails.sending import send
from phares.rooms.cooperation.queries.bourse import Followed
from phares.rooms.directory.models import Mandate


def send_follow_up(followed: Followed, mandate: Mandate) -> None:
    """Ask somebody who was there what became of what was signed, and of what was not."""
    gathering = followed.gathering
    send(
        "cooperation/mails/bourse_follow_up.txt",
        mandate.person,
        gathering.pole,
        gathering.get_absolute_url(),
        subject="proposals",
        followed=followed,
        gathering=gathering,
        own=mandate.structure or mandate.group,
    )
