"""Panels: how a page shows what the rooms above its own have to say, while imports only go down."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

Slot = Literal[
    "week", "home", "structure", "structure_facts", "cooperation", "search", "public", "residents", "gathering",
    "reading", "problem", "call", "grant", "letter", "record",
]  # fmt: skip


@dataclass(frozen=True)
class Panel:
    """A part of a page offered by another room.

    `show(actor, subject, today)` returns the template's context, or None where there is nothing to say.
    """

    slot: Slot
    template: str
    show: Callable[[Any, Any, Any], dict[str, Any] | None]


@dataclass(frozen=True)
class ShownPanel:
    """A panel ready for its page."""

    template: str
    context: dict[str, Any]


_panels: list[Panel] = []


def offer(*panels: Panel) -> None:
    """Set, once at start-up, the panels of every page in the order in which they are shown."""
    _panels[:] = panels


def shown(slot: Slot, actor: Any, subject: Any, today: Any) -> list[ShownPanel]:
    """Return the panels of `slot` that have something to say to this actor about this subject today."""
    contexts = ((panel, panel.show(actor, subject, today)) for panel in _panels if panel.slot == slot)
    return [ShownPanel(panel.template, context) for panel, context in contexts if context is not None]
