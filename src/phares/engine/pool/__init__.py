"""The same need at several structures: what they could buy, hire, borrow or learn together."""

from phares.engine.pool.form import FORMS
from phares.engine.pool.group import Group, pool

__all__ = ["FORMS", "Group", "pool"]
