"""Signed links: what a mail leads to; nobody can make one up, and a link made for one purpose opens no other."""

from datetime import timedelta
from typing import Any

from django.core import signing


def signed(purpose: str, content: Any) -> str:
    """Return a text for an address, which only this installation can have written; it hides nothing."""
    return signing.dumps(content, salt=f"phares.{purpose}")


def read_signed(purpose: str, token: str, *, within: timedelta | None = None) -> Any:
    """Return what was signed for this purpose, or None for a text that is false, changed or older than `within`."""
    try:
        return signing.loads(token, salt=f"phares.{purpose}", max_age=within)
    except signing.BadSignature:
        return None
