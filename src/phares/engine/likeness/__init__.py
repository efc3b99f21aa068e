"""Which texts say nearly the same, found among very many at a cost that does not grow with them."""

from phares.engine.likeness.signs import BANDS, signs_of

__all__ = ["BANDS", "signs_of"]
