"""Pages of needs and offers: the board, one of them, taking it back, saying that one can help."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.cooperation import actions, permissions
from phares.rooms.cooperation.forms.items import SIDES, BoardFilter, OfferHelpForm, WithdrawForm
from phares.rooms.cooperation.models import Item
from phares.rooms.cooperation.models.item import Side
from phares.rooms.cooperation.queries import items as queries
from phares.rooms.cooperation.queries import matches as of_matches
from phares.rooms.directory.gate import found, members


@reads
def items(request: Any) -> HttpResponse:
    """Show the needs, or the offers, that still wait, narrowed as asked."""
    tab = request.GET.get("vue") if request.GET.get("vue") in SIDES else "besoins"
    actor, pole = request.actor, request.pole
    form = BoardFilter(
        request.GET, structures=queries.holders_with_items(actor, pole), has_own=actor.holder is not None
    )
    rows = queries.items_found(actor, pole, request.today, side=SIDES[tab], **form.asked())
    page = Paginator(rows, 30).get_page(request.GET.get("page"))
    template = "cooperation/parts/items_found.html" if request.htmx else "cooperation/items.html"
    context = {
        "page": page,
        "form": form,
        "tab": tab,
        "side": SIDES[tab],
        "views": _views(request, tab),
        "is_narrowed": any(form.asked().values()),
        "can_say": permissions.can_say(actor, pole),
        "can_type": permissions.can_type_cards(actor, pole),
        "today": request.today,
    }
    return render(request, template, context)


def _views(request: Any, tab: str) -> list[tuple[str, str, bool]]:
    """Return the two tabs with how many wait in each."""
    counts = queries.open_counts(request.actor, request.pole, request.today)
    labels = {
        "besoins": _("Besoins (%(count)d)") % {"count": counts[Side.NEED]},
        "offres": _("Offres (%(count)d)") % {"count": counts[Side.OFFER]},
    }
    return [(label, f"?vue={name}", name == tab) for name, label in labels.items()]


@reads
def item(request: Any, pk: int) -> HttpResponse:
    """Show one need or offer: the words, what is known of it, what became of it, what one may do."""
    one = found(queries.item_seen(request.actor, request.pole, pk))
    actor, is_open = request.actor, one.is_open(request.today)
    is_asked = is_open and one.kept_at is None and permissions.can_keep_noted_item(actor, one)
    may_withdraw = not (one.withdrawn_at or one.met_at) and permissions.can_withdraw_item(actor, one)
    context = {
        "item": one,
        "is_open": is_open,
        "is_asked": is_asked,
        "is_own": actor.acts_for(one.holder),
        "cooperations": queries.cooperations_from(actor, one),
        "matches": of_matches.matches_of(actor, one, request.today),
        "can_see_matches": permissions.can_see_matches(actor, one),
        "can_offer_help": permissions.can_offer_help(actor, one),
        "can_withdraw": may_withdraw and not is_asked,  # where it is asked, the question holds this act
        "can_extend": one.expires_on is not None
        and not (one.withdrawn_at or one.met_at)
        and permissions.can_extend_item(actor, one),
        "can_count": not one.withdrawn_at and permissions.can_count_left(actor, one),
        **queries.uses_of(actor, one),
        "knows_who_noted": permissions.can_see_name(actor, one.holder, one.pole) and actor.mandate is not None,
        "today": request.today,
    }
    return render(request, "cooperation/item.html", context)


@writes
@members
def withdraw_item(request: Any, pk: int) -> HttpResponse:
    """Ask whether to take a need or an offer back, then take it back."""
    one = found(queries.item_seen(request.actor, request.pole, pk))
    require(permissions.can_withdraw_item(request.actor, one))

    def act(entry: dict[str, Any]) -> str:
        actions.withdraw_item(item=one, by=request.actor, at=timezone.now())
        messages.success(request, _("C’est retiré : plus personne n’est proposé."))
        return one.get_absolute_url()

    return form_page(
        request,
        WithdrawForm(request.POST if request.method == "POST" else None),
        act,
        heading=_("Retirer ce besoin ?") if one.is_need else _("Retirer cette offre ?"),
        lead=_("« %(title)s » ne sera plus proposé à personne. Ce qui en est déjà venu reste.") % {"title": one},
        submit_label=_("Retirer"),
        back_label=one.title,
        back_url=one.get_absolute_url(),
    )


@writes
@members
def offer_help(request: Any, pk: int) -> HttpResponse:
    """Say that one's own structure or group can help, with a word."""
    need = found(queries.item_seen(request.actor, request.pole, pk))
    require(permissions.can_offer_help(request.actor, need))

    def act(entry: dict[str, Any]) -> str:
        answer = actions.offer_help(need=need, word=entry["word"], by=request.actor, at=timezone.now())
        messages.success(request, _("C’est dit. Vous saurez ce qu’ils répondent."))
        return answer.match.get_absolute_url()

    return form_page(
        request,
        OfferHelpForm(request.POST if request.method == "POST" else None),
        act,
        heading=_("Nous pouvons aider"),
        lead=_lead_of(request, need),
        submit_label=_("Le dire"),
        back_label=need.title,
        back_url=need.get_absolute_url(),
    )


def _lead_of(request: Any, need: Item) -> str:
    """Return the sentence above the form: what is needed, by whom, in whose name one answers."""
    said = {"holder": need.holder, "title": need.title, "own": request.actor.holder}
    return _("%(holder)s a dit : « %(title)s ». Vous répondez pour %(own)s.") % said
