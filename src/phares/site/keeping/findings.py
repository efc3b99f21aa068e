"""What the doctor says: one finding for each thing looked at, well, to be watched, or broken."""

from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.utils.translation import gettext_lazy as _


class State(Enum):
    """How a thing is; its value is the word that is printed."""

    WELL = _("bien")
    WATCH = _("à voir")
    BROKEN = _("cassé")


@dataclass(frozen=True)
class Finding:
    """What was found on one subject, in a sentence."""

    subject: Any
    state: State
    sentence: Any


def well(subject: Any, sentence: Any) -> Finding:
    """Return that a thing is as it should be."""
    return Finding(subject, State.WELL, sentence)


def watch(subject: Any, sentence: Any) -> Finding:
    """Return that a thing works and should be looked at."""
    return Finding(subject, State.WATCH, sentence)


def broken(subject: Any, sentence: Any) -> Finding:
    """Return that a thing does not work, or that something is lost or open."""
    return Finding(subject, State.BROKEN, sentence)
