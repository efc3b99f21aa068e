"""My account: who I am here, for whom I act, and where I change either."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import reads, writes
from phares.rooms.directory import actions, queries
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.forms import MailForm, PersonDetailsForm
from phares.rooms.directory.recent_entry import recently_entered


@reads
@login_required
def my_account(request: Any) -> HttpResponse:
    """Show what the pole knows of me and the mandates with which I act."""
    held = queries.all_mandates_of(request.user, request.today)
    poles = queries.poles_of(request.user, request.today)
    change = queries.waiting_mail_change(request.user, timezone.now())
    return render(request, "directory/my_account.html", {"held": held, "poles": poles, "change": change})


@writes
@login_required
def my_details(request: Any) -> HttpResponse:
    """Put right my name, my phone or the language in which I am written to."""

    def act(entry: dict[str, Any]) -> str:
        actions.correct_person(person=request.user, **entry, by=Actor(request.user), at=timezone.now())
        return reverse("my_account")

    said = {name: getattr(request.user, name) for name in PersonDetailsForm.base_fields}
    return _my_form(request, PersonDetailsForm(request.POST or None, initial=said), act, _("Corriger mes coordonnées"))


@writes
@login_required
@recently_entered
def my_mail(request: Any) -> HttpResponse:
    """Ask that my mail become another one; it changes once the new one has answered."""

    def act(entry: dict[str, Any]) -> str:
        actions.ask_mail_change(person=request.user, **entry, by=Actor(request.user), at=timezone.now())
        said = _("Un mail est parti à %(mail)s : son lien confirme l’adresse. L’ancienne est prévenue.")
        messages.success(request, said % {"mail": entry["email"]})
        return reverse("my_account")

    heading = _("Changer d’adresse électronique")
    lead = _("C’est à elle que partent vos mails, et avec elle que vous entrez.")
    return _my_form(request, MailForm(request.POST or None), act, heading, lead)


def _my_form(request: Any, form: Any, act: Any, heading: str, lead: str = "") -> HttpResponse:
    """Show a form of my account."""
    return form_page(
        request,
        form,
        act,
        heading=heading,
        lead=lead,
        submit_label=_("Enregistrer"),
        back_label=_("Mon compte"),
        back_url=reverse("my_account"),
    )
