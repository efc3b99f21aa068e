"""Middleware of the commons: a GET cannot write, addresses are readable, refusals become pages, posts are limited."""

import re
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from phares.rooms.commons.limits import counted
from phares.rooms.commons.refusals import Refusal

Answer = Callable[[HttpRequest], HttpResponse]
NULL = "%00"

_COMMENT = re.compile(r"--[^\n]*\n|/\*.*?\*/", re.DOTALL)
_WRITING = re.compile(
    r"^\s*(?:WITH\b.*\b)?(?:INSERT|UPDATE|DELETE|REPLACE|MERGE|TRUNCATE|ALTER|DROP|CREATE)\b", re.IGNORECASE | re.DOTALL
)
_TABLE = re.compile(r"(?:INTO|UPDATE|FROM|TABLE)\s+\"?(\w+)", re.IGNORECASE)
# Sessions and the cache are the site's own memory; allauth, on a GET under its own paths, forgets the sessions that are
# over and notes that the recovery codes were seen.
ALWAYS_WRITABLE = frozenset({"django_session", "cache"})
WRITABLE_UNDER = {
    "/compte/sessions/": frozenset({"usersessions_usersession"}),
    "/compte/securite/recovery-codes/": frozenset({"mfa_authenticator"}),
}


class WriteOnGet(RuntimeError):
    """A page that only shows tried to write."""


def _refuse_writes(path: str) -> Callable[..., Any]:
    """Return a database wrapper that lets reads through, and writes to the pinned tables."""
    pinned = ALWAYS_WRITABLE.union(*(tables for prefix, tables in WRITABLE_UNDER.items() if path.startswith(prefix)))

    def wrapper(execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any) -> Any:
        statement = _COMMENT.sub(" ", str(sql))
        if _WRITING.match(statement):
            table = _TABLE.search(statement)
            if table is None or table.group(1) not in pinned:
                raise WriteOnGet(f"GET {path} tried: {statement[:80]}")
        return execute(sql, params, many, context)

    return wrapper


class ReadOnlyGet:
    """Answers GET and HEAD behind a guard that refuses every write but the pinned ones."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in {"GET", "HEAD"}:
            return self.get_response(request)
        with connection.execute_wrapper(_refuse_writes(request.path_info)):
            return self.get_response(request)


class NoNullSign:
    """Leaves out of what an address asks the sign that PostgreSQL keeps in no text; no page has it in its own name."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path_info:
            raise Http404
        while NULL in request.META["QUERY_STRING"]:  # what is left of « %%0000 » is one again
            request.META["QUERY_STRING"] = request.META["QUERY_STRING"].replace(NULL, "")
        return self.get_response(request)


class RefusalPages:
    """Turns a refusal that no view has told into a page with its sentence and its status."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Show the refusal's own page."""
        if not isinstance(exception, Refusal):
            return None
        template = "403.html" if exception.status == 403 else "commons/refusal.html"
        return render(request, template, {"sentence": exception.sentence}, status=exception.status)


class PostLimit:
    """Refuses with 429 a visitor who posts more often in a minute than any hand does."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method == "POST" and self._too_many(request):
            answer = render(request, "429.html", status=429)
            answer["Retry-After"] = "60"
            return answer
        return self.get_response(request)

    def _too_many(self, request: HttpRequest) -> bool:
        """Count this post and say whether it passes the limit."""
        user = getattr(request, "user", None)
        who = f"p{user.pk}" if user is not None and user.is_authenticated else request.META.get("REMOTE_ADDR", "")
        return counted(f"posts:{who}", seconds=60) > settings.PHARES_POSTS_PER_MINUTE
