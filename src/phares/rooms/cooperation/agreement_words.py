"""The words of an agreement: as a draft that somebody fills in, and as the frozen text that parties sign."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.days import day_words, period_words
from phares.rooms.commons.typography import french
from phares.rooms.cooperation.models.cooperation import Form, Openness
from phares.rooms.directory.models import Pole
from phares.rooms.directory.models.held import Holder, holder_key

# The longest texts that the one page is tested with; the columns of the database hold no more.
LONGEST = {"title": 140, "purpose": 600, "role": 120, "what": 160}


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


PARTS: dict[str, Any] = {
    "pole": _("Le pôle"),
    "commune": _("La commune"),
    "title": _("Le titre"),
    "purpose": _("Ce que nous voulons"),
    "form": _("Ce que nous faisons"),
    "from_on": _("Le début"),
    "until_on": _("La fin"),
    "openness": _("Qui peut le voir"),
    "parties": _("Les parties"),
    "promises": _("Les promesses"),
    "order": _("L’ordre des lignes"),
}


class Change(NamedTuple):
    """What differs between two versions, in words: which part of the text, before, after; empty where absent."""

    part: str
    before: str
    after: str

    @property
    def label(self) -> str:
        """Return the part's name on screen."""
        return str(PARTS[self.part])


def words_changed(old: dict[str, Any], new: dict[str, Any]) -> list[Change]:
    """Return what differs between two versions, in the order of the text."""
    simple = [part for part in ("pole", "commune", *_READABLE) if old[part] != new[part]]
    changed = [Change(part, _readable(part, old), _readable(part, new)) for part in simple]
    for part, line in (("parties", _party_line), ("promises", _promise_line)):
        before = [line(row, old) for row in old[part]]
        after = [line(row, new) for row in new[part]]
        changed += [Change(part, row, "") for row in before if row not in after]
        changed += [Change(part, "", row) for row in after if row not in before]
    return changed or ([Change("order", "", "")] if old != new else [])


@dataclass(frozen=True)
class PromiseLine:
    """A promise as it is read: who, to whom (empty: all the others), what, by when."""

    by: str
    to: str
    what: str
    due: str


@dataclass(frozen=True)
class Reading:
    """A text as people read it, on screen and on paper: names, labels, days in words."""

    pole: str
    commune: str
    title: str
    purpose: str
    form: str
    period: str
    openness: str
    parties: tuple[tuple[str, str], ...]
    promises: tuple[PromiseLine, ...]


def reading(words: dict[str, Any]) -> Reading:
    """Return the text with French signs and spaces, in the language of the moment."""
    names = [_line(party["name"]) for party in words["parties"]]
    return Reading(
        pole=_line(words["pole"]),
        commune=_line(words["commune"]),
        title=_line(words["title"]),
        purpose=french(words["purpose"]),
        form=_readable("form", words),
        period=_period(words),
        openness=_readable("openness", words),
        parties=tuple((names[place], _line(one["role"])) for place, one in enumerate(words["parties"])),
        promises=tuple(
            PromiseLine(
                by=names[one["by"]],
                to=names[one["to"]] if one["to"] is not None else "",
                what=_line(one["what"]),
                due=_day(one["due_on"]),
            )
            for one in words["promises"]
        ),
    )


def _line(text: str) -> str:
    """Return what is said on one line, with French signs."""
    return french(" ".join(text.splitlines()))


def _day(iso: str | None) -> str:
    """Return a day in full words; nothing where there is none."""
    return day_words(date.fromisoformat(iso)) if iso else ""


def _period(words: dict[str, Any]) -> str:
    """Return when it holds: « du … au … », or from a day on."""
    start, end = date.fromisoformat(words["from_on"]), words["until_on"]
    if end:
        return period_words(start, date.fromisoformat(end))
    return gettext("à partir du %(day)s, sans date de fin") % {"day": day_words(start)}


_READABLE: dict[str, Callable[[Any], str]] = {
    "title": french,
    "purpose": french,
    "form": lambda code: str(Form(code).label),
    "from_on": _day,
    "until_on": lambda iso: _day(iso) or gettext("sans date de fin"),
    "openness": lambda code: str(Openness(code).label),
}


def _readable(part: str, words: dict[str, Any]) -> str:
    """Return one plain part of the text in words."""
    return _READABLE.get(part, french)(words[part])


def _party_line(party: dict[str, Any], words: dict[str, Any]) -> str:
    return french(f"{party['name']}, {party['role']}" if party["role"] else party["name"])


def _promise_line(promise: dict[str, Any], words: dict[str, Any]) -> str:
    names = [party["name"] for party in words["parties"]]
    told = {
        "by": names[promise["by"]],
        "to": names[promise["to"]] if promise["to"] is not None else gettext("toutes les autres parties"),
        "what": promise["what"],
        "day": _day(promise["due_on"]),
    }
    if promise["due_on"]:
        return french(gettext("%(by)s promet à %(to)s : %(what)s, au plus tard le %(day)s") % told)
    return french(gettext("%(by)s promet à %(to)s : %(what)s") % told)
