"""Pages of newsletters: the archive, one of them, drafting, writing, sending; asking for them, wanting no more."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.directory.gate import found, members
from phares.rooms.publishing import actions, permissions
from phares.rooms.publishing.forms.newsletters import AskForm, DraftForm, NewsletterForm
from phares.rooms.publishing.queries import newsletters as queries

A_PAGE = 30
USUAL = timedelta(days=30)


def _archive(request: Any) -> str:
    return reverse("publishing:newsletters", args=[request.pole.slug])


@reads
def newsletters(request: Any) -> HttpResponse:
    """Show the newsletters that this reader may read."""
    page = Paginator(queries.newsletters_of(request.actor, request.pole), A_PAGE).get_page(request.GET.get("page"))
    can_publish = permissions.can_publish(request.actor, request.pole)
    return render(request, "publishing/newsletters.html", {"page": page, "can_publish": can_publish})


@reads
def newsletter(request: Any, pk: int) -> HttpResponse:
    """Show a newsletter as it left, or its draft to those who write it."""
    letter = found(queries.newsletter_numbered(request.actor, request.pole, pk))
    can_publish = permissions.can_publish(request.actor, request.pole)
    return render(request, "publishing/newsletter.html", {"letter": letter, "can_publish": can_publish})


@writes
@members
def draft_newsletter(request: Any) -> HttpResponse:
    """Draft a newsletter from what happened since a day."""
    require(permissions.can_publish(request.actor, request.pole))

    def act(entry: dict[str, Any]) -> str:
        letter = actions.draft_newsletter(pole=request.pole, **entry, by=request.actor, at=timezone.now())
        return reverse("publishing:write_newsletter", args=[request.pole.slug, letter.pk])

    return form_page(
        request,
        DraftForm(request.POST or None, initial={"since_on": request.today - USUAL, "language": "fr"}),
        act,
        heading=_("Préparer une lettre"),
        lead=_("Ce qui s’est passé fait le brouillon ; vous choisissez, vous racontez, vous envoyez."),
        submit_label=_("Préparer"),
        back_label=_("Lettres"),
        back_url=_archive(request),
    )


@writes
@members
def write_newsletter(request: Any, pk: int) -> HttpResponse:
    """Write a newsletter that has not left."""
    require(permissions.can_publish(request.actor, request.pole))
    letter = found(queries.newsletter_numbered(request.actor, request.pole, pk))

    def act(entry: dict[str, Any]) -> str:
        actions.write_newsletter(letter=letter, **entry, by=request.actor, at=timezone.now())
        return reverse("publishing:newsletter", args=[request.pole.slug, letter.pk])

    return form_page(
        request,
        NewsletterForm(request.POST or None, initial={"subject": letter.subject, "text": letter.text}),
        act,
        heading=_("Écrire la lettre"),
        submit_label=_("Garder et relire"),
        back_label=_("Lettres"),
        back_url=_archive(request),
    )


@acts
@members
def send_newsletter(request: Any, pk: int) -> HttpResponse:
    """Send a newsletter."""
    letter = found(queries.newsletter_numbered(request.actor, request.pole, pk))
    sent = actions.send_newsletter(letter=letter, by=request.actor, at=timezone.now())
    words = ngettext("Elle part vers %(count)d adresse.", "Elle part vers %(count)d adresses.", sent.recipients)
    messages.success(request, words % {"count": sent.recipients})
    return redirect("publishing:newsletter", request.pole.slug, letter.pk)


@writes
def ask_for_newsletters(request: Any) -> HttpResponse:
    """Ask for the public newsletters; the same words are said whether or not the address is known."""

    def act(entry: dict[str, Any]) -> str:
        actions.ask_for_newsletters(
            pole=request.pole,
            email=entry["email"],
            language=get_language() or "fr",
            by=request.actor,
            at=timezone.now(),
        )
        messages.success(request, _("Un message vous demande de confirmer : ouvrez-le, et c’est fait."))
        return _archive(request)

    return form_page(
        request,
        AskForm(request.POST if request.method == "POST" else None),
        act,
        heading=_("Recevoir les lettres"),
        lead=_("Quelques-unes par an. Une adresse suffit, et un clic pour ne plus les recevoir."),
        submit_label=_("Les recevoir"),
        back_label=_("Lettres"),
        back_url=_archive(request),
    )


@writes
def confirm_subscription(request: Any, token: str) -> HttpResponse:
    """Say yes from the mail: the link opens a page whose button does it."""
    subscription = found(queries.subscription_with(request.pole, token))
    if request.method == "POST":
        actions.confirm_subscription(subscription=subscription, by=request.actor, at=timezone.now())
        messages.success(request, _("C’est fait : vous recevrez la prochaine lettre."))
        return redirect(_archive(request))
    return render(request, "publishing/subscription.html", {"subscription": subscription, "asks": "yes"})


@csrf_exempt  # RFC 8058: a mail program posts here by itself; the token is the proof
@writes
def unsubscribe(request: Any, token: str) -> HttpResponse:
    """Want no more newsletters: one click, from the mail program or from the page."""
    subscription = queries.subscription_with(request.pole, token)
    if request.method == "POST":
        if subscription is not None:
            actions.unsubscribe(subscription=subscription, by=request.actor, at=timezone.now())
        return render(request, "publishing/subscription.html", {"asks": "", "subscription": None})
    return render(request, "publishing/subscription.html", {"subscription": found(subscription), "asks": "no"})
