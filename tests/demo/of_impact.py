"""Where each event of impact shows in the demonstration."""

from collections.abc import Callable
from typing import Any

from phares.rooms.commons.models import JournalEntry
from phares.rooms.directory.models import ReadingLink
from phares.rooms.impact.models import Measure, Report, ReportVersion, Result
from phares.rooms.impact.templatetags.figures import with_unit

Expected = Callable[[JournalEntry], tuple[str, list[Any], list[str]]]


def _measure(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
    one = Measure.objects.get(pk=row.subjects["measure_id"])
    told = [with_unit(one.value, one.indicator.unit), f"version {one.version}", one.correction]
    return "impact:indicator", [one.indicator.code], told


def _result(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
    one = Result.objects.get(pk=row.subjects["result_id"])
    return "impact:result", [one.number], [one.what]


def _report(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
    one = Report.objects.get(pk=row.subjects["report_id"])
    return "impact:report", [one.grant_id], [one.sentence]


def _out(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
    one = ReportVersion.objects.get(pk=row.subjects["report_version_id"])
    return "impact:report_version", [one.report.grant_id, one.number], [f"version {one.number}"]


SHOWN: dict[str, Expected] = {
    "FiguresShown": lambda row: ("impact:figures", [], ["Tout le monde lit les liens et les chiffres"]),
    "IndicatorMeasured": _measure,
    "ResultNoted": _result,
    "ReportWritten": _report,
    "ReportPutOut": _out,
    "ReportLinkGiven": lambda row: (
        "directory:reading_links",
        [],
        [ReadingLink.objects.get(pk=row.subjects["reading_link_id"]).reader],
    ),
}
