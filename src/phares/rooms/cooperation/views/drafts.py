"""The drafts of one visitor's session: each under its own key, the last few only."""

from typing import Any
from uuid import uuid4

from phares.rooms.cooperation.forms.draft import Answers, Draft
from phares.rooms.cooperation.forms.saying import Saying

SESSION_KEY = "drafts"
MOST_DRAFTS = 5


def saying(request: Any) -> Saying:
    """Return who answers, where and on which day."""
    return Saying(request.actor, request.pole, request.today)


def draft_named(request: Any, key: str) -> Draft | None:
    """Return the draft of this key, in this pole; nothing where it was said, or never was here."""
    entry = _entry(request, key)
    return Draft(saying(request), entry["answers"]) if entry and "answers" in entry else None


def item_said_from(request: Any, key: str) -> int | None:
    """Return the id of what was said from this draft."""
    entry = _entry(request, key)
    return entry.get("item") if entry else None


def keep_draft(request: Any, draft: Draft, key: str = "") -> str:
    """Keep a draft and return its key, a new one where it had none."""
    key = key or uuid4().hex
    _keep(request, key, {"pole": request.pole.pk, "answers": draft.answers})
    return key


def keep_said(request: Any, key: str, item_id: int) -> None:
    """Remember what a draft became, so that its last page leads there."""
    _keep(request, key, {"pole": request.pole.pk, "item": item_id})


def _entry(request: Any, key: str) -> dict[str, Any] | None:
    """Return what the session holds under a key, for this pole."""
    entry = request.session.get(SESSION_KEY, {}).get(key)
    return entry if entry and entry["pole"] == request.pole.pk else None


def _keep(request: Any, key: str, entry: dict[str, Answers | int]) -> None:
    """Put an entry last, and let the oldest go."""
    drafts = request.session.get(SESSION_KEY, {})
    drafts.pop(key, None)
    drafts[key] = entry
    request.session[SESSION_KEY] = dict(list(drafts.items())[-MOST_DRAFTS:])
