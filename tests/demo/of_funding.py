"""Where each event of funding shows in the demonstration."""

from collections.abc import Callable
from typing import Any

from phares.rooms.commons.days import day_words
from phares.rooms.commons.models import JournalEntry
from phares.rooms.funding.models import Application, Call, Grant, Member, Paper, Watch
from phares.rooms.funding.templatetags.funding_team import share_words

Expected = Callable[[JournalEntry], tuple[str, list[Any], list[str]]]


def _grant(row: JournalEntry, *told: str) -> tuple[str, list[Any], list[str]]:
    return "funding:grant", [row.subjects["grant_id"]], list(told)


def _of(row: JournalEntry) -> Grant:
    return Grant.objects.get(pk=row.subjects["grant_id"])


def _call(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
    call = Call.objects.get(pk=row.subjects["call_id"])
    told = [call.title, call.get_result_display().capitalize(), *(one.skill for one in call.requirements.all())]
    return "funding:call", [call.pk], told


def _application(row: JournalEntry, page: str, *told: str) -> tuple[str, list[Any], list[str]]:
    return f"funding:{page}", [row.subjects["application_id"]], list(told)


def _answer_of(row: JournalEntry) -> Application:
    return Application.objects.get(pk=row.subjects["application_id"])


def _member(row: JournalEntry, page: str = "go_room") -> tuple[str, list[Any], list[str]]:
    member = Member.objects.get(pk=row.subjects["member_id"])
    return f"funding:{page}", [member.application_id], [str(member.structure), str(member.get_go_display())]


def _paper(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
    paper = Paper.objects.get(pk=row.subjects["paper_id"])
    of_file = paper.application or Application.objects.get(stage="composing")
    return "funding:application_papers", [of_file.pk], [paper.name, "là"]


SHOWN: dict[str, Expected] = {
    "CallNoted": _call,
    "CallChanged": _call,
    "WatchSaved": lambda row: ("funding:watches", [], [Watch.objects.get(pk=row.subjects["watch_id"]).words]),
    "ApplicationBegun": lambda row: _application(row, "application", _answer_of(row).title),
    "TeamChanged": lambda row: _application(
        row, "application", *(str(one.structure) for one in _answer_of(row).members.all())
    ),
    "MembersInvited": lambda row: _application(row, "go_room", "Roue Libre"),
    "TeamsAsked": lambda row: _application(row, "application", "La meilleure"),
    "TeamsFound": lambda row: _application(row, "application", "La meilleure", "prouvé"),
    "InvitationAnswered": _member,
    "GoSaid": _member,
    "GroupChosen": lambda row: _application(row, "go_room", str(_answer_of(row).lead)),
    "SharesWritten": lambda row: _application(
        row, "go_room", *(share_words(one.share_bp) for one in _answer_of(row).members.filter(accepted=True))
    ),
    "ProposedIndicatorsChanged": lambda row: _application(
        row, "joint_budget", *(one.label for one in _answer_of(row).indicators.all())
    ),
    "BudgetWritten": lambda row: _application(
        row, "joint_budget", str(Member.objects.get(pk=row.subjects["member_id"]).structure)
    ),
    "PaperBrought": _paper,
    "ApplicationFiled": lambda row: _application(row, "application_papers", day_words(row.at)),
    "ResultRecorded": lambda row: _application(row, "application", _answer_of(row).result_reason),
    "GrantOpened": lambda row: _grant(row, _of(row).title, _of(row).funder.name, _of(row).convention_number),
    "GrantPaymentPlanned": lambda row: _grant(row, *(one.label for one in _of(row).payments.all())),
    "GrantPaymentReceived": lambda row: _grant(row, day_words(row.at)),
    "IndicatorPromised": lambda row: _grant(row, *(one.label for one in _of(row).indicators.all())),
    "GrantReportSent": lambda row: _grant(row, day_words(_of(row).report_sent_on or row.at)),
}
