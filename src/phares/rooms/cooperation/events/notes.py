"""What happens to notes in passing, and to the rule by which ties fade; ids only."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NoteTaken:
    """Two did something together, and one line says so."""

    pole_id: int
    note_id: int


@dataclass(frozen=True)
class NoteCorrected:
    """One of the two mended what the note says."""

    pole_id: int
    note_id: int


@dataclass(frozen=True)
class NoteRemoved:
    """One of the two took the note away."""

    pole_id: int
    note_id: int


@dataclass(frozen=True)
class NoteProved:
    """A document was brought for a note."""

    pole_id: int
    note_id: int


@dataclass(frozen=True)
class FadeRuleSet:
    """The pole says for how long a tie is counted after its last fact."""

    pole_id: int
    fade_rule_id: int
