"""The ways into an account, as the sign-in library keeps them: open browsers, devices, password, mails."""

from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession

from phares.rooms.directory.models import Person


def close_browsers(person: Person) -> None:
    """Close every browser in which the person has entered."""
    for session in UserSession.objects.filter(user=person):
        session.end()


def forget_mails(person: Person) -> None:
    """Forget the mails that the library noted beside the person's own: a former one must let nobody in."""
    EmailAddress.objects.filter(user=person).delete()


def forget_devices(person: Person, since: datetime | None = None) -> None:
    """Forget the password, and the devices that were added since a moment, or all of them."""
    added = Authenticator.objects.filter(user=person)
    (added.filter(created_at__gte=since) if since else added).delete()
    person.set_unusable_password()
    person.save(update_fields=["password"])
