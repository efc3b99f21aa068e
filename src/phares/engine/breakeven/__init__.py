"""Break-even: whether doing something together costs less than each alone, from how much on, and what each saves."""

from phares.engine.breakeven.reckoning import Outcome, Part, Prices, Saving, reckon

__all__ = ["Outcome", "Part", "Prices", "Saving", "reckon"]
