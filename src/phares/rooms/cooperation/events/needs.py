"""What happens to needs and offers after they were said, to the letter, and at bourses."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ItemExtended:
    """A need or an offer goes on being shown for a while."""

    pole_id: int
    item_id: int


@dataclass(frozen=True)
class ItemKept:
    """Those for whom a need or an offer was noted say that it is right."""

    pole_id: int
    item_id: int


@dataclass(frozen=True)
class OfferUsed:
    """A part of an offer is taken."""

    pole_id: int
    item_id: int
    use_id: int


@dataclass(frozen=True)
class ItemBroughtToBourse:
    """A need or an offer is brought to a bourse."""

    pole_id: int
    gathering_id: int
    item_id: int


@dataclass(frozen=True)
class SignedAtBourse:
    """Those who were there signed on the spot."""

    pole_id: int
    gathering_id: int
    cooperation_id: int


@dataclass(frozen=True)
class LetterDayChosen:
    """The pole's letter leaves on another day of the week."""

    pole_id: int


@dataclass(frozen=True)
class MailWishChanged:
    """A person wants other mails than before."""

    pole_id: int
    subject_person_id: int
