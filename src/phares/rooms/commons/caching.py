"""Pages kept for a moment: what a visitor reads is made once until something happens, and asked again each time.

A page is kept in this process under what it was made from: its address, language, hour, and the pulse of the journal.
Every act beats in the journal, so that a page made before it is never given after it. Only visitors without a session
are served from there: a page made for one person is never kept at all.
"""

import hashlib
import re
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.core.cache import caches
from django.db.models import Count, Max
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import get_language

from phares.rooms.commons.models import JournalEntry

Answer = Callable[[HttpRequest], HttpResponse]
TOKEN = re.compile(rb'(name="csrfmiddlewaretoken" value=")[^"]*(")')
KEPT_FOR = 3600
LATEST = 1000
"""Acts that end late are counted too: two at once may be numbered in the other order than they end."""
LARGEST = 400_000


def pulse() -> str:
    """Return what changes whenever anything is written in the journal."""
    last = JournalEntry.objects.aggregate(last=Max("pk"))["last"] or 0
    count = JournalEntry.objects.filter(pk__gt=last - LATEST).aggregate(count=Count("pk"))["count"]
    return f"{last}.{count}"


class VisitorPages:
    """Gives visitors the page that was made for the last one, as long as nothing happened since."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.page_key = ""  # type: ignore[attr-defined]
        answer = self.get_response(request)
        key = request.page_key  # type: ignore[attr-defined]
        if key and self._may_be_kept(request, answer):
            kept = (TOKEN.sub(rb"\1\2", answer.content), dict(answer.items()))
            caches["pages"].set(key, kept, KEPT_FOR)
        return answer

    @staticmethod
    def _may_be_kept(request: Any, answer: HttpResponse) -> bool:
        """Say whether an answer is the same for every visitor."""
        whole = answer.status_code == 200 and not answer.streaming and not answer.cookies
        return whole and len(answer.content) <= LARGEST and not list(get_messages(request))

    def process_view(self, request: Any, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Answer from what is kept, with a token of the visitor's own in each form."""
        reads = getattr(view, "declares", "") == "read" and request.method == "GET"
        of_visitors = request.pole is not None or getattr(view, "is_kept", False)
        if not reads or not of_visitors or _is_known(request):
            return None
        asked = (
            request.get_host(),
            request.scheme,
            request.get_full_path(),
            get_language(),
            request.headers.get("HX-Request", ""),
            f"{timezone.localtime():%Y-%m-%d-%H}",
            pulse(),
        )
        request.page_key = hashlib.sha256(repr(asked).encode()).hexdigest()
        kept = caches["pages"].get(request.page_key)
        if kept is None:
            return None
        content, headers = kept
        request.page_key = ""
        if TOKEN.search(content):
            token = get_token(request).encode()
            content = TOKEN.sub(lambda found: found[1] + token + found[2], content)
        answer = HttpResponse(content)
        for name, value in headers.items():
            answer[name] = value
        return answer


def _is_known(request: HttpRequest) -> bool:
    """Say whether the visitor carries a session or a message."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES or "messages" in request.COOKIES


class AskedAgain:
    """Lets browsers keep a page and ask whether it still holds: no page is ever given without asking.

    What was made for somebody who entered stays with their browser alone.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        if request.method not in {"GET", "HEAD"}:
            return answer
        patch_vary_headers(answer, ["Cookie", "Accept-Language"])
        if not answer.has_header("Cache-Control"):
            answer["Cache-Control"] = "private, no-cache" if _is_known(request) else "no-cache"
        if answer.status_code != 200 or answer.streaming or request.method == "HEAD":
            return answer
        if not answer.has_header("ETag"):
            mark = hashlib.sha256(TOKEN.sub(rb"\1\2", answer.content)).hexdigest()[:32]
            answer["ETag"] = f'W/"{mark}"'
        conditional: HttpResponse | None = get_conditional_response(request, etag=answer["ETag"], response=answer)
        return conditional or answer
