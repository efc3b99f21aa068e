"""The journal: telling that something happened, and to whom it matters."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any, Protocol

from phares.rooms.commons.models import JournalEntry

Reaction = Callable[[Any, "Author", datetime], None]
_reactions: dict[type, tuple[Reaction, ...]] = {}


class Author(Protocol):
    """Who acted: ids only."""

    @property
    def person_id(self) -> int | None: ...
    @property
    def structure_id(self) -> int | None: ...
    @property
    def mandate_id(self) -> int | None: ...


def subscribe(subscriptions: Mapping[type, Sequence[Reaction]]) -> None:
    """Set, once at start-up, who reacts to which event; an empty list says that the journal alone keeps it."""
    _reactions.clear()
    _reactions.update({event: tuple(reactions) for event, reactions in subscriptions.items()})


def subscriptions() -> Mapping[type, tuple[Reaction, ...]]:
    """Return what `subscribe` was given, for those who check the house."""
    return dict(_reactions)


def publish(event: Any, *, by: Author, at: datetime) -> None:
    """Write `event` (a frozen dataclass of ids) in the journal and let its subscribers react, in this transaction."""
    subjects = asdict(event)
    JournalEntry.objects.create(
        event=type(event).__name__,
        at=at,
        pole_id=subjects.pop("pole_id", None),
        person_id=by.person_id,
        structure_id=by.structure_id,
        mandate_id=by.mandate_id,
        subjects=subjects,
    )
    for reaction in _reactions.get(type(event), ()):
        reaction(event, by, at)
