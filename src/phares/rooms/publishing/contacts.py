"""Contacts: which address is a structure's own, and which is somebody's."""

import re

from phares.rooms.directory.models import Person

GENERIC = frozenset(
    """accueil association bonjour bureau centre communication contact contacts coordination coop
    direction documentation equipe hello info infos mairie pole presse publication redaction
    ressources scic secretariat""".split()
)
"""The names before the @ that say a place or a task."""
_TWO_NAMES = re.compile(r"^[a-z]+[._-][a-z]{2,}$|^[a-z][._][a-z]+$")


def is_generic(mail: str) -> bool:
    """Say whether an address clearly belongs to a task: `contact@`, `info.pole@`."""
    words = re.split(r"[._+-]", mail.partition("@")[0].lower())
    return any(word in GENERIC for word in words)


def is_personal(mail: str) -> bool:
    """Say whether an address is somebody's: a person known here, or two names before the @."""
    known = Person.objects.filter(email=mail.lower()).exists()
    return known or (not is_generic(mail) and bool(_TWO_NAMES.match(mail.partition("@")[0].lower())))
