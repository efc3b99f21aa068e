"""Pages of matches: mine, one of them, answering it."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.cooperation import actions, permissions
from phares.rooms.cooperation.actions.match import AnsweredMeanwhile
from phares.rooms.cooperation.forms.matches import answer_form
from phares.rooms.cooperation.models.item import Side
from phares.rooms.cooperation.models.match import Choice
from phares.rooms.cooperation.queries import matches as queries
from phares.rooms.cooperation.queries.meeting import times_of
from phares.rooms.cooperation.views.answers import ANSWERS, message_for
from phares.rooms.directory.gate import found, members


@reads
@members
def matches(request: Any) -> HttpResponse:
    """Show the matches of the structure or group acted for; those who run the pole see all states and dates."""
    require(permissions.can_see_matches_of_pole(request.actor, request.pole))
    rows = queries.matches_seen(request.actor, request.pole, request.today)
    page = Paginator(rows, 30).get_page(request.GET.get("page"))
    return render(
        request,
        "cooperation/matches.html",
        {"page": page, "can_say": permissions.can_say(request.actor, request.pole), "today": request.today},
    )


@reads
@members
def match(request: Any, pk: int) -> HttpResponse:
    """Show both sides of a match, why these two, who answered what, and what to do next."""
    return _page(request, _seen(request, pk))


def _seen(request: Any, pk: int) -> queries.MatchSeen:
    """Return the match as this reader may see it."""
    seen: queries.MatchSeen = found(queries.match_seen(request.actor, request.pole, pk, request.today))
    return seen


def _page(request: Any, seen: queries.MatchSeen, status: int = 200) -> HttpResponse:
    """Show the page of a match."""
    context = {
        "seen": seen,
        "match": seen.match,
        "can_begin": permissions.can_begin_agreement(request.actor, seen.match),
        **_meeting(request, seen),
        "today": request.today,
    }
    return render(request, "cooperation/match.html", context, status=status)


def _meeting(request: Any, seen: queries.MatchSeen) -> dict[str, Any]:
    """Return what the page shows of proposed times and of answers to note."""
    actor, match = request.actor, seen.match
    goes_on = seen.standing not in {queries.DECLINED, queries.OVER}
    times = times_of(actor, match)
    own = permissions.sides_of(actor, match)
    sides = [one for one in seen.sides if permissions.can_note_answer(actor, match, one.side)]
    return {
        "times": times,
        "time_waits": any(time.answered_at is None and time.starts_at > timezone.now() for time in times),
        "to_answer_for": [side for side in Side.values if set(own) - {side}],
        "can_propose_time": goes_on and permissions.can_propose_time(actor, match),
        "can_note_answer": goes_on and seen.cooperation is None and bool(sides),
    }


@writes
@members
def answer_match(request: Any, pk: int) -> HttpResponse:
    """Answer for one side of a match, or change the answer that the page showed."""
    seen = _seen(request, pk)
    require(seen.mine is not None)
    mine = _side(request, seen)
    sent = request.POST if request.method == "POST" else None
    choice = (sent or request.GET).get("choice", "")

    def act(entry: dict[str, Any]) -> str:
        said = {**entry, "side": entry["side"] or mine.side}
        try:
            actions.answer_match(match=seen.match, by=request.actor, at=timezone.now(), **said)
        except (
            AnsweredMeanwhile
        ) as refusal:  # the page of the match shows the colleague's answer and the way to change it
            messages.error(request, str(refusal.sentence))
            return seen.match.get_absolute_url()
        messages.success(request, message_for(entry["choice"]))
        return seen.match.get_absolute_url()

    return form_page(
        request,
        answer_form(sent, choice=choice, day=request.today, side=mine.side, seen=mine.answer and mine.answer.pk),
        act,
        template="cooperation/answer.html",
        **ANSWERS.get(choice, ANSWERS[Choice.INTERESTED]),
        other=seen.need.item if mine is seen.offer else seen.offer.item,
        other_holder=seen.need.holder if mine is seen.offer else seen.offer.holder,
        back_url=seen.match.get_absolute_url(),
        hidden={},
    )


def _side(request: Any, seen: queries.MatchSeen) -> Any:
    """Return the side that is answered for: the one that is named, else the reader's own."""
    named = (request.POST or request.GET).get("side", "")
    return next((one for one in seen.sides if one.is_mine and one.side == named), seen.mine)
