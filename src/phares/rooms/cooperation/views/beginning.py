"""Pages that begin a cooperation: from a match that both sides want, or between people who met."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.http import writes
from phares.rooms.commons.refusals import require
from phares.rooms.cooperation import actions, first_draft, permissions
from phares.rooms.cooperation.actions.agreement import NotBothInterested
from phares.rooms.cooperation.agreement_words import AgreementDraft
from phares.rooms.cooperation.forms.agreement_entry import Typed
from phares.rooms.cooperation.forms.agreements import TakePartForm
from phares.rooms.cooperation.models import Match
from phares.rooms.cooperation.queries import agreements as queries
from phares.rooms.cooperation.queries.cooperations import begun_from
from phares.rooms.cooperation.views.agreements import entry_page
from phares.rooms.directory.gate import found, members
from phares.rooms.directory.models.held import Holder


def _begun(request: Any, draft: AgreementDraft, match: Match | None) -> str:
    """Write the first text and return the address where it is read and signed."""
    cooperation = actions.begin_cooperation(
        pole=request.pole, draft=draft, match=match, by=request.actor, at=timezone.now()
    )
    messages.success(request, _("Le texte est écrit. Il reste à le relire et à le signer."))
    return reverse("cooperation:agreement", args=[request.pole.slug, cooperation.pk])


@writes
@members
def begin_cooperation(request: Any, pk: int) -> HttpResponse:
    """Write the first text between the two sides of a match, pre-filled with what both said."""
    match = found(queries.match_to_agree(request.actor, request.pole, pk))
    require(permissions.can_begin_agreement(request.actor, match))
    if begun := begun_from(match):
        return redirect("cooperation:agreement", request.pole.slug, begun.pk)
    if not queries.both_interested(match):
        raise NotBothInterested
    return entry_page(
        request,
        queries.possible_parties(request.actor, request.pole, request.today, *queries.sides(match)),
        lambda: Typed.drafted(first_draft.from_match(match, queries.sides(match), request.today)),
        lambda draft: _begun(request, draft, match),
        heading=_("Écrire l’accord"),
        lead=_("Nous avons repris ce que les deux côtés ont dit : corrigez, complétez, puis chaque partie signera."),
        back_url=match.get_absolute_url(),
    )


def begun_together(
    request: Any, choices: Any, typed: Any, begin: Callable[[AgreementDraft], str], back_url: str
) -> HttpResponse:
    """Show the form of a text between several who said yes to something together."""
    return entry_page(
        request,
        choices,
        typed,
        begin,
        heading=_("Écrire l’accord"),
        lead=_("Nous avons repris ce que chacun a dit : corrigez, complétez, puis chaque partie signera."),
        back_url=back_url,
    )


@writes
@members
def begin_unmatched(request: Any) -> HttpResponse:
    """Choose who takes part, then write the first text."""
    actor, pole = request.actor, request.pole
    require(permissions.can_begin_unmatched(actor, pole))
    choices = queries.possible_parties(actor, pole, request.today)
    pairs = [pair for _words, some in choices for pair in some]
    own = [pair for pair in pairs if actor.acts_for(pair[1])]
    others = [pair for pair in pairs if pair not in own]
    form = TakePartForm(request.GET or None, holders=others, own=len(own))
    if not form.is_valid():
        return _who_takes_part(request, form, dict(others), own)
    chosen = [holder for key, holder in [*own, *others] if key in form.cleaned_data["avec"] or (key, holder) in own]
    return entry_page(
        request,
        choices,
        lambda: Typed.drafted(first_draft.between(chosen, request.today)),
        lambda draft: _begun(request, draft, None),
        heading=_("Écrire l’accord"),
        lead=_("Quelques phrases suffisent : ce que vous faites, qui promet quoi à qui. Chacune signera ensuite."),
        back_url=reverse("cooperation:register", args=[pole.slug]),
    )


def _who_takes_part(request: Any, form: TakePartForm, others: dict[str, Holder], own: list[Any]) -> HttpResponse:
    """Show the first screen: with whom."""
    status = 422 if form.is_bound else 200
    context = {
        "form": form,
        "own": [holder for _key, holder in own],
        "hints": first_draft.kinds_of(others.values()),
        "names_residents": any(key.startswith("resident") for key in others),
    }
    return render(request, "cooperation/begin_unmatched.html", context, status=status)
