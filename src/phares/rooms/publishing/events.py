"""What happens in publishing; ids only."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SheetBegun:
    """A sheet was begun: from the register, or with nothing written yet."""

    pole_id: int
    sheet_id: int


@dataclass(frozen=True)
class SheetImported:
    """A sheet that exists elsewhere was read in, line by line."""

    pole_id: int
    sheet_id: int


@dataclass(frozen=True)
class SheetWritten:
    """A section of a sheet was written or changed."""

    pole_id: int
    sheet_id: int


@dataclass(frozen=True)
class SheetPhotoKept:
    """A photo, or the caption of one still to be found, was added to a sheet or described again."""

    pole_id: int
    sheet_id: int
    photo_id: int


@dataclass(frozen=True)
class SheetPhotoRemoved:
    """A photo was taken off a sheet."""

    pole_id: int
    sheet_id: int


@dataclass(frozen=True)
class SheetLineCorrected:
    """A line read from a file was corrected or put elsewhere."""

    pole_id: int
    sheet_id: int
    line_id: int


@dataclass(frozen=True)
class SheetReadOver:
    """A sheet was read over: those who are quoted are asked."""

    pole_id: int
    sheet_id: int


@dataclass(frozen=True)
class ReviewAnswered:
    """Somebody quoted accepts the sheet, or asks for a change."""

    pole_id: int
    sheet_id: int
    review_id: int


@dataclass(frozen=True)
class SheetPublished:
    """A version of a sheet is read by everybody."""

    pole_id: int
    sheet_id: int
    version_id: int


@dataclass(frozen=True)
class SheetWithdrawn:
    """A sheet is no longer shown."""

    pole_id: int
    sheet_id: int


@dataclass(frozen=True)
class RubricsChanged:
    """The tree of rubrics was changed."""

    pole_id: int
    rubric_id: int | None


@dataclass(frozen=True)
class RegistrationsOpened:
    """Whoever wants may say that they come to a gathering."""

    pole_id: int
    gathering_id: int


@dataclass(frozen=True)
class Registered:
    """Somebody said that they come."""

    pole_id: int
    gathering_id: int
    registration_id: int


@dataclass(frozen=True)
class RegistrationCancelled:
    """Somebody comes no more."""

    pole_id: int
    gathering_id: int
    registration_id: int


@dataclass(frozen=True)
class MovedUp:
    """A place became free for somebody who waited."""

    pole_id: int
    gathering_id: int
    registration_id: int


@dataclass(frozen=True)
class GatheringCalledOff:
    """A gathering does not take place."""

    pole_id: int
    gathering_id: int


@dataclass(frozen=True)
class NewsletterDrafted:
    """A newsletter was drafted from what happened."""

    pole_id: int
    newsletter_id: int


@dataclass(frozen=True)
class NewsletterWritten:
    """A newsletter was written before it left."""

    pole_id: int
    newsletter_id: int


@dataclass(frozen=True)
class NewsletterSent:
    """A newsletter left."""

    pole_id: int
    newsletter_id: int


@dataclass(frozen=True)
class NewslettersAsked:
    """Somebody asked for the public newsletters; the address has still to say yes."""

    pole_id: int
    subscription_id: int


@dataclass(frozen=True)
class SubscriptionConfirmed:
    """An address said yes to the newsletters."""

    pole_id: int
    subscription_id: int


@dataclass(frozen=True)
class Unsubscribed:
    """An address wants no more newsletters."""

    pole_id: int
    subscription_id: int
