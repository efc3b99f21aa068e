"""What happens when somebody asks to take part in what others do already; ids only."""

from dataclasses import dataclass


@dataclass(frozen=True)
class JoiningAsked:
    """Somebody asks to take part in a cooperation."""

    pole_id: int
    cooperation_id: int
    joining_id: int


@dataclass(frozen=True)
class JoiningAgreed:
    """A party agrees; others have still to say so, or nobody has."""

    pole_id: int
    cooperation_id: int
    joining_id: int
    party_id: int


@dataclass(frozen=True)
class JoiningClosed:
    """A party did not agree, or the request was taken back."""

    pole_id: int
    cooperation_id: int
    joining_id: int


@dataclass(frozen=True)
class PartyJoined:
    """Every party agreed: the newcomer is a party, under a new version of the text that all have signed."""

    pole_id: int
    cooperation_id: int
    joining_id: int
    party_id: int
