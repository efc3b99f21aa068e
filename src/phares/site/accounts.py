"""How people enter: nobody signs up alone, a person is made known by the pole first."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedSignup(DefaultAccountAdapter):
    """Accounts are opened by those who keep the directory; a link by mail lets the known ones in."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return that nobody signs up alone."""
        return False

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """Persons have no username: their mail is how they enter."""
