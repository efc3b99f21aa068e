"""The State's past calls to poles on the record of Le PHARES, which was one of the 23 of the first one."""

from datetime import date, datetime

from phares.demo.cast import CONSOLE
from phares.rooms.directory.models import Pole
from phares.rooms.funding import actions


def tell(pole: Pole, at: datetime) -> None:
    """The State's calls to poles, as sources tell them; Le PHARES was one of the 23 of the first one."""
    for call in actions.keep_reference_calls(pole=pole, by=CONSOLE, at=at):
        if call.outside_id == "ptce-2013":
            actions.change_call(
                call=call, title=call.title, issuer=call.issuer, kind=call.kind, closes_on=None, budget_cents=call.budget_cents,
                ceiling_cents=None, least_members=2, most_members=8, result="won", result_on=date(2014, 1, 10),
                by=CONSOLE, at=at,
            )  # fmt: skip
