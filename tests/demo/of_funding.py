"""Where each event of funding shows in the demonstration."""

from collections.abc import Callable
from typing import Any

from phares.rooms.commons.days import day_words
from phares.rooms.commons.models import JournalEntry
from phares.rooms.funding.models import Grant

Expected = Callable[[JournalEntry], tuple[str, list[Any], list[str]]]


def _grant(row: JournalEntry, *told: str) -> tuple[str, list[Any], list[str]]:
    return "funding:grant", [row.subjects["grant_id"]], list(told)


def _of(row: JournalEntry) -> Grant:
    return Grant.objects.get(pk=row.subjects["grant_id"])


SHOWN: dict[str, Expected] = {
    "GrantOpened": lambda row: _grant(row, _of(row).title, _of(row).funder.name, _of(row).convention_number),
    "GrantPaymentPlanned": lambda row: _grant(row, *(one.label for one in _of(row).payments.all())),
    "GrantPaymentReceived": lambda row: _grant(row, day_words(row.at)),
    "IndicatorPromised": lambda row: _grant(row, *(one.label for one in _of(row).indicators.all())),
    "GrantReportSent": lambda row: _grant(row, day_words(_of(row).report_sent_on or row.at)),
}
