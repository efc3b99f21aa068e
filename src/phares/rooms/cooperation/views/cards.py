"""Paper cards: the sheet that prints, and the page where they are typed in one after the other."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.form_pages import refuse
from phares.rooms.commons.http import reads, writes
from phares.rooms.commons.refusals import NotAllowed, Refusal, require
from phares.rooms.commons.row_numbers import row_number
from phares.rooms.cooperation import actions, cards_pdf, permissions
from phares.rooms.cooperation.forms.cards import CardForm
from phares.rooms.cooperation.models import Item
from phares.rooms.cooperation.queries.items import items_typed_by
from phares.rooms.directory.gate import found, members
from phares.rooms.directory.models import Gathering
from phares.rooms.directory.queries.gatherings import gathering_numbered


@reads
@members
def cards(request: Any) -> HttpResponse:
    """Give a sheet of four empty cards."""
    require(permissions.can_type_cards(request.actor, request.pole))
    answer = HttpResponse(cards_pdf.render(request.pole), content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="cartes.pdf"'
    return answer


@writes
@members
def type_cards(request: Any) -> HttpResponse:
    """Type in one card after the other: Enter keeps one and shows the next; what is wrong is named, nothing is lost."""
    require(permissions.can_type_cards(request.actor, request.pole))
    bourse = _bourse(request)
    if request.method != "POST":
        return _page(request, _form(request), bourse)
    form = _form(request, request.POST)
    if not form.is_valid():
        return _page(request, form, bourse, 422)
    try:
        item = _said(request, form)
        if bourse is not None:
            actions.bring_item(gathering=bourse, item=item, by=request.actor, at=timezone.now())
    except NotAllowed:
        raise
    except Refusal as refusal:
        return _page(request, form, bourse, refuse(form, refusal))
    messages.success(request, _("Noté : « %(title)s ». Carte suivante.") % {"title": item.title})
    return redirect(_address(request, bourse))


def _said(request: Any, form: CardForm) -> Item:
    """Say what the card says, for somebody known or somebody met for the first time."""
    said = form.said()
    act = actions.say_item if "holder" in said else actions.say_item_of_newcomer
    return act(pole=request.pole, by=request.actor, at=timezone.now(), **said)


def _bourse(request: Any) -> Gathering | None:
    """Return the bourse to which the cards belong, where the address names one."""
    number = request.GET.get("bourse", "")
    if not number:
        return None
    return found(gathering_numbered(request.pole, row_number(number)))


def _address(request: Any, bourse: Gathering | None) -> str:
    address = reverse("cooperation:type_cards", args=[request.pole.slug])
    return f"{address}?bourse={bourse.pk}" if bourse else address


def _form(request: Any, sent: Any = None) -> CardForm:
    initial = {"draft": uuid4().hex}
    return CardForm(sent, actor=request.actor, pole=request.pole, day=request.today, initial=initial)


def _page(request: Any, form: CardForm, bourse: Gathering | None, status: int = 200) -> HttpResponse:
    """Show the card to fill in, and those typed in today."""
    typed = items_typed_by(request.actor, request.pole, request.today)
    context = {"form": form, "bourse": bourse, "typed": typed[:30], "count": typed.count()}
    return render(request, "cooperation/type_cards.html", context, status=status)
