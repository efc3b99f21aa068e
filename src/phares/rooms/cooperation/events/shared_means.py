"""What happens to shared means, their keys and their accounts; ids only."""

from dataclasses import dataclass


@dataclass(frozen=True)
class MeansWritten:
    """The parties share something and write down what and who uses it."""

    pole_id: int
    cooperation_id: int
    means_id: int


@dataclass(frozen=True)
class MeansUseEnded:
    """A party uses it no more from a day on."""

    pole_id: int
    cooperation_id: int
    means_id: int


@dataclass(frozen=True)
class KeyProposed:
    """A party proposes by what parts and measures it is paid."""

    pole_id: int
    cooperation_id: int
    key_id: int


@dataclass(frozen=True)
class KeyAnswered:
    """A party accepted or refused the key."""

    pole_id: int
    cooperation_id: int
    key_id: int


@dataclass(frozen=True)
class KeyHeld:
    """All who use it have said yes."""

    pole_id: int
    cooperation_id: int
    key_id: int


@dataclass(frozen=True)
class AccountWritten:
    """What it cost over a period was written down, or corrected."""

    pole_id: int
    cooperation_id: int
    account_id: int


@dataclass(frozen=True)
class AccountClosed:
    """Who pays what is settled for good."""

    pole_id: int
    cooperation_id: int
    account_id: int
