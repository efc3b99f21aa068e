"""The acts of funding, one file per noun."""

from phares.rooms.funding.actions.grant import (
    open_grant,
    plan_payment,
    promise_indicator,
    receive_payment,
    remove_indicator,
    remove_payment,
    send_grant_report,
)

__all__ = [
    "open_grant",
    "plan_payment",
    "promise_indicator",
    "receive_payment",
    "remove_indicator",
    "remove_payment",
    "send_grant_report",
]
