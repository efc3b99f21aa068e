"""What a shared means costs each: the key and its inputs as the engine reads them, and the outcome with its inputs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from phares.engine import allocation
from phares.rooms.cooperation.models import Account, MeansUse, Party, SharingKey


@dataclass(frozen=True)
class Row:
    """What one party pays of an account: cents, days of use, and the inputs that a page prints."""

    party: Party
    cents: int
    days: int
    inputs: dict[str, Any]


def rows_of(account: Account, key: SharingKey) -> list[Row]:
    """Return who pays what by this key, to the cent; raise `allocation.Unsplittable` when nothing can be weighed."""
    uses = list(account.means.uses.all())
    parts = list(key.parts.all())
    weights = {
        (weight.part_id, weight.use_id): Fraction(weight.amount) for part in parts for weight in part.weights.all()
    }
    parties = [
        _party(use, [(f"part-{part.pk}", weights.get((part.pk, use.pk), Fraction(0))) for part in parts])
        for use in uses
    ]
    engine_key = allocation.Mix(
        tuple((part.share, allocation.By(f"part-{part.pk}") if part.measure else allocation.Equal()) for part in parts)
    )
    period = allocation.Period(account.from_on, account.until_on)
    shares = {one.id: one for one in allocation.split(account.amount_cents, period, engine_key, parties)}
    told = {f"part-{part.pk}": part for part in parts}
    return [_row(use, shares[_id(use)], account, [told[f"part-{part.pk}"] for part in parts]) for use in uses]


def _id(use: MeansUse) -> str:
    """Return an id whose order is that of the parties in their agreement: it decides the last cent."""
    return f"{use.party.position:04d}-{use.pk}"


def _party(use: MeansUse, weights: Sequence[tuple[str, Fraction]]) -> allocation.Party:
    return allocation.Party(_id(use), dict(weights), use.from_on, use.until_on)


def _row(use: MeansUse, share: allocation.Share, account: Account, parts: Sequence[Any]) -> Row:
    """Return a row with its inputs as plain data, each number as people write it or as an exact fraction."""
    period = (account.until_on - account.from_on).days + 1
    inputs = {
        # What is closed is never changed, and the name of a resident must be able to go.
        "name": "" if use.party.resident_id else str(use.party),
        "amount_cents": account.amount_cents,
        "days": share.days,
        "period_days": period,
        "exact": _fraction(share.exact),
        "parts": [
            {
                "share": _fraction(part.share),
                "measure": part.measure,
                "weight": _fraction(told.weight or Fraction(0)),
                "of": _fraction(told.of or Fraction(0)),
                "cents": _fraction(told.cents),
            }
            for part, told in zip(parts, share.parts, strict=True)
        ],
    }
    return Row(use.party, share.cents, share.days, inputs)


def _fraction(number: Fraction) -> str:
    return f"{number.numerator}/{number.denominator}"


def key_on(keys: Sequence[SharingKey], day: date) -> SharingKey | None:
    """Return the key that holds on a day: of those that all accepted, the one with the latest first day."""
    held = [key for key in keys if key.held_at is not None and key.from_on <= day]
    return max(held, key=lambda key: key.from_on, default=None)
