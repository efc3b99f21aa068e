"""Pages of agreements: writing the text, reading it, signing it, its sheet of paper."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.text import slugify
from django.utils.translation import gettext as _

from phares.rooms.commons.http import acts, reads, writes
from phares.rooms.commons.numbers import capitalised, number_words
from phares.rooms.commons.refusals import NotAllowed, Refusal, require
from phares.rooms.cooperation import actions, drafting, permissions
from phares.rooms.cooperation import agreement_pdf as sheet
from phares.rooms.cooperation.agreement_words import AgreementDraft
from phares.rooms.cooperation.forms.agreement_entry import AgreementEntry, Typed
from phares.rooms.cooperation.models import Cooperation
from phares.rooms.cooperation.queries import agreements as queries
from phares.rooms.cooperation.queries.commitments import first_promise
from phares.rooms.cooperation.queries.cooperations import cooperation_with_promises
from phares.rooms.directory.gate import found, members

FORM_ICONS = {
    "loan": "offer",
    "barter": "handshake",
    "pooled_service": "people",
    "shared_job": "person",
    "joint_bid": "paper",
    "co_production": "tool",
    "common_entity": "building",
}
OPENNESS_ICONS = {"parties": "lock", "pole": "people", "public": "eye"}


def entry_page(
    request: Any,
    choices: queries.Choices,
    start: Callable[[], Typed],
    act: Callable[[AgreementDraft], str],
    settled: Any = (),
    **context: Any,
) -> HttpResponse:
    """Show the form of an agreement; do `act` with a sound draft; a button of a row only shows the form again."""
    status = 200
    if request.method != "POST":
        entry = AgreementEntry(choices, start(), settled=settled)
    elif wish := request.POST.get("row"):
        entry = AgreementEntry(choices, Typed.sent(request.POST).with_rows(wish), settled=settled)
    else:
        entry = AgreementEntry(choices, Typed.sent(request.POST), settled=settled, check=True)
        answer = _sent(entry, act)
        if isinstance(answer, HttpResponse):
            return answer
        status = answer
    shown = {"entry": entry, "form_icons": FORM_ICONS, "openness_icons": OPENNESS_ICONS, **context}
    return render(request, "cooperation/write_agreement.html", shown, status=status)


def _sent(entry: AgreementEntry, act: Callable[[AgreementDraft], str]) -> HttpResponse | int:
    """Do the act, or return the status with which the form is shown again."""
    if not entry.is_valid():
        return 422
    try:
        return redirect(act(entry.draft()))
    except NotAllowed:
        raise
    except Refusal as refusal:
        return entry.refuse(refusal)


@reads
@members
def agreement(request: Any, pk: int) -> HttpResponse:
    """Show the text in force, who signed it and who is missing."""
    cooperation = found(cooperation_with_promises(request.actor, request.pole, pk))
    shown = queries.agreement_shown(request.actor, cooperation)
    return render(
        request,
        "cooperation/agreement.html",
        {
            "cooperation": cooperation,
            "shown": shown,
            "to_sign": [one for one in shown.signings if one.may_sign],
            "can_write": not cooperation.is_over and permissions.can_write_agreement(request.actor, cooperation),
        },
    )


@writes
@members
def write_agreement(request: Any, pk: int) -> HttpResponse:
    """Write the text again: a changed word makes a new version, the same words leave everything as it is."""
    cooperation = found(cooperation_with_promises(request.actor, request.pole, pk))
    require(permissions.can_write_agreement(request.actor, cooperation))
    in_force = drafting.draft_in_force(cooperation)
    settled = _settled(cooperation, in_force)
    number = queries.number_in_force(cooperation)
    seen = _seen(request.POST.get("seen", ""), number)

    def act(draft: AgreementDraft) -> str:
        written = actions.write_agreement(
            cooperation=cooperation, draft=draft, seen=seen, by=request.actor, at=timezone.now()
        )
        messages.success(request, _written_words(written.number == seen))
        return _agreement_address(cooperation)

    already = [holder.holder for holder in in_force.parties]
    return entry_page(
        request,
        queries.possible_parties(request.actor, request.pole, request.today, *already),
        lambda: Typed.drafted(in_force, leaving_out=[one.pk for _place, one in settled]),
        act,
        settled,
        heading=_("Écrire le texte de nouveau"),
        cooperation=cooperation,
        number=number,
        signed=len(signed := queries.signed_parties(cooperation)),
        signed_words=capitalised(number_words(len(signed), feminine=True)),
        changed_meanwhile=queries.changed_since(cooperation, seen) if seen != number else [],
        back_url=_agreement_address(cooperation),
    )


def _seen(sent: str, number: int) -> int:
    """Return the number of the version that the form was made from; the one in force when the form is new."""
    return int(sent) if sent.isdecimal() and len(sent) < 6 else number


def _settled(cooperation: Cooperation, in_force: AgreementDraft) -> list[tuple[int, Any]]:
    """Return the settled promises with their place in the text."""
    places = {promise.commitment_id: place for place, promise in enumerate(in_force.promises)}
    return [(places[one.pk], one) for one in queries.settled_promises(cooperation)]


def _written_words(is_same: bool) -> str:
    if is_same:
        return _("Vous n’avez pas changé un mot : le texte et ses signatures restent comme ils étaient.")
    return _("Le texte est écrit. Il tiendra quand toutes les parties l’auront signé.")


def _agreement_address(cooperation: Cooperation) -> str:
    return reverse("cooperation:agreement", args=[cooperation.pole.slug, cooperation.pk])


@acts
@members
def sign_agreement(request: Any, pk: int) -> HttpResponse:
    """Sign the text that the page showed, for one party."""
    cooperation = found(cooperation_with_promises(request.actor, request.pole, pk))
    require(bool(permissions.own_parties(request.actor, cooperation, "sign")))
    number = request.POST.get("party", "")
    if not number:
        raise Refusal(_("Choisissez pour qui vous signez."))
    party = found(next((one for one in cooperation.parties.all() if str(one.pk) == number), None))
    actions.sign_agreement(party=party, seen=request.POST.get("seen", ""), by=request.actor, at=timezone.now())
    messages.success(request, _("C’est signé pour %(name)s.") % {"name": party})
    signed = queries.signed_parties(cooperation)
    if not all(one.pk in signed for one in cooperation.parties.all()):
        return redirect(_agreement_address(cooperation))
    messages.success(request, _what_comes_next(cooperation))
    return redirect(cooperation.get_absolute_url())


def _what_comes_next(cooperation: Cooperation) -> str:
    """Say that the cooperation runs, and which promise comes first."""
    told = _("Toutes les parties ont signé le même texte : la coopération est en cours.")
    first = first_promise(cooperation)
    return f"{told} {_('Première promesse : %(what)s.') % {'what': first}}" if first else told


@reads
@members
def agreement_pdf(request: Any, pk: int, number: int) -> HttpResponse:
    """Give the sheet: the frozen bytes once somebody has signed, the same words set anew before."""
    cooperation = found(cooperation_with_promises(request.actor, request.pole, pk))
    version = found(queries.version_numbered(cooperation, number))
    pdf = bytes(version.pdf) if version.pdf else sheet.render(version.words, version.number, version.written_at)
    tag = f'"{version.pdf_sha256 or sheet.sha256(pdf)}"'
    response = HttpResponse(pdf, content_type="application/pdf")
    name = f"accord-{slugify(version.words['title'])[:60] or pk}-v{number}.pdf"
    response["Content-Disposition"] = f'inline; filename="{name}"'
    response["Cache-Control"] = "private, no-cache"
    response["ETag"] = tag
    return get_conditional_response(request, etag=tag, response=response) or response
