"""Pages of shared means: what is shared, keys, accounts; what one structure shares and pays, also on paper."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, reads, writes
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.cooperation import actions, permissions, sharing_pdf
from phares.rooms.cooperation.forms.shared_means import AccountForm, EndUseForm, KeyForm, MeansForm, year_of
from phares.rooms.cooperation.models import Cooperation, Means
from phares.rooms.cooperation.queries import shared_means as queries
from phares.rooms.cooperation.queries.cooperations import cooperation_with_promises
from phares.rooms.directory.gate import found, members

ANSWERS = {"yes": True, "no": False}


def _posted(request: Any) -> Any:
    return request.POST if request.method == "POST" else None


def _address(cooperation: Cooperation) -> str:
    return reverse("cooperation:means", args=[cooperation.pole.slug, cooperation.pk])


def _to(cooperation: Cooperation) -> dict[str, str]:
    return {"back_label": _("Ce que nous partageons"), "back_url": _address(cooperation)}


@reads
@members
def means(request: Any, pk: int) -> HttpResponse:
    """Show what a cooperation shares, by which keys, and who pays what."""
    cooperation = found(cooperation_with_promises(request.actor, request.pole, pk))
    return render(
        request,
        "cooperation/means.html",
        {
            "cooperation": cooperation,
            "all_means": queries.means_of(request.actor, cooperation, request.today),
            "can_write": cooperation.started_at is not None and permissions.can_write_means(request.actor, cooperation),
            "can_propose": permissions.can_propose_key(request.actor, cooperation),
        },
    )


@writes
@members
def write_means(request: Any, pk: int) -> HttpResponse:
    """Write down something shared."""
    cooperation = found(cooperation_with_promises(request.actor, request.pole, pk))
    require(permissions.can_write_means(request.actor, cooperation))
    parties = list(cooperation.parties.all())

    def act(entry: dict[str, Any]) -> str:
        actions.write_means(cooperation=cooperation, **entry, by=request.actor, at=timezone.now())
        messages.success(request, _("C’est écrit. Proposez maintenant comment vous le payez."))
        return _address(cooperation)

    initial = {"from_on": request.today, "users": [str(party.pk) for party in parties]}
    form = MeansForm(parties, data=_posted(request), initial=initial)
    words = {"heading": _("Partager un moyen"), "submit_label": _("Écrire"), **_to(cooperation)}
    return form_page(request, form, act, **words)


def _means(request: Any, pk: int) -> Means:
    return found(queries.means_numbered(request.actor, request.pole, pk))


@writes
@members
def propose_key(request: Any, pk: int) -> HttpResponse:
    """Propose how a means is paid."""
    one = _means(request, pk)
    require(permissions.can_propose_key(request.actor, one.cooperation))

    def act(entry: dict[str, Any]) -> str:
        key = actions.propose_key(means=one, **entry, by=request.actor, at=timezone.now())
        messages.success(
            request,
            _("Tous ont dit oui : cette clé vaut à partir de son jour.")
            if key.held_at
            else _("La clé est proposée. Elle vaudra quand toutes les parties qui s’en servent auront dit oui."),
        )
        return _address(one.cooperation)

    return form_page(
        request,
        KeyForm(list(one.uses.all()), data=_posted(request), initial={"from_on": request.today}),
        act,
        template="cooperation/key.html",
        heading=_("Comment le payer"),
        lead=one.title,
        submit_label=_("Proposer cette clé"),
        **_to(one.cooperation),
    )


@acts
@members
def answer_key(request: Any, pk: int) -> HttpResponse:
    """Say yes or no to a key."""
    key = found(queries.key_numbered(request.actor, request.pole, pk))
    require(permissions.can_propose_key(request.actor, key.means.cooperation))
    answer = ANSWERS.get(request.POST.get("accepted", ""))
    if answer is None:
        raise Refusal(_("Choisissez d’accepter ou de refuser cette clé."))
    actions.answer_key(key=key, accepted=answer, by=request.actor, at=timezone.now())
    messages.success(
        request, _("Votre réponse est écrite.") if answer else _("La clé est refusée : celle d’avant continue.")
    )
    return redirect(_address(key.means.cooperation))


@writes
@members
def write_account(request: Any, pk: int) -> HttpResponse:
    """Write down what a means cost."""
    one = _means(request, pk)
    require(permissions.can_write_means(request.actor, one.cooperation))

    def act(entry: dict[str, Any]) -> str:
        said = {"amount_cents": entry.pop("amount"), **entry}
        actions.write_account(means=one, **said, by=request.actor, at=timezone.now())
        messages.success(request, _("Le montant est écrit : voici qui paierait quoi."))
        return _address(one.cooperation)

    return form_page(
        request,
        AccountForm(_posted(request), initial=year_of(request.today)),
        act,
        heading=_("Ce que cela a coûté"),
        lead=one.title,
        submit_label=_("Écrire ce montant"),
        **_to(one.cooperation),
    )


@acts
@members
def close_account(request: Any, pk: int) -> HttpResponse:
    """Settle for good who pays what."""
    account = found(queries.account_numbered(request.actor, request.pole, pk))
    require(permissions.can_close_account(request.actor, account.means.cooperation))
    seen = request.POST.get("seen", "")
    if not seen.isdecimal() or len(seen) > 12:
        raise Refusal(_("Relisez les parts avant de clore."))
    actions.close_account(account=account, seen_cents=int(seen), by=request.actor, at=timezone.now())
    messages.success(request, _("Le compte est clos : rien n’y bougera plus."))
    return redirect(_address(account.means.cooperation))


@writes
@members
def end_use(request: Any, pk: int) -> HttpResponse:
    """Say that a party uses a means no more."""
    use = found(queries.use_numbered(request.actor, request.pole, pk))
    cooperation = use.means.cooperation
    require(use.party in permissions.own_parties(request.actor, cooperation, "keep_promises"))

    def act(entry: dict[str, Any]) -> str:
        actions.end_use(use=use, **entry, by=request.actor, at=timezone.now())
        messages.success(request, _("C’est écrit. Les comptes ouverts en tiennent compte, au jour près."))
        return _address(cooperation)

    form = EndUseForm(_posted(request), initial={"until_on": request.today})
    lead = f"{use.means.title}, {use.party}"
    words = {"heading": _("Ne plus s’en servir"), "lead": lead, "submit_label": _("Écrire ce jour"), **_to(cooperation)}
    return form_page(request, form, act, **words)


EARLIEST_YEAR, LATEST_YEAR = 1990, 2199


def _year(request: Any) -> int:
    """Return the year asked for; this one where what is asked is none."""
    asked = request.GET.get("annee", "")
    year = int(asked) if asked.isdecimal() and len(asked) == len("2026") else request.today.year
    return int(min(max(year, EARLIEST_YEAR), LATEST_YEAR))


@reads
@members
def own_sharing(request: Any) -> HttpResponse:
    """Show what the structure or group acted for shares and pays over a year."""
    require(permissions.can_see_own_sharing(request.actor))
    holder, year = request.actor.holder, _year(request)
    lines = queries.own_sharing(holder, request.pole, year)
    context = {
        "holder": holder,
        "year": year,
        "lines": lines,
        "total": sum(line.mine.cents for line in lines),
        "years": [one for one in queries.years_of(holder, request.pole) if one != year],
    }
    return render(request, "cooperation/own_sharing.html", context)


@reads
@members
def own_sharing_sheet(request: Any) -> HttpResponse:
    """Give the same on one A4 page."""
    require(permissions.can_see_own_sharing(request.actor))
    holder, year = request.actor.holder, _year(request)
    pdf = sharing_pdf.render(request.pole, holder, year, request.today, queries.own_sharing(holder, request.pole, year))
    answer = HttpResponse(pdf, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="partage-{year}.pdf"'
    answer["Cache-Control"] = "private, no-store"
    return answer
