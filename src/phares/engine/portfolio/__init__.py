"""What to do first with so little: the responses that answer most within what there is, proven, with the reasons."""

from phares.engine.portfolio.choice import TooGreat
from phares.engine.portfolio.question import Cell, Question, Response
from phares.engine.portfolio.told import Chosen, Gap, LeftOut, Portfolio, Reason, portfolio

__all__ = [
    "Cell",
    "Chosen",
    "Gap",
    "LeftOut",
    "Portfolio",
    "Question",
    "Reason",
    "Response",
    "TooGreat",
    "portfolio",
]
