"""Links that let one person in once, as the mail that one asks for brings them."""

from datetime import timedelta
from typing import NamedTuple

from django.utils.crypto import constant_time_compare, salted_hmac

from phares.rooms.commons.signed_links import read_signed, signed
from phares.rooms.directory.models import Person

HOLDS = timedelta(minutes=15)
_PURPOSE = "entry"


class Entry(NamedTuple):
    """Whom a link lets in, and the page that was asked for."""

    person: Person
    page: str


def entry_token(person: Person, page: str = "") -> str:
    """Return what the link bears: it no longer holds once the person has entered, or has another mail or password."""
    return signed(_PURPOSE, [person.pk, _state(person), page])


def entry_of(token: str, *, locked: bool = False) -> Entry | None:
    """Return whom a link lets in now, kept from a second hand if asked; None for a link that no longer holds."""
    content = read_signed(_PURPOSE, token, within=HOLDS)
    if content is None:
        return None
    pk, state, page = content
    people = Person.objects.select_for_update() if locked else Person.objects.all()
    person = people.filter(pk=pk, is_active=True, email__isnull=False).first()
    return Entry(person, page) if person and constant_time_compare(state, _state(person)) else None


def _state(person: Person) -> str:
    """Return a digest that changes with each entry and with each way in: what makes a link serve once."""
    last = person.last_login.isoformat() if person.last_login else ""
    return salted_hmac("phares.entry", f"{person.pk} {person.email} {person.password} {last}").hexdigest()[:24]
