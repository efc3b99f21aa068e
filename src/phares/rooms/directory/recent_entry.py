"""Recent entry: what could take an account away asks again who is there, where the person has a way to say so."""

from collections.abc import Callable

from allauth.account.decorators import reauthentication_required
from django.http import HttpResponse


def recently_entered(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Ask for the password, the code or the key again, after five minutes, of those who have set one.

    Those who enter by mail alone have nothing to show that their open browser does not: for them the former mail is
    told, and may undo the change.
    """
    return reauthentication_required(view)  # type: ignore[no-any-return]
