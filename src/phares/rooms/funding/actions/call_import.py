"""Acts on files of calls: bringing one to look at, then writing the lines that are right."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.commons.search import search_text
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.funding import call_files, events, permissions
from phares.rooms.funding.actions.call import note_call
from phares.rooms.funding.models import Call, CallImport

DAYS = ("opens_on", "closes_on")


@transaction.atomic
def bring_calls(*, pole: Pole, name: str, content: bytes, by: Actor, at: datetime) -> CallImport:
    """Read a file of calls and keep its lines to be looked at; nothing is written in the pole yet."""
    require(permissions.can_keep_funding(by, pole))
    entries = call_files.read_calls(content)
    known = _known(pole)
    for entry in entries:
        entry["is_known"] = bool(_names(entry) & known)
        known |= set() if entry["errors"] else _names(entry)
    brought = CallImport.objects.create(
        pole=pole, file_name=name[-150:], entries=entries, brought_by_id=by.person_id, brought_at=at
    )
    publish(events.CallsBrought(pole.pk, brought.pk), by=by, at=at)
    return brought


@transaction.atomic
def write_calls(*, brought: CallImport, by: Actor, at: datetime) -> list[Call]:
    """Note the calls of a file whose lines are right and that the pole does not have; twice does no harm."""
    require(permissions.can_keep_funding(by, brought.pole_id))
    brought = CallImport.objects.select_for_update(of=("self",)).select_related("pole").get(pk=brought.pk)
    if brought.written_at is not None:
        raise Refusal(_("Ces appels sont déjà notés."))
    known, written = _known(brought.pole), []
    for one in brought.entries:
        if not one["errors"] and not _names(one) & known:
            written.append(note_call(pole=brought.pole, **_arguments(one), by=by, at=at))
            known |= _names(one)
    brought.written_at = at
    brought.save(update_fields=["written_at"])
    return written


def _known(pole: Pole) -> set[str]:
    """Return the names by which the pole's calls are known again."""
    told = Call.objects.filter(pole=pole).values("outside_id", "title", "issuer", "closes_on")
    return {name for one in told for name in _names(one)}


def _names(one: Mapping[str, Any]) -> set[str]:
    """Return what makes a call the same: its number at its source; without one, its title, issuer and last day."""
    if one["outside_id"]:
        return {one["outside_id"]}
    said = (search_text(one["title"]), search_text(one["issuer"]), str(one["closes_on"] or ""))
    return {" | ".join(said)}


def _arguments(entry: dict[str, Any]) -> dict[str, Any]:
    """Return what an entry says as arguments of the act."""
    told = {name: value for name, value in entry.items() if name in call_files.COLUMNS and value not in ("", None)}
    return told | {name: date.fromisoformat(told[name]) for name in DAYS if name in told}
