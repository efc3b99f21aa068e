"""The words of an agreement: as a draft that somebody fills in, and as the frozen text that parties sign."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from phares.rooms.directory.models import Pole
from phares.rooms.directory.models.held import Holder, holder_key


@dataclass(frozen=True)
class PartyDraft:
    """Who takes part, and as what."""

    holder: Holder
    role: str = ""


@dataclass(frozen=True)
class PromiseDraft:
    """Who promises what to whom; `by` and `to` are places in the list of parties, `to` None means all the others.

    `commitment_id` names the promise that this one goes on from, when the text is written again.
    """

    by: int
    to: int | None
    what: str
    due_on: date | None = None
    commitment_id: int | None = None


@dataclass(frozen=True)
class AgreementDraft:
    """Everything that an agreement says."""

    title: str
    purpose: str
    form: str
    from_on: date
    until_on: date | None
    openness: str
    parties: tuple[PartyDraft, ...]
    promises: tuple[PromiseDraft, ...]


def words_of(draft: AgreementDraft, pole: Pole) -> dict[str, Any]:
    """Return the text as plain data: what the PDF prints and what the signatures hold to."""
    return {
        "pole": pole.name,
        "commune": pole.commune,
        "title": draft.title,
        "purpose": draft.purpose,
        "form": draft.form,
        "from_on": draft.from_on.isoformat(),
        "until_on": draft.until_on.isoformat() if draft.until_on else None,
        "openness": draft.openness,
        "parties": [
            {"key": holder_key(party.holder), "name": str(party.holder), "role": party.role} for party in draft.parties
        ],
        "promises": [
            {
                "by": promise.by,
                "to": promise.to,
                "what": promise.what,
                "due_on": promise.due_on.isoformat() if promise.due_on else None,
            }
            for promise in draft.promises
        ],
    }


def words_sha256(words: dict[str, Any]) -> str:
    """Return the SHA-256 of the text's canonical JSON (sorted keys, UTF-8, no spaces)."""
    canonical = json.dumps(words, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def words_changed(old: dict[str, Any], new: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Return what differs between two versions as (part of the text, before, after), in the order of the text.

    Parts are codes such as `title`, `parties` or `promises`; before and after are readable lines, empty where absent.
    """
    simple = ("title", "purpose", "form", "from_on", "until_on", "openness")
    changed = [(part, str(old[part] or ""), str(new[part] or "")) for part in simple if old[part] != new[part]]
    for part, line in (("parties", _party_line), ("promises", _promise_line)):
        before = [line(row, old) for row in old[part]]
        after = [line(row, new) for row in new[part]]
        changed += [(part, row, "") for row in before if row not in after]
        changed += [(part, "", row) for row in after if row not in before]
    return changed


def _party_line(party: dict[str, Any], words: dict[str, Any]) -> str:
    return f"{party['name']} ({party['role']})" if party["role"] else party["name"]


def _promise_line(promise: dict[str, Any], words: dict[str, Any]) -> str:
    by = words["parties"][promise["by"]]["name"]
    to = words["parties"][promise["to"]]["name"] if promise["to"] is not None else "*"
    return f"{by} → {to} : {promise['what']} ({promise['due_on'] or '…'})"
