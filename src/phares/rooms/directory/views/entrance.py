"""The ways in and the answers that a mail leads to: the page shows what it is about, its button acts."""

from typing import Any

from allauth.account.utils import perform_login
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from phares.rooms.commons.http import writes
from phares.rooms.commons.signed_links import read_signed
from phares.rooms.directory import actions, mails, queries
from phares.rooms.directory.entry_links import entry_of
from phares.rooms.directory.models import Person


def _over(request: Any) -> HttpResponse:
    """Say that a link opens nothing, for whatever reason: the same page whether it is false, used or old."""
    return render(request, "directory/link_over.html", status=410)


@writes
@never_cache
def enter_by_link(request: Any, token: str) -> HttpResponse:
    """Let somebody in who has received the link; a code or a key is still asked of those who have set one."""
    if request.method == "POST":
        with transaction.atomic():  # of two who press at the same moment, the second finds the link used
            entry = entry_of(token, locked=True)
            return let_in(request, entry.person, entry.page) if entry else _over(request)
    entry = entry_of(token)
    return render(request, "directory/enter_by_link.html", {"person": entry.person}) if entry else _over(request)


def let_in(request: Any, person: Person, page: str) -> HttpResponse:
    """Enter as this person and go to a page of this site; a page elsewhere is not gone to."""
    is_ours = url_has_allowed_host_and_scheme(page, {request.get_host()}, require_https=request.is_secure())
    return perform_login(request, person, email=person.email, redirect_url=page if is_ours else None)


@writes
@never_cache
def accept_invitation(request: Any, token: str) -> HttpResponse:
    """Show who invites whom, to act for whom; the button enters for the first time."""
    at = timezone.now()
    invitation = queries.open_invitation(read_signed(mails.INVITATION, token) or 0, at)
    if invitation is None:
        return _over(request)
    if request.method == "POST":
        try:
            person = actions.accept_invitation(invitation=invitation, at=at)
        except actions.InvitationOver:
            return _over(request)
        return let_in(request, person, reverse("directory:home", args=[invitation.pole.slug]))
    held = queries.mandates_to_come(invitation.person, invitation.pole, request.today)
    return render(request, "directory/accept_invitation.html", {"invitation": invitation, "held": held})


@writes
@never_cache
def confirm_mail(request: Any, token: str) -> HttpResponse:
    """Let a new mail answer that it is the person's."""
    at = timezone.now()
    change = queries.mail_change_to_confirm(read_signed(mails.CONFIRM_MAIL, token) or 0, at)
    if change is None:
        return _over(request)
    if request.method == "POST":
        change = actions.confirm_mail_change(change=change, at=at)
        said = _("Votre adresse est changée.") if change.applied_at else _("L’adresse est confirmée.")
        messages.success(request, said)
        return redirect("front")
    return render(request, "directory/confirm_mail.html", {"change": change, "waits": change.takes_effect_at > at})


@writes
@never_cache
def refuse_mail(request: Any, token: str) -> HttpResponse:
    """Let the former mail refuse to be replaced."""
    at = timezone.now()
    change = queries.mail_change_to_refuse(read_signed(mails.REFUSE_MAIL, token) or 0, at)
    if change is None:
        return _over(request)
    if request.method == "POST":
        actions.refuse_mail_change(change=change, at=at)
        messages.success(request, _("Le changement d’adresse est refusé : l’adresse d’avant reste la vôtre."))
        return redirect("front")
    return render(request, "directory/refuse_mail.html", {"change": change})
