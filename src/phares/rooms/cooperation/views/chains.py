"""Pages of chains of barter: those found and those proposed, one of them, answering it, writing it down."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.http import acts, reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.cooperation import actions, first_draft, permissions
from phares.rooms.cooperation.actions.chain import NotAChain
from phares.rooms.cooperation.agreement_words import AgreementDraft
from phares.rooms.cooperation.forms.agreement_entry import Typed
from phares.rooms.cooperation.queries import agreements
from phares.rooms.cooperation.queries import chains as queries
from phares.rooms.cooperation.views.beginning import begun_together
from phares.rooms.directory.gate import found, members


@reads
@members
def chains(request: Any) -> HttpResponse:
    """Show the chains proposed, and to those who animate the pole the chains that could be."""
    actor, pole = request.actor, request.pole
    require(permissions.can_see_together(actor, pole))
    can_propose = permissions.can_propose_together(actor, pole)
    page = Paginator(queries.chains_seen(actor, pole), 30).get_page(request.GET.get("page"))
    could_be = queries.chains_found(pole, request.today) if can_propose else []
    return render(
        request,
        "cooperation/chains.html",
        {"page": page, "could_be": could_be, "can_propose": can_propose, "today": request.today},
    )


@reads
@members
def chain(request: Any, pk: int) -> HttpResponse:
    """Show one chain: who gives what to whom, what each receives, how many have accepted."""
    seen = found(queries.chain_seen(request.actor, request.pole, pk))
    can_write = (
        seen.chain.agreed_at is not None
        and seen.chain.cooperation_id is None
        and permissions.can_write_agreement_between(request.actor, [one.giver for one in seen.gifts], request.pole)
    )
    context = {"seen": seen, "chain": seen.chain, "can_write": can_write, "today": request.today}
    return render(request, "cooperation/chain.html", context)


@acts
@members
def propose_chain(request: Any) -> HttpResponse:
    """Put a chain before all those in it."""
    require(permissions.can_propose_together(request.actor, request.pole))
    given = queries.given_named(request.pole, request.POST.get("chain", ""))
    if given is None:
        raise NotAChain
    proposed = actions.propose_chain(pole=request.pole, given=given, by=request.actor, at=timezone.now())
    messages.success(request, _("C’est proposé à toutes et tous : chacun répond quand il veut."))
    return redirect(proposed.get_absolute_url())


@acts
@members
def answer_chain(request: Any, pk: int) -> HttpResponse:
    """Accept one's place in a chain, or not."""
    link = found(queries.link_numbered(request.actor, request.pole, pk, request.POST.get("link", "")))
    accepted = request.POST.get("accepted") == "yes"
    said_by = request.POST.get("said_by", "")
    answered = actions.answer_chain(link=link, accepted=accepted, said_by=said_by, by=request.actor, at=timezone.now())
    if answered.agreed_at:
        messages.success(request, _("Tout le monde est d’accord : il reste à écrire."))
    elif accepted:
        messages.success(request, _("C’est dit. La chaîne tient quand tout le monde aura dit oui."))
    else:
        messages.success(request, _("C’est dit. La chaîne est close ; personne ne saura par qui."))
    return redirect(answered.get_absolute_url())


@writes
@members
def begin_chain(request: Any, pk: int) -> HttpResponse:
    """Write the first text of a chain that everybody accepted, pre-filled with what each gives."""
    seen = found(queries.chain_seen(request.actor, request.pole, pk))
    holders = [one.giver for one in seen.gifts]
    require(seen.chain.agreed_at is not None)
    require(permissions.can_write_agreement_between(request.actor, holders, request.pole))
    draft = first_draft.from_chain([(one.giver, one.offer) for one in seen.gifts], request.today)

    def begin(text: AgreementDraft) -> str:
        cooperation = actions.begin_from_chain(chain=seen.chain, draft=text, by=request.actor, at=timezone.now())
        return reverse("cooperation:agreement", args=[request.pole.slug, cooperation.pk])

    return begun_together(
        request,
        agreements.possible_parties(request.actor, request.pole, request.today, *holders),
        lambda: Typed.drafted(draft),
        begin,
        back_url=seen.chain.get_absolute_url(),
    )
