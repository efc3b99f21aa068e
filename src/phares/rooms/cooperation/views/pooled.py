"""Pages of what several could do together about one need: found and proposed, the prices, who is in."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.cooperation import actions, first_draft, permissions
from phares.rooms.cooperation.agreement_words import AgreementDraft
from phares.rooms.cooperation.forms.agreement_entry import Typed
from phares.rooms.cooperation.forms.pooled import PartForm, PricesForm
from phares.rooms.cooperation.models.match import Choice
from phares.rooms.cooperation.queries import agreements
from phares.rooms.cooperation.queries import pooled as queries
from phares.rooms.cooperation.views.beginning import begun_together
from phares.rooms.directory.gate import found, members


@reads
@members
def pooled_list(request: Any) -> HttpResponse:
    """Show what several could do together: what was proposed, and what the engine finds."""
    actor, pole = request.actor, request.pole
    require(permissions.can_see_together(actor, pole))
    can_propose = permissions.can_propose_together(actor, pole)
    page = Paginator(queries.pooled_list(actor, pole), 30).get_page(request.GET.get("page"))
    could_be = queries.groups_found(pole, request.today) if can_propose else []
    return render(request, "cooperation/pooled_list.html", {"page": page, "could_be": could_be})


def _seen(request: Any, pk: int) -> queries.PooledSeen:
    seen: queries.PooledSeen = found(queries.pooled_seen(request.actor, request.pole, pk))
    return seen


@reads
@members
def pooled(request: Any, pk: int) -> HttpResponse:
    """Show one proposal: who has the need, what it costs alone and together, from when on it pays."""
    seen = _seen(request, pk)
    actor, pole = request.actor, request.pole
    holders = [one.part.need.holder for one in seen.parts if one.part.choice == Choice.INTERESTED]
    context = {
        "seen": seen,
        "proposal": seen.proposal,
        "can_price": permissions.can_price_pooled(actor, seen.proposal),
        "can_write": len(holders) > 1
        and seen.proposal.cooperation is None
        and permissions.can_write_agreement_between(actor, holders, pole),
        "forms": [(one, _part_form(one)) for one in seen.mine],
        "own": [one.part.pk for one in seen.parts if actor.acts_for(one.part.need.holder)],
    }
    return render(request, "cooperation/pooled.html", context)


def _part_form(one: queries.PartSeen) -> PartForm:
    initial = {"part": one.part.pk, "choice": one.part.choice, "quantity": one.part.quantity}
    return PartForm(initial=initial, auto_id=f"id_{one.part.pk}_%s")


@acts
@members
def propose_pooled(request: Any) -> HttpResponse:
    """Put the same need before all who have it."""
    require(permissions.can_propose_together(request.actor, request.pole))
    needs = queries.needs_named(request.pole, request.POST.get("needs", ""))
    proposal = actions.propose_pooled(
        pole=request.pole,
        needs=needs,
        form=request.POST.get("form", ""),
        title=needs[0].title if needs else "",
        by=request.actor,
        at=timezone.now(),
    )
    messages.success(request, _("C’est proposé à toutes celles et tous ceux qui ont ce besoin."))
    return redirect(proposal.get_absolute_url())


@writes
@members
def price_pooled(request: Any, pk: int) -> HttpResponse:
    """Write the prices from which one reckons."""
    seen = _seen(request, pk)
    require(permissions.can_price_pooled(request.actor, seen.proposal))
    form = PricesForm(request.POST if request.method == "POST" else None, proposal=seen.proposal)

    def act(entry: dict[str, Any]) -> str:
        actions.price_pooled(
            proposal=seen.proposal, prices=form.prices(), source=entry["source"], by=request.actor, at=timezone.now()
        )
        messages.success(request, _("Les prix sont écrits : voici ce que chacun y gagnerait."))
        return seen.proposal.get_absolute_url()

    return form_page(
        request,
        form,
        act,
        heading=_("Les prix"),
        lead=_("Quatre prix suffisent. Chacun les voit, avec leur source, et peut les corriger."),
        submit_label=_("Calculer"),
        back_label=seen.proposal.title,
        back_url=seen.proposal.get_absolute_url(),
    )


@writes
@members
def answer_pooled(request: Any, pk: int) -> HttpResponse:
    """Say whether one is in."""
    seen = _seen(request, pk)
    if request.method != "POST":
        return redirect(seen.proposal.get_absolute_url())
    part = found(queries.part_numbered(seen, request.POST.get("part", "")))

    def act(entry: dict[str, Any]) -> str:
        said = {name: entry[name] for name in ("choice", "quantity", "said_by")}
        actions.answer_pooled(part=part, **said, by=request.actor, at=timezone.now())
        messages.success(request, _("C’est dit : les autres voient combien vous êtes."))
        return seen.proposal.get_absolute_url()

    return form_page(
        request,
        PartForm(request.POST),
        act,
        heading=_("En êtes-vous ?"),
        lead=seen.proposal.title,
        submit_label=_("Répondre"),
        back_label=seen.proposal.title,
        back_url=seen.proposal.get_absolute_url(),
    )


@writes
@members
def begin_pooled(request: Any, pk: int) -> HttpResponse:
    """Write the first text between those who are in."""
    seen = _seen(request, pk)
    parts = [one.part for one in seen.parts if one.part.choice == Choice.INTERESTED]
    holders = [part.need.holder for part in parts]
    require(len(holders) > 1 and permissions.can_write_agreement_between(request.actor, holders, request.pole))
    said = "\n".join(f"{part.need.holder} : {part.need.title}" for part in parts)
    proposal = seen.proposal

    def begin(draft: AgreementDraft) -> str:
        cooperation = actions.begin_from_pooled(proposal=proposal, draft=draft, by=request.actor, at=timezone.now())
        return reverse("cooperation:agreement", args=[request.pole.slug, cooperation.pk])

    return begun_together(
        request,
        agreements.possible_parties(request.actor, request.pole, request.today, *holders),
        lambda: Typed.drafted(first_draft.from_pooled(holders, proposal.title, proposal.form, said, request.today)),
        begin,
        back_url=proposal.get_absolute_url(),
    )
