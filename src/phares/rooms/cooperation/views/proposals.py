"""Pages after saying: who could help, how they were found, a first answer to what is proposed."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.commons.row_numbers import row_number
from phares.rooms.cooperation import actions, permissions
from phares.rooms.cooperation.forms.matches import answer_form
from phares.rooms.cooperation.models import Item
from phares.rooms.cooperation.models.match import Choice
from phares.rooms.cooperation.queries import items as of_items
from phares.rooms.cooperation.queries import matches as of_matches
from phares.rooms.cooperation.queries import matching
from phares.rooms.cooperation.rules import RULES
from phares.rooms.cooperation.views.answers import ANSWERS, message_for
from phares.rooms.directory.gate import found, members


@reads
@members
def who_could_help(request: Any, pk: int) -> HttpResponse:
    """Show who could help with a need, or to whom an offer could serve; nothing is sent by looking."""
    item = _item(request, pk)
    require(permissions.can_see_matches(request.actor, item))
    return render(request, "cooperation/helpers.html", _context(request, item))


@reads
@members
def how_found(request: Any, pk: int) -> HttpResponse:
    """Show the calculation of every proposal, line by line, and the formula."""
    item = _item(request, pk)
    require(permissions.can_see_matches(request.actor, item))
    return render(request, "cooperation/how_found.html", {**_context(request, item), "rules": RULES})


def _item(request: Any, pk: int) -> Item:
    """Return the need or offer, when this reader may see it."""
    item: Item = found(of_items.item_seen(request.actor, request.pole, pk))
    return item


def _context(request: Any, item: Item) -> dict[str, Any]:
    """Gather what both pages show."""
    actor, day = request.actor, request.today
    is_open = item.is_open(day)
    proposals = matching.proposals_for(item, day) if is_open else matching.NONE
    known = of_matches.matches_of(actor, item, day)
    near = [one.other.pk for one in proposals.near]
    return {
        "item": item,
        "is_open": is_open,
        "proposals": proposals,
        "matches": [one for one in known if _other_id(item, one) not in near],
        "standing": {one.match.pk: one for one in known},
        "set_aside": of_matches.set_aside_by(actor, item),
        "can_answer": permissions.can_answer_as(actor, item.holder, item.pole),
        "can_propose": permissions.can_propose_match(actor, item.pole),
        "first": next((one.other.pk for one in proposals.near if one.match is None), None),
        "today": day,
    }


def _other_id(item: Item, seen: of_matches.MatchSeen) -> int | None:
    """Return the id of the item on the other side of a match."""
    return seen.match.offer_id if item.is_need else seen.match.need_id


@writes
@members
def answer_proposal(request: Any, pk: int) -> HttpResponse:
    """Answer one proposal: interested in one click, later and not for us after a question."""
    item = _item(request, pk)
    require(permissions.can_answer_as(request.actor, item.holder, item.pole))
    other = _other(request, item)
    if other is None:
        return redirect("cooperation:helpers", request.pole.slug, item.pk)
    sent = request.POST if request.method == "POST" else None
    choice = (sent or request.GET).get("choice", "")
    need, offer = (item, other) if item.is_need else (other, item)

    def act(entry: dict[str, Any]) -> str:
        said = {name: value for name, value in entry.items() if name != "side"}
        why = matching.found_between(item, other, request.today)
        why_kept = {"reasons": matching.kept_reasons(why), "missing": matching.kept_missing(why)}
        answer = actions.answer_proposal(
            need=need, offer=offer, side=item.side, by=request.actor, at=timezone.now(), **why_kept, **said
        )
        messages.success(request, message_for(answer.choice))
        return _after(request, item, answer)

    return form_page(
        request,
        answer_form(sent, choice=choice, day=request.today, seen=request.GET.get("seen", "")),
        act,
        template="cooperation/answer.html",
        **ANSWERS.get(choice, ANSWERS[Choice.INTERESTED]),
        other=other,
        other_holder=other.holder,
        back_url=reverse("cooperation:helpers", args=[request.pole.slug, item.pk]),
        hidden={"avec": other.pk},
    )


def _after(request: Any, item: Item, answer: Any) -> str:
    """Return where an answer leads: to the match where both know of it, back to the proposals otherwise."""
    if answer.choice == Choice.INTERESTED:
        address: str = answer.match.get_absolute_url()
        return address
    return reverse("cooperation:helpers", args=[request.pole.slug, item.pk])


def _other(request: Any, item: Item) -> Item | None:
    """Return the item that is answered; nothing where none is named, not found where it is not of the other side."""
    written = (request.POST or request.GET).get("avec", "")
    if not written:
        return None
    other = _item(request, row_number(written))
    if other.side == item.side:
        raise Http404
    return other


@acts
@members
def propose_match(request: Any, pk: int) -> HttpResponse:
    """Put a need and an offer before both sides, for those who animate the pole."""
    item = _item(request, pk)
    require(permissions.can_propose_match(request.actor, item.pole))
    other = _other(request, item)
    if other is None:
        return redirect("cooperation:helpers", request.pole.slug, item.pk)
    need, offer = (item, other) if item.is_need else (other, item)
    why = matching.found_between(item, other, request.today)
    match = actions.propose_match(
        need=need,
        offer=offer,
        helper=offer.holder,
        reasons=matching.kept_reasons(why),
        missing=matching.kept_missing(why),
        by=request.actor,
        at=timezone.now(),
    )
    messages.success(request, _("C’est proposé aux deux : chacun répond quand il veut."))
    return redirect(match)
